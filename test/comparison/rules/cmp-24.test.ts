import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a penalty',
    { directory: [{ id: 'd', type: 'PUNISHMENT' }] },
    { 'WARNING directory d': /无需相对人申请/u },
  ],
  [
    'a service that says so',
    { directory: [{ id: 'd', type: 'PUBLIC_SERVICE', serviceMode: 'PROACTIVE' }] },
    { 'WARNING directory d': /无需/u },
  ],
  [
    'a service that the list of services says so of',
    {
      service: [{ id: 's', type: 'PUBLIC_SERVICE', serviceMode: 'PROACTIVE', twin: 'd' }],
      directory: [{ id: 'd', type: 'PUBLIC_SERVICE' }],
    },
    { 'WARNING directory d': /无需/u },
  ],
  [
    'a service that the reference says so of',
    {
      reference: [{ id: 'r', type: 'PUBLIC_SERVICE', serviceMode: 'PROACTIVE' }],
      directory: [{ id: 'd', type: 'PUBLIC_SERVICE', of: 'r' }],
    },
    { 'WARNING directory d': /无需/u },
  ],
  [
    'what it says itself counts',
    {
      reference: [{ id: 'r', type: 'PUBLIC_SERVICE', serviceMode: 'PROACTIVE' }],
      directory: [{ id: 'd', type: 'PUBLIC_SERVICE', serviceMode: 'ON_APPLICATION', of: 'r' }],
    },
    {},
  ],
  ['a licence', { directory: [{ id: 'd' }] }, {}],
];

test.each(CASES)('CMP-24: %s', (_about, place, found) => {
  holds('CMP_24', place, found);
});
