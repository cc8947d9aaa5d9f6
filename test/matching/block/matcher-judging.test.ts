import { describe, expect, test } from 'vitest';
import { MATCHER } from '../../../matching/block/matcher-judging.ts';
import type { MatchItem } from '../../../matching/item.ts';

const ITEM: MatchItem = {
  id: 'i',
  name: '居民身份证申领',
  codes: ['440115058009'],
  type: '行政确认',
  department: '广安区公安局',
  legalBases: [{ lawName: '居民身份证法', clauseNumber: '第七条' }],
  region: '四川省广安市广安区',
  parentName: '居民身份证',
};

const key = (change: Partial<MatchItem>) => MATCHER.contentKey?.(MATCHER.prepareItem({ ...ITEM, ...change }));

describe('what the matcher tells apart', () => {
  test.each([
    ['name', { name: '居民身份证补领' }],
    ['a name cut off', { name: '居民身份证申领…' }],
    ['a qualifier', { name: '居民身份证申领（临时）' }],
    ['codes', { codes: ['440115058008'] }],
    ['type', { type: '行政许可' }],
    ['department', { department: '广安区民政局' }],
    ['article', { legalBases: [{ lawName: '居民身份证法', clauseNumber: '第八条' }] }],
    ['main item', { parentName: '户籍' }],
  ] as const)('%s', (_case, change) => {
    expect(key(change)).not.toBe(key({}));
  });

  test.each([
    ['id', { id: 'other' }],
    ['a place before the name', { name: '广安区居民身份证申领' }],
    ['the same office of another place', { department: '岳池县公安局', region: '四川省广安市岳池县' }],
  ] as const)('not %s', (_case, change) => {
    expect(key(change)).toBe(key({}));
  });

  test('a name of more characters than are compared', () => {
    const name = '食品经营许可证核发'.repeat(200).slice(0, 1000);
    expect(key({ name: `${name}的注销` })).not.toBe(key({ name }));
  });

  test('every part of an item made ready is in the key, or follows from one that is', () => {
    const { id: _id, core: _core, exact: _exact, codes: _codes, ...told } = MATCHER.prepareItem(ITEM);
    expect(Object.keys(told).sort()).toEqual(['codeKeys', 'department', 'laws', 'name', 'parent', 'type']);
  });
});

test('the version names the words and models it was made of', () => {
  expect(MATCHER.version).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{32}$/u);
});
