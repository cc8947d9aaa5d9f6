import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const COVERED = [{ id: 'r', exerciseLevels: ['COUNTY'] }];

const CASES: readonly Case[] = [
  [
    'a licence beyond the reference',
    { reference: COVERED, power: [{ id: 'p' }] },
    { 'ERROR power p': /“p”超出参考目录$/u },
  ],
  [
    'a penalty and a service beyond it',
    {
      reference: COVERED,
      power: [
        { id: 'p', type: 'PUNISHMENT' },
        { id: 's', type: 'PUBLIC_SERVICE' },
      ],
    },
    {},
  ],
  ['a licence that may have its item', { reference: COVERED, power: [{ id: 'p', of: 'r?' }] }, {}],
  ['a licence that has it', { reference: COVERED, power: [{ id: 'p', of: 'r' }] }, {}],
  [
    'a catalog that leaves levels to be graded',
    { reference: [{ id: 'r', exerciseLevels: ['GRADED'] }], power: [{ id: 'p' }] },
    { 'ERROR power p': /超出参考目录$/u },
  ],
  [
    'a catalog that names no levels',
    { reference: [{ id: 'r' }], power: [{ id: 'p' }] },
    { 'INFO power p': /看不出管不管县级的事项，不能断定超出$/u },
  ],
  [
    'a catalog that names them for few of its items',
    { reference: [...COVERED, { id: 'b' }, { id: 'c' }], power: [{ id: 'p' }] },
    { 'INFO power p': /不能断定超出$/u },
  ],
  [
    'a catalog of what the province exercises',
    { reference: [{ id: 'r', exerciseLevels: ['PROVINCE'] }], power: [{ id: 'p' }] },
    { 'INFO power p': /不能断定超出$/u },
  ],
  ['an empty catalog', { reference: [], power: [{ id: 'p' }] }, { 'INFO power p': /不能断定超出$/u }],
];

test.each(CASES)('CMP-03: %s', (_about, place, found) => {
  holds('CMP_03', place, found);
});
