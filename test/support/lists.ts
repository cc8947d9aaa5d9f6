import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from '../../db/client.ts';
import { type ImportOptions, type ImportReport, importFiles } from '../../intake/import.ts';
import { type PublishResult, publish } from '../../intake/publish/publish.ts';

export type Row = Readonly<Record<string, string | number | undefined>>;

export const NOW = '2026-03-01T08:00:00Z';

const quoted = (value: string): string =>
  /[",\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** CSV text with the union of the rows' keys as header. */
export const csvOf = (rows: readonly Row[]): string => {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => header.map((title) => quoted(String(row[title] ?? ''))).join(','));
  return [header.join(','), ...lines].map((line) => `${line}\n`).join('');
};

/** Runs `use` with a file of that name and text in a folder of its own, which is removed afterwards. */
export const withFile = async <T>(
  name: string,
  text: string | Buffer,
  use: (path: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-list-'));
  try {
    const path = join(folder, name);
    await writeFile(path, text);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The lists the tests speak of: key → level, region and kind. */
export const LISTS = {
  reference: { level: 'PROVINCE', region: '880000', kind: 'REFERENCE' },
  power: { level: 'COUNTY', region: '880121', kind: 'POWER' },
  service: { level: 'COUNTY', region: '880121', kind: 'PUBLIC_SERVICE' },
  government: { level: 'COUNTY', region: '880121', kind: 'GOVERNMENT_SERVICE' },
  towns: { level: 'TOWNSHIP', region: '880121', kind: 'PUBLIC_SERVICE' },
  guides: { level: 'COUNTY', region: '880121', kind: 'GUIDE' },
  power2: { level: 'COUNTY', region: '880122', kind: 'POWER' },
  guides2: { level: 'COUNTY', region: '880122', kind: 'GUIDE' },
} as const;

export type ListKey = keyof typeof LISTS;

/** Imports rows as the draft of a list, through a real file; a refusal fails the test. */
export const importRows = async (
  sql: Sql,
  key: ListKey,
  rows: readonly Row[],
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> => {
  const list = { key, ...LISTS[key] };
  const result = await withFile(`${key}.csv`, csvOf(rows), (path) =>
    importFiles(sql, { files: [path], list, now: NOW, allowRemovals: true, ...options }),
  );
  if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
  return result.report;
};

/** Imports and publishes lists as one release. */
export const publishRows = async (
  sql: Sql,
  lists: Readonly<Partial<Record<ListKey, readonly Row[]>>>,
): Promise<PublishResult> => {
  for (const [key, rows] of Object.entries(lists)) await importRows(sql, key as ListKey, rows);
  return await publish(sql, { now: NOW });
};
