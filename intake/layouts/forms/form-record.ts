import { fieldOf } from '../../../catalog/fields.ts';
import type { Problem } from '../../../catalog/problems.ts';
import type { CellValue } from '../../readers/grid.ts';
import { slotOf } from '../slots.ts';
import { type BlockTable, blockTableInText } from './block-table.ts';
import { addressOf, type FormCell } from './form-row.ts';
import { elementOf, type Label, NAME_ELEMENT } from './label.ts';

/** One element of a form: its label, what stands beside it, and where. */
export interface FormEntry {
  readonly label: Label;
  value: unknown;
  readonly address: string | undefined;
}

/** One form: an item or a guide. */
export interface FormRecord {
  /** The row its first label or heading stands in. */
  readonly row: number;
  readonly entries: readonly FormEntry[];
  readonly problems: readonly Problem[];
}

const TITLES = { name: '事项名称', office: '实施主体', notes: '表外文字', materials: '申请材料' } as const;

/** Whether a title is the one under which lines around a form are kept. */
export const isNotes = (title: string): boolean => title === TITLES.notes;

/** A label the form does not bear itself: the name in a heading, the office in a line above. */
export const madeLabel = (what: keyof typeof TITLES): Label => {
  const title = TITLES[what];
  const slot = what === 'notes' ? ({ kind: 'OTHER', title } as const) : slotOf(title);
  return { title, key: title, slot, style: 'NONE', rest: '' };
};

/** The label of a table within the form; one without a label of its own is named after its block. */
export const blockLabel = ({ block }: BlockTable, label: Label | undefined): Label => {
  const field = block === 'materials' ? fieldOf('guide', 'materialsText') : undefined;
  const title = label?.title ?? (block === 'materials' ? TITLES.materials : block);
  return { title, key: `${title} ${block}`, slot: { kind: 'BLOCK', block, field }, style: 'NONE', rest: '' };
};

/** A table within a cell comes as text and becomes its block. */
const withTable = (entry: FormEntry): FormEntry => {
  const table = typeof entry.value === 'string' ? blockTableInText(entry.value, entry.label) : undefined;
  if (table === undefined || table.entries.length === 0) return entry;
  return { ...entry, label: blockLabel(table, entry.label), value: table.entries };
};

/** Joins what stands in several cells of one element; a value alone keeps its type. */
const joined = (before: unknown, next: CellValue | string, between: string): unknown => {
  if (before === '' || before === undefined || before === null) return next;
  return `${String(before)}${between}${String(next)}`;
};

/** Gathers the elements of one form. */
export const recordBuilder = (row: number) => {
  const entries: FormEntry[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  const has = (element: string): boolean => entries.some(({ label }) => elementOf(label) === element);
  const add = (label: Label, value: unknown, at: FormCell | undefined): void => {
    entries.push({ label, value, address: at === undefined ? undefined : addressOf(at) });
  };
  return {
    row,
    entries,
    problems,
    notes,
    has,
    add,
    /** Adds to the last element; false where there is none. */
    append: (value: CellValue | string, between: string): boolean => {
      const last = entries.at(-1);
      if (last === undefined || Array.isArray(last.value)) return false;
      last.value = joined(last.value, value, between);
      return true;
    },
    /** Takes out a label that stands above its table and says nothing itself. */
    dropBlank: ({ key }: Label): void => {
      const last = entries.at(-1);
      if (last?.label.key === key && last.value === '') entries.pop();
    },
    isBlank: (): boolean => entries.every(({ value }) => value === '' || value === null),
    finish: (name: string | undefined, office: string | undefined): FormRecord => {
      if (!has(NAME_ELEMENT) && name !== undefined) add(madeLabel('name'), name, undefined);
      if (!has('item.organisationName') && office !== undefined) add(madeLabel('office'), office, undefined);
      if (notes.length > 0) add(madeLabel('notes'), notes.join('\n'), undefined);
      return { row, entries: entries.map(withTable), problems };
    },
  };
};

export type RecordBuilder = ReturnType<typeof recordBuilder>;
