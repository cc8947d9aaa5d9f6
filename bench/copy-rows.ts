import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Sql } from '../db/client.ts';

/** How long an act takes, in seconds. */
export const seconds = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
};

/** Copies a CSV into a table of text columns: the least that storing its rows can cost. */
export const copyInto = async (sql: Sql, path: string, columns: number): Promise<void> => {
  const names = Array.from({ length: columns }, (_, index) => `c${index} text`).join(', ');
  await sql.unsafe(`drop table if exists copied; create table copied (${names})`);
  await pipeline(
    createReadStream(path),
    await sql`copy copied from stdin (format csv, header true)`.writable(),
  );
};
