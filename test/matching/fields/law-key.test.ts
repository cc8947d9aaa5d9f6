import { expect, test } from 'vitest';
import { parseLegalBases } from '../../../catalog/legal-basis.ts';
import { lawKeys, lawRelation } from '../../../matching/fields/law-key.ts';

const keysOf = (text: string) => lawKeys(parseLegalBases(text));

test.each([
  ['《中华人民共和国食品安全法》第三十五条', '《食品安全法》第35条'],
  ['《食品安全法》第一百零八条', '《食品安全法》第一〇八条'],
  ['《食品安全法》第三十五条', '《食品安全法》第３５条'],
  ['《食品安全法（2021年修正）》第三十五条', '《食品安全法》第三十五条'],
  ['《药品管理法》第三条；《食品安全法》第一条', '《食品安全法》第一条；《药品管理法》第三条'],
])('%s and %s name the same articles', (one, other) => {
  expect(keysOf(one)).toEqual(keysOf(other));
  expect(keysOf(one).flatMap(({ articles }) => articles).length).toBeGreaterThan(0);
});

test.each([
  ['《食品安全法》第三十五条', '', 'UNKNOWN'],
  ['《食品安全法》第三十五条', '《食品安全法》第三十五条', 'SAME_ARTICLE'],
  ['《食品安全法》第三十五条', '《食品安全法》第三十六条', 'OTHER_ARTICLE'],
  ['《食品安全法》第三十五条', '《食品安全法》', 'SAME_LAW'],
  ['《食品安全法》第三十五条', '《药品管理法》第三十五条', 'OTHER'],
  ['《药品管理法》第一条；《食品安全法》第三十五条', '《食品安全法》第三十五条', 'SAME_ARTICLE'],
])('%s beside %s: %s', (left, right, relation) => {
  expect(lawRelation(keysOf(left), keysOf(right))).toBe(relation);
  expect(lawRelation(keysOf(right), keysOf(left))).toBe(relation);
});

test.each([
  ['《食品安全法》第三十五条至第三十七条', [35, 36, 37]],
  ['《食品安全法》第35条-第37条', [35, 36, 37]],
  ['《刑法》第一百二十条之一', [120.01]],
  ['《刑法》第一百二十条、第一百二十条之二', [120, 120.02]],
  ['《食品安全法》第三十五条第二款、第四十条', [35, 40]],
])('%s cites %j', (text, articles) => expect(keysOf(text).flatMap((key) => key.articles)).toEqual(articles));

test.each([
  ['食品安全法', '食品安全法'],
  ['食品安全法(2021年修正)', '食品安全法'],
  ['食品经营许可办法（试行）', '食品经营许可办法'],
  ['基本建设办法（工业部分）', '基本建设办法(工业部分)'],
])('the law of %s is %s', (lawName, title) =>
  expect(lawKeys([{ lawName }])).toEqual([{ title, articles: [] }]),
);

test.each(['一', '1', '(修正修正', '一条至'])('a long row of %s is read at once', (text) => {
  const basis = { lawName: text.repeat(20_000), clauseNumber: text.repeat(20_000) };
  const started = performance.now();
  expect(lawKeys([basis])).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(1500);
});
