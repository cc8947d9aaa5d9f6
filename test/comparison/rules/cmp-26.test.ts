import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const version = (number: number, elements: Readonly<Record<string, unknown>>) => ({
  referenceId: 'r',
  version: number,
  elements: { itemType: 'LICENSING', ...elements },
  sinceRelease: number,
  sinceDay: '2025-01-01',
});

const CASES: readonly Case[] = [
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
