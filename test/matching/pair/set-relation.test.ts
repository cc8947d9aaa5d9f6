import { expect, test } from 'vitest';
import { countRelation, setRelation } from '../../../matching/pair/set-relation.ts';

test.each([
  ['', '', 'NONE'],
  ['甲', '', 'LEFT_ONLY'],
  ['', '甲', 'RIGHT_ONLY'],
  ['甲乙', '乙甲', 'EQUAL'],
  ['甲乙', '乙', 'LEFT_MORE'],
  ['乙', '甲乙', 'RIGHT_MORE'],
  ['甲乙', '乙丙', 'OVERLAP'],
  ['甲乙', '丙', 'DISJOINT'],
])('{%s} and {%s}: %s', (left, right, relation) => expect(setRelation([...left], [...right])).toBe(relation));

test.each([
  ['', '', 'NONE'],
  ['80岁', '', 'LEFT_ONLY'],
  ['80岁', '80岁', 'EQUAL'],
  // A count without direction agrees with either.
  ['80岁', '80岁以上', 'EQUAL'],
  ['80岁以下', '80岁', 'EQUAL'],
  ['80岁以下', '80岁以上', 'DISJOINT'],
  ['80岁', '90岁', 'DISJOINT'],
  ['80岁', '80级', 'DISJOINT'],
  ['2类 3类', '3类', 'LEFT_MORE'],
  ['3类', '2类 3类', 'RIGHT_MORE'],
  ['2类 3类', '3类 4类', 'OVERLAP'],
  ['1年', '1年级', 'DISJOINT'],
])('counts {%s} and {%s}: %s', (left, right, relation) => {
  const counts = (text: string) => text.split(' ').filter((one) => one !== '');
  expect(countRelation(counts(left), counts(right))).toBe(relation);
});
