import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a fee where there is none',
    { reference: [{ id: 'r', hasFee: false }], power: [{ id: 'p', of: 'r', hasFee: true }] },
    { 'ERROR power p': /是否收费与参考目录不同：本清单写的是“是”，参考目录写的是“否”/u },
  ],
  [
    'none on either side',
    { reference: [{ id: 'r', hasFee: false }], power: [{ id: 'p', of: 'r', hasFee: false }] },
    {},
  ],
  [
    'another basis of the fee',
    {
      reference: [{ id: 'r', feeBasis: '《水法》第四十八条' }],
      power: [{ id: 'p', of: 'r', feeBasis: '《价格法》第一条' }],
    },
    { 'ERROR power p': /收费依据/u },
  ],
];

test.each(CASES)('CMP-15: %s', (_about, place, found) => {
  holds('CMP_15', place, found);
});
