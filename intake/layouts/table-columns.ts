import { columnLetters } from '../readers/cell-address.ts';
import type { CellValue } from '../readers/grid.ts';
import { blockEntries } from './block-entries.ts';
import { cellText } from './cell-text.ts';
import { BLOCK_TITLES, type ColumnTarget, targetId } from './column-target.ts';
import type { AddedValue, ItemRow } from './item-rows.ts';
import type { MappedColumn } from './map-columns.ts';
import type { Block, Slot } from './slots.ts';
import type { TableShape } from './table-shape.ts';
import { plainTitle } from './title-text.ts';

/** The better title of one element comes first, for of several columns the first that says anything counts. */
const rank = ({ slot, title, how }: MappedColumn): number => {
  if (how === 'MAPPED') return 0;
  return slot.kind === 'FIELD' && plainTitle(title) === plainTitle(slot.field.chinese) ? 1 : 2;
};

const inOrder = (columns: readonly MappedColumn[]): readonly MappedColumn[] => {
  const places = new Map<string, MappedColumn[]>();
  for (const column of columns) {
    const id = targetId(column.slot);
    places.set(id, [...(places.get(id) ?? []), column]);
  }
  for (const [id, group] of places)
    places.set(
      id,
      group.toSorted((left, right) => rank(left) - rank(right)),
    );
  return columns.map((column) => {
    const id = targetId(column.slot);
    return id === 'other' ? column : (places.get(id)?.shift() ?? column);
  });
};

const slotOfTarget = (target: ColumnTarget): Slot => {
  switch (target.kind) {
    case 'PART':
      return { kind: 'BLOCK', block: target.block, field: undefined };
    case 'NAME_AND_CODE':
      return { kind: 'FIELD', field: target.field };
    case 'IGNORE':
      throw new Error('a column that is not kept has no slot');
    default:
      return target;
  }
};

/**
 * The columns of the table that the layout makes of a sheet: those of the sheet but running numbers, one for each block
 * whose parts are columns, and those that rows add. `cellsOf` puts an item's values in their places.
 */
export const tableColumns = (shape: TableShape) => {
  const header: string[] = [];
  const letters: (string | undefined)[] = [];
  const slots: Slot[] = [];
  const push = (title: string, slot: Slot, letter: string | undefined): number => {
    letters.push(letter);
    slots.push(slot);
    return header.push(title) - 1;
  };
  const sources: { readonly column: number; readonly position: number }[] = [];
  const blocks = new Map<Block, { readonly position: number; readonly parts: MappedColumn[] }>();
  for (const each of inOrder(shape.columns)) {
    const { slot, column, title } = each;
    if (slot.kind === 'IGNORE') continue;
    if (slot.kind !== 'PART') {
      sources.push({ column, position: push(title, slotOfTarget(slot), columnLetters(column)) });
      continue;
    }
    const known = blocks.get(slot.block);
    if (known !== undefined) known.parts.push(each);
    else {
      const position = push(BLOCK_TITLES[slot.block], slotOfTarget(slot), columnLetters(column));
      blocks.set(slot.block, { position, parts: [each] });
    }
  }
  const added = new Map<string, number>();
  const positionOf = ({ id, title, target }: Omit<AddedValue, 'value'>, letter?: string): number => {
    const known = added.get(id);
    if (known !== undefined) return known;
    const position = push(title, slotOfTarget(target), letter);
    added.set(id, position);
    return position;
  };
  const titled = new Set(shape.columns.map(({ column }) => column));
  /** Values under no title are kept under the number of their column. */
  const untitled = (cells: readonly CellValue[], into: unknown[]): void => {
    for (const [column, value] of cells.entries()) {
      if (titled.has(column) || cellText(value) === '') continue;
      const title = `第 ${column + 1} 列`;
      const target = { kind: 'OTHER', title } as const;
      into[positionOf({ id: `column ${column}`, title, target }, columnLetters(column))] = value;
    }
  };
  const cellsOf = ({ cells, lines, added: values }: ItemRow): readonly unknown[] => {
    const into: unknown[] = header.map(() => null);
    for (const { column, position } of sources) into[position] = cells[column] ?? null;
    for (const { position, parts } of blocks.values()) {
      // In an item of several rows, a value merged over them is said once.
      const entries = lines.flatMap((line) =>
        blockEntries(lines.length > 1 ? { cells: line.own } : line, parts),
      );
      if (entries.length > 0) into[position] = entries;
    }
    untitled(cells, into);
    for (const value of values) into[positionOf(value)] = value.value;
    return into;
  };
  return { header, letters, slots, cellsOf };
};
