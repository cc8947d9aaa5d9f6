import type { Sql } from '../db/client.ts';
import { refusal } from './refusal.ts';

/** The number of the newest release; refuses with NO_RELEASE when nothing has been published. */
export const newestRelease = async (sql: Sql): Promise<number> => {
  const [row] = await sql<{ number: number | null }[]>`select max(number) as number from release.published`;
  if (row?.number == null) throw refusal('NO_RELEASE');
  return row.number;
};
