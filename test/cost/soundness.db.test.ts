import {
  type GraphQLInputType,
  getNullableType,
  getVariableValues,
  isListType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCost } from '../../cost/estimate.ts';
import { connect } from '../../db/client.ts';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { createExecutor, type Executor } from '../../gateway/executor/executor.ts';
import { type OpenTransports, openHubTransports } from '../../gateway/hub-transports.ts';
import { LANES } from '../../gateway/lanes.ts';
import { matchStored } from '../../linkage/match-stored.ts';
import { simpleJudging } from '../linkage/simple-judging.ts';
import { actualCost, askingForTypes } from '../support/actual-cost.ts';
import type { TestDatabase } from '../support/database.ts';
import { DEMO_NOW, demoDatabase } from '../support/hub.ts';
import { randomQuery, seededRandom } from '../support/random-query.ts';
import { hubModel, hubSchema } from './hub-model.ts';

const QUERIES = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 300);
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);

/** Root fields that work something out; each is asked seldom, as it takes long. */
const WORKING = [
  ...['compareCatalogs', 'coverage', 'adoptions', 'findings', 'indicators', 'impact', 'reconcile'],
  ...['matchQuality', 'matchQueue', 'matchQueueGroups'],
];

let database: TestDatabase;
let opened: OpenTransports;
let executor: Executor;
let release: number;
let known: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  database = await demoDatabase();
  const sql = connect(database.url, { connections: 2 });
  const column = async (text: string): Promise<readonly string[]> =>
    (await sql.unsafe<{ value: string }[]>(`${text} order by 1 limit 200`)).map(({ value }) => value);
  await matchStored(sql, { judging: simpleJudging(), mode: 'FULL', now: () => DEMO_NOW });
  known = {
    county: await column(
      'select implementation_code as value from county.item where implementation_code is not null',
    ),
    township: await column('select code_key as value from township.item where code_key is not null'),
    reference: await column('select basic_code as value from reference.item where basic_code is not null'),
    item: await column('select item_id as value from matching.item'),
    match: await column('select match_id as value from matching.match'),
    guide: await column('select guide_id as value from guide.guide'),
    catalog: await column('select catalog_id as value from reference.catalog'),
    referenceCatalog: await column(
      `select catalog_id as value from reference.catalog where kind = 'REFERENCE'`,
    ),
    region: await column('select region_code as value from reference.region'),
  };
  release =
    (await sql<{ number: number }[]>`select max(number) as number from release.published`)[0]?.number ?? 0;
  await sql.end();
  opened = openHubTransports({
    urls: {},
    databaseUrl: database.url,
    now: () => new Date(DEMO_NOW),
    logger: pino({ level: 'silent' }),
    deadline: 60_000,
  });
  executor = createExecutor({ supergraphSdl: await readSupergraph(), transports: opened.transports });
}, 120_000);

afterAll(async () => {
  await opened?.close();
  await database?.[Symbol.asyncDispose]();
});

/** A value for an argument: mostly one that finds something. */
const valueFor = (coordinate: string, type: GraphQLInputType, random: () => number): unknown => {
  const one = (...kinds: readonly string[]): string => {
    const all = known[kinds[Math.floor(random() * kinds.length)] ?? ''] ?? [];
    return all[Math.floor(random() * all.length)] ?? '';
  };
  if (random() < 0.03) return undefined;
  const argument = coordinate.split('.').at(-1) ?? '';
  if (coordinate === 'Query.countyItem.code') return one('county');
  if (coordinate === 'Query.townshipItem.code') return one('township');
  if (coordinate === 'Query.referenceItem.code') return one('reference');
  if (coordinate === 'Query.node.id') return one('item', 'item', 'match', 'guide', 'catalog', 'region');
  if (argument === 'reference' || argument === 'left') return one('referenceCatalog');
  if (argument === 'right' || argument === 'catalog' || argument === 'against') return one('catalog');
  if (argument === 'region' || argument === 'parent' || argument === 'authority') return one('region');
  if (argument === 'regions') return isListType(getNullableType(type)) ? undefined : one('region');
  if (argument === 'first') return random() < 0.1 ? 100 : 1 + Math.floor(random() * 8);
  if (argument === 'best') return 1 + Math.floor(random() * 10);
  if (argument === 'after' || argument === 'asOf' || argument === 'group') return null;
  if (['search', 'department', 'topic', 'filter'].includes(argument) && random() < 0.8) return null;
  return undefined;
};

test(`no answer to ${QUERIES} random queries costs more than was estimated`, {
  timeout: 3_600_000,
}, async () => {
  const random = seededRandom(SEED);
  const ratios: number[] = [];
  for (let number = 0; ratios.length < QUERIES; number += 1) {
    const works = random() < 0.06 ? WORKING[Math.floor(random() * WORKING.length)] : undefined;
    const question = randomQuery(hubSchema, random, {
      depth: 3 + Math.floor(random() * 4),
      values: (coordinate, type) => valueFor(coordinate, type, random),
      excluded: (coordinate) => {
        const [type, field = ''] = coordinate.split('.');
        if (type === 'IndicatorRow' && field === 'trend') return true;
        return type === 'Query' && (works === undefined ? WORKING.includes(field) : field !== works);
      },
    });
    const document = askingForTypes(parse(question.query));
    const operation = document.definitions.find(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    ) as OperationDefinitionNode;
    const estimated = compileCost(hubModel, document, operation)(question.variables);
    if (estimated > LANES.STORED.cost) continue;
    const { data } = await executor.execute({
      document,
      query: `${number} ${question.query}`,
      variables: question.variables,
      context: { release, requestId: `random-${number}` },
    });
    const { coerced } = getVariableValues(hubSchema, operation.variableDefinitions ?? [], question.variables);
    if (data === null || data === undefined || coerced === undefined) continue;
    const actual = actualCost({ schema: hubSchema, model: hubModel }, document, operation, coerced, data);
    const about = { seed: SEED, number, estimated, actual, ...question };
    if (actual > estimated) expect(about).toEqual('no dearer than estimated');
    if (actual > 0) ratios.push(estimated / actual);
  }
  ratios.sort((one, other) => one - other);
  const at = (part: number): string => (ratios[Math.floor(part * (ratios.length - 1))] ?? 0).toFixed(2);
  process.stderr.write(
    `${ratios.length} queries, estimate/actual: median ${at(0.5)}, 90 % ${at(0.9)}, most ${at(1)}\n`,
  );
  expect(ratios[0]).toBeGreaterThanOrEqual(1);
});
