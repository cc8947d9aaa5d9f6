import { extendSchema, Kind, parse, print, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, SUBGRAPH_ROLES, type SubgraphName } from '../../db/client.ts';
import { openSubgraphFusion } from '../../fusion/open-fusion.ts';
import { createAnswerer } from '../../subgraphs/answer.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import type { TestDatabase } from '../support/database.ts';
import { DEMO_NOW, demoDatabase } from '../support/hub.ts';
import { randomQuery, seededRandom } from '../support/random-query.ts';

const QUERIES = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 400) / 4;
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);
const TODAY = DEMO_NOW.slice(0, 10);
const TYPES = [
  'ReferenceItem',
  'CountyItem',
  'TownshipItem',
  'Guide',
  'Match',
  'Region',
  'Organisation',
  'Catalog',
];

/** What rows do not tell. */
const NOT_OF_ROWS =
  'basedOn candidates evidence runnerUp tie parts covers uncovered modelVersion run decision decisions'.split(
    ' ',
  );

let database: TestDatabase;
/** Ids of every type, some of which a release has not. */
let ids: Readonly<Record<string, readonly string[]>>;
let county: string;

beforeAll(async () => {
  database = await demoDatabase();
  const sql = connect(database.url, { connections: 1 });
  const idsOf = async (column: string, table: string): Promise<readonly string[]> =>
    (
      await sql.unsafe<{ id: string }[]>(`select distinct ${column} as id from ${table} order by 1 limit 60`)
    ).map(({ id }) => id);
  ids = {
    ReferenceItem: await idsOf('item_id', 'reference.item'),
    CountyItem: await idsOf('item_id', 'county.item'),
    TownshipItem: await idsOf('item_id', 'township.item'),
    Guide: await idsOf('guide_id', 'guide.guide'),
    Match: await idsOf('match_id', 'matching.match'),
    Region: await idsOf('region_code', 'reference.region'),
    Organisation: await idsOf('organisation_id', 'reference.organisation'),
    Catalog: await idsOf('catalog_id', 'reference.catalog'),
  };
  const [code] = await idsOf('implementation_code', 'county.item where implementation_code is not null');
  county = code ?? '';
  await sql.end();
});

afterAll(async () => {
  await database?.[Symbol.asyncDispose]();
});

/** A subgraph as it answers by itself, with the way past its resolvers and without. */
const openAlone = (name: SubgraphName) => {
  const statements: string[] = [];
  const failures: unknown[] = [];
  const subgraph = SUBGRAPHS[name]({ url: database.url });
  const fusion = openSubgraphFusion(name, {
    url: database.url,
    now: () => new Date(DEMO_NOW),
    onFailure: (error) => void failures.push(error),
    onStatement: (text) => void statements.push(text),
  });
  const resolved = createAnswerer(subgraph, () => undefined);
  const fused = createAnswerer(subgraph, () => undefined, fusion.shortcut);
  const ask = async (answer: typeof fused, query: string, variables: object, release: number) => {
    const asked = { release, requestId: 'the request', today: TODAY };
    const { result } = await answer({ query, variables: { ...variables } }, asked);
    return JSON.stringify(result);
  };
  return {
    schema: subgraph.schema,
    failures,
    answers: async (query: string, variables: object, release: number) => {
      const right = await ask(resolved, query, variables, release);
      for (let time = 0; time < 2; time += 1) await ask(fused, query, variables, release);
      statements.length = 0;
      const answer = await ask(fused, query, variables, release);
      return { right, answer, isFused: statements.length === 1 };
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([subgraph.close(), fusion.close()]);
    },
  };
};

/** What each subgraph is asked as entities: the types that plans send there. */
const SENT: Readonly<Record<SubgraphName, readonly string[]>> = {
  reference: ['ReferenceItem', 'Region', 'Organisation', 'Catalog'],
  county: ['CountyItem'],
  township: ['TownshipItem'],
  guide: ['ReferenceItem', 'CountyItem', 'TownshipItem', 'Guide'],
  matching: ['ReferenceItem', 'CountyItem', 'TownshipItem', 'Catalog', 'Match'],
};

/** Representations of a type, one of which the release may not have, and seldom one under another's id. */
const representationsOf = (__typename: string, random: () => number): readonly object[] => {
  const one = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  return Array.from({ length: Math.floor(random() * 8) }, () => {
    const chance = random();
    if (chance < 0.06) return { __typename, id: 'ci_gone' };
    if (chance < 0.08) return { __typename, id: one(ids[one(TYPES)] ?? []) };
    return { __typename, id: one(ids[__typename] ?? []) };
  });
};

/** A query that is drawn with a root field for each type, as one that asks entities of these types instead. */
const asEntities = (
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  random: () => number,
) => {
  const values: Record<string, unknown> = { ...variables };
  const declared: string[] = [];
  const document = visit(parse(query), {
    Field({ name, alias, directives = [], selectionSet }) {
      if (selectionSet === undefined || !TYPES.includes(name.value)) return undefined;
      const variable = `of${declared.length}`;
      declared.push(`$${variable}: [_Any!]!`);
      values[variable] = representationsOf(name.value, random);
      const asked = `${alias?.value ?? `e${declared.length}`}: _entities(representations: $${variable})`;
      const [field] = parse(`{ ${asked} { ... on ${name.value} ${print(selectionSet)} } }`).definitions;
      if (field?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
      const [entities] = field.selectionSet.selections;
      return entities?.kind === Kind.FIELD ? { ...entities, directives } : undefined;
    },
  });
  const text = print(document);
  const head = /^query Random\(/u.test(text)
    ? text.replace('query Random(', `query Random(${declared.join(', ')}, `)
    : `query Random(${declared.join(', ')}) ${text.replace(/^query \w*/u, '')}`;
  return { query: declared.length === 0 ? text : head, variables: values };
};

describe('a subgraph by itself', () => {
  test.each(Object.keys(SUBGRAPH_ROLES) as SubgraphName[])(
    `%s answers ${QUERIES} random requests for entities as its resolvers do`,
    { timeout: 600_000 },
    async (name) => {
      await using alone = openAlone(name);
      const random = seededRandom(SEED);
      const roots = SENT[name].map((type) => `${type}: ${type}`).join(' ');
      const schema = extendSchema(alone.schema, parse(`extend type Query { ${roots} }`));
      let fusedCount = 0;
      const fusedTypes = new Set<string>();
      for (let number = 0; number < QUERIES; number += 1) {
        const drawn = randomQuery(schema, random, {
          depth: 3 + Math.floor(random() * 3),
          values: (coordinate) => {
            if (coordinate.endsWith('.after') || coordinate.endsWith('.region')) return null;
            if (coordinate.endsWith('.first')) return 1 + Math.floor(random() * 3);
            if (coordinate.endsWith('.code')) return county;
            return undefined;
          },
          excluded: (coordinate) => {
            const [type = '', field = ''] = coordinate.split('.');
            return type === 'Query' ? !SENT[name].includes(field) : NOT_OF_ROWS.includes(field);
          },
        });
        const { query, variables } = asEntities(drawn, random);
        const release = 1 + Math.floor(random() * 2);
        const { right, answer, isFused } = await alone.answers(query, variables, release);
        if (isFused && right.length > 60) fusedCount += 1;
        if (isFused)
          for (const [, type = ''] of query.matchAll(/representations: \$\w+\) \{\s+\.\.\. on (\w+)/gu))
            fusedTypes.add(type);
        expect({ number, query, variables, answer }).toEqual({ number, query, variables, answer: right });
      }
      expect(alone.failures).toEqual([]);
      expect([...fusedTypes].sort()).toEqual([...SENT[name]].sort());
      expect(fusedCount / QUERIES).toBeGreaterThan(0.15);
    },
  );
});
