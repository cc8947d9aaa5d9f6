import { enumerate } from '../catalog/enumerations.ts';
import { CORE_ITEM_ELEMENTS } from '../catalog/fields/core.ts';
import type { Field } from '../catalog/fields/field.ts';
import { problem, problemAt } from '../catalog/problems.ts';
import { type TimeUnit, unitOf } from '../catalog/time-limits.ts';
import { readBlock } from './blocks.ts';
import { plainText, type Reading, readCell, saysNothing } from './cells.ts';
import type { Slot } from './layouts/slots.ts';
import type { NamedRow } from './row.ts';
import { textCodeProblems, typedCell } from './typed-cells.ts';

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
export const noteReading = (field: Field, reading: Reading, into: NamedRow, cell?: string): void => {
  if (reading.unrecognised !== undefined) {
    into.unrecognised.push({ element: field.element, raw: reading.unrecognised });
  }
  const place = { row: into.row, ...(cell === undefined ? {} : { cell }) };
  for (const found of reading.problems) into.problems.push(problemAt(found, place));
};

/** A cell of a row and what is known of it before its column is. */
export interface TakenCell {
  readonly value: unknown;
  readonly unit: TimeUnit | undefined;
  /** `D5`, told only where something is found wrong. */
  readonly address: () => string | undefined;
}

type CellTaker = (cell: TakenCell, into: NamedRow) => void;

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
  return ({ value, unit, address }, into) => {
    const typed = typeof value === 'string' ? undefined : typedCell(field, value);
    const text = typed?.text ?? plainText(value);
    const reading = read(text, unit);
    const elements = into[part];
    // Several columns of one element: the first that says anything counts.
    const before = elements[field.element];
    if (reading.value !== undefined) {
      if (before === undefined) elements[field.element] = reading.value;
      else if (JSON.stringify(before) !== JSON.stringify(reading.value)) takeSecond(text, into);
    }
    if (reading.problems.length > 0) noteReading(field, reading, into, address());
    const lost = typed?.problems ?? textCodeProblems(field, text);
    if (lost.length > 0) noteReading(field, { problems: lost }, into, address());
  };
};

const factTaker = (slot: Slot & { readonly kind: 'FACT' }, other: CellTaker): CellTaker => {
  return (cell, into) => {
    const text = plainText(cell.value);
    if (saysNothing(text)) return;
    if (into.facts[slot.fact] === undefined) into.facts[slot.fact] = text;
    else other(cell, into);
  };
};

const ignore: CellTaker = () => undefined;

const takerOf = (slot: Slot, title: string): CellTaker => {
  const other: CellTaker = (cell, into) => {
    const value = plainText(cell.value);
    if (value !== '') into.otherColumns.push({ title, value });
  };
  switch (slot.kind) {
    case 'FIELD':
      return fieldTaker(slot.field, title);
    case 'FACT':
      return factTaker(slot, other);
    case 'BLOCK': {
      const asText = slot.field === undefined ? other : fieldTaker(slot.field, title);
      return (cell, into) => {
        if (typeof cell.value === 'object') readBlock(slot.block, cell.value, into);
        else asText(cell, into);
      };
    }
    case 'OTHER':
      return other;
    default:
      return ignore;
  }
};

/** What a column sorts by: elements by name, and among columns of one element the one further left first. */
const slotOrder = (slot: Slot, title: string): string => {
  if (slot.kind === 'FACT') return `0 ${slot.fact}`;
  // A text in the column of a block is an element like any other.
  const field = slot.kind === 'FIELD' || slot.kind === 'BLOCK' ? slot.field : undefined;
  if (field !== undefined) return `1 ${field.owner} ${field.element}`;
  return slot.kind === 'BLOCK' ? `2 ${slot.block}` : `3 ${title}`;
};

/** A column of a table, ready to read its cells. */
export interface Column {
  readonly position: number;
  readonly order: string;
  readonly take: CellTaker;
  /** The element the column is for, or undefined. */
  readonly element: string | undefined;
  /** The element of a time limit, whose unit may stand in a column of its own. */
  readonly limit: string | undefined;
  /** The element of a unit column. */
  readonly unitOf: string | undefined;
  /** The unit a title names in brackets: 承诺办结时限（工作日）. */
  readonly unit: TimeUnit | undefined;
}

/** The column of a title that goes to a slot. */
export const columnOf = (title: string, position: number, slot: Slot): Column => {
  const field = slot.kind === 'FIELD' ? slot.field : undefined;
  const limit = field?.type === 'timeLimit' ? field.element : undefined;
  const word = /[（(]([^（()）]+)[)）]$/u.exec(title)?.[1];
  return {
    position,
    order: slotOrder(slot, title),
    take: takerOf(slot, title),
    element: field?.element ?? (slot.kind === 'BLOCK' ? slot.block : undefined),
    limit,
    unitOf: field?.enumeration === 'TimeLimitUnit' ? field.element.replace(/Unit$/u, '') : undefined,
    unit: limit === undefined || word === undefined ? undefined : unitOf(word),
  };
};

/** The unit of a bare number: the row's own unit cell, or else the unit in the column's title. */
export const unitFor = (
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
