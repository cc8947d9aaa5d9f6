import { basename } from 'node:path';
import { problemAt } from '../catalog/problems.ts';
import type { ColumnMapping } from './layouts/column-mapping.ts';
import { tablesOf } from './layouts/lay-tables.ts';
import { FileRefused, type Grid } from './readers/grid.ts';
import { readGrid } from './readers/read-grid.ts';
import type { Table } from './readers/table.ts';

/** What the tables of an import's files are made with. */
export interface OpenOptions {
  readonly files: readonly string[];
  readonly listKind: string;
  readonly mapping: ColumnMapping | undefined;
  /** Told when a file is opened, and given the share of it that has been read, 0 to 1. */
  readonly onFile?: (grid: Grid, position: number) => void;
}

const namingFile = (error: unknown, document: string, several: boolean): unknown =>
  several && error instanceof FileRefused
    ? new FileRefused(problemAt(error.problem, { document }), error)
    : error;

/**
 * The tables of all files, one after the other; the rows of each are read to their end before the next is asked for.
 * A file that cannot be read throws `FileRefused`, which names the file where there are several.
 */
export async function* openTables(options: OpenOptions): AsyncGenerator<Table> {
  const { files, listKind, mapping } = options;
  for (const [position, path] of files.entries()) {
    const read = await readGrid(path);
    if (read.kind === 'REFUSED') {
      throw namingFile(new FileRefused(read.problem), basename(path), files.length > 1);
    }
    options.onFile?.(read.grid, position);
    try {
      yield* tablesOf(read.grid, { listKind, ...(mapping === undefined ? {} : { mapping }) });
    } catch (error) {
      throw namingFile(error, basename(path), files.length > 1);
    } finally {
      await read.close();
    }
  }
}
