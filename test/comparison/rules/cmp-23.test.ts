import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  ['dormant and in force', { power: [{ id: 'p', isDormant: true }] }, { 'INFO power p': /静默事项/u }],
  ['dormant and suspended', { power: [{ id: 'p', isDormant: true, state: 'SUSPENDED' }] }, {}],
  ['not dormant', { power: [{ id: 'p', isDormant: false }] }, {}],
];

test.each(CASES)('CMP-23: %s', (_about, place, found) => {
  holds('CMP_23', place, found);
});
