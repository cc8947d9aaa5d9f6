import { composeServices } from '@theguild/federation-composition';
import type { ExecutionResult } from 'graphql';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createExecutor } from '../../../gateway/executor/executor.ts';
import { SubgraphFailure } from '../../../gateway/executor/subgraph-failure.ts';
import type { SubgraphAnswer, Transport } from '../../../gateway/executor/transport.ts';
import { ask } from './fixture/ask.ts';
import type { SubgraphName } from './fixture/federation.ts';
import { createFederation } from './fixture/federation.ts';

/** A federation in which one subgraph answers otherwise. */
function withSubgraph(name: SubgraphName, change: (transport: Transport) => Transport) {
  return createFederation(undefined, (transport, each) => (each === name ? change(transport) : transport));
}

const changing = (change: (answer: SubgraphAnswer, query: string) => unknown) => (transport: Transport) =>
  (async (request) => change(await transport(request), request.query) as SubgraphAnswer) satisfies Transport;

const failing = (failure: unknown) => () => () => Promise.reject(failure);

const placesOf = ({ errors = [] }: ExecutionResult) =>
  errors.map(({ path, extensions }) =>
    `${path?.join('.')} ${extensions?.['code']} ${extensions?.['subgraph'] ?? ''}`.trim(),
  );

const plain = createFederation().executor;

describe('an error of a field', () => {
  test.each([
    {
      title: 'keeps its place in the list, under the client’s aliases',
      query: '{ x: people(ids: ["p1", "p3"]) { m: mood mood } }',
      data: {
        x: [
          { m: '平静', mood: '平静' },
          { m: null, mood: null },
        ],
      },
      places: ['x.1.m SUBGRAPH_ERROR people', 'x.1.mood SUBGRAPH_ERROR people'],
    },
    {
      title: 'of an entity stands wherever the entity stands',
      query: '{ guide(id: "g3") { author { m: mood } reviewers { m: mood } } }',
      data: { guide: { author: { m: null }, reviewers: [{ m: '平静' }, null, { m: null }] } },
      places: ['guide.author.m SUBGRAPH_ERROR people', 'guide.reviewers.2.m SUBGRAPH_ERROR people'],
    },
    {
      title: 'that may not be null travels up to the next place that may, and is said once',
      query: '{ guides(first: 4) { author { name badge b: badge role } } }',
      data: {
        guides: [0, 2, 3]
          .map((number): unknown => ({
            author: {
              name: `人员 "${number}"`,
              badge: `证 p${number}`,
              b: `证 p${number}`,
              role: number === 0 ? 'CHIEF' : 'CLERK',
            },
          }))
          .concat({ author: null }),
      },
      places: ['guides.3.author.badge SUBGRAPH_ERROR people'],
    },
    {
      title: 'whose value is not in the public schema, as an inaccessible enum value',
      query: '{ items(first: 4) { kind } }',
      data: { items: [{ kind: 'POWER' }, { kind: 'SERVICE' }, { kind: 'POWER' }, { kind: null }] },
      places: ['items.3.kind VALUE_NOT_IN_SCHEMA'],
    },
  ])('$title', async ({ query, data, places }) => {
    const answer = await ask(plain, query);
    expect(answer.data).toEqual(data);
    expect(placesOf(answer)).toEqual(places);
  });

  test('of a key the client did not ask for is not named', async () => {
    const { executor } = withSubgraph(
      'items',
      changing(() => ({
        data: { sparse: [{ __typename: 'CountyItem', region: null }] },
        errors: [{ message: '坏了', path: ['sparse', 0, 'region', 'level'], extensions: { code: 'BROKEN' } }],
      })),
    );
    const answer = await ask(executor, '{ sparse { region { name } } }');
    expect(answer.data).toEqual({ sparse: [{ region: null }] });
    expect(placesOf(answer)).toEqual(['sparse.0.region BROKEN items']);
  });
});

describe('a subgraph that is down', () => {
  test('nulls its own fields, with one error at each of them, and nothing else', async () => {
    const { executor } = withSubgraph('guides', failing(new Error('connect ECONNREFUSED 10.0.0.1:4202')));
    const answer = await ask(
      executor,
      '{ items(first: 2) { name manual: guide { title } region { name } } }',
    );
    expect(answer.data).toEqual({
      items: [
        { name: '事项 0', manual: null, region: { name: '地区0' } },
        { name: '事项 1', manual: null, region: { name: '地区1' } },
      ],
    });
    expect(placesOf(answer)).toEqual([
      'items.0.manual SUBGRAPH_UNAVAILABLE guides',
      'items.1.manual SUBGRAPH_UNAVAILABLE guides',
    ]);
    expect(JSON.stringify(answer)).not.toContain('ECONNREFUSED');
  });

  test('says one error for an object that cannot be without several of its fields', async () => {
    const { executor } = withSubgraph('guides', failing(new SubgraphFailure('SUBGRAPH_TIMEOUT', 'guides')));
    const answer = await ask(executor, '{ countyItem(id: "i1") { reviews { text } guide { title } } }');
    expect(answer.data).toEqual({ countyItem: null });
    expect(placesOf(answer)).toEqual(['countyItem SUBGRAPH_TIMEOUT guides']);
  });

  test('at the root leaves the other root fields alone', async () => {
    const { executor } = withSubgraph('people', failing(new SubgraphFailure('SUBGRAPH_TIMEOUT', 'people')));
    const query = '{ who: personByEmail(email: "p1@example.org") { name } countyItem(id: "i1") { name } }';
    const answer = await ask(executor, query);
    expect(answer.data).toEqual({ who: null, countyItem: { name: '事项 1' } });
    expect(placesOf(answer)).toEqual(['who SUBGRAPH_TIMEOUT people']);
  });

  test('leaves what requires its fields unasked', async () => {
    const { executor, calls } = withSubgraph(
      'items',
      failing(new SubgraphFailure('SUBGRAPH_TIMEOUT', 'items')),
    );
    const answer = await ask(executor, '{ people(ids: ["p0"]) { favourites(first: 1) { id label } } }');
    expect(answer.data).toEqual({ people: [{ favourites: [{ id: 'i0', label: null }] }] });
    expect(placesOf(answer)).toEqual(['people.0.favourites.0 SUBGRAPH_TIMEOUT items']);
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['people', 'items']);
  });

  test('nulls up to the root where its field may not be null', async () => {
    const { executor } = withSubgraph('people', failing('not even an error'));
    const answer = await ask(executor, '{ countyItem(id: "i1") { name } people { name } }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['people SUBGRAPH_UNAVAILABLE people']);
  });
});

describe('the order of errors', () => {
  const query = '{ people { name } items(first: 1) { weight guide { title } region { name } } }';
  const inTurns = async (names: readonly SubgraphName[]) => {
    const gates = new Map(names.map((name) => [name, Promise.withResolvers<void>()]));
    const { executor } = createFederation(undefined, (transport, name) => {
      const gate = gates.get(name);
      const failure = new SubgraphFailure('SUBGRAPH_UNAVAILABLE', name);
      return gate === undefined ? transport : () => gate.promise.then(() => Promise.reject(failure));
    });
    const answer = ask(executor, query);
    for (const name of names) {
      await new Promise((resolve) => setImmediate(resolve));
      gates.get(name)?.resolve();
    }
    return await answer;
  };

  test.each<{ names: readonly SubgraphName[] }>([
    { names: ['people', 'guides', 'regions'] },
    { names: ['regions', 'guides', 'people'] },
    { names: ['guides', 'people', 'regions'] },
  ])('is that of the answer, whoever fails first: $names', async ({ names }) => {
    const answer = await inTurns(names);
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual([
      'people SUBGRAPH_UNAVAILABLE people',
      'items.0.guide SUBGRAPH_UNAVAILABLE guides',
      'items.0.region.name SUBGRAPH_UNAVAILABLE regions',
    ]);
  });
});

describe('an answer that cannot be right', () => {
  const guideQuery = '{ items(first: 1) { name guide { title steps } } }';
  const entity = (guide: unknown) => changing(() => ({ data: { _entities: [{ guide }] } }));

  test.each<{ title: string; change: ReturnType<typeof changing>; guide: unknown; places: string[] }>([
    {
      title: 'null for a field that may not be null',
      change: entity({ title: null, steps: [] }),
      guide: null,
      places: ['items.0.guide.title NULL_FOR_NON_NULL'],
    },
    {
      title: 'null for an element of a list that may not be null',
      change: entity({ title: 'x', steps: ['a', null] }),
      guide: null,
      places: ['items.0.guide.steps.1 NULL_FOR_NON_NULL'],
    },
    {
      title: 'a tree where a text belongs',
      change: entity({ title: { a: 1 }, steps: [] }),
      guide: null,
      places: ['items.0.guide.title VALUE_NOT_IN_SCHEMA'],
    },
    {
      title: 'an object where a list belongs',
      change: entity({ title: 'x', steps: {} }),
      guide: null,
      places: ['items.0.guide.steps SUBGRAPH_INVALID_RESPONSE'],
    },
    {
      title: 'a list where an object belongs',
      change: entity('x'),
      guide: null,
      places: ['items.0.guide SUBGRAPH_INVALID_RESPONSE'],
    },
    {
      title: 'no entities',
      change: changing(() => ({ data: {} })),
      guide: null,
      places: ['items.0.guide SUBGRAPH_INVALID_RESPONSE guides'],
    },
    {
      title: 'no data and no errors',
      change: changing(() => ({})),
      guide: null,
      places: ['items.0.guide SUBGRAPH_INVALID_RESPONSE guides'],
    },
    {
      title: 'a text instead of an answer',
      change: changing(() => 'hello'),
      guide: null,
      places: ['items.0.guide SUBGRAPH_INVALID_RESPONSE guides'],
    },
    {
      title: 'errors of the whole call, without a place',
      change: changing(() => ({
        errors: [{ message: '拒绝', extensions: { code: 'REFUSED', stack: 'secret' } }],
      })),
      guide: null,
      places: ['items.0.guide REFUSED guides'],
    },
    {
      title: 'null for the entity, which is no error',
      change: changing(() => ({ data: { _entities: [null] } })),
      guide: null,
      places: [],
    },
  ])('$title', async ({ change, guide, places }) => {
    const { executor } = withSubgraph('guides', change);
    const answer = await ask(executor, guideQuery);
    expect(answer.data).toEqual({ items: [{ name: '事项 0', guide }] });
    expect(placesOf(answer)).toEqual(places);
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('a field that is missing is null, though JavaScript knows something of that name', async () => {
    const typeDefs = parse(
      'type Query { thing: Thing } type Thing { constructor: String, valueOf: Thing, name: String }',
    );
    const { supergraphSdl } = composeServices([{ name: 'a', typeDefs }]);
    const thing = JSON.parse('{"name":"x"}');
    const transports = { a: async () => ({ data: { thing } }) };
    const executor = createExecutor({ supergraphSdl: supergraphSdl ?? '', transports });
    const answer = await ask(executor, '{ thing { constructor valueOf { name } name } }');
    expect(answer).toEqual({ data: { thing: { constructor: null, valueOf: null, name: 'x' } } });
  });

  test('a type the public schema does not have', async () => {
    const { executor } = withSubgraph(
      'items',
      changing(() => ({ data: { sparse: [{ __typename: 'Hidden', name: 'x' }] } })),
    );
    const answer = await ask(executor, '{ sparse { __typename name } }');
    expect(answer.data).toEqual({ sparse: [null] });
    expect(placesOf(answer)).toEqual(['sparse.0 VALUE_NOT_IN_SCHEMA']);
  });
});

describe('mutations', () => {
  test('stop after one whose field may not be null has failed', async () => {
    const { executor, calls } = withSubgraph(
      'items',
      (transport) => (request) =>
        request.query.includes('add(')
          ? Promise.reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', 'items'))
          : transport(request),
    );
    const query = 'mutation { add(input: { id: "i9" }) { id } promote(id: "p1") { role } }';
    const answer = await ask(executor, query);
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['add SUBGRAPH_TIMEOUT items']);
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(['items']);
  });

  test('go on after one whose field may be null', async () => {
    const answer = await ask(
      plain,
      'mutation { retitle(id: "none", title: "x") { id } promote(id: "p1") { role } }',
    );
    expect(answer.data).toEqual({ retitle: null, promote: { role: 'CHIEF' } });
    expect(placesOf(answer)).toEqual(['retitle SUBGRAPH_ERROR guides']);
  });
});
