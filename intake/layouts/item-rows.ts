import type { Field } from '../../catalog/fields/field.ts';
import { fieldOf, type ItemElement } from '../../catalog/fields.ts';
import type { Problem } from '../../catalog/problems.ts';
import type { CellValue } from '../readers/grid.ts';
import { cellText } from './cell-text.ts';
import type { ColumnTarget } from './column-target.ts';
import type { MappedColumn } from './map-columns.ts';
import type { FilledRow } from './merged-cells.ts';
import type { TableShape } from './table-shape.ts';

/** A value the layout adds to a row beside the sheet's columns. */
export interface AddedValue {
  readonly id: string;
  readonly title: string;
  readonly target: ColumnTarget;
  readonly value: string;
}

/** One item of the sheet: the cells of its row, or of its rows where its name is merged over several. */
export interface ItemRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** The rows it stands in, for the entries of blocks. */
  readonly lines: readonly FilledRow[];
  readonly added: readonly AddedValue[];
  readonly problems: readonly Problem[];
}

/** An element of the item as a value the layout adds. */
export const addedValue = (element: ItemElement, value: string): AddedValue => {
  const field: Field = fieldOf('item', element);
  return { id: `item.${element}`, title: field.chinese, target: { kind: 'FIELD', field }, value };
};

/** The cells with another value in one column. */
export const withCell = (
  cells: readonly CellValue[],
  column: number,
  value: CellValue,
): readonly CellValue[] =>
  Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) =>
    index === column ? value : (cells[index] ?? null),
  );

/** Groups of elements that tell one item from another: rows that differ in them are items of their own. */
const TELLING = new Set(['NAME', 'CODE', 'TYPE', 'LEVEL', 'ORGANISATION']);

const mayDiffer = ({ slot }: MappedColumn): boolean => {
  if (slot.kind !== 'FIELD') return slot.kind !== 'FACT' && slot.kind !== 'NAME_AND_CODE';
  const { type, differenceGroup } = slot.field;
  return (type === 'text' || type === 'list') && !TELLING.has(differenceGroup);
};

const textsOf = (lines: readonly FilledRow[], column: number): readonly string[] => [
  ...new Set(lines.map(({ cells }) => cellText(cells[column])).filter((text) => text !== '')),
];

const single = (line: FilledRow): ItemRow => ({
  row: line.row,
  cells: line.cells,
  lines: [line],
  added: [],
  problems: line.problems ?? [],
});

/**
 * The items of rows that share one name by a merge or by blank cells: a single one with its texts joined line by line,
 * unless they differ in what tells items apart.
 */
export const itemsOf = (lines: readonly FilledRow[], shape: TableShape): readonly ItemRow[] => {
  const [first] = lines;
  if (first === undefined || lines.length === 1) return lines.map(single);
  if (shape.columns.some((column) => !mayDiffer(column) && textsOf(lines, column.column).length > 1)) {
    return lines.map(single);
  }
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const cells = Array.from({ length: width }, (_, column): CellValue => {
    const texts = textsOf(lines, column);
    const own = lines.map((line) => line.cells[column]).find((value) => cellText(value) !== '');
    return texts.length > 1 ? texts.join('\n') : (own ?? null);
  });
  return [
    { row: first.row, cells, lines, added: [], problems: lines.flatMap(({ problems }) => problems ?? []) },
  ];
};

/** Whether a row goes on with the item before it: its name is the same merged cell, or it fills lists only. */
export const continues = (line: FilledRow, before: FilledRow | undefined, shape: TableShape): boolean => {
  const { name } = shape;
  if (before === undefined || name === undefined) return false;
  const merge = line.merges.find(({ left, right }) => left <= name && name <= right);
  if (merge !== undefined && merge.bottom > merge.top) return merge.top < line.row;
  if (cellText(line.cells[name]) !== '') return false;
  const full = shape.columns.filter(({ column }) => cellText(line.own[column]) !== '');
  const lists = full.every(
    ({ slot }) => slot.kind === 'PART' || (slot.kind === 'FIELD' && slot.field.type === 'list'),
  );
  return full.length > 0 && lists && line.own.slice(shape.width).every((value) => cellText(value) === '');
};
