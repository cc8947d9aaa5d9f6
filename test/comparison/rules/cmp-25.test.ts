import { test } from 'vitest';
import { type Case, holds, limit } from './place.ts';

const CASES: readonly Case[] = [
  [
    'two limits',
    {
      reference: [{ id: 'r', name: '甲' }],
      directory: [{ id: 'd', name: '甲', of: 'r', statutoryLimit: limit(5) }],
      implementation: [{ id: 'i', name: '甲', of: 'r', statutoryLimit: limit(10) }],
    },
    {
      'WARNING implementation i':
        /法定办结时限前后不一：“实施清单”写的是“10 个工作日”，“目录清单”写的是“5 个工作日”/u,
    },
  ],
  [
    'one list says nothing',
    {
      reference: [{ id: 'r', name: '甲' }],
      directory: [{ id: 'd', name: '甲', of: 'r' }],
      implementation: [{ id: 'i', name: '甲', of: 'r', statutoryLimit: limit(10) }],
    },
    {},
  ],
  [
    'the same in other words',
    {
      reference: [{ id: 'r' }],
      directory: [{ id: 'd', name: '甲（新办）', of: 'r' }],
      implementation: [{ id: 'i', name: '甲(新办)', of: 'r' }],
    },
    {},
  ],
  [
    'parts are named each its own way',
    {
      reference: [{ id: 'r' }],
      directory: [{ id: 'd', name: '甲', of: 'r' }],
      implementation: [{ id: 'i', name: '甲（个人）', of: 'r<' }],
    },
    {},
  ],
  [
    'the list of powers is no channel',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'd', name: '甲', of: 'r' }],
      implementation: [{ id: 'i', name: '乙', of: 'r' }],
    },
    {},
  ],
];

test.each(CASES)('CMP-25: %s', (_about, place, found) => {
  holds('CMP_25', place, found);
});
