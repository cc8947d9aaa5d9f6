import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a part',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r<' }] },
    { 'INFO power p': /只是参考目录“r”的一部分$/u },
  ],
  [
    'two in one',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r>' }] },
    { 'INFO power p': /合并了不止一项$/u },
  ],
  [
    'a part that waits',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r?<' }] },
    { 'INFO power p': /^待审定：.*疑似/u },
  ],
  [
    'a part that is not likely to be one',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r??<' }] },
    { 'INFO power p': /^待审定：“p”可能只是参考目录“r”的一部分，把握不大（26%）$/u },
  ],
  ['a whole', { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r' }] }, {}],
];

test.each(CASES)('CMP-28: %s', (_about, place, found) => {
  holds('CMP_28', place, found);
});
