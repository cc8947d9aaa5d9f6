import { type Problem, problem } from '../catalog/problems.ts';
import { plainText } from './cells.ts';
import { type Column, columnOf, unitFor } from './columns.ts';
import { type Block, type RowFact, type Slot, slotOf } from './layouts/slots.ts';
import type { TableRow } from './readers/table.ts';

/**
 * A row as named values. Keys come in one order whatever the order of the columns, so that the JSON of equal rows
 * is equal, byte for byte.
 */
export interface NamedRow {
  readonly row: number;
  readonly facts: Partial<Record<RowFact, string>>;
  /** Item elements that are columns of their own. */
  readonly core: Record<string, unknown>;
  /** All other item elements. */
  readonly item: Record<string, unknown>;
  readonly guide: Record<string, unknown>;
  readonly blocks: Partial<Record<Block, readonly Record<string, unknown>[]>>;
  readonly unrecognised: { readonly element: string; readonly raw: string }[];
  readonly otherColumns: { readonly title: string; readonly value: string }[];
  readonly problems: Problem[];
  /** The address of the cell an element was read from (`D5`), where the source has addresses. */
  readonly cellOf: (element: string) => string | undefined;
}

/** Where a table's columns stand and go; without slots a title alone decides, without letters there are no addresses. */
export interface ColumnPlan {
  readonly slots?: readonly Slot[] | undefined;
  readonly letters?: readonly (string | undefined)[] | undefined;
}

/** Cells beyond the header most often come of a comma without quotation marks; blank ones say nothing. */
const tooLong = (cells: readonly unknown[], columns: number): boolean =>
  cells.length > columns && cells.slice(columns).some((cell) => plainText(cell) !== '');

const isBlank = (cell: unknown): boolean => cell === undefined || cell === '' || cell === null;

/** Reads rows; `elements` are those its columns are for, so far; those of blocks as `materials.necessity`. */
export interface RowReader {
  (row: TableRow): NamedRow;
  readonly elements: ReadonlySet<string>;
}

/** Makes the function that turns a table's rows into named values; it keeps up with a header that grows. */
export const rowReader = (header: readonly string[], plan: ColumnPlan = {}): RowReader => {
  let columns: Column[] = [];
  let width = 0;
  const elements = new Set<string>();
  const positions = new Map<string, number>();
  const addColumn = (position: number): void => {
    const title = header[position] ?? `第 ${position + 1} 列`;
    const column = columnOf(title, position, plan.slots?.[position] ?? slotOf(title));
    columns.push(column);
    if (column.element === undefined) return;
    elements.add(column.element);
    if (!positions.has(column.element)) positions.set(column.element, position);
  };
  const widen = (wanted: number): void => {
    for (; width < wanted; width += 1) addColumn(width);
    columns = columns.toSorted((left, right) =>
      left.order === right.order ? left.position - right.position : left.order < right.order ? -1 : 1,
    );
  };
  widen(header.length);
  const read = ({ row, cells, problems = [], addresses }: TableRow): NamedRow => {
    if (Math.max(cells.length, header.length) > width) widen(Math.max(cells.length, header.length));
    const addressAt = (position: number): string | undefined => {
      const letter = plan.letters?.[position];
      return addresses?.[position] ?? (letter === undefined ? undefined : `${letter}${row}`);
    };
    const into: NamedRow = {
      row,
      facts: {},
      core: {},
      item: {},
      guide: {},
      blocks: {},
      unrecognised: [],
      otherColumns: [],
      problems: [...problems],
      cellOf: (element) => {
        const position = positions.get(element);
        return position === undefined ? undefined : addressAt(position);
      },
    };
    if (tooLong(cells, header.length)) {
      const counts = { value: String(cells.length), other: String(header.length) };
      into.problems.push(problem('ROW_TOO_LONG', { row, ...counts }));
    }
    for (const column of columns) {
      const value = cells[column.position];
      if (isBlank(value)) continue;
      const address = () => addressAt(column.position);
      column.take({ value, unit: unitFor(column, columns, cells), address }, into);
    }
    for (const [block, entries] of Object.entries(into.blocks)) {
      for (const entry of entries) for (const element in entry) elements.add(`${block}.${element}`);
    }
    return into;
  };
  return Object.assign(read, { elements });
};

/** Problems of the header: columns whose cells are kept under their own title because no element fits. */
export const headerProblems = (header: readonly string[], { slots }: ColumnPlan = {}): readonly Problem[] =>
  header
    .filter((title, position) => (slots?.[position] ?? slotOf(title)).kind === 'OTHER')
    .map((title) => problem('UNKNOWN_COLUMN', { value: title }));
