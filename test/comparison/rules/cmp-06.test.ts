import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'another type',
    { reference: [{ id: 'r' }], power: [{ id: 'p', type: 'CONFIRMATION', of: 'r' }] },
    { 'ERROR power p': /事项类型与参考目录不同：本清单写的是“行政确认”，参考目录写的是“行政许可”/u },
  ],
  [
    'a type nobody could read',
    { reference: [{ id: 'r' }], power: [{ id: 'p', type: 'UNRECOGNISED', of: 'r' }] },
    {},
  ],
  ['the same type', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r' }] }, {}],
];

test.each(CASES)('CMP-06: %s', (_about, place, found) => {
  holds('CMP_06', place, found);
});
