import { test } from 'vitest';
import { type Case, holds, limit } from './place.ts';

const CASES: readonly Case[] = [
  [
    'longer than the middle of three',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', promisedLimit: limit(10) }],
      peers: [limit(5), limit(3), limit(20)],
    },
    { 'INFO power p': /承诺10 个工作日，同市 3 个地区的中位数是5 个工作日/u },
  ],
  [
    'the middle itself',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', promisedLimit: limit(5) }],
      peers: [limit(5), limit(3), limit(20)],
    },
    {},
  ],
  [
    'two others have no middle',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', promisedLimit: limit(10) }],
      peers: [limit(5), limit(3)],
    },
    {},
  ],
  [
    'days beside working days',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', promisedLimit: limit(10) }],
      peers: [limit(5, 'DAY'), limit(3), limit(2)],
    },
    {},
  ],
];

test.each(CASES)('CMP-12: %s', (_about, place, found) => {
  holds('CMP_12', place, found);
});
