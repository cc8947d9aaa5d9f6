import type { FieldOwner } from '../../../catalog/fields/field.ts';
import { titleKey } from '../../../catalog/fields.ts';
import { BLOCK_OWNERS, type Block, blockFieldOf } from '../slots.ts';
import type { FormCell, FormRow } from './form-row.ts';
import { type Label, LONGEST_LABEL, withoutNumber } from './label.ts';

/** A table within a form: one line per material, fee, step, window, law, question. */
export interface BlockTable {
  readonly block: Block;
  /** Where each column's cells go: the title the block knows it by. */
  readonly columns: readonly { readonly column: number; readonly right: number; readonly key: string }[];
  readonly top: FormCell;
  /** The last row of the label beside the table, where that is merged over it. */
  readonly labelBottom: number | undefined;
  readonly entries: Record<string, unknown>[];
}

/** The element that makes a line of a block one; a table without its column is none. */
const NAMING: Readonly<Record<Block, readonly string[]>> = {
  materials: ['name'],
  fees: ['name', 'standard'],
  steps: ['name'],
  windows: ['name'],
  questions: ['question'],
  specialLinks: ['name'],
  conditions: ['name'],
  legalBases: ['lawName'],
};

/** Titles of the table of institutions that offer one item together (海盐县通知 四(一): 名称、地址、联系方式). */
const INSTITUTION_TITLES: Readonly<Record<string, string>> = {
  单位名称: '窗口名称',
  机构名称: '窗口名称',
  事业单位名称: '窗口名称',
  学校名称: '窗口名称',
  医疗机构名称: '窗口名称',
  网点名称: '窗口名称',
  联系方式: '窗口电话',
};

const keyFor = (
  block: Block,
  text: string,
): { readonly key: string; readonly element: string } | undefined => {
  if (text.length > LONGEST_LABEL) return undefined;
  const title = withoutNumber(text).rest.replace(/\s+/gu, '');
  const plain = block === 'windows' ? (INSTITUTION_TITLES[titleKey(title)] ?? title) : title;
  const field = blockFieldOf(BLOCK_OWNERS[block] as FieldOwner, plain);
  return field === undefined ? undefined : { key: plain, element: field.element };
};

const contiguous = (cells: readonly FormCell[]): boolean =>
  cells.every((cell, index) => index === 0 || cell.column === (cells[index - 1]?.right ?? 0) + 1);

const ORDER: readonly Block[] = [
  'materials',
  'fees',
  'windows',
  'steps',
  'questions',
  'specialLinks',
  'legalBases',
  'conditions',
];

const blockOfLabel = (label: Label | undefined): Block | undefined => {
  if (label === undefined) return undefined;
  const { slot, title } = label;
  if (slot.kind === 'BLOCK') return slot.block;
  if (/材料/u.test(title)) return 'materials';
  if (/流程|环节|步骤/u.test(title)) return 'steps';
  if (/收费/u.test(title)) return 'fees';
  if (/地点|窗口|机构|单位|地址/u.test(title)) return 'windows';
  return /依据/u.test(title) ? 'legalBases' : undefined;
};

const matching = (block: Block, cells: readonly FormCell[]) => {
  // Most rows are no header, which their first cell tells.
  if (keyFor(block, cells[0]?.text ?? '') === undefined) return undefined;
  const keys = cells.map(({ text }) => keyFor(block, text));
  const known = keys.filter((key) => key !== undefined);
  const named = known.some(({ element }) => NAMING[block].includes(element));
  return named && known.length >= 2 ? { keys, known: known.length } : undefined;
};

/**
 * The table that begins with these cells, or undefined: at least two cells side by side are titles of one block, its
 * naming column among them, and at most one in four is not, which is never the first. The label beside or above decides between blocks.
 */
export const blockTableAt = (
  cells: readonly FormCell[],
  label: Label | undefined,
  labelCell: FormCell | undefined,
): BlockTable | undefined => {
  if (cells.length < 2 || !contiguous(cells)) return undefined;
  const asked = blockOfLabel(label);
  const blocks = asked === undefined ? ORDER : [asked, ...ORDER.filter((block) => block !== asked)];
  for (const block of blocks) {
    const found = matching(block, cells);
    if (found === undefined || (cells.length - found.known) * 4 > cells.length) continue;
    const columns = cells.map(({ column, right, text }, index) => ({
      column,
      right,
      key: found.keys[index]?.key ?? text,
    }));
    const merged = labelCell !== undefined && labelCell.bottom > labelCell.row;
    const labelBottom = merged ? labelCell.bottom : undefined;
    return { block, columns, top: cells[0] as FormCell, labelBottom, entries: [] };
  }
  return undefined;
};

/** Takes a row into the table; false where it does not belong to it. */
export const takeBlockRow = (table: BlockTable, { cells }: FormRow): boolean => {
  const entry: Record<string, unknown> = {};
  let filled = 0;
  for (const cell of cells) {
    const column = table.columns.find((one) => one.column <= cell.column && cell.column <= one.right);
    if (column === undefined) return false;
    const before = entry[column.key];
    entry[column.key] = before === undefined ? cell.value : `${String(before)}\n${cell.text}`;
    filled += 1;
  }
  // A blank line of the template bears its running number only.
  if (filled === 1 && /^\d*$/u.test(cells[0]?.text ?? '')) return true;
  // A single cell over the table's whole width is the next heading, not a material.
  const [only] = cells;
  const last = table.columns.at(-1);
  if (filled === 1 && only !== undefined && only.right > only.column && only.right >= (last?.column ?? 0))
    return false;
  table.entries.push(entry);
  return true;
};

/**
 * The table that stands in a cell of its own as lines with tabs between their cells, as readers give a table within a
 * cell; undefined where the text is anything else, or more than the table.
 */
export const blockTableInText = (text: string, label: Label): BlockTable | undefined => {
  if (!text.includes('\t')) return undefined;
  const rows = text.split('\n').map((line, index) => {
    const cells = line
      .split('\t')
      .map((value, column) => ({ column, right: column, value, text: value.trim() }));
    return { row: index, cells: cells.map((cell) => ({ ...cell, row: index, bottom: index })), problems: [] };
  });
  const start = rows.findIndex(({ cells }) => cells.length > 1);
  const table = blockTableAt(rows[start]?.cells ?? [], label, undefined);
  if (table === undefined || rows.some(({ cells }) => cells.length === 1)) return undefined;
  for (const row of rows.slice(start + 1)) {
    takeBlockRow(table, { ...row, cells: row.cells.filter((cell) => cell.text !== '') });
  }
  return table;
};
