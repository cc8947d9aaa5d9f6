import { readFileSync } from 'node:fs';
import { buildSchema, type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { estimatedObjects } from '../../../gateway/plugins/cost.ts';
import { LIMITS } from '../../../gateway/plugins/limits.ts';
import { readStoredDocuments } from '../../../gateway/stored-documents.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));

const cost = (query: string, variables: Record<string, unknown> = {}): number => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return estimatedObjects(schema, document, operation as OperationDefinitionNode, variables);
};

const pages = Array.from(
  { length: 10 },
  (_, index) => `p${index}: catalogs(first: 100) { nodes { items(first: 50) { nodes { id } } } }`,
).join(' ');

describe('objects an answer may hold', () => {
  test.each<[string, number, string, Record<string, unknown>?]>([
    ['leaves are none', 0, '{ __typename }'],
    ['introspection is none', 0, '{ __schema { types { fields { name } } } }'],
    ['an object', 2, '{ countyItem(code: "x") { region { id } } }'],
    ['a page and its rows', 101, '{ items(first: 100) { nodes { id } } }'],
    ['a page of the usual size', 21, '{ items { nodes { id } } }'],
    ['first null is the usual size', 21, '{ items(first: null) { nodes { id } } }'],
    [
      'edges, their nodes and the page’s information',
      12,
      '{ items(first: 5) { edges { node { id } } pageInfo { endCursor } } }',
    ],
    ['first as variable', 101, 'query ($n: Int) { items(first: $n) { nodes { id } } }', { n: 100 }],
    ['first as variable that is absent', 21, 'query ($n: Int) { items(first: $n) { nodes { id } } }'],
    ['an unpaged list', 11, '{ countyItem(code: "x") { counterparts { id } } }'],
    [
      'nested unpaged lists',
      1 + 10 * (1 + 2 * (1 + 10)),
      '{ countyItem(code: "x") { counterparts { left { ...C } right { ...C } } } } fragment C on CountyItem { counterparts { id } }',
    ],
    [
      'a page below a page',
      1 + 4 * (1 + 1 + 3),
      '{ catalogs(first: 4) { nodes { items(first: 3) { nodes { id } } } } }',
    ],
    [
      'a fragment on a connection',
      1 + 7,
      '{ items(first: 7) { ...F } } fragment F on ServiceItemConnection { nodes { id } }',
    ],
    [
      'of parts for different types the greatest',
      1 + 10,
      '{ node(id: "x") { ... on CountyItem { counterparts { id } } ... on TownshipItem { region { id } } } }',
    ],
    [
      'what is skipped is none',
      0,
      'query ($no: Boolean!) { items @include(if: $no) { nodes { id } } catalogs @skip(if: true) { nodes { id } } }',
      { no: false },
    ],
    [
      'a list of lists has one for each thing asked about',
      4 * 10 * (1 + 1),
      '{ reconcile(items: [{ name: "a" }, { name: "b" }, { name: "c" }, { name: "d" }], against: "x") { item { id } } }',
    ],
    [
      'the same as a variable',
      3 * 10,
      'query ($items: [ReconcileItem!]!) { reconcile(items: $items, against: "x") { confidence } }',
      { items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
    ],
    ['ten aliased pages', 10 * (1 + 100 * (1 + 1 + 50)), `{ ${pages} }`],
    [
      'four nested pages of 131 bytes',
      1 + 100 * (2 + 100 * (3 + 100 * (3 + 100))),
      '{catalogs(first:100){nodes{items(first:100){nodes{id catalog{items(first:100){nodes{id catalog{items(first:100){nodes{id}}}}}}}}}}}',
    ],
  ])('%s', (_, expected, query, variables) => {
    expect(cost(query, variables)).toBe(expected);
  });

  test('every stored operation may be asked with pages of 100', async () => {
    const { byId } = await readStoredDocuments();
    const costs = [...byId.values()].map(({ name, text }) => [name, cost(text, { first: 100 })] as const);
    expect(costs.length).toBeGreaterThan(20);
    expect(costs.filter(([, objects]) => objects > LIMITS.objects)).toEqual([]);
  });
});
