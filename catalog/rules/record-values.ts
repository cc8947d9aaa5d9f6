import type { CheckedItem } from './check.ts';

type Values = Readonly<Record<string, unknown>>;

/** Cells that only say that there is nothing to say (标准汇编第五章第 12 点): 无, a dash, a stroke. */
const NOTHING = /^(?:无|没有|暂无|不涉及|[-—–/\\]*)。?$/u;

/**
 * What the checks read of a text at most. A cell may hold a whole law or be made to keep a server busy; what is wrong
 * with it shows in its beginning, and the text itself is stored whole.
 */
const READ_BY_CHECKS = 5_000;

/** An element's text in half width, or an empty text where it is missing or says nothing. */
export const textOf = (values: Values, element: string): string => {
  const value = values[element];
  const text = Array.isArray(value) ? value.join('；') : typeof value === 'string' ? value : '';
  const plain = text.slice(0, READ_BY_CHECKS).toWellFormed().normalize('NFKC').trim();
  return NOTHING.test(plain) ? '' : plain;
};

/** The beginning of a text, as a sentence has room for it. */
export const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** An element's symbols: those of an enumeration of several, or the one of a single. */
export const symbolsOf = (values: Values, element: string): readonly string[] => {
  const value = values[element];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === 'string' && each !== '');
};

/** The entries of a block; none where the record has no such block. */
export const blockOf = ({ blocks }: CheckedItem, block: string): readonly Values[] => blocks[block] ?? [];

/** Whether the source has a column for one of the elements or blocks. */
export const hasColumn = ({ columns }: CheckedItem, ...elements: readonly string[]): boolean =>
  elements.some((element) => columns.has(element));

interface Unread {
  readonly element?: unknown;
  readonly raw?: unknown;
}

const unreadCell = ({ item, guide }: CheckedItem, element: string): Unread | undefined =>
  [item['unrecognised'], guide['unrecognised']]
    .flatMap((left) => (Array.isArray(left) ? (left as readonly (Unread | undefined)[]) : []))
    .find((each) => each?.element === element);

/** What a cell of the element says where reading could not make it out, and has flagged it; undefined elsewhere. */
export const unreadText = (record: CheckedItem, element: string): string | undefined => {
  const cell = unreadCell(record, element);
  return cell && String(cell.raw ?? '');
};

/** Whether a cell of the element says something that no code list knows; reading has flagged it. */
export const isUnread = (record: CheckedItem, element: string): boolean =>
  unreadCell(record, element) !== undefined;
