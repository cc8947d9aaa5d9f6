import { describe, expect, test } from 'vitest';
import { findHeader } from '../../../intake/layouts/find-header.ts';
import { mergesByRow, withoutOverlaps } from '../../../intake/layouts/merged-cells.ts';
import type { Merge } from '../../../intake/readers/grid.ts';
import { headOf, mergeOf, readTables } from './small-grid.ts';

const rangesOf = (merges: readonly Merge[]) =>
  merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(' '));

describe('merges that overlap', () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['side by side', ['A1:B2', 'C1:D2'], ['A1:B2', 'C1:D2']],
    ['one below the other', ['A1:B2', 'A3:C3'], ['A1:B2', 'A3:C3']],
    ['the same twice', ['A1:B2', 'A1:B2'], ['A1:B2']],
    ['at a corner', ['A1:C3', 'C3:D4'], ['A1:C3']],
    ['one within the other', ['A1:F9', 'C3:D4', 'G3:H4'], ['A1:F9', 'G3:H4']],
    [
      'over two that end at different rows',
      ['A1:A2', 'B1:B5', 'A3:B3', 'A4:A4'],
      ['A1:A2', 'B1:B5', 'A4:A4'],
    ],
    ['upside down', ['A3:B2', 'A3:B4'], ['A3:B4']],
  ])('%s', (_name, merges, kept) =>
    expect(rangesOf(withoutOverlaps(merges.map(mergeOf)))).toEqual(rangesOf(kept.map(mergeOf))),
  );
});

test('the merges of each row', () => {
  const of = mergesByRow(['A1:A3', 'B2:B2', 'B3:C4'].map(mergeOf));
  expect([1, 2, 3, 4, 5].map((row) => of(row).length)).toEqual([1, 2, 2, 1, 0]);
});

describe('hostile merges cost no more than they are many', () => {
  const HEADER = ['序号', '事项名称', '实施主体'];
  const tall = (count: number): readonly Merge[] =>
    Array.from({ length: count }, (_, index) => ({ top: 2, left: index % 3, bottom: 1_000_000, right: 300 }));

  test('20,000 that overlap', async () => {
    const rows = [
      HEADER,
      ...Array.from({ length: 2_000 }, (_, index) => [String(index), `第${index}号登记`, '甲局']),
    ];
    const numbered = rows.map((cells, index) => ({ row: index + 1, cells }));
    async function* sheets() {
      async function* batches() {
        yield numbered;
      }
      yield { kind: 'CELLS' as const, merges: tall(20_000), batches: batches() };
    }
    const [read] = await readTables({ document: '清单.xlsx', problems: [], sheets: sheets() });
    expect(read?.rows.length).toBeGreaterThan(0);
  }, 5_000);

  test('50,000 below the head, in 300 columns', () => {
    const width = Array.from({ length: 297 }, (_, index) => `自有列${index}`);
    const head = headOf([[...HEADER, ...width]]);
    const merges = Array.from({ length: 50_000 }, (_, index) => {
      const row = 1_000 + index;
      return { top: row, left: 0, bottom: row, right: 299 };
    });
    expect(findHeader({ ...head, merges }).header?.top).toBe(1);
  }, 2_000);
});
