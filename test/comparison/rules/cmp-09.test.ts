import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a level the reference does not name',
    { reference: [{ id: 'r', exerciseLevels: ['PROVINCE', 'CITY'] }], power: [{ id: 'p', of: 'r' }] },
    { 'ERROR power p': /没有让县级行使/u },
  ],
  [
    'a level it names',
    { reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }], power: [{ id: 'p', of: 'r' }] },
    {},
  ],
  ['分级管理', { reference: [{ id: 'r', exerciseLevels: ['GRADED'] }], power: [{ id: 'p', of: 'r' }] }, {}],
  [
    'a township',
    {
      reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }],
      directory: [{ id: 'c', of: 'r' }],
      towns: [{ id: 't', of: 'r', source: 'c' }],
    },
    { 'ERROR towns t': /没有让镇/u },
  ],
];

test.each(CASES)('CMP-09: %s', (_about, place, found) => {
  holds('CMP_09', place, found);
});
