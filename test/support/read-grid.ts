import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CellValue,
  FileRefused,
  type GridRow,
  type Reader,
  type ReadLimits,
  type RecordRow,
  type SheetStart,
} from '../../intake/readers/grid.ts';
import { LIMITS } from '../../intake/readers/limits.ts';

export interface ReadSheet extends SheetStart {
  readonly rows: readonly GridRow[];
  readonly records: readonly RecordRow[];
}

/** What a reader made of a file: its sheets with all their rows, or the sentence it was refused with. */
export interface ReadFile {
  readonly sheets: readonly ReadSheet[];
  /** Codes, of the file's problems and of its rows'. */
  readonly problems: readonly string[];
  readonly refused?: { readonly code: string; readonly message: string };
}

/** What a reader makes of the file at a path. */
export const readAll = async (
  reader: Reader,
  path: string,
  limits: ReadLimits = LIMITS,
): Promise<ReadFile> => {
  const sheets: (SheetStart & { rows: GridRow[]; records: RecordRow[] })[] = [];
  const problems: string[] = [];
  try {
    for await (const event of reader(path, limits)) {
      if (event.kind === 'SHEET') sheets.push({ ...event.sheet, rows: [], records: [] });
      if (event.kind === 'ROWS') sheets.at(-1)?.rows.push(...event.rows);
      if (event.kind === 'RECORDS') sheets.at(-1)?.records.push(...event.rows);
      if (event.kind === 'PROBLEM') problems.push(event.problem.code);
      if (event.kind !== 'ROWS' && event.kind !== 'RECORDS') continue;
      for (const row of event.rows) problems.push(...(row.problems ?? []).map((found) => found.code));
    }
    return { sheets, problems };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { sheets, problems, refused: error.problem };
  }
};

/** Runs `use` with a file of that name and content, which is removed afterwards. */
export const withBytes = async <T>(
  name: string,
  content: string | Uint8Array,
  use: (path: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-read-'));
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What a reader makes of a file of that name and content, with the product's limits or lower ones. */
export const readWith = async (
  reader: Reader,
  name: string,
  content: string | Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<ReadFile> =>
  await withBytes(name, content, async (path) => await readAll(reader, path, { ...LIMITS, ...limits }));

/** The rows of the first sheet as `[number, cells]`. */
export const numberedRows = (
  read: ReadFile,
): readonly (readonly [row: number, cells: readonly CellValue[]])[] =>
  (read.sheets[0]?.rows ?? []).map(({ row, cells }) => [row, cells]);
