import { expect, test } from 'vitest';
import { contentFingerprint, fingerprintOf } from '../../../matching/block/fingerprint.ts';
import type { MatchItem } from '../../../matching/item.ts';

const ITEM: MatchItem = {
  id: 'i',
  name: '户口登记',
  codes: ['A', 'B'],
  type: '行政确认',
  department: '公安局',
  legalBases: [{ lawName: '户口登记条例', clauseNumber: '第四条' }],
  region: '510100000000',
  parentName: '户口',
};

const CHANGES: Readonly<Record<string, Partial<MatchItem>>> = {
  name: { name: '户口登计' },
  'codes in another order': { codes: ['B', 'A'] },
  'codes cut elsewhere': { codes: ['AB'] },
  'no codes': { codes: [] },
  type: { type: '行政许可' },
  department: { department: '' },
  'the article moved to the law': { legalBases: [{ lawName: '户口登记条例第四条' }] },
  'a basis more': { legalBases: [{ lawName: '户口登记条例', clauseNumber: '第四条' }, {}] },
  region: { region: '510100000001' },
  'main item': { parentName: '户口登记' },
};

const without = (key: keyof MatchItem): MatchItem => {
  const { [key]: _gone, ...rest } = ITEM;
  return rest as MatchItem;
};

test('every content has a fingerprint of its own', () => {
  const items = [
    ITEM,
    ...Object.values(CHANGES).map((change) => ({ ...ITEM, ...change })),
    ...(['codes', 'type', 'department', 'legalBases', 'region', 'parentName'] as const).map(without),
  ];
  expect(new Set(items.map(contentFingerprint)).size).toBe(items.length);
});

test('the id and the list are no content', () => {
  expect(contentFingerprint({ ...ITEM, id: 'other', list: 'power' } as MatchItem)).toBe(
    contentFingerprint(ITEM),
  );
});

test('where one text ends and the next begins counts', () => {
  const all = [
    fingerprintOf('ab', 'c'),
    fingerprintOf('a', 'bc'),
    fingerprintOf('abc'),
    fingerprintOf('abc', ''),
  ];
  expect(new Set(all).size).toBe(4);
});

test('is 16 characters of one byte each, and spreads over all its bits', () => {
  const all = Array.from({ length: 20_000 }, (_, at) => fingerprintOf(`第${at}条`));
  expect(new Set(all).size).toBe(all.length);
  for (let place = 0; place < 16; place += 4) {
    expect(new Set(all.map((one) => one.slice(place, place + 4))).size).toBeGreaterThan(19_990);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes as characters
  expect(all.every((one) => /^[\u0000-\u00ff]{16}$/u.test(one))).toBe(true);
});
