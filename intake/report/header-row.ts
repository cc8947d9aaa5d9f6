import { titleKey } from '../../catalog/fields.ts';
import type { CellValue } from '../readers/grid.ts';

/** Rows among which the header is looked for: titles, notes and filling instructions may stand above it. */
const LOOKED_AT = 100;

const textKey = (value: CellValue | undefined): string =>
  value === null || value === undefined ? '' : titleKey(String(value));

/**
 * The row that holds the titles a table was read by, its number counted from 1: the one with most of them, the lowest
 * of several. Row 1 where none has any.
 */
export const headerRowOf = (
  rows: Iterable<{ readonly row: number; readonly cells: readonly (CellValue | undefined)[] }>,
  titles: readonly string[],
): number => {
  // The title of a column below another is `上级/下级`; the sheet's own cell holds the last part.
  const wanted = new Set(titles.map((title) => titleKey(title.split('/').at(-1) ?? title)).filter(Boolean));
  let best = { row: 1, found: 0 };
  let looked = 0;
  for (const { row, cells } of rows) {
    looked += 1;
    if (looked > LOOKED_AT) break;
    const found = new Set(cells.map(textKey).filter((key) => wanted.has(key))).size;
    if (found > 0 && found >= best.found) best = { row, found };
  }
  return best.row;
};
