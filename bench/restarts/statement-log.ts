import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from '../../db/client.ts';

/** Statements the gateways sent to a database of one's own, read from its server's log. */
export interface StatementLog {
  /** Texts of those since the last call, but for what watches the releases. */
  readonly take: () => Promise<readonly string[]>;
}

const PREFIX = '@@';

/** What a gateway asks by itself: which release is the newest. */
const WATCHING = /release\.published|pg_advisory|pg_catalog|\blisten\b|pg_type/iu;

/** Has the server log every statement from now on. */
export const openStatementLog = async (sql: Sql, home: string): Promise<StatementLog> => {
  const file = join(home, 'postgres', 'postgres.log');
  await sql.unsafe("alter system set log_statement = 'all'");
  await sql.unsafe(`alter system set log_line_prefix = '${PREFIX}%a|'`);
  await sql`select pg_reload_conf()`;
  await pause(500);
  let read = (await stat(file)).size;
  return {
    take: async () => {
      const bytes = await readFile(file);
      const text = bytes.subarray(read).toString('utf8');
      read = bytes.length;
      return text
        .split(PREFIX)
        .filter((entry) => /^zongheng_\w+\|LOG: {2}(execute|statement)/u.test(entry))
        .filter((entry) => !WATCHING.test(entry));
    },
  };
};
