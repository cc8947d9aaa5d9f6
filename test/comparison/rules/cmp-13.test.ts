import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'none at all is no material more',
    {
      reference: [{ id: 'r', materialsText: '申请表；身份证' }],
      power: [{ id: 'p', of: 'r', materialsText: '无需提供材料' }],
    },
    { 'WARNING power p': /申请材料与参考目录不同：缺少“申请表”、“身份证”$/u },
  ],
  [
    'one where the reference says none',
    {
      reference: [{ id: 'r', materialsText: '无' }],
      power: [{ id: 'p', of: 'r', materialsText: '申请表' }],
    },
    { 'ERROR power p': /申请材料与参考目录不同：多出“申请表”$/u },
  ],
  [
    'none in other words',
    {
      reference: [{ id: 'r', materialsText: '无需材料' }],
      power: [{ id: 'p', of: 'r', materialsText: '无' }],
    },
    {},
  ],
  [
    'one more',
    {
      reference: [{ id: 'r', materialsText: ['申请表'] }],
      power: [{ id: 'p', of: 'r', materialsText: ['申请表', '无犯罪记录证明'] }],
    },
    { 'ERROR power p': /申请材料与参考目录不同：多出“无犯罪记录证明”$/u },
  ],
  [
    'one less',
    {
      reference: [{ id: 'r', materialsText: ['申请表', '居民户口簿'] }],
      power: [{ id: 'p', of: 'r', materialsText: ['申请表'] }],
    },
    { 'WARNING power p': /缺少“居民户口簿”/u },
  ],
  [
    'one under another name',
    {
      reference: [{ id: 'r', materialsText: ['居民身份证', '居民户口簿'] }],
      power: [{ id: 'p', of: 'r', materialsText: ['户口簿复印件', '居民身份证'] }],
    },
    { 'WARNING power p': /名称写法不同：“户口簿复印件”应为“居民户口簿”$/u },
  ],
  [
    'the same in another order',
    {
      reference: [{ id: 'r', materialsText: ['居民身份证', '居民户口簿'] }],
      power: [{ id: 'p', of: 'r', materialsText: ['居民户口簿', '居民身份证'] }],
    },
    {},
  ],
  [
    'rows of a guide beside a text',
    {
      reference: [{ id: 'r', materialsText: ['居民身份证'] }],
      power: [{ id: 'p', of: 'r', materials: [{ name: '居民身份证' }] }],
    },
    {},
  ],
  [
    'a guide that names none says nothing',
    {
      reference: [{ id: 'r', materialsText: ['居民身份证'] }, { id: 's' }],
      power: [
        { id: 'p', of: 'r' },
        { id: 'q', of: 's', materialsText: ['申请表'] },
      ],
    },
    {},
  ],
];

test.each(CASES)('CMP-13: %s', (_about, place, found) => {
  holds('CMP_13', place, found);
});
