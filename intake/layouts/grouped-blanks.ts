import { cellText } from './cell-text.ts';
import { mergeFiller } from './merged-cells.ts';
import { rowRoles } from './row-roles.ts';
import type { SheetHead } from './sheet-head.ts';
import type { TableShape } from './table-shape.ts';

/** Fewer groups than this are no pattern. */
const GROUPS = 2;

/**
 * Whether a column is written only on the first row of each group: it begins full, has blank cells, no value comes twice,
 * and more than one group has several rows. A column that is merged is not such a one: its merges tell the groups.
 */
export const hasGroupedBlanks = (head: SheetHead, shape: TableShape, column: number): boolean => {
  const { bottom } = shape.header;
  if (
    head.merges.some(
      ({ top, left, right, bottom: last }) => top > bottom && last > top && left <= column && column <= right,
    )
  ) {
    return false;
  }
  const fill = mergeFiller(head.merges, () => []);
  const roleOf = rowRoles(shape, false);
  const values: string[] = [];
  for (const row of head.rows) {
    if (row.row <= bottom) continue;
    const filled = fill(row);
    if (roleOf(filled).kind === 'DATA') values.push(cellText(filled.cells[column]));
  }
  const full = values.filter((text) => text !== '');
  const starts = values.flatMap((text, index) => (text === '' ? [] : [index]));
  const sizes = starts.map((start, index) => (starts[index + 1] ?? values.length) - start);
  return (
    values[0] !== undefined &&
    values[0] !== '' &&
    full.length >= GROUPS &&
    new Set(full).size === full.length &&
    sizes.filter((size) => size > 1).length >= GROUPS
  );
};

/** Whether the running numbers of the rows are written in Chinese numerals, which else number headings. */
export const numeralsAreOrdinals = (head: SheetHead, shape: TableShape): boolean => {
  const { ordinal, header } = shape;
  if (ordinal === undefined) return false;
  const texts = head.rows
    .filter(({ row }) => row > header.bottom)
    .map(({ cells }) => cellText(cells[ordinal]))
    .filter((text) => text !== '');
  const chinese = texts.filter((text) => /^[一二三四五六七八九十]+$/u.test(text));
  return chinese.length * 2 > texts.length;
};
