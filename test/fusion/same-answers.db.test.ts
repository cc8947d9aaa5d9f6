import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCursor } from '../../catalog/cursor.ts';
import { connect, type Sql } from '../../db/client.ts';
import type { TestDatabase } from '../support/database.ts';
import { demoDatabase } from '../support/hub.ts';
import { randomQuery, seededRandom } from '../support/random-query.ts';
import { type BothExecutors, openBothExecutors } from './both-executors.ts';

const QUERIES = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 400);
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);

/** What rows do not tell: queries without them are fused, unless they contradict themselves. */
const NOT_OF_ROWS = new Set([
  ...['basedOn', 'candidates'].flatMap((name) => [`CountyItem.${name}`, `TownshipItem.${name}`]),
  ...'evidence candidates runnerUp tie parts covers uncovered modelVersion run decision decisions'
    .split(' ')
    .map((name) => `Match.${name}`),
]);
const ROOTS = ['referenceItem', 'countyItem', 'townshipItem', 'node', 'regions', 'catalogs', 'release'];

let database: TestDatabase;
let sql: Sql;
let both: BothExecutors;
/** The release the query at hand is asked in. */
let release: number;
let known: Readonly<Record<string, readonly string[]>>;

const column = async (query: Promise<readonly { value: string }[]>): Promise<readonly string[]> =>
  (await query).map(({ value }) => value);

beforeAll(async () => {
  database = await demoDatabase();
  sql = connect(database.url, { connections: 2 });
  both = await openBothExecutors(database.url);
  known = {
    county: await column(
      sql`select implementation_code as value from county.item where implementation_code is not null order by 1 limit 200`,
    ),
    township: await column(
      sql`select substr(code_key, 1) as value from township.item where code_key is not null order by 1 limit 200`,
    ),
    reference: await column(
      sql`select basic_code as value from reference.item where basic_code is not null order by 1 limit 200`,
    ),
    item: await column(sql`select item_id as value from matching.item order by md5(item_id) limit 300`),
    match: await column(sql`select match_id as value from matching.match order by 1 limit 50`),
    guide: await column(sql`select guide_id as value from guide.guide order by 1 limit 50`),
    organisation: await column(
      sql`select organisation_id as value from reference.organisation order by 1 limit 50`,
    ),
    catalog: await column(sql`select catalog_id as value from reference.catalog order by 1`),
    region: await column(sql`select region_code as value from reference.region order by 1`),
  };
});

afterAll(async () => {
  await both?.[Symbol.asyncDispose]();
  await sql?.end();
  await database?.[Symbol.asyncDispose]();
});

/** A value for an argument: mostly one that finds something. */
const valueFor = (coordinate: string, random: () => number): unknown => {
  const one = (...kinds: readonly string[]): string => {
    const all = known[kinds[Math.floor(random() * kinds.length)] ?? ''] ?? [];
    return all[Math.floor(random() * all.length)] ?? '';
  };
  if (random() < 0.03) return undefined;
  if (coordinate === 'Query.countyItem.code') return one('county', 'county', 'county', 'reference');
  if (coordinate === 'Query.townshipItem.code') return one('township');
  if (coordinate === 'Query.referenceItem.code') return one('reference');
  if (coordinate === 'Query.referenceItem.catalog') return random() < 0.3 ? one('catalog') : null;
  if (coordinate === 'Query.node.id')
    return one(
      'item',
      'item',
      'item',
      'match',
      'guide',
      'organisation',
      'catalog',
      'catalog',
      'region',
      'region',
    );
  if (coordinate === 'Query.release.asOf') return random() < 0.9 ? null : { number: 1 };
  if (coordinate === 'Query.regions.parent') return random() < 0.7 ? one('region') : null;
  if (coordinate.endsWith('.region')) return random() < 0.5 ? one('region') : null;
  if (coordinate.endsWith('.after')) return random() < 0.6 ? null : cursorFor(coordinate, one, random);
  if (coordinate.endsWith('.first')) return random() < 0.05 ? 101 : 1 + Math.floor(random() * 4);
  return undefined;
};

/** A cursor that may have come from the list, from an earlier release, or from nowhere. */
const cursorFor = (coordinate: string, one: (kind: string) => string, random: () => number): string => {
  if (random() < 0.1) return 'bm9uZQ';
  const of = random() < 0.9 ? release : both.newest + 1;
  if (coordinate === 'Region.children.after' || coordinate === 'Query.regions.after')
    return encodeCursor(of, [one('region')]);
  if (coordinate === 'Query.catalogs.after') return encodeCursor(of, [one('region'), one('catalog')]);
  if (coordinate === 'Catalog.items.after') return encodeCursor(of, [Math.floor(random() * 40), one('item')]);
  return encodeCursor(of, [one('region'), one('item')]);
};

describe('a fused operation', () => {
  test(`answers ${QUERIES} random queries to the byte as their plans do`, {
    timeout: 1_800_000,
  }, async () => {
    const random = seededRandom(SEED);
    let fusedCount = 0;
    let tellingCount = 0;
    for (let number = 0; number < QUERIES; number += 1) {
      const isFusible = random() < 0.85;
      // By itself the release's number needs no row.
      const roots = random() < 0.2 ? ROOTS : ROOTS.filter((name) => name !== 'release');
      release = 1 + Math.floor(random() * both.newest);
      const question = randomQuery(both.planned.schema, random, {
        depth: 3 + Math.floor(random() * 4),
        values: (coordinate) => valueFor(coordinate, random),
        excluded: (coordinate) => {
          const [type, field = ''] = coordinate.split('.');
          return type === 'Query' ? !roots.includes(field) : isFusible && NOT_OF_ROWS.has(coordinate);
        },
      });
      const { right, answer, isFused } = await both.answers(question, { release });
      if (isFused) fusedCount += 1;
      if (isFused && right.length > 100) tellingCount += 1;
      expect({ number, ...question, answer }).toEqual({ number, ...question, answer: right });
    }
    expect(both.failures).toEqual([]);
    expect(fusedCount / QUERIES).toBeGreaterThan(0.7);
    expect(tellingCount / QUERIES).toBeGreaterThan(0.3);
  });
});
