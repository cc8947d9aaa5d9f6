import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { readStoredDocuments, type StoredDocument } from '../../gateway/stored-documents.ts';
import { CASES } from '../operations/cases.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { demoDatabase } from '../support/hub.ts';
import { type BothExecutors, openBothExecutors } from './both-executors.ts';
import type { KnownRows } from './known-rows.ts';
import { ODD_REQUESTS } from './odd-requests.ts';
import { ODD_ROWS } from './odd-rows.ts';

let database: TestDatabase;
let both: BothExecutors;
let oddDatabase: TestDatabase;
let odd: BothExecutors;
const oddIds = new Map<string, string>();
let known: KnownRows;

/** The stored operations that one statement answers; the others ask for what is computed, searched or not of rows. */
const OF_ONE_STATEMENT = [
  'adoption-by-links',
  'catalog-page',
  'code-segments',
  'cross-levels',
  'guide-by-code',
  'item-in-full',
  'lists-of-region',
  'object-by-id',
  'problems-of-list',
  'region-neighbourhood',
  'region-roots',
  'regions',
  'township-sources',
  'who-offers',
];
const stored: readonly StoredDocument[] = [...(await readStoredDocuments()).byId.values()];

const knownRows = async (sql: Sql, newest: number): Promise<KnownRows> => {
  const [row] = await sql<Omit<KnownRows, 'newest'>[]>`
    select r.item_id as reference, r.basic_code as "referenceCode", c.item_id as county,
      c.implementation_code as "countyCode", t.code_key as "townshipCode", r.catalog_id as catalog,
      c.catalog_id as "otherCatalog", c.region_code as region, up.match_id as match, g.guide_id as guide
    from county.item c
    join matching.match up on up.left_id = c.item_id and up.kind = 'REFERENCE'
    join reference.item r on r.item_id = up.right_id and r.from_release <= ${newest} and r.to_release > ${newest}
    join matching.match down on down.right_id = c.item_id and down.kind = 'SOURCE'
    join township.item t on t.item_id = down.left_id and t.code_key is not null
    join guide.guide g on g.item_id = c.item_id
    where c.to_release > ${newest} and g.to_release > ${newest} and down.to_release > ${newest} and up.to_release > ${newest}
    order by (select count(*) from matching.match m where m.right_id = r.item_id) desc, c.item_id, t.item_id, g.guide_id limit 1`;
  if (row === undefined) throw new Error('the province has no such row');
  return { newest, ...row };
};

beforeAll(async () => {
  database = await demoDatabase();
  oddDatabase = await cloneDatabase(database);
  const owner = connect(oddDatabase.url, { connections: 1 });
  for (const { title, change } of ODD_ROWS) oddIds.set(title, await change(owner));
  await owner.end();
  odd = await openBothExecutors(oddDatabase.url);
  both = await openBothExecutors(database.url);
  const sql = connect(database.url, { connections: 1 });
  known = await knownRows(sql, both.newest);
  await sql.end();
});

afterAll(async () => {
  await both?.[Symbol.asyncDispose]();
  await odd?.[Symbol.asyncDispose]();
  await oddDatabase?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

describe('a stored operation', () => {
  test.each(stored)('$name is answered as its plan does', async ({ name, text }) => {
    const { right, answer, isFused } = await both.answers({ query: text, variables: CASES[name] ?? {} });
    expect(answer).toBe(right);
    expect(isFused).toBe(OF_ONE_STATEMENT.includes(name));
  });
});

test('ids that nothing fused is known of do not take the place of those of other types', async () => {
  const { match, guide, catalog, region, county, reference } = known;
  const query = 'query ($id: ID!) { node(id: $id) { id again: id } }';
  for (const id of ['', 'de_x', 'ru_x', 'or_x', 'ti_x', match, guide, catalog, region, county, reference])
    for (let time = 0; time < 3; time += 1) await both.ask(both.fused, { query, variables: { id } });
  expect((await both.answers({ query, variables: { id: reference } })).isFused).toBe(true);
});

for (const [what, tells, cases] of ODD_REQUESTS) {
  describe(`an operation is answered as its plan does, ${what}`, () => {
    test.each(cases)('%s', async (_title, how, ask) => {
      const asked = ask(known);
      const { right, answer, isFused } = await both.answers(asked);
      expect(answer).toBe(right);
      expect(right).toMatch(tells);
      expect(isFused ? 'fused' : 'planned').toBe(how);
    });
  });
}

describe('an operation is answered as its plan does where the rows have', () => {
  test.each(ODD_ROWS)('$title', async ({ title, query, tells }) => {
    const { right, answer } = await odd.answers({ query, variables: { id: oddIds.get(title) } });
    expect(answer).toBe(right);
    expect(right).toMatch(tells);
  });
});
