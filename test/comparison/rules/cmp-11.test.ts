import { test } from 'vitest';
import { type Case, holds, limit } from './place.ts';

const CASES: readonly Case[] = [
  [
    'longer',
    {
      reference: [{ id: 'r', statutoryLimit: limit(20) }],
      power: [{ id: 'p', of: 'r', statutoryLimit: limit(30) }],
    },
    { 'ERROR power p': /法定办结时限与参考目录不同/u },
  ],
  [
    'shorter',
    {
      reference: [{ id: 'r', statutoryLimit: limit(20) }],
      power: [{ id: 'p', of: 'r', statutoryLimit: limit(10) }],
    },
    { 'WARNING power p': /时限/u },
  ],
  [
    'twelve months and a year',
    {
      reference: [{ id: 'r', statutoryLimit: limit(1, 'YEAR') }],
      power: [{ id: 'p', of: 'r', statutoryLimit: limit(12, 'MONTH') }],
    },
    {},
  ],
  [
    'working days and days are never equal',
    {
      reference: [{ id: 'r', statutoryLimit: limit(20) }],
      power: [{ id: 'p', of: 'r', statutoryLimit: limit(20, 'DAY') }],
    },
    { 'WARNING power p': /时限/u },
  ],
];

test.each(CASES)('CMP-11: %s', (_about, place, found) => {
  holds('CMP_11', place, found);
});
