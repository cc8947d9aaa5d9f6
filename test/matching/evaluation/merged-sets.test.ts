import { expect, test } from 'vitest';
import { exactSetShare, partsOf } from '../../../matching/evaluation/merged-sets.ts';

const set = (truth: string, answer: string) => ({ truth: new Set(truth), answer: new Set(answer) });

test.each([
  ['all partners and no other', [set('ab', 'ba')], 1, 1],
  ['one missing', [set('ab', 'a')], 1, 0],
  ['one too many', [set('ab', 'abc')], 1, 0],
  ['another of the same number', [set('ab', 'ac')], 1, 0],
  ['items with one partner do not count', [set('a', 'b'), set('ab', 'ab'), set('cd', '')], 2, 0.5],
  ['no item with several', [set('a', 'a')], 0, null],
])('%s', (_, sets, count, share) => {
  expect(exactSetShare(sets)).toEqual({ count, share });
});

test.each([
  ['the parts of the answer', { match: 'a', relation: 'BROADER', parts: ['a', 'b'] }, ['a', 'b']],
  ['the one it is broader than', { match: 'a', relation: 'BROADER' }, ['a']],
  ['nothing where it is a part itself', { match: 'm', relation: 'NARROWER' }, []],
  ['nothing where there is none', { match: null, relation: 'NONE' }, []],
] as const)('an answer is held to be made of %s', (_, { match, relation, ...told }, answer) => {
  const parts = 'parts' in told ? told.parts : undefined;
  const sets = partsOf(
    new Map([
      ['a', 'BROADER'],
      ['b', 'BROADER'],
      ['m', 'NARROWER'],
    ]),
    {
      match,
      relation,
      ...(parts && {
        parts: parts.map((reference) => ({ reference, confidence: 1, members: [], evidence: [] })),
      }),
    },
  );
  expect(sets).toEqual({ truth: new Set(['a', 'b']), answer: new Set(answer) });
});
