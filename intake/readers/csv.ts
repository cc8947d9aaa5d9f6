import { extname } from 'node:path';
import { type Problem, problem } from '../../catalog/problems.ts';
import { DELIMITER_NAMES, delimiterOf, SAMPLE } from './csv-delimiter.ts';
import { type CsvRecord, CsvSplitter } from './csv-records.ts';
import { BATCH_ROWS, FileRefused, type GridEvent, type GridRow, type Reader } from './grid.ts';
import { countCells } from './sheet-limits.ts';
import { decodeText } from './text.ts';

/**
 * Every line end as a line feed: spreadsheets end rows with one kind and break lines within cells with another, and
 * the parser splits at a single kind.
 */
const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;

/** The same for a stream of pieces: a carriage return at the end of one waits for the next. */
async function* lineFeedsOnly(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let held = '';
  for await (const chunk of chunks) {
    const text = held + chunk;
    held = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(held === '' ? text : text.slice(0, -1));
  }
  if (held !== '') yield '\n';
}

/** Excel's own way to tell the delimiter: a first line that is no row. */
const SEPARATOR_LINE = /^"?sep=(.)"?(?:\n|$)/iu;

interface Dialect {
  readonly delimiter: string;
  /** Characters before the first row. */
  readonly skip: number;
  readonly guessed: boolean;
}

const dialectOf = (first: string, path: string): Dialect => {
  const told = SEPARATOR_LINE.exec(first);
  if (told?.[1] !== undefined) return { delimiter: told[1], skip: told[0].length, guessed: false };
  if (extname(path).toLowerCase() === '.tsv') return { delimiter: '\t', skip: 0, guessed: false };
  const delimiter = delimiterOf(first.slice(0, SAMPLE));
  return { delimiter, skip: 0, guessed: delimiter !== ',' };
};

/** Characters of a cell that a problem quotes. */
const QUOTED = 50;

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * The first line of a cell that has several, in a record of fewer cells than those before: a quotation mark that opens
 * by mistake makes one cell of all rows up to the next one.
 */
const swallowing = (cells: readonly string[], width: number): string | undefined =>
  cells.length < width ? cells.find((cell) => cell.includes('\n'))?.split('\n')[0] : undefined;

/** Numbers the records as a spreadsheet does, blank ones counted and left out. */
const numbering = (count: ReturnType<typeof countCells>) => {
  let row = 0;
  let width = 0;
  return function* (records: Iterable<CsvRecord>): Generator<GridRow, void, undefined> {
    for (const { cells, misquoted } of records) {
      row += 1;
      if (isEmpty(cells)) continue;
      count(row, cells);
      const problems: Problem[] = [];
      const [wrong, swallowed] = [misquoted?.slice(0, QUOTED), swallowing(cells, width)?.slice(0, QUOTED)];
      if (wrong !== undefined) problems.push(problem('CELL_MISQUOTED', { row, value: wrong }));
      if (swallowed !== undefined) {
        const [detail, other] = [String(cells.length), String(width)];
        problems.push(problem('ROWS_SWALLOWED', { row, value: swallowed, detail, other }));
      }
      width = Math.max(width, cells.length);
      yield problems.length === 0 ? { row, cells } : { row, cells, problems };
    }
  };
};

const inBatchesOf = function* (rows: Iterable<GridRow>): Generator<GridEvent, void, undefined> {
  let batch: GridRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_ROWS) continue;
    yield { kind: 'ROWS', rows: batch };
    batch = [];
  }
  if (batch.length > 0) yield { kind: 'ROWS', rows: batch };
};

/**
 * Reads delimited text (RFC 4180, any line end, comma, tab, semicolon, bar or full-width comma) as one sheet. The
 * first piece of the text is large enough to tell the delimiter from.
 */
export const csvReader: Reader = async function* (path, limits) {
  const text = await decodeText(path, limits);
  const numbered = numbering(countCells(limits));
  let splitter: CsvSplitter | undefined;
  let isEmpty = true;
  yield { kind: 'SHEET', sheet: { kind: 'CELLS' } };
  for await (const piece of lineFeedsOnly(text.chunks)) {
    let rest = piece;
    if (splitter === undefined) {
      const { delimiter, skip, guessed } = dialectOf(piece, path);
      const value = DELIMITER_NAMES[delimiter] ?? delimiter;
      if (guessed) yield { kind: 'PROBLEM', problem: problem('DELIMITER_GUESSED', { value }) };
      splitter = new CsvSplitter(delimiter, limits, skip === 0 ? 1 : 2);
      rest = piece.slice(skip);
    }
    for (const rows of inBatchesOf(numbered(splitter.take(rest)))) {
      isEmpty = false;
      yield rows;
    }
  }
  for (const rows of splitter === undefined ? [] : inBatchesOf(numbered(splitter.finish()))) {
    isEmpty = false;
    yield rows;
  }
  if (isEmpty) throw new FileRefused(problem('FILE_EMPTY'));
  for (const one of text.problems) yield { kind: 'PROBLEM', problem: one };
};
