import { expect, test } from 'vitest';
import { setRelation } from '../../../matching/pair/set-relation.ts';

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
