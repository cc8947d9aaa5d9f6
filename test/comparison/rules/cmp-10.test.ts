import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a topic less',
    {
      reference: [{ id: 'r', naturalPersonTopics: ['NATURAL_005', 'NATURAL_010'] }],
      power: [{ id: 'p', of: 'r', naturalPersonTopics: ['NATURAL_010'] }],
    },
    { 'WARNING power p': /主题.*缺少“生育收养”/u },
  ],
  [
    'the same topics in another order',
    {
      reference: [{ id: 'r', naturalPersonTopics: ['NATURAL_005', 'NATURAL_010'] }],
      power: [{ id: 'p', of: 'r', naturalPersonTopics: ['NATURAL_010', 'NATURAL_005'] }],
    },
    {},
  ],
  ...(['医疗卫生，社会保障', '医疗卫生；社会保障', '医疗卫生,社会保障', '社会保障\n医疗卫生'] as const).map(
    (topicsText): Case => [
      `the same words with other marks: ${topicsText}`,
      {
        reference: [{ id: 'r', topicsText: '社会保障、医疗卫生' }],
        power: [{ id: 'p', of: 'r', topicsText }],
      },
      {},
    ],
  ),
  [
    'marks in brackets part nothing',
    {
      reference: [{ id: 'r', topicsText: '社会保障（社会保险、社会救助）' }],
      power: [{ id: 'p', of: 'r', topicsText: '社会保障（社会保险、社会救助）、医疗卫生' }],
    },
    { 'WARNING power p': /多出“医疗卫生”$/u },
  ],
];

test.each(CASES)('CMP-10: %s', (_about, place, found) => {
  holds('CMP_10', place, found);
});
