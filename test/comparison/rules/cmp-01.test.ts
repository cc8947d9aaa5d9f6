import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'an item nobody has in the reference',
    { reference: [{ id: 'r' }], power: [{ id: 'p' }] },
    { 'WARNING power p': /没有对应事项/u },
  ],
  ['one that has its item', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r' }] }, {}],
  [
    'one that may have it',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?' }] },
    { 'INFO power p': /^待审定：“p”疑似就是参考目录的“r”$/u },
  ],
  [
    'one whose nearest is not likely to be it',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r??' }] },
    { 'INFO power p': /^待审定：参考目录中与“p”最接近的是“r”，把握不大（26%）$/u },
  ],
  [
    'one that may be part of it is told by CMP-28',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?<' }] },
    {},
  ],
  ['a cancelled one', { reference: [{ id: 'r' }], power: [{ id: 'p', state: 'CANCELLED' }] }, {}],
  [
    'one that the second catalog has',
    { reference: [{ id: 'r' }], second: [{ id: 's' }], power: [{ id: 'p', of: 's' }] },
    {},
  ],
  [
    'one that neither catalog has is told once',
    { reference: [{ id: 'r' }], second: [{ id: 's' }], power: [{ id: 'p' }] },
    { 'WARNING power p': /没有对应/u },
  ],
];

test.each(CASES)('CMP-01: %s', (_about, place, found) => {
  holds('CMP_01', place, found);
});
