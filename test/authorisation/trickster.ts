import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { codeOf, idsOf, PLACES, type TestPlace } from './places.ts';
import { storeWorld, type World } from './world.ts';

/** What the writer of `setting` may touch, and what begins alike and is not theirs. */
export const OWN = PLACES[0] as TestPlace;
export const FOREIGN = PLACES.find(({ region }) => region === 'trap') as TestPlace;

/** The setting of somebody with three roles in `own` for one level, unless the trick says otherwise. */
export const setting = (over: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    ...{ subject: '张三', tokenId: 'token-1', issuedAt: 1 },
    grants: ['REVIEWER', 'PROPOSER', 'OPERATOR'].map((one) => ({
      ...{ role: one, region: codeOf('own'), levels: ['CITY'] },
    })),
    ...over,
  });

export const asking = (where: TestPlace, verdict = 'NO_MATCH', action = 'DECIDE'): string =>
  `insert into matching.request (place, action, kind, left_id, verdict, reason, asked_at)
   values (1, '${action}', 'REFERENCE', '${idsOf(where).item}', '${verdict}', '试', now())`;
export const APPLY = "select * from matching.apply_requests('trick')";

export const proposalOf = (world: World, where: TestPlace): string =>
  world.proposals.get(idsOf(where).item)?.[0] ?? '';

export const settling = (world: World, where: TestPlace, accepts = true): string =>
  `insert into matching.request (place, action, proposal_id, accepts, reason, asked_at)
   values (1, 'SETTLE', '${proposalOf(world, where)}', ${accepts}, '试', now())`;

/** Instead of a last statement: nothing of it stays. */
export const UNDONE = 'undone';

/** Ends a transaction that is not to stay, with what was read in it. */
class Undone extends Error {
  readonly rows: readonly postgres.Row[];
  constructor(rows: readonly postgres.Row[]) {
    super('undone');
    this.rows = rows;
  }
}

/** Somebody who has got at a connection of the subgraph, and may become nobody but its role. */
export interface Trickster extends AsyncDisposable {
  readonly world: World;
  readonly login: postgres.Sql;
  /** Runs statements in one transaction that may write: the rows of the last, or the code of the error. */
  readonly tried: (
    writer: string | undefined,
    statements: readonly string[],
  ) => Promise<readonly postgres.Row[] | string>;
  /** How many rows there are of all that can be written. */
  readonly written: () => Promise<postgres.Row | undefined>;
}

const triedOver =
  (login: postgres.Sql): Trickster['tried'] =>
  async (writer, statements) => {
    try {
      return (await login.begin('read write', async (transaction) => {
        if (writer !== undefined) await transaction`select set_config('zongheng.writer', ${writer}, true)`;
        let rows: readonly postgres.Row[] = [];
        for (const statement of statements.filter((one) => one !== UNDONE))
          rows = await transaction.unsafe(statement);
        if (statements.at(-1) === UNDONE) throw new Undone([...rows]);
        return [...rows];
      })) as readonly postgres.Row[];
    } catch (error) {
      return error instanceof Undone ? error.rows : (error as postgres.PostgresError).code;
    }
  };

/** Opens a world and a login of its own into it; disposing of it drops both. */
export const openTrickster = async (): Promise<Trickster> => {
  const world = await storeWorld();
  const { sql } = world;
  const role = `trickster_${randomUUID().replaceAll('-', '')}`;
  await sql`create role ${sql(role)} login password 'trick' in role zongheng_matching`;
  await sql`analyze matching.request, matching.outcome, intake.draft, intake.draft_row`;
  const url = new URL(world.url);
  [url.username, url.password] = [role, 'trick'];
  const login = postgres(url.href, {
    ...{ max: 1, onnotice: () => undefined },
    connection: { role: 'zongheng_matching', default_transaction_read_only: true },
  });
  return {
    ...{ world, login, tried: triedOver(login) },
    written: async () => {
      const [row] = await sql`
        select (select count(*)::int from matching.request) as requests,
          (select count(*)::int from matching.outcome) as outcomes,
          (select count(*)::int from matching.decision) as decisions,
          (select count(*)::int from matching.run) as runs, (select count(*)::int from intake.draft) as drafts,
          (select count(*)::int from authority.revocation) as revoked`;
      return row;
    },
    [Symbol.asyncDispose]: async () => {
      await login.end();
      await sql`drop role ${sql(role)}`;
      await world[Symbol.asyncDispose]();
    },
  };
};
