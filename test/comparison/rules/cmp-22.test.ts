import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a licence that is not served',
    { power: [{ id: 'p' }], directory: [] },
    { 'WARNING power p': /不在政务服务清单/u },
  ],
  ['a suspended one', { power: [{ id: 'p', state: 'SUSPENDED' }], directory: [] }, {}],
  ['a penalty', { power: [{ id: 'p', type: 'PUNISHMENT' }], directory: [] }, {}],
  [
    'an award that the reference says is 依职权',
    {
      reference: [{ id: 'r', type: 'REWARD', serviceMode: 'EX_OFFICIO' }],
      power: [{ id: 'p', type: 'REWARD', of: 'r' }],
      directory: [],
    },
    {},
  ],
  ['one that is served', { power: [{ id: 'p', twin: 'd' }], directory: [{ id: 'd' }] }, {}],
  [
    'one that may be',
    { power: [{ id: 'p', twin: 'd?' }], directory: [{ id: 'd' }] },
    { 'INFO power p': /^待审定：/u },
  ],
  ['no list of government services', { power: [{ id: 'p' }] }, {}],
];

test.each(CASES)('CMP-22: %s', (_about, place, found) => {
  holds('CMP_22', place, found);
});
