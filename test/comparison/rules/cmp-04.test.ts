import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'another name under one code',
    {
      reference: [{ id: 'r', name: '取水许可', code: '1' }],
      power: [{ id: 'p', name: '取水审批', code: '1', of: 'r' }],
    },
    { 'ERROR power p': /事项名称与参考目录不同：本清单写的是“取水审批”，参考目录写的是“取水许可”/u },
  ],
  [
    'another name without a code',
    { reference: [{ id: 'r', name: '取水许可' }], power: [{ id: 'p', name: '青溪县取水许可', of: 'r' }] },
    { 'WARNING power p': /青溪县取水许可/u },
  ],
  [
    'brackets and blanks',
    {
      reference: [{ id: 'r', name: '取水许可（新办）' }],
      power: [{ id: 'p', name: '取水 许可(新办)', of: 'r' }],
    },
    {},
  ],
  [
    'a part is named as it must be',
    { reference: [{ id: 'r', name: '取水许可' }], power: [{ id: 'p', name: '取水许可（个人）', of: 'r<' }] },
    {},
  ],
  [
    'a link that waits',
    { reference: [{ id: 'r', name: '取水许可' }], power: [{ id: 'p', name: '取水审批', of: 'r?' }] },
    {},
  ],
  [
    'a cancelled item',
    {
      reference: [{ id: 'r', name: '取水许可' }],
      power: [{ id: 'p', name: '取水审批', of: 'r', state: 'CANCELLED' }],
    },
    {},
  ],
];

test.each(CASES)('CMP-04: %s', (_about, place, found) => {
  holds('CMP_04', place, found);
});
