import { type Problem, problem } from '../../catalog/problems.ts';
import { type ColumnTarget, targetId, targetOfId, targetOfWord, targetTitle } from './column-target.ts';
import type { MappedColumn } from './map-columns.ts';
import { titleCandidates } from './title-candidates.ts';
import { plainTitle, stackTitle } from './title-text.ts';

/** What someone decided about the columns of a table: which element each is, where its header stands. */
export interface ColumnMapping {
  /** Targets by the key of the column's title. */
  readonly columns: ReadonlyMap<string, ColumnTarget>;
  /** Titles as they were written, by key. */
  readonly titles: ReadonlyMap<string, string>;
  /** Only this sheet is read. */
  readonly sheet?: string;
  /** The first row of the header, counted from 1. */
  readonly headerRow?: number;
  /** Whether it was remembered from an earlier import rather than given with this one. */
  readonly remembered?: boolean;
}

export type MappingResult = { readonly mapping: ColumnMapping } | { readonly problems: readonly Problem[] };

/** The key a column is remembered by: its titles plain, groups before it with strokes between. */
export const columnKey = (stack: readonly string[]): string => stack.map(plainTitle).join('/');

const keyOfTitle = (title: string): string => columnKey(title.split('/'));

/** What the mapping says of a column, by its whole title or, where it says nothing of that, by the last part alone. */
export const mappedTarget = (mapping: ColumnMapping, stack: readonly string[]): ColumnTarget | undefined =>
  mapping.columns.get(columnKey(stack)) ??
  mapping.columns.get(keyOfTitle(stackTitle(stack))) ??
  mapping.columns.get(columnKey(stack.slice(-1)));

const unreadable = (detail: string): MappingResult => ({
  problems: [problem('MAPPING_UNREADABLE', { detail })],
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const nearElements = (word: string): string => {
  const near = titleCandidates(word, []).slice(0, 3);
  return near.length === 0
    ? ''
    : `，相近的有${near.map(({ target }) => `“${targetTitle(target)}”`).join('、')}`;
};

/**
 * Reads the text of a mapping file: `{"columns": {"表里的列名": "事项名称" | "name" | "guide.hours" | "materials" |
 * "忽略"}, "sheet"?: "…", "headerRow"?: 3}`. Every word that means no element is a problem of its own.
 */
export const parseColumnMapping = (text: string): MappingResult => {
  const value = parsed(text);
  if (value === undefined) return unreadable('不是合法的 JSON');
  if (!isObject(value) || !isObject(value['columns'])) return unreadable('缺少 columns');
  const unknown = Object.keys(value).find((key) => !['columns', 'sheet', 'headerRow'].includes(key));
  if (unknown !== undefined) return unreadable(`不认识“${unknown}”，只能有 columns、sheet、headerRow`);
  const { sheet, headerRow } = value;
  if (sheet !== undefined && typeof sheet !== 'string') return unreadable('sheet 应为工作表名');
  if (headerRow !== undefined && !(Number.isSafeInteger(headerRow) && (headerRow as number) > 0)) {
    return unreadable('headerRow 应为从 1 数起的行号');
  }
  const columns = new Map<string, ColumnTarget>();
  const titles = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [title, word] of Object.entries(value['columns'])) {
    const target = typeof word === 'string' ? targetOfWord(word, title) : undefined;
    if (target === undefined) {
      const shown = typeof word === 'string' ? word : JSON.stringify(word);
      problems.push(
        problem('MAPPING_ELEMENT_UNKNOWN', { value: title, other: shown, detail: nearElements(shown) }),
      );
      continue;
    }
    columns.set(keyOfTitle(title), target);
    titles.set(keyOfTitle(title), title);
  }
  if (problems.length > 0) return { problems };
  return {
    mapping: {
      columns,
      titles,
      ...(sheet === undefined ? {} : { sheet }),
      ...(headerRow === undefined ? {} : { headerRow: headerRow as number }),
    },
  };
};

/**
 * A mapping file to save and edit: JSON with every column of the tables, those that are unsure with the likeliest
 * element, those that nobody knows as 其他列.
 */
export const proposeMapping = (columns: readonly MappedColumn[]): string => {
  const words = columns.map(({ title, slot, candidates, how }) => {
    const likeliest = how === 'UNSURE' ? candidates[0]?.target : undefined;
    return [title, wordOf(likeliest ?? slot)] as const;
  });
  return `${JSON.stringify({ columns: Object.fromEntries(words) }, undefined, 2)}\n`;
};

/** The Chinese name where it leads back to the target, else the id. */
const wordOf = (target: ColumnTarget): string => {
  const title = targetTitle(target);
  const back = targetOfWord(title, '');
  return back !== undefined && targetId(back) === targetId(target) ? title : targetId(target);
};

/** A mapping as the list remembers it: key of the column's title → id of its target, in the order of the keys. */
export const mappingEntries = (mapping: ColumnMapping): readonly (readonly [string, string])[] =>
  [...mapping.columns]
    .map(([key, target]) => [key, targetId(target)] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));

/** The mapping of remembered entries; ids that mean nothing any more are left out. */
export const mappingFrom = (entries: Iterable<readonly [string, string]>): ColumnMapping => {
  const columns = new Map<string, ColumnTarget>();
  for (const [key, id] of entries) {
    const target = targetOfId(id, key);
    if (target !== undefined) columns.set(key, target);
  }
  return { columns, titles: new Map([...columns.keys()].map((key) => [key, key])), remembered: true };
};
