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
