import { expect, test } from 'vitest';
import { MATCHER } from '../../../matching/block/matcher-judging.ts';
import { createMatcher } from '../../../matching/matcher.ts';
import { analyseName } from '../../../matching/name/analyse.ts';
import { memberNames } from '../../../matching/parts/member-names.ts';

test.each([
  ['企业设立、变更登记', ['企业设立登记', '企业变更登记']],
  ['取水许可（新办、延续）', ['取水许可(新办)', '取水许可(延续)']],
])('%s lists the names of single things', (name, names) => {
  expect(memberNames(analyseName(name))).toEqual(expect.arrayContaining(names));
});

test.each(['企业变更登记', '企业设立、变更、注…'])('%s lists none', (name) => {
  expect(memberNames(analyseName(name))).toEqual([]);
});

test('a part whose every pair of characters is common is found by its own name', () => {
  const references = ['企业设立登记', '企业变更登记', '企业注销登记'].map((name) => ({ id: name, name }));
  const { parts } = createMatcher(references).match({ id: 'i', name: '企业设立、变更、注销登记' });
  expect(parts?.map(({ reference }) => reference)).toEqual(references.map(({ id }) => id));
});

test('what an item is found by does not grow by what it searches by', () => {
  const item = MATCHER.prepareItem({ id: 'i', name: '企业设立、变更登记' });
  const found = MATCHER.searchText?.(item) ?? '';
  expect(MATCHER.questionText?.(item).startsWith(`${found} `)).toBe(true);
  const single = MATCHER.prepareItem({ id: 'i', name: '企业变更登记' });
  expect(MATCHER.questionText?.(single)).toBe(MATCHER.searchText?.(single));
});
