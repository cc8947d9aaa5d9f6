import { chineseOf, type EnumerationName, enumerate, enumerateAll } from '../../catalog/enumerations.ts';
import type { Field } from '../../catalog/fields/field.ts';
import { fieldByColumn, fieldOf } from '../../catalog/fields.ts';
import { TIME_UNITS, type TimeUnit, unitOf } from '../../catalog/time-limits.ts';
import { readCell, saysNothing } from '../cells.ts';
import { BLOCK_OWNERS, type Block } from '../layouts/slots.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a cell holds: JSON Lines write it as it is, tables as one text. */
export type CellContent = string | number | boolean | readonly string[] | readonly (string | Values)[];

const labels = new Map<string, string>();

/** The Chinese word of a symbol, or the symbol where the word alone would be read as something else. */
const labelOf = (field: Field, symbol: string): string => {
  const name = field.enumeration as EnumerationName;
  const memory = `${field.type} ${name} ${symbol}`;
  const known = labels.get(memory);
  if (known !== undefined) return known;
  const chinese = chineseOf(name, symbol) ?? symbol;
  const back =
    field.type === 'enumeration'
      ? enumerate(name, chinese)
      : { symbol: enumerateAll(name, `${chinese};${chinese}`).symbols.join() };
  const isSure = 'symbol' in back && back.symbol === symbol && !saysNothing(chinese);
  const label = isSure ? chinese : symbol;
  labels.set(memory, label);
  return label;
};

/** Several texts of one cell; a single one that alone would say nothing (无) keeps its separator. */
const listContent = (texts: readonly string[]): CellContent => {
  const [only = ''] = texts;
  return texts.length === 1 && saysNothing(only) ? `${only};` : texts;
};

/** The content from which an import reads `value` again. */
export const cellContent = (field: Field, value: unknown): CellContent => {
  switch (field.type) {
    case 'timeLimit':
      return String((value as { raw?: unknown }).raw ?? '');
    case 'enumeration':
      return labelOf(field, String(value));
    case 'enumerations':
      return (value as readonly string[]).map((symbol) => labelOf(field, symbol));
    case 'list':
      return listContent(value as readonly string[]);
    case 'integer':
    case 'boolean':
      return value as number | boolean;
    default:
      return String(value);
  }
};

const sameLimit = (field: Field, raw: string, unit: TimeUnit | undefined, stored: Values): boolean => {
  const read = readCell(field, raw, unit).value as Values | undefined;
  return read?.['amount'] === stored['amount'] && read?.['unit'] === stored['unit'];
};

/** The words of units as titles have them in brackets. */
const UNIT_TITLES: Readonly<Record<TimeUnit, string>> = {
  HOUR: '小时',
  DAY: '自然日',
  WORKING_DAY: '工作日',
  MONTH: '月',
  YEAR: '年',
};

/**
 * The word a limit's column title needs in brackets, or undefined where the cell says all. A bare number takes its unit
 * from the unit column of the row, or else from the title.
 */
export const limitTitleUnit = (field: Field, limit: Values, values: Values): string | undefined => {
  const raw = String(limit['raw'] ?? '');
  const beside = values[`${field.element}Unit`];
  const unit = TIME_UNITS.find((each) => each === beside);
  if (sameLimit(field, raw, unit, limit)) return undefined;
  const stated = TIME_UNITS.find((each) => each === limit['unit']);
  const word = stated === undefined ? undefined : UNIT_TITLES[stated];
  return word !== undefined && unitOf(word) === stated ? word : undefined;
};

/** What an entry is called that a source gives as a bare text. */
const nameElement = (block: Block): string =>
  block === 'legalBases' ? 'lawName' : block === 'questions' ? 'question' : 'name';

const entryContent = (block: Block, entry: Values): string | Values => {
  const owner = BLOCK_OWNERS[block];
  const elements = Object.keys(entry);
  const name = entry[nameElement(block)];
  // An object that names nothing but 无 would be read as empty; the bare text is not.
  if (elements.length === 1 && typeof name === 'string' && saysNothing(name)) return name;
  const pairs = elements.map((element) => {
    const field = fieldOf(owner, element);
    if (field === undefined || fieldByColumn(owner, field.column) !== field) return [element, entry[element]];
    return [field.column, cellContent(field, entry[element])];
  });
  return Object.fromEntries(pairs);
};

/** The entries of a block as objects with the registry's columns. */
export const blockContent = (block: Block, entries: readonly Values[]): readonly (string | Values)[] =>
  entries.map((entry) => entryContent(block, entry));
