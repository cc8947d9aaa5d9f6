import { extname } from 'node:path';
import { problem } from '../../catalog/problems.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import type { ReadResult } from './table.ts';

const READERS: Readonly<Record<string, (path: string) => Promise<ReadResult>>> = {
  '.csv': readCsv,
  '.json': readJson,
  '.jsonl': readJson,
  '.ndjson': readJson,
};

/** Reads a file by its ending; a format without a reader is refused. */
export const readTable = async (path: string): Promise<ReadResult> => {
  const ending = extname(path).toLowerCase();
  const reader = READERS[ending];
  if (reader === undefined) {
    return { kind: 'REFUSED', problem: problem('FILE_FORMAT_UNSUPPORTED', { value: ending || path }) };
  }
  return await reader(path);
};
