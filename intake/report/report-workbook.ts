import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileRefused } from '../readers/grid.ts';
import { readGrid } from '../readers/read-grid.ts';
import { freshWorkbook, type ReportSource } from './fresh-workbook.ts';
import { markWorkbook } from './marked-workbook.ts';
import { KEPT_ROWS, type ReportInput } from './report-input.ts';

export interface ReportOptions {
  /** The files of the import. */
  readonly sourcePaths: readonly string[];
  readonly outPath: string;
  readonly report: ReportInput;
}

const sourceOf = (path: string): ReportSource => ({
  document: basename(path),
  open: async () => {
    const read = await readGrid(path);
    if (read.kind === 'REFUSED') throw new FileRefused(read.problem);
    return { grid: read.grid, close: () => read.close() };
  },
});

async function* whole(bytes: Uint8Array) {
  yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Writes beside the file and renames at the end: a file of that name is always whole. */
const writeWhole = async (path: string, pieces: AsyncIterable<Buffer>): Promise<void> => {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await pipeline(pieces, createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
};

/**
 * Writes the workbook that tells an import's problems where they are. A single xlsx file of up to `KEPT_ROWS` rows
 * comes back as it is, its cells marked; anything else as a new workbook of the rows, and of a source beyond
 * `MARKED_ROWS` rows only those with problems. A file that cannot be read any more throws `FileRefused`.
 */
export const writeReport = async ({ sourcePaths, outPath, report }: ReportOptions): Promise<void> => {
  const [only] = sourcePaths;
  const isWorkbook =
    only !== undefined && sourcePaths.length === 1 && extname(only).toLowerCase() === '.xlsx';
  if (isWorkbook && report.rows <= KEPT_ROWS) {
    await writeWhole(outPath, whole(await markWorkbook(await readFile(only), basename(only), report)));
    return;
  }
  await writeWhole(outPath, freshWorkbook(sourcePaths.map(sourceOf), report));
};
