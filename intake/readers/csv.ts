import { basename } from 'node:path';
import Papa from 'papaparse';
import { problem } from '../../catalog/problems.ts';
import { plainText } from '../cells.ts';
import { BATCH_ROWS, type ReadResult, TableBroken, type TableRow } from './table.ts';
import { readText } from './text.ts';

interface Piece {
  readonly lines: readonly (readonly string[])[];
  /** Position in the text after the last of the lines. */
  readonly end: number;
}

/** Characters given to the parser at once: it looks at all it is given, however few lines are wanted of it. */
const WINDOW = 1 << 20;

/**
 * The next lines of a CSV text, from a window that grows until it holds as many as are wanted. A quotation mark
 * that never closes swallows the rest of the file: a refusal.
 */
const takeLines = (text: string, from: number, count: number): Piece => {
  for (let width = WINDOW; ; width *= 4) {
    const whole = from + width >= text.length;
    // In its fast mode the library's cursor stands one line too far after a preview.
    const options = { preview: count, delimiter: ',', newline: '\n' as const, fastMode: false };
    const { data, errors, meta } = Papa.parse<string[]>(text.slice(from, from + width), options);
    if (!whole && !meta.truncated) continue;
    const broken = errors.find((error) => error.type === 'Quotes');
    if (broken !== undefined) {
      throw new TableBroken(problem('FILE_UNREADABLE', { detail: '引号没有配对' }), broken);
    }
    return { lines: data, end: meta.truncated ? from + meta.cursor : text.length };
  }
};

const isBlank = (line: readonly string[]): boolean => line.length <= 1 && (line[0] ?? '').trim() === '';

/** Batches of rows, so that memory does not grow with the file; blank lines count as rows but are no items. */
async function* inBatches(text: string, from: number): AsyncGenerator<readonly TableRow[]> {
  let row = 2;
  for (let position = from; position < text.length; ) {
    const piece = takeLines(text, position, BATCH_ROWS);
    const batch: TableRow[] = [];
    for (const cells of piece.lines) {
      if (!isBlank(cells)) batch.push({ row, cells });
      row += 1;
    }
    position = piece.end;
    if (batch.length > 0) yield batch;
  }
}

/**
 * Every line end as a line feed: spreadsheets end rows with one kind and break lines within cells with another, and
 * the parser splits at a single kind.
 */
const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;

/** Reads a CSV file (RFC 4180; UTF-8 or GB 18030) whose first row is the header. */
export const readCsv = async (path: string): Promise<ReadResult> => {
  const read = await readText(path);
  if (read.kind === 'REFUSED') return read;
  const text = withLineFeeds(read.text);
  try {
    const { lines, end } = takeLines(text, 0, 1);
    const header = (lines[0] ?? []).map(plainText);
    if (header.every((title) => title === '')) return { kind: 'REFUSED', problem: problem('FILE_EMPTY') };
    const table = {
      document: basename(path),
      header,
      batches: inBatches(text, end),
      problems: read.problems,
    };
    return { kind: 'TABLE', table };
  } catch (error) {
    if (error instanceof TableBroken) return { kind: 'REFUSED', problem: error.problem };
    throw error;
  }
};
