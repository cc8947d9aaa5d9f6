import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'another condition',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满二十周岁' }],
    },
    { 'ERROR power p': /受理条件与参考目录不同/u },
  ],
  [
    'other marks',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁；' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满十八周岁。' }],
    },
    {},
  ],
  [
    'who comes from elsewhere is kept out',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r', acceptCondition: '投标人须为本地企业' }] },
    { 'ERROR power p': /限制外地申请人/u },
  ],
  [
    'the reference asks for it',
    {
      reference: [{ id: 'r', acceptCondition: '申请人限本市户籍' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '申请人限本市户籍' }],
    },
    {},
  ],
  [
    'what falls to the place',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '在本县行政区域内取水的单位' }],
    },
    {},
  ],
  [
    'rows beside a text cannot be told',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', conditions: [{ name: '成年' }] }],
    },
    {},
  ],
];

test.each(CASES)('CMP-14: %s', (_about, place, found) => {
  holds('CMP_14', place, found);
});
