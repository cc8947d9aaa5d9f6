import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createExecutor } from '../../../gateway/executor/executor.ts';
import { createLocalTransport } from '../../../gateway/executor/local-transport.ts';
import type { Transport } from '../../../gateway/executor/transport.ts';
import { ask } from './fixture/ask.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@shareable", "@provides", "@external"])`;

/** Two subgraphs have the same root field; only one of them sees below it, and the other has what that one lacks. */
const SDL = {
  desk: `${LINK}
    type Query { post: Post @shareable }
    interface Post { id: ID! }
    type Counter implements Post @key(fields: "id") { id: ID! @shareable }`,
  staff: `${LINK}
    type Query { post: Post @shareable @provides(fields: "people { id name }") }
    interface Post { id: ID! people: [Person] }
    type Counter implements Post { id: ID! @shareable people: [Person] @external }
    interface Person { id: ID! name: String }
    type Clerk implements Person { id: ID! @external name: String @external }`,
  people: `${LINK}
    interface Post { id: ID! people: [Person] }
    type Counter implements Post @key(fields: "id") { id: ID! @shareable people: [Person] @shareable }
    interface Person { id: ID! name: String }
    type Clerk implements Person @key(fields: "id") { id: ID! @shareable name: String @shareable age: Int }`,
};

const CLERK = { __typename: 'Clerk', id: 'c1', name: '甲', age: 40 };
const COUNTER = { __typename: 'Counter', id: 'k1', people: [CLERK] };
const RESOLVERS = {
  Query: { post: () => COUNTER },
  Counter: { __resolveReference: () => COUNTER },
  Clerk: { __resolveReference: () => CLERK },
};

function federation() {
  const services = Object.entries(SDL).map(([name, sdl]) => ({ name, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new AggregateError(errors);
  const transports = services.map(({ name, typeDefs }): [string, Transport] => {
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: RESOLVERS as never }]);
    return [name, createLocalTransport({ schema, contextFor: () => ({}) })];
  });
  return createExecutor({ supergraphSdl, transports: Object.fromEntries(transports) });
}

test.each([
  {
    query: '{ post { ... on Counter { id } } post { people { id } } }',
    post: { id: 'k1', people: [{ id: 'c1' }] },
  },
  {
    query:
      '{ post { people { ... on Clerk { name } } } ...More } fragment More on Query { post { people { id } id } }',
    post: { people: [{ name: '甲', id: 'c1' }], id: 'k1' },
  },
  {
    query: '{ post { people { name } } post { id people { id id } people { ... on Clerk { age } } } }',
    post: { people: [{ name: '甲', id: 'c1', age: 40 }], id: 'k1' },
  },
])('a root field of two subgraphs, selected twice: $query', async ({ query, post }) => {
  expect(await ask(federation(), query)).toEqual({ data: { post } });
});
