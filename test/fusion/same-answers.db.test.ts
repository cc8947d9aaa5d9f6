import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCursor } from '../../catalog/cursor.ts';
import { connect, type Sql } from '../../db/client.ts';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { createExecutor, type Executor } from '../../gateway/executor/executor.ts';
import { type OpenTransports, openHubTransports } from '../../gateway/hub-transports.ts';
import type { TestDatabase } from '../support/database.ts';
import { DEMO_NOW, demoDatabase } from '../support/hub.ts';
import { randomQuery, seededRandom } from '../support/random-query.ts';

const QUERIES = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 400);
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);

/** What rows do not tell: queries without them are fused, unless they contradict themselves. */
const NOT_OF_ROWS = new Set([
  ...['basedOn', 'candidates', 'counterparts'].flatMap((name) => [
    `CountyItem.${name}`,
    `TownshipItem.${name}`,
  ]),
  ...'evidence candidates runnerUp tie parts covers uncovered modelVersion run decision decisions'
    .split(' ')
    .map((name) => `Match.${name}`),
]);
const ROOTS = ['referenceItem', 'countyItem', 'townshipItem', 'node'];

let database: TestDatabase;
let sql: Sql;
let hub: OpenTransports;
let planned: Executor;
let fused: Executor;
let newest: number;
/** The release the query at hand is asked in. */
let asked: number;
let known: Readonly<Record<string, readonly string[]>>;
const statements: string[] = [];
const failures: unknown[] = [];

const column = async (query: Promise<readonly { value: string }[]>): Promise<readonly string[]> =>
  (await query).map(({ value }) => value);

beforeAll(async () => {
  database = await demoDatabase();
  sql = connect(database.url, { connections: 2 });
  const logger = pino({ level: 'warn' }, { write: (line: string) => void failures.push(line) });
  hub = openHubTransports({
    urls: {},
    databaseUrl: database.url,
    now: () => new Date(DEMO_NOW),
    logger,
    onStatement: (text) => void statements.push(text),
  });
  await hub.releaseKnown;
  newest = hub.newestRelease?.() ?? 0;
  const supergraphSdl = await readSupergraph();
  planned = createExecutor({ supergraphSdl, transports: hub.transports });
  fused = createExecutor({ supergraphSdl, transports: hub.transports, shortcut: hub.shortcut });
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
  await hub?.close();
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
  if (coordinate.endsWith('.region')) return random() < 0.5 ? one('region') : null;
  if (coordinate.endsWith('.after')) return random() < 0.6 ? null : cursorFor(coordinate, one, random);
  if (coordinate.endsWith('.first')) return random() < 0.05 ? 101 : 1 + Math.floor(random() * 4);
  return undefined;
};

/** A cursor that may have come from the list, from an earlier release, or from nowhere. */
const cursorFor = (coordinate: string, one: (kind: string) => string, random: () => number): string => {
  if (random() < 0.1) return 'bm9uZQ';
  const of = random() < 0.9 ? asked : newest + 1;
  if (coordinate === 'Region.children.after') return encodeCursor(of, [one('region')]);
  if (coordinate === 'Catalog.items.after') return encodeCursor(of, [Math.floor(random() * 40), one('item')]);
  return encodeCursor(of, [one('region'), one('item')]);
};

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const ask = async (executor: Executor, { query, variables }: Asked): Promise<string> => {
  const context = { release: asked, requestId: 'the request' };
  return JSON.stringify(await executor.execute({ document: parse(query), query, variables, context }));
};

/** The answer of the plan, that of the fused operation, and how many statements the last one took. */
const bothAnswers = async (asked: Asked) => {
  const right = await ask(planned, asked);
  await ask(fused, asked);
  await ask(fused, asked);
  statements.length = 0;
  const answer = await ask(fused, asked);
  return {
    right,
    answer,
    isFused: statements.length === 1 && statements[0]?.startsWith('select json_build_object'),
  };
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
      asked = 1 + Math.floor(random() * newest);
      const question = randomQuery(planned.schema, random, {
        depth: 3 + Math.floor(random() * 4),
        values: (coordinate) => valueFor(coordinate, random),
        excluded: (coordinate) => {
          const [type, field = ''] = coordinate.split('.');
          return type === 'Query' ? !ROOTS.includes(field) : isFusible && NOT_OF_ROWS.has(coordinate);
        },
      });
      const { right, answer, isFused } = await bothAnswers(question);
      if (isFused) fusedCount += 1;
      if (isFused && right.length > 100) tellingCount += 1;
      expect({ number, ...question, answer }).toEqual({ number, ...question, answer: right });
    }
    expect(failures).toEqual([]);
    expect(fusedCount / QUERIES).toBeGreaterThan(0.7);
    expect(tellingCount / QUERIES).toBeGreaterThan(0.3);
  });
});
