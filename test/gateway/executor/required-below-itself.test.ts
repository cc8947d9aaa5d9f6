import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createExecutor } from '../../../gateway/executor/executor.ts';
import { createLocalTransport } from '../../../gateway/executor/local-transport.ts';
import { SubgraphFailure } from '../../../gateway/executor/subgraph-failure.ts';
import type { Transport } from '../../../gateway/executor/transport.ts';
import { ask } from './fixture/ask.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@external", "@requires"])`;

/** What `load` requires of a box lies in the subgraph the query comes from; boxes stand in boxes. */
const SDL = {
  boxes: `${LINK}
    type Query { boxes: [Box!]! box(id: ID!): Box }
    type Mutation { weigh(id: ID!, weight: Int!): Box }
    type Box @key(fields: "id") { id: ID! weight: Int }
    type Crate @key(fields: "id") { id: ID! height: Int }`,
  loads: `${LINK}
    interface Thing { id: ID! load(unit: String = "kg"): Load }
    type Box implements Thing @key(fields: "id") {
      id: ID! weight: Int @external
      inner: [Thing!]! twin: Box
      load(unit: String = "kg"): Load @requires(fields: "weight")
      mark: String! @requires(fields: "weight")
    }
    type Crate implements Thing @key(fields: "id") { id: ID! load(unit: String = "kg"): Load }
    type Load { text: String! carrier: Carrier }
    type Carrier @key(fields: "id") { id: ID! }`,
  carriers: `${LINK}
    type Carrier @key(fields: "id") { id: ID! name: String! }`,
};

interface Reference {
  readonly id: string;
  readonly weight?: number | null;
}

function federation(change: (name: string, transport: Transport) => Transport = (_, transport) => transport) {
  const weights = new Map<string, number | null>([
    ['b1', 10],
    ['b2', 20],
    ['b3', null],
  ]);
  const stub = (__typename: string, id: string) => ({ __typename, id });
  const load = (text: string) => ({ text, carrier: { id: `c${text.length}` } });
  const box = (id: string) => (weights.has(id) ? { id, weight: weights.get(id) } : null);
  const itself = { __resolveReference: (reference: object) => reference };
  const resolvers = {
    boxes: {
      Query: { boxes: () => [...weights.keys()].map(box), box: (_: unknown, { id }: Reference) => box(id) },
      Mutation: {
        weigh: (_: unknown, { id, weight }: Required<Reference>) => {
          weights.set(id, weight);
          return box(id);
        },
      },
      Box: { __resolveReference: ({ id }: Reference) => box(id) },
      Crate: itself,
    },
    loads: {
      Box: {
        ...itself,
        inner: ({ id }: Reference) =>
          id === 'b1' ? [stub('Box', 'b2'), stub('Crate', 'k1'), stub('Box', 'b3')] : [],
        twin: ({ id }: Reference) => (id === 'b2' ? stub('Box', 'b1') : null),
        load: ({ weight }: Reference, { unit }: { unit: string }) => load(`${weight} ${unit}`),
        mark: ({ weight }: Reference) => (weight === null ? null : `<${weight}>`),
      },
      Crate: { ...itself, load: (_: unknown, { unit }: { unit: string }) => load(`0 ${unit}`) },
    },
    carriers: { Carrier: { ...itself, name: ({ id }: Reference) => `承运 ${id}` } },
  };
  const services = Object.entries(SDL).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new AggregateError(errors);
  const transports = services.map(({ name, typeDefs }): [string, Transport] => {
    const own = resolvers[name as keyof typeof resolvers] as never;
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: own }]);
    return [name, change(name, createLocalTransport({ schema, contextFor: () => ({}) }))];
  });
  return createExecutor({ supergraphSdl, transports: Object.fromEntries(transports) });
}

describe('a field with @requires of an entity below another of its type', () => {
  test.each<{ query: string; variables?: object; data: object }>([
    {
      query: '{ box(id: "b2") { twin { load { text } } } }',
      data: { box: { twin: { load: { text: '10 kg' } } } },
    },
    {
      query: '{ box(id: "b1") { mark inner { id load { text carrier { name } } } } }',
      data: {
        box: {
          mark: '<10>',
          inner: [
            { id: 'b2', load: { text: '20 kg', carrier: { name: '承运 c5' } } },
            { id: 'k1', load: { text: '0 kg', carrier: { name: '承运 c4' } } },
            { id: 'b3', load: { text: 'null kg', carrier: { name: '承运 c7' } } },
          ],
        },
      },
    },
    {
      query: `query ($unit: String, $with: Boolean!) {
        box(id: "b1") { inner { ...Loaded ... on Box { tons: load(unit: $unit) { text } } } }
      }
      fragment Loaded on Thing { load { text } kilos: load(unit: "kg") @include(if: $with) { text } }`,
      variables: { unit: 't', with: false },
      data: {
        box: {
          inner: [
            { load: { text: '20 kg' }, tons: { text: '20 t' } },
            { load: { text: '0 kg' } },
            { load: { text: 'null kg' }, tons: { text: 'null t' } },
          ],
        },
      },
    },
    {
      query: '{ boxes { twin { twin { id } inner { ... on Box { weight load { text } } } } } }',
      data: {
        boxes: [
          { twin: null },
          {
            twin: {
              twin: null,
              inner: [
                { weight: 20, load: { text: '20 kg' } },
                {},
                { weight: null, load: { text: 'null kg' } },
              ],
            },
          },
          { twin: null },
        ],
      },
    },
    {
      query: 'mutation { weigh(id: "b2", weight: 7) { twin { mark inner { load { text } } } } }',
      data: {
        weigh: {
          twin: {
            mark: '<10>',
            inner: [{ load: { text: '7 kg' } }, { load: { text: '0 kg' } }, { load: { text: 'null kg' } }],
          },
        },
      },
    },
  ])('$query', async ({ query, variables, data }) => {
    expect(await ask(federation(), query, { ...variables })).toEqual({ data });
  });

  test('that fails is told at its place, and nothing else is lost', async () => {
    const answer = await ask(federation(), '{ box(id: "b1") { id inner { id ... on Box { mark } } } }');
    expect(answer.data).toEqual({ box: null });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['box', 'inner', 2, 'mark']]);
    const down = (name: string, transport: Transport): Transport =>
      name === 'carriers'
        ? () => Promise.reject(new SubgraphFailure('SUBGRAPH_UNAVAILABLE', name))
        : transport;
    const partial = await ask(
      federation(down),
      '{ box(id: "b2") { twin { load { text carrier { name } } } } }',
    );
    expect(partial.data).toEqual({ box: { twin: { load: { text: '10 kg', carrier: null } } } });
    expect(partial.errors?.map(({ path }) => path)).toEqual([['box', 'twin', 'load', 'carrier', 'name']]);
  });
});
