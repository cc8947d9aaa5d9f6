import { buildSchema, type GraphQLResolveInfo, graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { asksFor, asksOnlyForId } from '../../subgraphs/selection.ts';

const schema = buildSchema(
  'type Query { item: Item } interface Named { id: ID name: String } type Item implements Named { id: ID name: String part: Item }',
);

const infoOf = async (query: string): Promise<GraphQLResolveInfo> => {
  let seen: GraphQLResolveInfo | undefined;
  const item = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    seen = info;
    return {};
  };
  const { errors } = await graphql({ schema, source: query, rootValue: { item } });
  if (errors !== undefined || seen === undefined) throw new Error(`not run: ${errors?.join()}`);
  return seen;
};

describe('what a field is asked for', () => {
  test.each([
    { query: '{ item { id } }', name: false, onlyId: true },
    { query: '{ item { __typename key: id } }', name: false, onlyId: true },
    { query: '{ item { id name } }', name: true, onlyId: false },
    { query: '{ item { title: name } }', name: true, onlyId: false },
    { query: '{ item { name: id } }', name: false, onlyId: true },
    { query: '{ item { part { name } } }', name: false, onlyId: false },
    { query: '{ item { ... on Named { name } } }', name: true, onlyId: false },
    { query: '{ item { ... { id } } }', name: false, onlyId: true },
    {
      query: '{ item { ...outer } } fragment outer on Item { ...inner } fragment inner on Item { name }',
      name: true,
      onlyId: false,
    },
    { query: '{ item { id } item { name } }', name: true, onlyId: false },
    { query: '{ item { id name @skip(if: true) } }', name: true, onlyId: false },
  ])('$query', async ({ query, name, onlyId }) => {
    const info = await infoOf(query);
    expect({ name: asksFor(info, ['other', 'name']), onlyId: asksOnlyForId(info) }).toEqual({ name, onlyId });
    expect(asksFor(info, ['name'])).toBe(name);
  });
});
