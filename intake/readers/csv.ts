import { basename } from 'node:path';
import Papa from 'papaparse';
import { problem } from '../../catalog/problems.ts';
import { BATCH_ROWS, type ReadResult, TableBroken, type TableRow } from './table.ts';
import { readText } from './text.ts';

interface Piece {
  readonly lines: readonly (readonly string[])[];
  readonly rest: string;
}

/** The next lines of a CSV text. A quotation mark that never closes swallows the rest of the file: a refusal. */
const takeLines = (text: string, count: number, newline: '\r\n' | '\n' | '\r'): Piece => {
  // In its fast mode the library's cursor stands one line too far after a preview.
  const options = { preview: count, delimiter: ',', newline, fastMode: false };
  const { data, errors, meta } = Papa.parse<string[]>(text, options);
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken !== undefined) {
    const detail = '引号没有配对';
    throw new TableBroken(problem('FILE_UNREADABLE', { detail }), broken);
  }
  return { lines: data, rest: meta.cursor > 0 ? text.slice(meta.cursor) : '' };
};

const isBlank = (line: readonly string[]): boolean => line.length <= 1 && (line[0] ?? '').trim() === '';

/** Batches of rows, so that memory does not grow with the file; blank lines count as rows but are no items. */
async function* inBatches(text: string, newline: '\r\n' | '\n' | '\r'): AsyncGenerator<readonly TableRow[]> {
  let rest = text;
  let row = 2;
  while (rest !== '') {
    const piece = takeLines(rest, BATCH_ROWS, newline);
    const batch: TableRow[] = [];
    for (const cells of piece.lines) {
      if (!isBlank(cells)) batch.push({ row, cells });
      row += 1;
    }
    rest = piece.rest;
    if (batch.length > 0) yield batch;
  }
}

const newlineOf = (text: string): '\r\n' | '\n' | '\r' => {
  if (text.includes('\r\n')) return '\r\n';
  return text.includes('\n') ? '\n' : '\r';
};

/** Reads a CSV file (RFC 4180; UTF-8 or GB 18030) whose first row is the header. */
export const readCsv = async (path: string): Promise<ReadResult> => {
  const read = await readText(path);
  if (read.kind === 'REFUSED') return read;
  const newline = newlineOf(read.text);
  try {
    const { lines, rest } = takeLines(read.text, 1, newline);
    const header = (lines[0] ?? []).map((title) => title.trim());
    if (header.every((title) => title === '')) return { kind: 'REFUSED', problem: problem('FILE_EMPTY') };
    const table = {
      document: basename(path),
      header,
      batches: inBatches(rest, newline),
      problems: read.problems,
    };
    return { kind: 'TABLE', table };
  } catch (error) {
    if (error instanceof TableBroken) return { kind: 'REFUSED', problem: error.problem };
    throw error;
  }
};
