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
];

test.each(CASES)('CMP-10: %s', (_about, place, found) => {
  holds('CMP_10', place, found);
});
