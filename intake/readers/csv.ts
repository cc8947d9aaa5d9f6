import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { problem } from '../../catalog/problems.ts';
import { BATCH_ROWS, type ReadResult, TableBroken, type TableRow } from './table.ts';
import { readText } from './text.ts';

type Line = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const broken = (error: unknown): never => {
  if (!(error instanceof CsvError)) throw error;
  throw new TableBroken(problem('FILE_UNREADABLE', { detail: error.message }), error);
};

async function* inBatches(lines: AsyncIterator<Line>): AsyncGenerator<readonly TableRow[]> {
  let batch: TableRow[] = [];
  for (let row = 2; ; row += 1) {
    const next = await lines.next().catch(broken);
    if (next.done) break;
    batch.push({ row, cells: next.value.record });
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Slices, so that parsing begins before the whole text has been handed over. */
function* slices(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += 1 << 20) yield text.slice(from, from + (1 << 20));
}

/** Reads a CSV file (RFC 4180; UTF-8 or GB 18030) whose first row is the header. */
export const readCsv = async (path: string): Promise<ReadResult> => {
  const read = await readText(path);
  if (read.kind === 'REFUSED') return read;
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  const lines = Readable.from(slices(read.text)).pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<Line>;
  try {
    const first = await lines.next().catch(broken);
    if (first.done) return { kind: 'REFUSED', problem: problem('FILE_EMPTY') };
    const header = first.value.record.map((title) => title.trim());
    const table = { document: basename(path), header, batches: inBatches(lines), problems: read.problems };
    return { kind: 'TABLE', table };
  } catch (error) {
    if (error instanceof TableBroken) return { kind: 'REFUSED', problem: error.problem };
    throw error;
  }
};
