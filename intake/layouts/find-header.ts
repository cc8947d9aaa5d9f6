import type { GridRow, Merge } from '../readers/grid.ts';
import { cellText, rowTexts } from './cell-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { mappedTarget } from './column-mapping.ts';
import { type ColumnTarget, targetId } from './column-target.ts';
import { likeNames } from './column-values.ts';
import { mergesByRow } from './merged-cells.ts';
import type { SheetHead } from './sheet-head.ts';
import { titleCandidates } from './title-candidates.ts';
import { targetOfStack } from './title-lookup.ts';
import { shownTitle } from './title-text.ts';

/** Rows among which the header is looked for: the lists seen have eleven lines above it at most. */
const SEARCHED = 30;

/** Rows a header may have: groups of groups over titles; none of the notices' forms has more. */
const TALLEST = 3;

/**
 * What each further row of a header must bring in: more than one unknown short title (0.5), so that no row of data is
 * taken for one, and less than the difference between a known title and an unknown one (2.5).
 */
const TALLER = 0.6;

/** Titles are words, not sentences; the longest of the field registry has 15 characters. */
const LONGEST_TITLE = 30;

export interface Header {
  /** First and last row, counted from 1 as the sheet counts them. */
  readonly top: number;
  readonly bottom: number;
  /** By column, the titles from the outermost group down; empty where a column has none. */
  readonly stacks: readonly (readonly string[])[];
}

interface Scored extends Header {
  readonly score: number;
  readonly known: number;
  readonly titled: number;
  /** The column titled 事项名称 or one of its other titles. */
  readonly name: number | undefined;
}

/**
 * From here on a title counts as a known one misspelt. It is more than the 0.6 from which a column is asked about: with
 * the header more than one column would be wrong.
 */
const ALIKE = 0.7;

/** Rows with a longer text are prose or data, and likening them is slow. */
const SHORT_TITLE = 14;

/** Columns up to which two known titles are enough: in wider tables of other things two stand by chance (联系电话, 备注). */
const NARROW = 12;

/** Values below a title that are looked at. */
const LOOKED_AT = 20;

const NUMBER = /^[\d.,%]+$/u;

/** The rows that are searched, with the merges that touch each; a sheet may have many more below. */
interface Searched {
  readonly rows: readonly GridRow[];
  readonly byNumber: ReadonlyMap<number, GridRow>;
  readonly mergesOf: (row: number) => readonly Merge[];
  /** Whether the sheet has merges at all: text files have none. */
  readonly isMerged: boolean;
}

const searchedPart = ({ rows, merges }: SheetHead): Searched => {
  const covering = mergesByRow(merges);
  const touching = new Map(rows.map(({ row }) => [row, covering(row)]));
  return {
    rows,
    byNumber: new Map(rows.map((row) => [row.row, row])),
    mergesOf: (row) => touching.get(row) ?? [],
    isMerged: merges.length > 0,
  };
};

/** The text of each cell of a row, with the texts of merges on all cells they cover. */
const spreadRow = (row: GridRow, { byNumber, mergesOf }: Searched): readonly string[] => {
  const texts = [...rowTexts(row)];
  for (const { top, left, right } of mergesOf(row.row)) {
    const text = cellText(byNumber.get(top)?.cells[left]);
    for (let column = left; column <= right; column += 1) texts[column] = text;
  }
  return texts;
};

/** Without merges, as in text files, a group's title stands over its first column only. */
const spreadGroups = (upper: readonly string[], lower: readonly string[]): readonly string[] => {
  const texts = [...upper];
  for (let column = 1; column < Math.max(upper.length, lower.length); column += 1) {
    const here = texts[column] ?? '';
    const before = texts[column - 1] ?? '';
    const grouped = (lower[column] ?? '') !== '' && (lower[column - 1] ?? '') !== '';
    if (here === '' && before !== '' && grouped) texts[column] = before;
  }
  return texts;
};

const stacksOf = (searched: Searched, first: number, height: number): readonly (readonly string[])[] => {
  const block = searched.rows.slice(first, first + height);
  let texts = block.map((row) => spreadRow(row, searched));
  if (!searched.isMerged && height === 2) {
    texts = [spreadGroups(texts[0] ?? [], texts[1] ?? []), texts[1] ?? []];
  }
  const width = Math.max(0, ...texts.map((row) => row.length));
  const [above, below] = [block[0]?.row ?? 0, block.at(-1)?.row ?? 0];
  const merged = new Set<number>();
  for (const { top, bottom, left, right } of searched.mergesOf(below)) {
    if (top < above || bottom < below) continue;
    for (let column = left + 1; column <= right; column += 1) merged.add(column);
  }
  return Array.from({ length: width }, (_, column) => {
    // A title merged over two columns to the header's last row is the first one's alone.
    if (merged.has(column)) return [];
    const titles = texts.map((row) => row[column] ?? '').filter((text) => text !== '');
    return titles.filter((text, index) => text !== titles[index - 1]);
  });
};

const knownTarget = (stack: readonly string[], mapping: ColumnMapping | undefined) =>
  (mapping === undefined ? undefined : mappedTarget(mapping, stack)) ?? targetOfStack(stack);

const isName = (target: ColumnTarget): boolean => /^item\.name(?:\+code)?$/u.test(targetId(target));

/**
 * How much a block of rows looks like a header: known titles count most, sentences and numbers against it. A known title
 * outweighs a sentence, and several unknown short ones; a row of data seldom has even one.
 */
const scoreOf = (
  stacks: readonly (readonly string[])[],
  mapping: ColumnMapping | undefined,
): Pick<Scored, 'score' | 'known' | 'titled' | 'name'> => {
  const names = new Set<string>();
  let name: number | undefined;
  let titled = 0;
  let score = 0;
  let known = 0;
  for (const [column, stack] of stacks.entries()) {
    if (stack.length === 0) continue;
    titled += 1;
    const title = shownTitle(stack.at(-1) ?? '');
    const target = knownTarget(stack, mapping);
    if (target !== undefined) {
      known += 1;
      score += 3;
      if (isName(target)) name ??= column;
    } else if (NUMBER.test(title)) score -= 2;
    else if (title.length > LONGEST_TITLE) score -= 3;
    else score += title.length <= 12 ? 0.5 : 0;
    const whole = stack.map(shownTitle).join('/');
    if (names.has(whole)) score -= 1;
    names.add(whole);
  }
  return { score, known, titled, name };
};

/** Titles that reach further down by a merge make the header at least so tall. */
const heightByMerges = (row: GridRow, merges: readonly Merge[]): number => {
  const reaching = merges.filter(({ top }) => top === row.row).map(({ bottom }) => bottom - row.row + 1);
  return Math.max(1, ...reaching.filter((height) => height <= TALLEST));
};

/** Whether rows are groups over titles: each but the last has several titles, and some column is titled by all of them. */
const isGrouped = (rows: readonly GridRow[], stacks: readonly (readonly string[])[]): boolean => {
  const upper = rows.slice(0, -1).map((row) => rowTexts(row).filter((text) => text !== ''));
  return (
    upper.every((texts) => new Set(texts).size > 1 && !texts.some((text) => /[:：]/u.test(text))) &&
    stacks.some((stack) => stack.length === rows.length)
  );
};

const blocksAt = (
  searched: Searched,
  index: number,
  mapping: ColumnMapping | undefined,
): readonly Scored[] => {
  const { rows, isMerged } = searched;
  const row = rows[index];
  if (row === undefined) return [];
  const merges = searched.mergesOf(row.row);
  // A header whose titles begin above it begins there.
  if (merges.some(({ top, bottom }) => top < row.row && row.row <= bottom)) return [];
  const least = heightByMerges(row, merges);
  const heights = [1, 2, 3].filter((height) => height >= least && (height < 3 || isMerged));
  return heights.flatMap((height) => {
    const last = rows[index + height - 1];
    if (last === undefined || last.row !== row.row + height - 1) return [];
    const stacks = stacksOf(searched, index, height);
    if (height > 1 && !isGrouped(rows.slice(index, index + height), stacks)) return [];
    const scored = scoreOf(stacks, mapping);
    // A taller header must earn its rows: a row of data would be lost.
    return [
      { top: row.row, bottom: last.row, stacks, ...scored, score: scored.score - TALLER * (height - 1) },
    ];
  });
};

/**
 * Two known titles make a header, in a wide table if one is the item's name with names below it; one does where the
 * sheet has that column alone.
 */
const isHeader = ({ known, titled, score, name, bottom }: Scored, rows: readonly GridRow[]): boolean => {
  if (known >= 3 || (known === 2 && titled <= NARROW) || (known === 1 && titled === 1)) return score > 0;
  if (known < 2 || name === undefined) return false;
  const below = rows.filter(({ row }) => row > bottom).map(({ cells }) => cellText(cells[name]));
  return likeNames(below.filter((text) => text !== '').slice(0, LOOKED_AT));
};

export interface HeaderSearch {
  readonly header: Header | undefined;
  /** The row likest to a header, for the report where none is. */
  readonly best: { readonly row: number; readonly titles: readonly string[] } | undefined;
}

const bestOf = (blocks: readonly Scored[]): Scored | undefined =>
  blocks.reduce<Scored | undefined>(
    (best, block) => (best === undefined || block.score > best.score ? block : best),
    undefined,
  );

const likely = (part: Searched, searched: readonly number[]): readonly Scored[] =>
  searched
    .flatMap((index) => blocksAt(part, index, undefined))
    .filter(({ stacks }) => stacks.every(([title = '']) => title.length <= SHORT_TITLE))
    .map((block) => {
      const alike = block.stacks.filter((stack) => {
        const [best] = stack.length === 1 ? titleCandidates(stack[0] ?? '', []) : [];
        return best !== undefined && best.score >= ALIKE && targetOfStack(stack) === undefined;
      }).length;
      return { ...block, score: block.score + alike, known: block.known + alike };
    });

/**
 * The header of a sheet among its first 30 rows: one row, or up to three under merges. With `headerRow` in the mapping
 * it is the block that begins there.
 */
export const findHeader = (head: SheetHead, mapping?: ColumnMapping): HeaderSearch => {
  const fixed = mapping?.headerRow;
  const searched = head.rows.flatMap((row, index) =>
    fixed === undefined ? (index < SEARCHED ? [index] : []) : row.row === fixed ? [index] : [],
  );
  const part = searchedPart(head);
  const sure = bestOf(searched.flatMap((index) => blocksAt(part, index, mapping)));
  // Titles that are all misspelt are looked for only where no row has known ones: likening is slow.
  const best =
    sure === undefined || isHeader(sure, head.rows) ? sure : bestOf([sure, ...likely(part, searched)]);
  if (best === undefined) return { header: undefined, best: undefined };
  const titles = best.stacks.flatMap((stack) =>
    stack.length === 0 ? [] : [stack.map(shownTitle).join('/')],
  );
  const found = fixed !== undefined || isHeader(best, head.rows);
  return { header: found ? best : undefined, best: { row: best.top, titles } };
};
