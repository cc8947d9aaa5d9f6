import { test } from 'vitest';
import { type Case, holds, limit } from './place.ts';

const CASES: readonly Case[] = [
  [
    'a type nobody could read on one of the two',
    {
      directory: [
        { id: 'c', name: '甲' },
        { id: 'd', name: '乙', type: 'UNRECOGNISED' },
      ],
      towns: [
        { id: 't', name: '甲', source: 'c', type: 'UNRECOGNISED' },
        { id: 'u', name: '乙', source: 'd' },
      ],
    },
    {},
  ],
  [
    'no source',
    { directory: [{ id: 'c' }], towns: [{ id: 't' }] },
    { 'WARNING towns t': /找不到县级来源事项/u },
  ],
  [
    'a source that waits',
    { directory: [{ id: 'c' }], towns: [{ id: 't', source: 'c?' }] },
    { 'INFO towns t': /^待审定：/u },
  ],
  [
    'a promise that the county has changed',
    {
      directory: [{ id: 'c', name: '甲', promisedLimit: limit(5) }],
      towns: [{ id: 't', name: '甲', source: 'c', promisedLimit: limit(10) }],
    },
    { 'WARNING towns t': /承诺办结时限与县级来源事项不同/u },
  ],
  [
    'what the copy does not say',
    {
      directory: [{ id: 'c', name: '甲', promisedLimit: limit(5), handleFlow: '受理—办结' }],
      towns: [
        { id: 't', name: '甲', source: 'c' },
        { id: 'u', name: '甲', source: 'c', promisedLimit: limit(5) },
      ],
    },
    {},
  ],
  [
    'a code of its source that does not exist',
    {
      directory: [{ id: 'c', name: '甲', ownCode: '1' }],
      towns: [{ id: 't', name: '甲', source: 'c', sourceItemCode: '9' }],
    },
    { 'WARNING towns t': /来源事项编码“9”在县级清单中不存在/u },
  ],
  [
    'no code where others have one',
    {
      directory: [{ id: 'c', name: '甲', ownCode: '1' }],
      towns: [
        { id: 't', name: '甲', source: 'c' },
        { id: 'u', name: '甲', source: 'c', sourceItemCode: '1' },
      ],
    },
    { 'WARNING towns t': /没有填写来源事项编码/u },
  ],
  ['a county has no sources', { directory: [{ id: 'c' }] }, {}],
];

test.each(CASES)('CMP-19: %s', (_about, place, found) => {
  holds('CMP_19', place, found);
});
