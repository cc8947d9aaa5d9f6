import type { Problem } from '../../catalog/problems.ts';
import { plainText } from '../cells.ts';
import type { SheetHead } from '../layouts/sheet-head.ts';
import { type Slot, slotOf } from '../layouts/slots.ts';
import { columnLetters } from '../readers/cell-address.ts';
import type { CellValue, GridRow } from '../readers/grid.ts';
import type { Table, TableRow } from '../readers/table.ts';
import { exportTitleOf, FIRST_FACT } from './export-title.ts';
import { unmarkFormula } from './formula-mark.ts';
import { blockOfText } from './leftovers-text.ts';
import { nilTaker } from './nil-rows.ts';

const plainOf = (cell: CellValue | undefined): string => plainText(cell ?? '');

/** How the cells of a column become values: the apostrophe before a formula goes, JSON in a block becomes its entries. */
const cellReader = (slot: Slot, isMarked: boolean) => {
  const isBlock = slot.kind === 'BLOCK';
  return (cell: CellValue | undefined): unknown => {
    if (typeof cell !== 'string') return cell ?? null;
    const text = isMarked ? unmarkFormula(cell) : cell;
    return (isBlock ? blockOfText(text) : undefined) ?? text;
  };
};

const isEmpty = ({ cells }: GridRow): boolean => cells.every((cell) => plainOf(cell) === '');

/**
 * The table of a sheet that an export wrote: the first row is the header, every other row an item, a guide or an
 * office without any, and no title is guessed at. Undefined for any other sheet.
 */
export const exportedTable = (
  { document, name, rows: head }: SheetHead,
  rows: AsyncIterable<readonly GridRow[]>,
): Table | undefined => {
  const [first] = head;
  const kind = first === undefined ? undefined : exportTitleOf(plainOf(first.cells[0]));
  if (first === undefined || kind === undefined) return undefined;
  const isMarked = kind === 'csv';
  const titles = first.cells.map((cell) => (isMarked ? unmarkFormula(plainOf(cell)) : plainOf(cell)));
  const header = titles.map((title, column) => (title === '' ? `第 ${column + 1} 列` : title));
  const slots = header.map(
    (title, column): Slot => (column === 0 ? { kind: 'FACT', fact: FIRST_FACT } : slotOf(title)),
  );
  const readers = slots.map((slot) => cellReader(slot, isMarked));
  const problems: Problem[] = [];
  const items = nilTaker(name, slots, problems);
  const toRow = ({ row, cells, problems = [] }: GridRow): TableRow => ({
    row,
    cells: cells.map((cell, column) => readers[column]?.(cell) ?? cell),
    ...(problems.length > 0 ? { problems } : {}),
  });
  async function* batches(): AsyncGenerator<readonly TableRow[]> {
    for await (const batch of rows) {
      yield items(batch.filter((each) => each.row > (first?.row ?? 0) && !isEmpty(each)).map(toRow));
    }
  }
  return {
    document,
    ...(name === undefined ? {} : { sheet: name }),
    layout: '纵横导出',
    subject: kind === 'guides' ? 'GUIDE' : 'ITEM',
    header,
    letters: header.map((_, column) => columnLetters(column)),
    slots,
    batches: batches(),
    problems,
  };
};
