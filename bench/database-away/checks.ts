import { checkStoredTrail } from '../../cli/trail/stored-trail.ts';
import type { Sql } from '../../db/client.ts';
import { verify } from '../../intake/verify.ts';
import type { Confirmed } from './writers.ts';

/** What is not as it was confirmed, or not whole, in sentences. */
export const lostOrBroken = async (
  sql: Sql,
  decided: readonly Confirmed[],
  published: readonly Confirmed[],
): Promise<readonly string[]> => {
  const problems: string[] = [];
  const decisions = await sql<{ id: string }[]>`select decision_id as id from matching.decision`;
  const known = new Set(decisions.map(({ id }) => id));
  for (const { what } of decided) if (!known.has(what)) problems.push(`审定 ${what} 不见了`);
  const releases = await sql<{ number: number }[]>`select number from release.published`;
  const numbers = new Set(releases.map(({ number }) => number));
  for (const { what, release } of [...decided, ...published])
    if (!numbers.has(release)) problems.push(`${what} 的版次 ${release} 不见了`);
  for (const { rule, rows } of await verify(sql)) problems.push(`${rule}：${rows} 行`);
  await checkStoredTrail(
    sql,
    [],
    (finding) => problems.push(`留痕不符：${JSON.stringify(finding)}`),
    () => undefined,
  );
  return problems;
};
