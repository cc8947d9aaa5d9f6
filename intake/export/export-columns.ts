import type { Field } from '../../catalog/fields/field.ts';
import { FIELDS } from '../../catalog/fields.ts';
import { BLOCK_OWNERS, type Block, type Slot, slotOf } from '../layouts/slots.ts';

/** How a column's cells look in a worksheet. */
export type ColumnLook = 'TEXT' | 'CODE' | 'NUMBER';

/** A column of an exported list. */
export interface ExportColumn {
  /** The title in tables that people read. */
  readonly title: string;
  /** The key in JSON Lines: the registry's column. */
  readonly key: string;
  readonly look: ColumnLook;
  /** Columns stand in ascending order of `rank`, those of one rank in the order of their titles. */
  readonly rank: number;
}

const isFieldSlot = (slot: Slot, field: Field): boolean => slot.kind === 'FIELD' && slot.field === field;

/** The names of a field that an import takes for this very field and nothing else, the first ones first. */
const namesOf = (field: Field, preferred: readonly string[]): readonly string[] => {
  const names = [...preferred, ...field.aliases].filter((name) => isFieldSlot(slotOf(name), field));
  return [...new Set(names)];
};

const lookOf = ({ type }: Field): ColumnLook => {
  if (type === 'integer') return 'NUMBER';
  return type === 'code' || type === 'region' ? 'CODE' : 'TEXT';
};

export const ROW_KEY: ExportColumn = { title: '来源主键', key: 'row_id', look: 'CODE', rank: 0 };
export const LEVEL: ExportColumn = { title: '层级', key: 'level', look: 'TEXT', rank: 1 };

/** What no other column can say again; an import takes it as it is. Its text is JSON. */
export const LEFTOVERS: ExportColumn = { title: '保留内容', key: 'leftovers', look: 'TEXT', rank: 9_000_000 };

const OTHER_RANK = 8_000_000;

/** Titles the import's own documents use, before those of the registry. */
const PREFERRED: Readonly<Record<string, readonly [title: string, key: string]>> = {
  regionCode: ['区划代码', 'region_code'],
  regionName: ['区划名称', 'region'],
};

/** The two columns an element may fill: its own, and a second for a text beside a value that was read. */
interface FieldColumns {
  readonly own: ExportColumn;
  readonly second: ExportColumn;
}

const columnsOfField = (field: Field, position: number): FieldColumns => {
  const [title, key] = (field.owner === 'item' ? PREFERRED[field.element] : undefined) ?? [];
  const [chinese = field.chinese, ...otherTitles] = namesOf(field, [title ?? field.chinese, field.column]);
  const [column = field.column, ...otherKeys] = namesOf(field, [key ?? field.column, field.chinese]);
  const look = lookOf(field);
  const rank = 10 + position * 10;
  const other = (names: readonly string[], own: string) => names.find((name) => name !== own) ?? own;
  return {
    own: { title: chinese, key: column, look, rank },
    second: {
      title: other(otherTitles, chinese),
      key: other(otherKeys, column),
      look: 'TEXT',
      rank: rank + 9,
    },
  };
};

const ROW_FIELDS: readonly Field[] = [...FIELDS.item, ...FIELDS.guide];

const BY_FIELD = new Map(ROW_FIELDS.map((field, index) => [field, columnsOfField(field, index)] as const));

/** The columns of an element of an item or guide. */
export const fieldColumns = (field: Field): FieldColumns => {
  const columns = BY_FIELD.get(field);
  if (columns === undefined) throw new Error(`no column for ${field.owner}.${field.element}`);
  return columns;
};

const memory = new Map<string, ExportColumn>();

const remembered = (name: string, make: () => ExportColumn): ExportColumn => {
  const known = memory.get(name) ?? make();
  memory.set(name, known);
  return known;
};

/** The column of limits whose bare numbers take their unit from the title: 承诺办结时限（工作日）. */
export const limitColumn = (field: Field, unit: string): ExportColumn =>
  remembered(`limit ${field.owner} ${field.element} ${unit}`, () => {
    const { title, key, rank } = fieldColumns(field).own;
    return { title: `${title}（${unit}）`, key: `${key}（${unit}）`, look: 'TEXT', rank: rank + 1 };
  });

const BLOCK_KEYS = {
  materials: 'materials',
  fees: 'fees',
  steps: 'steps',
  windows: 'windows',
  questions: 'questions',
  specialLinks: 'special_links',
  conditions: 'conditions',
  legalBases: 'legal_bases',
} as const satisfies Record<Block, string>;

/** The column of a block; its cells are arrays of objects. */
export const blockColumn = (block: Block): ExportColumn =>
  remembered(`block ${block}`, () => {
    const key = BLOCK_KEYS[block];
    const position = Object.keys(BLOCK_OWNERS).indexOf(block);
    return { title: key, key, look: 'TEXT', rank: 7_000_000 + position };
  });

/** The column of a title the import knows no element for, or of a second column of an element. */
export const otherColumn = (title: string): ExportColumn => ({
  title,
  key: title,
  look: 'TEXT',
  rank: OTHER_RANK,
});

/** Columns in the order they are written. */
export const inOrder = (columns: Iterable<ExportColumn>): readonly ExportColumn[] =>
  [...columns].sort((left, right) =>
    left.rank === right.rank ? (left.title < right.title ? -1 : 1) : left.rank - right.rank,
  );
