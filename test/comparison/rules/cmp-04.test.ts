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
    'marks of the level of the list, and of what was handed down to it',
    {
      reference: [
        { id: 'r', name: '停业登记' },
        { id: 's', name: '复业登记（省级权限）' },
        { id: 't', name: '取水许可' },
      ],
      power: [
        { id: 'p', name: '停业登记（县级行使）', of: 'r' },
        { id: 'q', name: '复业登记（市、县级）', of: 's' },
        { id: 'd', name: '取水许可（省级权限下放）', of: 't' },
      ],
    },
    {},
  ],
  [
    'a mark of another level, which the reference does not make',
    {
      reference: [
        { id: 'r', name: '停业登记', code: '1' },
        { id: 's', name: '复业登记（市级权限）' },
      ],
      power: [
        { id: 'p', name: '停业登记（市级权限）', code: '1', of: 'r' },
        { id: 'q', name: '复业登记（市级行使）', of: 's' },
      ],
    },
    { 'INFO power p': /注明是市级的，本清单是县级的/u },
  ],
  [
    'a mark of level behind another name',
    { reference: [{ id: 'r', name: '取水许可' }], power: [{ id: 'p', name: '取水审批（县级）', of: 'r' }] },
    { 'WARNING power p': /取水审批（县级）/u },
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
