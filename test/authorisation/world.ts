import postgres from 'postgres';
import { revoke } from '../../db/revocations.ts';
import { decide, storeMachineLinks } from '../linkage/decision-calls.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { DEMO_NOW } from '../support/hub.ts';
import { storeItems, storeReleases } from '../support/rows.ts';
import type { Stored } from './actions.ts';
import { codeOf, idsOf, PLACES, type TestPlace } from './places.ts';
import { AUTHOR, SUBJECTS, tokenIdOf } from './subjects.ts';

const YESTERDAY = '2026-02-28T08:00:00Z';
const REFERENCE = 'ri_1';

/** A database in which there is something to write and to read at every place, and two people are revoked. */
export interface World extends AsyncDisposable, Stored {
  readonly url: string;
  readonly sql: postgres.Sql;
}

const storePlaces = async (sql: postgres.Sql, places: readonly TestPlace[]): Promise<void> => {
  const lists = places.map((where) => ({
    ...{ catalog_id: idsOf(where).catalog, from_release: 1, version: 1, digest: '', item_count: 1 },
    ...{ catalog_key: idsOf(where).list, catalog_name: '清单', kind: 'POWER' },
    ...{ level: where.level, region_code: codeOf(where.region) },
  }));
  await sql`insert into reference.catalog ${sql(lists)}`;
  await storeItems(sql, [
    {
      id: REFERENCE,
      name: '食品经营许可',
      region: codeOf('country'),
      level: 'NATIONAL',
      catalog: 'ca_country',
    },
    ...places.map((where) => ({
      ...{ id: idsOf(where).item, name: '食品经营许可', region: codeOf(where.region) },
      ...{ level: where.level, catalog: idsOf(where).catalog, kind: 'POWER' },
    })),
  ]);
  const linked = places.filter(({ level }) => level !== 'PROVINCE');
  await storeMachineLinks(
    sql,
    linked.map((where) => ({
      ...{ left: idsOf(where).item, right: REFERENCE, status: 'REVIEW', confidence: 0.6 },
    })),
  );
  const drafts = places.map((where) => ({
    ...{ catalog_id: idsOf(where).draft, catalog_key: idsOf(where).draft, catalog_name: '草稿' },
    ...{ level: where.level, kind: 'REFERENCE', region_code: codeOf(where.region) },
    ...{ imported_at: YESTERDAY, row_count: 1 },
  }));
  await sql`insert into intake.draft ${sql(drafts)}`;
  const rows = drafts.map(({ catalog_id }) => ({
    ...{ catalog_id, target: 'reference.item', row_id: `ri_${catalog_id}`, digest: '', record: '{}' },
  }));
  await sql`insert into intake.draft_row ${sql(rows)}`;
};

/** Proposes as a subgraph does, in the name of a writer. */
export const proposeAs = async (
  sql: postgres.Sql,
  subject: string,
  item: string,
  request: Readonly<Record<string, unknown>>,
): Promise<string> => {
  const writer = {
    ...{ subject, tokenId: 'earlier', issuedAt: 1 },
    grants: [
      {
        ...{ role: 'PROPOSER', region: '000000000000' },
        levels: ['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE'],
      },
    ],
  };
  const row = {
    ...{ place: 1, action: 'PROPOSE', kind: 'REFERENCE', left_id: item, reason: '试', asked_at: YESTERDAY },
    ...request,
  };
  return await sql.begin(async (transaction) => {
    await transaction`select set_config('zongheng.writer', ${JSON.stringify(writer)}, true)`;
    await transaction`insert into matching.request ${transaction(row)}`;
    const [applied] = await transaction<{ result: string; id: string }[]>`
      select result, proposal_id::text as id from matching.apply_requests('setup')`;
    if (applied?.result !== 'OK') throw new Error(`not proposed: ${applied?.result}`);
    return applied.id;
  });
};

/** Stores the world; disposing of it drops its database. */
export const storeWorld = async (): Promise<World> => {
  const database: TestDatabase = await freshDatabase();
  const sql = postgres(database.url, { max: 2, onnotice: () => undefined });
  const places = PLACES.filter(({ exists }) => exists);
  await storeReleases(sql, 1);
  await storePlaces(sql, places);
  const proposals = new Map<string, readonly [string, string]>();
  const decisions = new Map<string, string>();
  for (const where of places) {
    const { item } = idsOf(where);
    const first = await proposeAs(sql, AUTHOR, item, { verdict: 'NO_MATCH' });
    const until = { verdict: 'DEFER', deferred_until: '2026-12-31' };
    proposals.set(item, [first, await proposeAs(sql, AUTHOR, item, until)]);
  }
  const requests = places.map((where) => ({
    ...{ kind: 'REFERENCE', left: idsOf(where).item, verdict: 'DEFER', reason: '等答复' },
    deferredUntil: '2026-11-30',
  }));
  const decided = await decide(sql, requests, '操作员');
  for (const [at, where] of places.entries()) decisions.set(idsOf(where).item, decided[at]?.decision ?? '');
  const [token, person] = SUBJECTS.filter((one) => one.token === 'revoked');
  const revoked = { now: DEMO_NOW, reason: '试' };
  if (token === undefined || person === undefined) throw new Error('nobody to revoke');
  await revoke(sql, { kind: 'TOKEN', tokenId: tokenIdOf(token) }, revoked);
  await revoke(sql, { kind: 'SUBJECT', subject: person.name }, revoked);
  return {
    ...{ url: database.url, sql, proposals, decisions },
    [Symbol.asyncDispose]: async () => {
      await sql.end();
      await database[Symbol.asyncDispose]();
    },
  };
};
