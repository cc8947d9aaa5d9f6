import type { Sql } from './client.ts';

/** The oldest safe minor release per major version (CVE-2026-120154, CVE-2026-16237: row-level security). */
const FLOORS: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 7 };

export type FloorVerdict =
  | { readonly kind: 'SAFE'; readonly version: string }
  | { readonly kind: 'BELOW_FLOOR'; readonly version: string; readonly sentence: string };

/** Judges a `server_version_num` such as 180004 (18.4). Versions after 18 are taken as safe. */
export const judgeServerVersion = (versionNumber: number): FloorVerdict => {
  const major = Math.floor(versionNumber / 10_000);
  const minor = versionNumber % 10_000;
  const version = `${major}.${minor}`;
  const floor = FLOORS[major];
  if (major > 18 || (floor !== undefined && minor >= floor)) return { kind: 'SAFE', version };
  const wanted = floor === undefined ? '15.20、16.16、17.12 或 18.7' : `${major}.${floor}`;
  const sentence = `数据库服务器是 PostgreSQL ${version}，低于安全下限 ${wanted}（CVE-2026-120154：行级安全可被绕过）。请升级数据库服务器后再启动。`;
  return { kind: 'BELOW_FLOOR', version, sentence };
};

/** Reads the server's version and judges it against the floors. */
export const checkServerVersion = async (sql: Sql): Promise<FloorVerdict> => {
  const [row] = await sql<{ number: string }[]>`select current_setting('server_version_num') as number`;
  return judgeServerVersion(Number(row?.number));
};
