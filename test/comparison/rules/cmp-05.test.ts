import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'another basic code',
    { reference: [{ id: 'r', code: '1' }], power: [{ id: 'p', code: '2', of: 'r' }] },
    { 'ERROR power p': /基本编码与参考目录的“r”不同/u },
  ],
  [
    'codes of two schemes',
    { reference: [{ id: 'r', code: '1' }], power: [{ id: 'p', code: 'OTHER:2', of: 'r' }] },
    {},
  ],
  ['no code', { reference: [{ id: 'r', code: '1' }], power: [{ id: 'p', of: 'r' }] }, {}],
  [
    'one code on two names',
    {
      power: [
        { id: 'p', ownCode: '1' },
        { id: 'q', ownCode: '1' },
      ],
      reference: [],
    },
    { 'ERROR power q': /“q”与“p”用同一个编码/u },
  ],
  [
    '办理项 of one reference item share its code',
    {
      reference: [{ id: 'r' }],
      power: [
        { id: 'p', ownCode: '1', of: 'r<' },
        { id: 'q', ownCode: '1', of: 'r?<' },
      ],
    },
    {},
  ],
  [
    'a part and what stands for nothing',
    {
      reference: [{ id: 'r' }],
      power: [
        { id: 'p', ownCode: '1', of: 'r<' },
        { id: 'q', ownCode: '1' },
      ],
    },
    { 'ERROR power q': /同一个编码/u },
  ],
  [
    'one item twice',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可' },
        { id: 'q', name: '取水许可' },
      ],
    },
    { 'ERROR power q': /出现不止一次$/u },
  ],
  [
    'one name with two codes',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可', ownCode: '1' },
        { id: 'q', name: '取水 许可', ownCode: '2' },
      ],
    },
    { 'ERROR power q': /编码不同/u },
  ],
  [
    'one name of two departments',
    {
      reference: [],
      power: [
        { id: 'p', name: '奖励' },
        { id: 'q', name: '奖励', department: '青溪县公安局' },
      ],
    },
    {},
  ],
  [
    'sub-items of two main items',
    {
      reference: [],
      power: [
        { id: 'p', name: '变更', mainItemCode: 'A' },
        { id: 'q', name: '变更', mainItemCode: 'B' },
        { id: 's', name: '变更', mainItemName: '取水许可' },
      ],
    },
    {},
  ],
  [
    'a sub-item twice under one main item',
    {
      reference: [],
      power: [
        { id: 'p', name: '变更', mainItemCode: 'A' },
        { id: 'q', name: '变更', mainItemCode: 'B' },
        { id: 's', name: '变更', mainItemCode: 'B' },
      ],
    },
    { 'ERROR power s': /不止一次/u },
  ],
  [
    'a sub-item again without its main item',
    {
      reference: [],
      power: [
        { id: 'p', name: '变更', mainItemCode: 'A' },
        { id: 'q', name: '变更' },
      ],
    },
    { 'ERROR power q': /不止一次/u },
  ],
  [
    'a main item and its sub-item',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可', code: '00Y' },
        { id: 'q', name: '取水许可', code: '001', mainItemCode: '00Y' },
      ],
    },
    {},
  ],
  [
    'an item that names itself as its main item, twice',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可', code: '1', mainItemCode: '1' },
        { id: 'q', name: '取水许可', code: '2', mainItemCode: '2' },
      ],
    },
    { 'ERROR power q': /不止一次/u },
  ],
  [
    '业务办理项 of one item',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可', ownCode: '1', handlingItemCode: '101' },
        { id: 'q', name: '取水许可', ownCode: '1', handlingItemCode: '102' },
        { id: 's', name: '取水许可（单位）', ownCode: '1', handlingItemCode: '103' },
      ],
    },
    {},
  ],
  [
    'one 业务办理项 twice',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可', ownCode: '1', handlingItemCode: '101' },
        { id: 'q', name: '取水许可', ownCode: '1', handlingItemCode: '101' },
      ],
    },
    { 'ERROR power q': /不止一次$/u },
  ],
  [
    'what the reference has twice too',
    {
      reference: [
        { id: 'r', name: '变更' },
        { id: 't', name: '变更' },
      ],
      power: [
        { id: 'p', name: '变更', of: 'r' },
        { id: 'q', name: '变更', of: 't' },
      ],
    },
    {},
  ],
  [
    'what the reference has under two names',
    {
      reference: [
        { id: 'r', name: '取水许可变更' },
        { id: 't', name: '排水许可变更' },
      ],
      power: [
        { id: 'p', name: '变更', of: 'r' },
        { id: 'q', name: '变更', of: 't' },
      ],
    },
    { 'ERROR power q': /不止一次/u },
  ],
  [
    'the edition that is to come',
    {
      reference: [],
      power: [
        { id: 'p', name: '取水许可', ownCode: '1' },
        { id: 'q', name: '取水许可', ownCode: '1', state: 'SCHEDULED' },
        { id: 's', name: '取水许可（新）', ownCode: '1', state: 'SCHEDULED' },
      ],
    },
    { 'ERROR power s': /“取水许可（新）”与“取水许可”用同一个编码/u },
  ],
  [
    'beside two catalogs it is told once',
    {
      reference: [],
      second: [],
      power: [
        { id: 'p', name: '取水许可' },
        { id: 'q', name: '取水许可' },
      ],
    },
    { 'ERROR power q': /不止一次/u },
  ],
];

test.each(CASES)('CMP-05: %s', (_about, place, found) => {
  holds('CMP_05', place, found);
});
