import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'another result',
    {
      reference: [{ id: 'r', resultName: '取水许可证' }],
      power: [{ id: 'p', of: 'r', resultName: '取水批复' }],
    },
    { 'WARNING power p': /审批结果名称与参考目录不同/u },
  ],
  [
    'the same',
    {
      reference: [{ id: 'r', resultName: '取水许可证' }],
      power: [{ id: 'p', of: 'r', resultName: '取水许可证 ' }],
    },
    {},
  ],
];

test.each(CASES)('CMP-16: %s', (_about, place, found) => {
  holds('CMP_16', place, found);
});
