import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const version = (number: number, elements: Readonly<Record<string, unknown>>, sinceRelease = number) => ({
  referenceId: 'r',
  version: number,
  elements: { itemType: 'LICENSING', ...elements },
  sinceRelease,
  sinceDay: '2025-01-01',
});

const CASES: readonly Case[] = [
  [
    'the reference has cancelled what the list still has',
    {
      reference: [{ id: 'r', state: 'CANCELLED' }],
      power: [
        { id: 'p', name: 'r', of: 'r' },
        { id: 'q', name: 'r', of: 'r', state: 'CANCELLED' },
      ],
    },
    { 'WARNING power p': /^参考目录已经取消“r”，清单的“r”还没有取消$/u },
  ],
  [
    'the reference moved on',
    {
      reference: [{ id: 'r', name: '新名' }],
      power: [{ id: 'p', name: '旧名', of: 'r' }],
      based: { p: version(1, { name: '旧名' }) },
    },
    { 'WARNING power p': /事项名称仍是参考目录第 1 版的写法，现行为第 2 版/u },
  ],
  [
    'the item followed',
    {
      reference: [{ id: 'r', name: '新名' }],
      power: [{ id: 'p', name: '新名', of: 'r' }],
      based: { p: version(1, { name: '旧名' }) },
    },
    {},
  ],
  [
    'filed from an old edition after the new one was out',
    {
      reference: [{ id: 'r', name: '新名' }],
      power: [{ id: 'p', name: '旧名', of: 'r' }],
      based: { p: version(2, { name: '新名' }) },
      earlier: { r: [version(1, { name: '旧名' })] },
    },
    { 'WARNING power p': /第 1 版/u },
  ],
  [
    'an edit of its own',
    {
      reference: [{ id: 'r', name: '新名' }],
      power: [{ id: 'p', name: '另名', of: 'r' }],
      based: { p: version(2, { name: '新名' }) },
      earlier: { r: [version(1, { name: '旧名' })] },
    },
    {},
  ],
  [
    'only the guide moved on',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满十六周岁' }],
      based: { p: version(2, { name: 'r', acceptCondition: '年满十六周岁' }, 5) },
    },
    { 'WARNING power p': /受理条件仍是参考目录版次 5（2025-01-01）时的写法，此后办事指南已更新$/u },
  ],
  [
    'an edition of the guide that came and went after the item was filed',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满十六周岁' }],
      based: { p: version(2, { name: 'r', acceptCondition: '年满十八周岁' }, 5) },
      earlier: { r: [version(2, { name: 'r', acceptCondition: '年满十六周岁' }, 6)] },
    },
    {},
  ],
  [
    'an edition of the guide that was there before the item was filed',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满十六周岁' }],
      based: { p: version(2, { name: 'r', acceptCondition: '年满十八周岁' }, 5) },
      earlier: { r: [version(2, { name: 'r', acceptCondition: '年满十六周岁' }, 4)] },
    },
    { 'WARNING power p': /版次 4（/u },
  ],
  [
    'only the wording of the reference moved',
    {
      reference: [{ id: 'r', name: '名（甲）' }],
      power: [{ id: 'p', name: '名(甲)', of: 'r' }],
      based: { p: version(1, { name: '名(甲)' }) },
    },
    {},
  ],
];

test.each(CASES)('CMP-26: %s', (_about, place, found) => {
  holds('CMP_26', place, found);
});
