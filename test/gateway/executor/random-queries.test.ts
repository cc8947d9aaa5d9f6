import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { buildSchema, execute, parse, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswerForm } from '../../../gateway/answers/answer-form.ts';
import type { RemoteTransport } from '../../../gateway/executor/remote-transport.ts';
import { createRemoteTransport } from '../../../gateway/executor/remote-transport.ts';
import { randomQuery, seededRandom } from '../../support/random-query.ts';
import type { Federation } from './fixture/federation.ts';
import { CONTEXT, createFederation, makePlain, subgraphTransport } from './fixture/federation.ts';
import type { Store } from './fixture/store.ts';
import { createStore } from './fixture/store.ts';
import type { SubgraphServer } from './fixture/subgraph-server.ts';
import { serveSubgraph } from './fixture/subgraph-server.ts';
import { fixtureValues } from './fixture/values.ts';

const COUNT = Number(process.env['ZONGHENG_RANDOM_QUERIES'] ?? 500);
const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);

// Each query meets fresh data, so that mutations can be compared too.
let store: Store = createStore();
const servers: SubgraphServer[] = [];
const remotes: RemoteTransport[] = [];
let local: Federation;
let remote: Federation;
let plain: GraphQLSchema;

beforeAll(async () => {
  local = createFederation(() => store);
  plain = makePlain(buildSchema(printSchema(local.executor.schema)));
  const urls = new Map<string, string>();
  for (const name of ['items', 'regions', 'guides', 'people'] as const) {
    const server = await serveSubgraph(
      subgraphTransport(name, () => store),
      CONTEXT,
    );
    servers.push(server);
    urls.set(name, server.url);
  }
  remote = createFederation(
    () => store,
    (_, name) => {
      const transport = createRemoteTransport({ subgraph: name, url: urls.get(name) ?? '' });
      remotes.push(transport);
      // An answer that is right is never taken for a malformed one.
      return createAnswerForm(() => local.executor.schema, {})(name, transport.send);
    },
  );
});

afterAll(async () => {
  for (const transport of remotes) transport.close();
  await Promise.all(servers.map((server) => server.close()));
});

const queryOf = (seed: number) => {
  const random = seededRandom(seed);
  const operation = random() < 0.15 ? 'mutation' : 'query';
  return randomQuery(local.executor.schema, random, { operation, values: fixtureValues });
};

/**
 * Where an answer is null for an error. Which error comes first below one null, and whether a second one is
 * still said, is left open by the specification.
 */
function explainedNulls({ data, errors = [] }: ExecutionResult): string[] {
  const nulls = errors.map(({ path = [] }) => {
    let value: unknown = data;
    const end = path.findIndex((segment) => {
      if (value === null) return true;
      value = (value as Record<string | number, unknown>)[segment];
      return false;
    });
    return JSON.stringify(end === -1 ? path : path.slice(0, end));
  });
  return [...new Set(nulls)].sort();
}

const refused = ({ errors }: ExecutionResult): boolean =>
  errors?.[0]?.extensions['code'] === 'OPERATION_NOT_SUPPORTED';

async function answerOf({ executor }: Federation, seed: number) {
  const { query, variables } = queryOf(seed);
  store = createStore();
  const answer = await executor.execute({ document: parse(query), query, variables, context: CONTEXT });
  return { query, variables, answer, log: store.log };
}

describe(`${COUNT} random operations from seed ${SEED}`, () => {
  const seeds = Array.from({ length: COUNT }, (_, index) => SEED + index);

  test('give the same bytes as one plain schema over the same data', async () => {
    let refusals = 0;
    for (const seed of seeds) {
      const { query, variables, answer, log } = await answerOf(local, seed);
      if (refused(answer)) {
        refusals += 1;
        continue;
      }
      store = createStore();
      const document = parse(query);
      const contextValue = { store };
      const expected = await execute({ schema: plain, document, variableValues: variables, contextValue });
      const label = `seed ${seed}: ${query} ${JSON.stringify(variables)}`;
      expect(JSON.stringify(answer.data), label).toBe(JSON.stringify(expected.data));
      expect(answer.data, label).toEqual(expected.data);
      expect(explainedNulls(answer), label).toEqual(explainedNulls(expected));
      expect(log, label).toEqual(store.log);
    }
    // The planner (0.0.38) has no plan for some @requires below a second fetch of the same subgraph.
    expect(refusals).toBe(0);
  }, 600_000);

  test('give the same bytes over HTTP as in one process', async () => {
    for (const seed of seeds) {
      const here = await answerOf(local, seed);
      const there = await answerOf(remote, seed);
      expect(JSON.stringify(there.answer), `seed ${seed}: ${here.query}`).toBe(JSON.stringify(here.answer));
    }
  }, 600_000);
});

test('the generator gives the same query for the same seed, and many different ones', () => {
  expect(queryOf(7)).toEqual(queryOf(7));
  const queries = Array.from({ length: 100 }, (_, seed) => queryOf(seed).query);
  expect(new Set(queries).size).toBeGreaterThan(95);
  for (const part of ['@include', '@skip', 'fragment', '...', '$v0', ': ', 'mutation']) {
    expect(queries.some((query) => query.includes(part))).toBe(true);
  }
});
