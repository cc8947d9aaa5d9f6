import { enumerate } from '../catalog/enumerations.ts';
import { CORE_ITEM_ELEMENTS } from '../catalog/fields/core.ts';
import type { Field } from '../catalog/fields/field.ts';
import { type Problem, problem, problemAt } from '../catalog/problems.ts';
import { type TimeUnit, unitOf } from '../catalog/time-limits.ts';
import { readBlock } from './blocks.ts';
import { plainText, type Reading, readCell, saysNothing } from './cells.ts';
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

type CellReader = (text: string, unit?: TimeUnit) => Reading;

/** Offices write the same few values over and over: each distinct short text of a column is read once. */
const rememberingReader = (field: Field): CellReader => {
  const memory = new Map<string, Reading>();
  return (text, unit) => {
    const key = unit === undefined ? text : `${unit} ${text}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    const reading = readCell(field, text, unit);
    if (text.length <= 60 && memory.size < 5_000) memory.set(key, reading);
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

type CellTaker = (cell: unknown, into: NamedRow, unit?: TimeUnit) => void;

/** A later column of an element that says something else: kept beside, and told once a file. */
const secondTaker = (field: Field, title: string) => {
  let told = false;
  return (text: string, into: NamedRow): void => {
    into.otherColumns.push({ title, value: text });
    if (told) return;
    told = true;
    const place = { row: into.row, field: field.element, title: field.chinese, value: title };
    into.problems.push(problem('DUPLICATE_COLUMN', place));
  };
};

const fieldTaker = (field: Field, title: string): CellTaker => {
  const takeSecond = secondTaker(field, title);
  const read = rememberingReader(field);
  const isCore = field.owner === 'item' && (CORE_ITEM_ELEMENTS as readonly string[]).includes(field.element);
  const part = field.owner === 'guide' ? 'guide' : isCore ? 'core' : 'item';
  return (cell, into, unit) => {
    const text = plainText(cell);
    const reading = read(text, unit);
    const elements = into[part];
    // Several columns of one element: the first that says anything counts.
    const before = elements[field.element];
    if (reading.value !== undefined) {
      if (before === undefined) elements[field.element] = reading.value;
      else if (JSON.stringify(before) !== JSON.stringify(reading.value)) takeSecond(text, into);
    }
    if (reading.problems.length > 0) noteReading(field, reading, into);
  };
};

const takerOf = (slot: Slot, title: string): CellTaker => {
  const other: CellTaker = (cell, into) => into.otherColumns.push({ title, value: plainText(cell) });
  switch (slot.kind) {
    case 'FIELD':
      return fieldTaker(slot.field, title);
    case 'FACT':
      return (cell, into) => {
        const text = plainText(cell);
        if (saysNothing(text)) return;
        if (into.facts[slot.fact] === undefined) into.facts[slot.fact] = text;
        else other(cell, into);
      };
    case 'BLOCK': {
      const asText = slot.field === undefined ? other : fieldTaker(slot.field, title);
      return (cell, into) =>
        typeof cell === 'object' ? readBlock(slot.block, cell, into) : asText(cell, into);
    }
    default:
      return other;
  }
};

/** What a column sorts by: elements by name, and among columns of one element the one further left first. */
const slotOrder = (slot: Slot, title: string): string => {
  if (slot.kind === 'FACT') return `0 ${slot.fact}`;
  if (slot.kind === 'FIELD') return `1 ${slot.field.owner} ${slot.field.element}`;
  return slot.kind === 'BLOCK' ? `2 ${slot.block}` : `3 ${title}`;
};

interface Column {
  readonly position: number;
  readonly order: string;
  readonly take: CellTaker;
  /** The element of a time limit, whose unit may stand in a column of its own. */
  readonly limit: string | undefined;
  /** The element of a unit column. */
  readonly unitOf: string | undefined;
  /** The unit a title names in brackets: 承诺办结时限（工作日）. */
  readonly unit: TimeUnit | undefined;
}

const columnOf = (title: string, position: number): Column => {
  const slot = slotOf(title);
  const field = slot.kind === 'FIELD' ? slot.field : undefined;
  const limit = field?.type === 'timeLimit' ? field.element : undefined;
  const word = /[（(]([^（()）]+)[)）]$/u.exec(title)?.[1];
  return {
    position,
    order: slotOrder(slot, title),
    take: takerOf(slot, title),
    limit,
    unitOf: field?.enumeration === 'TimeLimitUnit' ? field.element.replace(/Unit$/u, '') : undefined,
    unit: limit === undefined || word === undefined ? undefined : unitOf(word),
  };
};

/** The unit of a bare number: the row's own unit cell, or else the unit in the column's title. */
const unitFor = (
  column: Column,
  columns: readonly Column[],
  cells: readonly unknown[],
): TimeUnit | undefined => {
  if (column.limit === undefined) return undefined;
  const beside = columns.find((other) => other.unitOf === column.limit);
  const read =
    beside === undefined ? undefined : enumerate('TimeLimitUnit', plainText(cells[beside.position]));
  return read !== undefined && 'symbol' in read ? read.symbol : column.unit;
};

/** Cells beyond the header most often come of a comma without quotation marks; blank ones say nothing. */
const tooLong = (cells: readonly unknown[], columns: number): boolean =>
  cells.length > columns && cells.slice(columns).some((cell) => plainText(cell) !== '');

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
  return ({ row, cells, problems = [] }: TableRow): NamedRow => {
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
      problems: [...problems],
    };
    if (tooLong(cells, header.length)) {
      const counts = { value: String(cells.length), other: String(header.length) };
      into.problems.push(problem('ROW_TOO_LONG', { row, ...counts }));
    }
    for (const column of columns) {
      const cell = cells[column.position];
      if (cell === undefined || cell === '' || cell === null) continue;
      column.take(cell, into, unitFor(column, columns, cells));
    }
    return into;
  };
};

/** Problems of the header: columns whose cells are kept under their own title because no element fits. */
export const headerProblems = (header: readonly string[]): readonly Problem[] =>
  header
    .filter((title) => slotOf(title).kind === 'OTHER')
    .map((title) => problem('UNKNOWN_COLUMN', { value: title }));
