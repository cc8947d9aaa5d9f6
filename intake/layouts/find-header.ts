import type { GridRow, Merge } from '../readers/grid.ts';
import { rowTexts } from './cell-text.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { mappedTarget } from './column-mapping.ts';
import type { SheetHead } from './sheet-head.ts';
import { titleCandidates } from './title-candidates.ts';
import { targetOfStack } from './title-lookup.ts';
import { shownTitle } from './title-text.ts';

/** Rows among which the header is looked for. */
const SEARCHED = 30;

/** Rows a header may have. */
const TALLEST = 3;

/** What each further row of a header must bring in. */
const TALLER = 0.6;

/** Titles are words, not sentences. */
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
}

/** From here on a title counts as a known one misspelt. */
const ALIKE = 0.7;
const SHORT_TITLE = 14;

const NUMBER = /^[\d.,%]+$/u;

/** The text of each cell of a row, with the texts of merges on all cells they cover and the merge they come from. */
const spreadRow = (row: GridRow, rows: readonly GridRow[], merges: readonly Merge[]): readonly string[] => {
  const texts = [...rowTexts(row)];
  for (const { top, left, bottom, right } of merges) {
    if (row.row < top || row.row > bottom) continue;
    const first = rows.find((other) => other.row === top);
    const text = first === undefined ? '' : (rowTexts(first)[left] ?? '');
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

const stacksOf = (
  rows: readonly GridRow[],
  first: number,
  height: number,
  merges: readonly Merge[],
): readonly (readonly string[])[] => {
  const block = rows.slice(first, first + height);
  let texts = block.map((row) => spreadRow(row, rows, merges));
  if (merges.length === 0 && height === 2) {
    texts = [spreadGroups(texts[0] ?? [], texts[1] ?? []), texts[1] ?? []];
  }
  const width = Math.max(0, ...texts.map((row) => row.length));
  const [above, below] = [block[0]?.row ?? 0, block.at(-1)?.row ?? 0];
  const merged = (column: number): boolean =>
    merges.some(
      ({ top, bottom, left, right }) =>
        left < column && column <= right && top >= above && top <= below && bottom >= below,
    );
  return Array.from({ length: width }, (_, column) => {
    // A title merged over two columns to the header's last row is the first one's alone.
    if (merged(column)) return [];
    const titles = texts.map((row) => row[column] ?? '').filter((text) => text !== '');
    return titles.filter((text, index) => text !== titles[index - 1]);
  });
};

const isKnown = (stack: readonly string[], mapping: ColumnMapping | undefined): boolean =>
  targetOfStack(stack) !== undefined || (mapping !== undefined && mappedTarget(mapping, stack) !== undefined);

/** How much a block of rows looks like a header: known titles count most, sentences and numbers against it. */
const scoreOf = (
  stacks: readonly (readonly string[])[],
  mapping: ColumnMapping | undefined,
): Pick<Scored, 'score' | 'known' | 'titled'> => {
  const full = stacks.filter((stack) => stack.length > 0);
  const names = full.map((stack) => stack.map(shownTitle).join('/'));
  let score = 0;
  let known = 0;
  for (const [index, stack] of full.entries()) {
    const title = shownTitle(stack.at(-1) ?? '');
    if (isKnown(stack, mapping)) {
      known += 1;
      score += 3;
    } else if (NUMBER.test(title)) score -= 2;
    else if (title.length > LONGEST_TITLE) score -= 3;
    else score += title.length <= 12 ? 0.5 : 0;
    if (names.indexOf(names[index] ?? '') < index) score -= 1;
  }
  return { score, known, titled: full.length };
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

const blocksAt = (head: SheetHead, index: number, mapping: ColumnMapping | undefined): readonly Scored[] => {
  const { rows, merges } = head;
  const row = rows[index];
  if (row === undefined) return [];
  // A header whose titles begin above it begins there.
  if (merges.some(({ top, bottom }) => top < row.row && row.row <= bottom)) return [];
  const least = heightByMerges(row, merges);
  const heights = [1, 2, 3].filter((height) => height >= least && (height < 3 || merges.length > 0));
  return heights.flatMap((height) => {
    const last = rows[index + height - 1];
    if (last === undefined || last.row !== row.row + height - 1) return [];
    const stacks = stacksOf(rows, index, height, merges);
    if (height > 1 && !isGrouped(rows.slice(index, index + height), stacks)) return [];
    const scored = scoreOf(stacks, mapping);
    // A taller header must earn its rows: a row of data would be lost.
    return [
      { top: row.row, bottom: last.row, stacks, ...scored, score: scored.score - TALLER * (height - 1) },
    ];
  });
};

/** Two known titles make a header; one does where the sheet has that column alone, or where the mapping says so. */
const isHeader = ({ known, titled, score }: Scored): boolean =>
  score > 0 && (known >= 3 || (known === 2 && titled <= 12) || (known === 1 && titled === 1));

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

const likely = (head: SheetHead, searched: readonly number[]): readonly Scored[] =>
  searched
    .flatMap((index) => blocksAt(head, index, undefined))
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
  const sure = bestOf(searched.flatMap((index) => blocksAt(head, index, mapping)));
  // Titles that are all misspelt are looked for only where no row has known ones: likening is slow.
  const best = sure === undefined || isHeader(sure) ? sure : bestOf([sure, ...likely(head, searched)]);
  if (best === undefined) return { header: undefined, best: undefined };
  const titles = best.stacks.flatMap((stack) =>
    stack.length === 0 ? [] : [stack.map(shownTitle).join('/')],
  );
  const found = fixed !== undefined || isHeader(best);
  return { header: found ? best : undefined, best: { row: best.top, titles } };
};
