import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a power nobody claims',
    { reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }], power: [] },
    { 'WARNING power -r': /规定本级行使，清单中没有/u },
  ],
  ['one that is claimed', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r' }] }, {}],
  ['one that is part of a local item', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r>' }] }, {}],
  [
    'one that may be claimed',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?' }] },
    { 'INFO power p': /可能由.*承接/u },
  ],
  ['one of another level', { reference: [{ id: 'r', exerciseLevels: ['CITY'] }], power: [] }, {}],
  [
    'one whose level the catalog does not say',
    { reference: [{ id: 'r' }], power: [] },
    { 'INFO power -r': /没有写行使层级/u },
  ],
  [
    'a main item',
    {
      reference: [
        { id: 'm', code: '1' },
        { id: 'r', mainItemCode: '1' },
      ],
      power: [{ id: 'p', of: 'r' }],
    },
    {},
  ],
  [
    'a service is missing from no list of powers',
    { reference: [{ id: 'r', type: 'PUBLIC_SERVICE' }], power: [] },
    {},
  ],
  [
    'a penalty is missing from no list of government services',
    { reference: [{ id: 'r', type: 'PUNISHMENT' }], directory: [] },
    {},
  ],
  [
    'what the reference calls 主动服务 is missing from none either',
    { reference: [{ id: 'r', type: 'PUBLIC_SERVICE', serviceMode: 'PROACTIVE' }], directory: [] },
    {},
  ],
  [
    'one that rests on the list of powers',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r', state: 'SUSPENDED' }], directory: [] },
    {},
  ],
  [
    'one in force there and absent here',
    { reference: [{ id: 'r', exerciseLevels: ['COUNTY'] }], power: [{ id: 'p', of: 'r' }], directory: [] },
    { 'WARNING directory -r': /没有/u },
  ],
  [
    'a department that reports to have none',
    { reference: [{ id: 'r', type: 'PUBLIC_SERVICE' }], service: [], directory: [], nil: ['青溪县民政局'] },
    {},
  ],
  ['a cancelled reference item', { reference: [{ id: 'r', state: 'CANCELLED' }], power: [] }, {}],
];

test.each(CASES)('CMP-02: %s', (_about, place, found) => {
  holds('CMP_02', place, found);
});
