import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../../../cli/load-demo.ts';
import { compareLists } from '../../../comparison/compare-lists.ts';
import { stableId } from '../../../intake/identity.ts';
import { createAuthorityQueries } from '../../../subgraphs/matching/authority-queries.ts';
import { createComparisonQueries } from '../../../subgraphs/matching/comparison-queries.ts';
import { createComparisonReading } from '../../../subgraphs/matching/comparison-reading.ts';
import { codesOf, STANDINGS } from '../../../subgraphs/matching/coverage-codes.ts';
import { createCoverageReading } from '../../../subgraphs/matching/coverage-reading.ts';
import { readAuthority } from '../../../subgraphs/matching/read-authority.ts';
import { createStandingQueries } from '../../../subgraphs/matching/standing-queries.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { DEMO_NOW, matchSimply } from '../../support/hub.ts';

const REFERENCE = stableId('catalog', 'reference');
const NEWEST = 3;
const LAWS = '《中华人民共和国行政许可法》第二条';

let database: TestDatabase;
let sql: postgres.Sql;

/** What lists do besides: each in its own share of the items, so that they meet in every way. */
const disturb = async () => {
  const item = (door: string, share: number, elements: string) =>
    sql.unsafe(
      `update ${door}.item set elements = ${elements} where hashtext(item_id || '${share}') % ${share} = 0`,
    );
  for (const door of ['county', 'township']) {
    await item(door, 3, `elements || '{"statutoryLimit": {"amount": 99, "unit": "DAY", "raw": "99日"}}'`);
    await item(door, 5, `elements - 'legalBasisText' - 'serviceObjects' - 'statutoryLimit'`);
    await item(
      door,
      7,
      `elements || '{"legalBasisText": "${LAWS}", "guidingOrganisation": null, "mainItemName": ""}'`,
    );
    await item(
      door,
      11,
      `elements || '{"legalBases": [{"lawName": "中华人民共和国行政许可法"}], "materials": []}'`,
    );
  }
  const index = (share: number, set: string) =>
    sql.unsafe(
      `update matching.item set ${set} where level <> 'PROVINCE' and hashtext(item_id || '${share}') % ${share} = 0`,
    );
  await index(13, `task_state = 'SUSPENDED'`);
  await index(17, `plan_cancel_date = '2026-01-01'`);
  await index(19, `plan_effective_date = '2027-01-01'`);
  await index(23, `basic_code = null, basic_key = null`);
  await index(29, `task_name = task_name || '（新设）'`);
  const match = (share: number, set: string) =>
    sql.unsafe(`update matching.match set ${set} where hashtext(match_id || '${share}') % ${share} = 0`);
  await match(7, `relation = 'NARROWER'`);
  await match(11, `status = 'REVIEW'`);
  await match(13, `relation = 'RELATED'`);
  // Every eleventh stands for a second item too, every fifth of those for a main item.
  await sql`
    insert into matching.match (match_id, from_release, to_release, version, digest, kind, relation, status, method, confidence,
      left_id, right_id, left_level, left_region_code, evidence)
    select match_id || '+', from_release, to_release, version, digest, kind, 'EQUIVALENT', 'ACCEPTED', method, confidence, left_id,
      case when hashtext(match_id) % 5 = 0 then coalesce(main.item_id, other.item_id) else other.item_id end,
      left_level, left_region_code, evidence
    from matching.match m
    cross join lateral (select item_id from reference.item r where r.to_release = 2147483647 and r.item_id > m.right_id order by item_id limit 1) other
    left join lateral (select item_id from reference.item r where r.to_release = 2147483647 and r.elements ->> 'hasSubItems' = 'true'
      order by hashtext(r.item_id || m.match_id) limit 1) main on true
    where kind = 'REFERENCE' and hashtext(match_id || '2') % 11 = 0`;
  await sql`update reference.catalog set nil_returns = array['县民政局', '市场监管局'] where kind = 'PUBLIC_SERVICE' and hashtext(catalog_id) % 2 = 0`;
};

/**
 * Every other item hands on what the reference says but for one thing, which makes it no edit, or does. Where all items
 * differ in something plain, nothing shows that is told otherwise of what is subtle.
 */
const quieten = async () => {
  const isQuiet = (id: string) => `hashtext(${id} || 'quiet') % 2 = 0`;
  const isPart = (id: string, share: number) =>
    `${isQuiet(id)} and hashtext(${id} || 'quiet ${share}') % ${share} = 0`;
  const link = `from matching.match m join reference.item r on r.item_id = m.right_id and r.to_release = 2147483647
    join matching.item n on n.item_id = r.item_id and n.to_release = 2147483647 where m.kind = 'REFERENCE'`;
  for (const door of ['county', 'township']) {
    await sql.unsafe(
      `update ${door}.item i set elements = r.elements ${link} and m.left_id = i.item_id and ${isQuiet('i.item_id')}`,
    );
    // A column that some lists leave out, or fill here and there.
    const ofSomeLists = `hashtext(catalog_id) % 2 = 0`;
    await sql.unsafe(`update ${door}.item set elements = elements - 'mainItemName' where ${ofSomeLists}`);
    await sql.unsafe(
      `update ${door}.item set elements = elements - 'serviceObjects' where ${ofSomeLists} and hashtext(item_id) % 40 <> 0`,
    );
    for (const element of ['serviceObjects', 'legalBasisText', 'statutoryLimit'])
      await sql.unsafe(
        `update ${door}.item set elements = elements - '${element}' where ${isPart('item_id', element.length)}`,
      );
  }
  await sql.unsafe(`delete from guide.guide where ${isPart('item_id', 3)}`);
  await sql.unsafe(
    `update matching.item i set task_name = n.task_name, item_type = n.item_type, basic_code = n.basic_code,
      basic_key = n.basic_key ${link} and m.left_id = i.item_id and ${isQuiet('i.item_id')}`,
  );
  const index = (share: number, set: string) =>
    sql.unsafe(`update matching.item set ${set} where level <> 'PROVINCE' and ${isPart('item_id', share)}`);
  // Another province's codes say nothing of this one's, who exercises an item is no part of its name, and of a type that
  // nobody could read nothing follows.
  await index(5, `basic_code = '511A0138600000', basic_key = 'SICHUAN:511A0138600000'`);
  await index(6, `task_name = task_name || '（县级行使）'`);
  await index(7, `item_type = 'UNRECOGNISED'`);
};

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 4, onnotice: () => undefined });
  await loadDemo(sql, DEMO_NOW, () => undefined);
  await matchSimply(database.url);
  await disturb();
  await quieten();
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

test.each([
  ['COUNTY', '2026-03-01', 3],
  ['COUNTY', '2027-03-01', 3],
  ['CITY', '2026-03-01', 1],
  ['TOWNSHIP', '2026-03-01', 3],
] as const)(
  'at the level %s on %s every item stands as the whole comparison of the lists says',
  async (level, today, places) => {
    const queries = createComparisonQueries(sql);
    const authorities = createAuthorityQueries(sql);
    const reading = createComparisonReading(queries, authorities);
    const coverage = createCoverageReading(createStandingQueries(sql), authorities, reading);
    const [catalog] = await queries.catalogs(NEWEST, [REFERENCE]);
    if (catalog === undefined) throw new Error('no reference');
    const regions = [{ from: '880000000000', to: '889999999999' }];
    const lists = await queries.lists(NEWEST, { level, regions }, 1_000);
    const asked = [...Map.groupBy(lists, ({ regionCode }) => regionCode)].map(([regionCode, own]) => ({
      regionCode,
      lists: own,
    }));
    expect(asked).toHaveLength(places);
    const codes = await coverage({ release: NEWEST, today }, catalog, asked);
    const seen = new Set<string | undefined>();
    for (const [at, { regionCode }] of asked.entries()) {
      const authority = await readAuthority(authorities, { release: NEWEST, today, regionCode, level });
      const [reference] = authority.references;
      if (reference === undefined) throw new Error('no reference');
      const whole = codesOf(
        reference,
        authority.lists.map((list) => compareLists(authority, list, reference)),
      );
      const told = (all: Uint8Array) =>
        reference.items.map(({ id, name }, place) => [id, name, STANDINGS[all[place] ?? -1]]);
      expect(told(codes[at] as Uint8Array)).toEqual(told(whole));
      for (const code of whole) seen.add(STANDINGS[code]?.state);
    }
    if (level === 'COUNTY') expect(seen.size).toBeGreaterThan(6);
  },
);
