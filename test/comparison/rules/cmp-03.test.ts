import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a licence beyond the reference',
    { reference: [], power: [{ id: 'p' }] },
    { 'ERROR power p': /超出参考目录/u },
  ],
  [
    'a penalty and a service beyond it',
    {
      reference: [],
      power: [
        { id: 'p', type: 'PUNISHMENT' },
        { id: 's', type: 'PUBLIC_SERVICE' },
      ],
    },
    {},
  ],
  ['a licence that may have its item', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?' }] }, {}],
  ['a licence that has it', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r' }] }, {}],
];

test.each(CASES)('CMP-03: %s', (_about, place, found) => {
  holds('CMP_03', place, found);
});
