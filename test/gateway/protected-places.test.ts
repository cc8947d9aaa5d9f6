import { buildSchema, type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../catalog/authority/rules.ts';
import { composeFiles } from '../../gateway/composed-files.ts';
import { createProtectedPlaces, taggedPlaces } from '../../gateway/protected-places.ts';

const TAG = 'directive @tag(name: String!) repeatable on FIELD_DEFINITION\n';
const SDL = `${TAG}
  type Query { open: Item draft: Item @tag(name: "protected") other: Item @tag(name: "x") secret: Secret node: Node plain: Plain }
  interface Plain { key: String }
  interface Node { id: ID! note: String key: String @tag(name: "protected") }
  type Item implements Node & Plain { id: ID! note: String item: Item key: String }
  type Secret implements Node { id: ID! note: String @tag(name: "protected") key: String }
  type Mutation { write(name: String): Item }`;
const placesOf = createProtectedPlaces(parse(SDL), buildSchema(SDL));

const operationsOf = (document: DocumentNode) =>
  document.definitions.filter((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition');

const places = (query: string, at = 0): readonly string[] => {
  const document = parse(query);
  return placesOf(document, operationsOf(document)[at] as OperationDefinitionNode);
};

describe('what an operation touches that is not public', () => {
  test.each<[string, readonly string[]]>([
    ['{ open { id note } }', []],
    ['{ __typename __schema { types { name } } }', []],
    ['{ draft { id } }', ['Query.draft']],
    ['{ open: draft { id } }', ['Query.draft']],
    ['{ draft: open { id } }', []],
    ['{ other { id } }', []],
    ['{ ...F } fragment F on Query { draft { id } }', ['Query.draft']],
    ['{ ...F } fragment F on Query { ...G } fragment G on Query { a: draft { id } }', ['Query.draft']],
    ['{ ... { ... on Query { draft { id } } } }', ['Query.draft']],
    ['{ draft @skip(if: true) { id } }', ['Query.draft']],
    ['query ($no: Boolean!) { draft @include(if: $no) { id } }', ['Query.draft']],
    ['{ secret { id } }', []],
    ['{ secret { note } }', ['Secret.note']],
    ['{ node { id } }', []],
    ['{ node { note } }', ['Secret.note']],
    ['{ node { ... on Item { note } } }', []],
    ['{ node { ... on Secret { n: note } } }', ['Secret.note']],
    ['{ node { ...N } } fragment N on Node { note }', ['Secret.note']],
    ['{ node { key } }', ['Node.key']],
    ['{ open { item { k: key } } }', ['Node.key']],
    ['{ node { ... on Item { key } } }', ['Node.key']],
    ['{ plain { key } }', ['Node.key']],
    ['{ draft { id } again: draft { id } secret { note } }', ['Query.draft', 'Secret.note']],
    ['mutation { write { id } }', ['Mutation.write']],
    ['mutation { open: write { id } write { id } }', ['Mutation.write']],
    ['mutation { __typename }', []],
    ['mutation { ...M } fragment M on Mutation { write { id } }', ['Mutation.write']],
    ['{ noSuchField }', []],
    ['{ open { nothing { note } } }', []],
  ])('%s: %j', (query, expected) => {
    expect(places(query)).toEqual(expected);
    expect(places(query)).toEqual(expected);
  });

  test('is of the operation that is asked, not of those beside it', () => {
    const query = 'query A { open { id } } query B { ...F } fragment F on Query { draft { id } }';
    expect([places(query, 0), places(query, 1)]).toEqual([[], ['Query.draft']]);
  });

  test('what has a rule is not open because a supergraph does not mark it', () => {
    const sdl = 'type Query { impact: Int open: Int }';
    const document = parse('{ open impact }');
    const of = createProtectedPlaces(parse(sdl), buildSchema(sdl));
    expect(of(document, operationsOf(document)[0] as OperationDefinitionNode)).toEqual(['Query.impact']);
  });

  test('a schema that cannot be written to has no such places', () => {
    const sdl = 'type Query { a: Int }';
    const document = parse('{ a }');
    const of = createProtectedPlaces(parse(sdl), buildSchema(sdl));
    expect(of(document, operationsOf(document)[0] as OperationDefinitionNode)).toEqual([]);
  });
});

test('every field that writes, and every field marked as not public, has its row, and no row is of anything else', () => {
  const { supergraphSdl, apiSdl } = composeFiles();
  const written = Object.keys(buildSchema(apiSdl).getMutationType()?.getFields() ?? {});
  const tagged = taggedPlaces(parse(supergraphSdl));
  expect(tagged).toContain('Query.impact');
  expect(Object.keys(RULES).sort()).toEqual([...written.map((name) => `Mutation.${name}`), ...tagged].sort());
});

test('what subgraphs ask each other is no field of the public schema', () => {
  const schema = buildSchema(composeFiles().apiSdl);
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).not.toContain('_entities');
  expect(Object.keys(schema.getTypeMap())).not.toContain('_Any');
});
