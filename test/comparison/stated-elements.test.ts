import { describe, expect, test } from 'vitest';
import type { Elements } from '../../comparison/drift.ts';
import { elementsWithPlace, isComparedIn, statedElements } from '../../comparison/stated-elements.ts';
import { findingsOf, limit, type Told } from './rules/place.ts';

/** A list of so many items, of which so many state a legal limit. */
const stating = (items: number, count: number, elements: Elements = { statutoryLimit: limit(5) }) =>
  Array.from({ length: items }, (_, at) => ({ elements: at < count ? elements : {} }));

describe('what a list has a place for', () => {
  test.each([
    ['nobody states it', 10, 0, false],
    ['the only item does', 1, 1, true],
    ['one of ten does', 10, 1, true],
    ['one of eleven does', 11, 1, false],
    ['two of eleven do', 11, 2, true],
    ['one of a thousand does', 1_000, 1, false],
    ['all of a thousand do', 1_000, 1_000, true],
  ] as const)('%s', (_about, items, count, has) => {
    expect(statedElements(stating(items, count)).has('statutoryLimit')).toBe(has);
    expect(elementsWithPlace(new Map([['statutoryLimit', count]]), items).has('statutoryLimit')).toBe(has);
  });

  test('an element counts in either of its two forms, and once where it stands in both', () => {
    const both = { legalBasisText: '《水法》', legalBases: [{ title: '水法' }] };
    expect(statedElements(stating(11, 1, both)).has('legalBasisText')).toBe(false);
    const items = [
      ...stating(10, 1, { legalBases: both.legalBases }),
      { elements: { legalBasisText: '《水法》' } },
    ];
    expect(statedElements(items).has('legalBasisText')).toBe(true);
  });

  test('an empty list has a place for nothing', () => {
    expect(statedElements([])).toEqual(new Set());
  });
});

describe('an item is compared in an element', () => {
  const said = { statutoryLimit: limit(5) };
  test.each([
    ['that it states, though its list has no place for it', 'item', [], said, true],
    ['that it leaves blank on a list that has a place for it', 'item', ['statutoryLimit'], {}, true],
    ['but not in a blank where the list has none', 'item', [], {}, false],
    ['nor in what its guide leaves out', 'guide', ['statutoryLimit'], {}, false],
    ['but in what its guide says', 'guide', [], said, true],
  ] as const)('%s', (_about, owner, stated, local, compared) => {
    const field = { element: 'statutoryLimit', owner } as const;
    expect(isComparedIn(field, new Set<string>(stated), local)).toBe(compared);
  });
});

describe('a column that hardly anybody fills', () => {
  const COUNT = 30;
  const reference = Array.from(
    { length: COUNT },
    (_, at): Told => ({ id: `r${at}`, statutoryLimit: limit(20), exerciseLevels: ['COUNTY'] }),
  );
  const power = (filled: number): readonly Told[] =>
    reference.map(({ id }, at) => ({
      id: `p${at}`,
      name: id,
      of: id,
      exerciseLevels: ['COUNTY'],
      ...(at < filled ? { statutoryLimit: limit(30) } : {}),
    }));

  test.each([
    ['one of thirty: what it says is wrong, what the others do not say is nothing', 1, { 'ERROR p0': 1 }],
    [
      'three of thirty: the others were asked too',
      3,
      { 'ERROR p0': 1, 'ERROR p1': 1, 'ERROR p2': 1, WARNING: COUNT - 3 },
    ],
    ['nobody', 0, {}],
  ])('%s', (_about, filled, expected) => {
    const found = findingsOf('CMP_11', { reference, power: power(filled) });
    const counts = Map.groupBy(found, ({ severity, itemId }) =>
      severity === 'ERROR' ? `ERROR ${itemId}` : severity,
    );
    expect(Object.fromEntries([...counts].map(([key, those]) => [key, those.length]))).toEqual(expected);
  });
});
