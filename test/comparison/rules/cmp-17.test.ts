import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'others besides',
    {
      reference: [{ id: 'r', serviceObjects: ['NATURAL_PERSON'] }],
      power: [{ id: 'p', of: 'r', serviceObjects: ['NATURAL_PERSON', 'ENTERPRISE'] }],
    },
    { 'WARNING power p': /服务对象与参考目录不同：多出“企业法人”/u },
  ],
  [
    'the same in another order',
    {
      reference: [{ id: 'r', serviceObjects: ['NATURAL_PERSON', 'ENTERPRISE'] }],
      power: [{ id: 'p', of: 'r', serviceObjects: ['ENTERPRISE', 'NATURAL_PERSON'] }],
    },
    {},
  ],
];

test.each(CASES)('CMP-17: %s', (_about, place, found) => {
  holds('CMP_17', place, found);
});
