import { CORE_ITEM_ELEMENTS } from '../catalog/fields/core.ts';
import type { Field } from '../catalog/fields/field.ts';
import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import { readBlock } from './blocks.ts';
import { plainText, type Reading, readCell } from './cells.ts';
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
}

type CellReader = (text: string) => Reading;

/** Offices write the same few values over and over: each distinct short text of a column is read once. */
const rememberingReader = (field: Field): CellReader => {
  const memory = new Map<string, Reading>();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const reading = readCell(field, text);
    if (text.length <= 60 && memory.size < 5_000) memory.set(text, reading);
    return reading;
  };
};

/** Notes what a cell could not say, in the row it stands in. */
export const noteReading = (field: Field, reading: Reading, into: NamedRow): void => {
  if (reading.unrecognised !== undefined) {
    into.unrecognised.push({ element: field.element, raw: reading.unrecognised });
  }
  for (const found of reading.problems) into.problems.push(problemAt(found, { row: into.row }));
};

type CellTaker = (cell: unknown, into: NamedRow) => void;

const fieldTaker = (field: Field): CellTaker => {
  const read = rememberingReader(field);
  const isCore = field.owner === 'item' && (CORE_ITEM_ELEMENTS as readonly string[]).includes(field.element);
  const part = field.owner === 'guide' ? 'guide' : isCore ? 'core' : 'item';
  return (cell, into) => {
    const reading = read(plainText(cell));
    const elements = into[part];
    // Several columns of one element: the first that says anything counts.
    if (reading.value !== undefined && elements[field.element] === undefined) {
      elements[field.element] = reading.value;
    }
    if (reading.problems.length > 0) noteReading(field, reading, into);
  };
};

const takerOf = (slot: Slot, title: string): CellTaker => {
  const other: CellTaker = (cell, into) => into.otherColumns.push({ title, value: plainText(cell) });
  switch (slot.kind) {
    case 'FIELD':
      return fieldTaker(slot.field);
    case 'FACT':
      return (cell, into) => {
        into.facts[slot.fact] = plainText(cell);
      };
    case 'BLOCK': {
      const asText = slot.field === undefined ? other : fieldTaker(slot.field);
      return (cell, into) =>
        typeof cell === 'object' ? readBlock(slot.block, cell, into) : asText(cell, into);
    }
    default:
      return other;
  }
};

/** What a column sorts by: elements by name, and among columns of one element the one further left first. */
const slotOrder = (slot: Slot, title: string): string => {
  if (slot.kind === 'FIELD') return `1 ${slot.field.owner} ${slot.field.element}`;
  return slot.kind === 'BLOCK' ? `2 ${slot.block}` : `3 ${title}`;
};

interface Column {
  readonly position: number;
  readonly order: string;
  readonly take: CellTaker;
}

const columnOf = (title: string, position: number): Column => {
  const slot = slotOf(title);
  return { position, order: slotOrder(slot, title), take: takerOf(slot, title) };
};

/** Makes the function that turns a table's rows into named values; it keeps up with a header that grows. */
export const rowReader = (header: readonly string[]) => {
  let columns: Column[] = [];
  let width = 0;
  const widen = (wanted: number): void => {
    for (; width < wanted; width += 1) columns.push(columnOf(header[width] ?? `第 ${width + 1} 列`, width));
    columns = columns.toSorted((left, right) =>
      left.order === right.order ? left.position - right.position : left.order < right.order ? -1 : 1,
    );
  };
  return ({ row, cells }: TableRow): NamedRow => {
    if (cells.length > width) widen(cells.length);
    const into: NamedRow = {
      row,
      facts: {},
      core: {},
      item: {},
      guide: {},
      blocks: {},
      unrecognised: [],
      otherColumns: [],
      problems: [],
    };
    for (const column of columns) {
      const cell = cells[column.position];
      if (cell !== undefined && cell !== '' && cell !== null) column.take(cell, into);
    }
    return into;
  };
};

/** Problems of the header: columns whose cells are kept under their own title because no element fits. */
export const headerProblems = (header: readonly string[]): readonly Problem[] =>
  header
    .filter((title) => slotOf(title).kind === 'OTHER')
    .map((title) => problem('UNKNOWN_COLUMN', { value: title }));
