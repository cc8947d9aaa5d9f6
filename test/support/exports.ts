import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Sql } from '../../db/client.ts';
import { EXPORT_FORMATS, type ExportFormat, exportList } from '../../intake/export/export-list.ts';
import { findList } from '../../intake/export/stored-rows.ts';
import { type ImportReport, importFiles } from '../../intake/import.ts';
import { NOW, withFile } from './lists.ts';

/** What an import is told of a list; a known one needs but its key. */
export interface ListIdentity {
  readonly key: string;
  readonly level?: string;
  readonly region?: string;
  readonly kind?: string;
}

/** Imports a file as the draft of a list; a refusal fails the test. */
export const importFile = async (
  sql: Sql,
  path: string,
  list: ListIdentity,
  dryRun = false,
): Promise<ImportReport> => {
  const result = await importFiles(sql, { files: [path], list, now: NOW, allowRemovals: true, dryRun });
  if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
  return result.report;
};

/** Exports a list, of the newest release unless told, into a file and hands its path over. */
export const exported = async <T>(
  sql: Sql,
  key: string,
  format: ExportFormat,
  use: (path: string) => Promise<T>,
  wanted?: number,
): Promise<T> => {
  const found = await findList(sql, key, wanted);
  if (found.kind !== 'FOUND') throw new Error(found.kind);
  return await withFile(`list.${format}`, '', async (path) => {
    const { list, release } = found;
    await exportList(sql, { list, release, format }, (pieces) => pipeline(pieces, createWriteStream(path)));
    return await use(path);
  });
};

/** What an import of each exported file would do to the list: numbers, and the changed rows with their elements. */
export const differences = async (sql: Sql, key: string): Promise<Readonly<Record<string, unknown>>> => {
  const all: Record<string, unknown> = {};
  for (const format of EXPORT_FORMATS) {
    const report = await exported(sql, key, format, (path) => importFile(sql, path, { key }, true));
    const { added, changed, removed, changes } = report;
    all[format] = {
      added,
      changed,
      removed,
      rows: changes.rows.map(({ name, fields }) => [name, ...fields]),
    };
  }
  return all;
};

const NOTHING = { added: 0, changed: 0, removed: 0, rows: [] };

/** The differences of exports that an import leaves the list as it is with. */
export const UNCHANGED = { jsonl: NOTHING, csv: NOTHING, xlsx: NOTHING };
