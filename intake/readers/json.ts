import { basename } from 'node:path';
import { problem } from '../../catalog/problems.ts';
import { BATCH_ROWS, type ReadResult, type TableRow } from './table.ts';
import { readText } from './text.ts';

type Records = Iterable<Readonly<Record<string, unknown>>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseRecords = (text: string, asLines: boolean): Records => {
  if (!asLines) {
    const value: unknown = JSON.parse(text);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    if (!list.every(isRecord)) throw new SyntaxError('应为对象的数组');
    return list;
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const value: unknown = JSON.parse(line);
      if (!isRecord(value)) throw new SyntaxError(`第 ${index + 1} 行不是对象`);
      return value;
    });
};

/** Gives each key a position the first time it appears. */
async function* inBatches(records: Records, header: string[]): AsyncGenerator<readonly TableRow[]> {
  const positions = new Map<string, number>();
  let batch: TableRow[] = [];
  let row = 0;
  for (const record of records) {
    row += 1;
    const cells: unknown[] = [];
    for (const [key, value] of Object.entries(record)) {
      const position = positions.get(key) ?? header.push(key) - 1;
      positions.set(key, position);
      cells[position] = value;
    }
    batch.push({ row, cells });
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Reads a JSON array of objects, or JSON Lines with one object a line; keys are the header. */
export const readJson = async (path: string): Promise<ReadResult> => {
  const read = await readText(path);
  if (read.kind === 'REFUSED') return read;
  try {
    const records = parseRecords(read.text, /\.(jsonl|ndjson)$/iu.test(path));
    const header: string[] = [];
    const table = {
      document: basename(path),
      header,
      batches: inBatches(records, header),
      problems: read.problems,
    };
    return { kind: 'TABLE', table };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'REFUSED', problem: problem('FILE_UNREADABLE', { detail: error.message }) };
  }
};
