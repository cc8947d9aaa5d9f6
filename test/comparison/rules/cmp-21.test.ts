import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a licence on no list of powers',
    { directory: [{ id: 'd' }], power: [] },
    { 'ERROR directory d': /不在权责清单/u },
  ],
  [
    'a service on no list of services',
    { directory: [{ id: 'd', type: 'PUBLIC_SERVICE' }], service: [] },
    { 'ERROR directory d': /不在公共服务清单/u },
  ],
  ['by a link', { directory: [{ id: 'd' }], power: [{ id: 'p', twin: 'd' }] }, {}],
  [
    'by the reference',
    { reference: [{ id: 'r' }], directory: [{ id: 'd', of: 'r' }], power: [{ id: 'p', of: 'r' }] },
    {},
  ],
  [
    'perhaps, by a reference that waits',
    { reference: [{ id: 'r' }], directory: [{ id: 'd', of: 'r' }], power: [{ id: 'p', of: 'r?' }] },
    { 'INFO directory d': /^待审定：/u },
  ],
  ['a list that was never filed', { directory: [{ id: 'd' }] }, {}],
];

test.each(CASES)('CMP-21: %s', (_about, place, found) => {
  holds('CMP_21', place, found);
});
