import { buildSchema, type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createProtectedPlaces, type ProtectedPlaces, taggedPlaces } from '../../gateway/protected-places.ts';

const TAG = 'directive @tag(name: String!) repeatable on FIELD_DEFINITION\n';
const SDL = `${TAG}
  type Query { open: Item draft: Item @tag(name: "protected") other: Item @tag(name: "x") secret: Secret node: Node plain: Plain }
  interface Plain { key: String }
  interface Node { id: ID! note: String key: String @tag(name: "protected") }
  type Item implements Node & Plain { id: ID! note: String item: Item key: String }
  type Secret implements Node { id: ID! note: String @tag(name: "protected") key: String }
  type Mutation { write(name: String): Item }`;
let one: ProtectedPlaces | undefined;
/** Of one schema, read once, and within a test: what goes wrong there is that test's. */
const placesOf: ProtectedPlaces = (document, operation) => {
  one ??= createProtectedPlaces(parse(SDL), buildSchema(SDL));
  return one(document, operation);
};

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
    ['{ open { nothing { note key } } }', []],
    ['{ open { id } } fragment F on Query { draft { id } }', []],
    ['subscription { draft }', []],
  ])('%s: %j', (query, expected) => {
    expect(places(query)).toEqual(expected);
    expect(places(query)).toEqual(expected);
  });

  test('is of the operation that is asked, not of those beside it', () => {
    const query = 'query A { open { id } } query B { ...F } fragment F on Query { draft { id } }';
    expect([places(query, 0), places(query, 1)]).toEqual([[], ['Query.draft']]);
  });

  test('is worked out once for an operation', () => {
    const document = parse('{ draft { id } }');
    const operation = operationsOf(document)[0] as OperationDefinitionNode;
    expect(placesOf(document, operation)).toBe(placesOf(document, operation));
  });

  test('a mark on a type holds behind every interface and union that type is reached through', () => {
    const sdl = `${TAG}
      type Query { named: Named one: One two: Two either: Either }
      interface Named { name: String }
      interface Titled implements Named { name: String @tag(name: "protected") }
      type One implements Named & Titled { name: String }
      type Two implements Named { name: String }
      union Either = One | Two
      type Writing { write: Int }
      schema { query: Query mutation: Writing }`;
    const of = createProtectedPlaces(parse(sdl), buildSchema(sdl));
    const asked = (query: string) => {
      const document = parse(query);
      return of(document, operationsOf(document)[0] as OperationDefinitionNode);
    };
    expect(asked('{ named { name } }')).toEqual(['Titled.name']);
    expect(asked('{ one { name } }')).toEqual(['Titled.name']);
    expect(asked('{ two { name } }')).toEqual([]);
    expect(asked('{ either { ... on Named { name } } }')).toEqual(['Titled.name']);
    expect(asked('{ either { ... on Two { name } } }')).toEqual([]);
    expect(asked('mutation { write }')).toEqual(['Writing.write']);
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

describe('the places a supergraph marks', () => {
  const tagged = parse(`${TAG}
    directive @other(name: String) on FIELD_DEFINITION
    scalar Day @tag(name: "protected")
    enum State @tag(name: "protected") { OPEN @tag(name: "protected") }
    input Filter { state: State @tag(name: "protected") }
    interface Node { id: ID! @tag(name: "protected") }
    type Query @tag(name: "protected") {
      open: Int
      a: Int @other @tag(name: "x") @tag(name: "protected")
      b(filter: Filter @tag(name: "protected")): Int
      c: Int @other(name: "protected")
      d: Int @tag(name: protected)
      e: Int @tag(name: "Protected")
      f: Int @tag
      g: Int @tag(more: 1, name: "protected")
    }`);

  test('are the fields of types and interfaces with that very tag', () => {
    expect(taggedPlaces(tagged)).toEqual(['Node.id', 'Query.a', 'Query.g']);
  });

  test('are the same where a document leaves empty lists out', () => {
    const pruned: DocumentNode = JSON.parse(JSON.stringify(tagged), (_, value: unknown) =>
      Array.isArray(value) && value.length === 0 ? undefined : value,
    );
    expect(taggedPlaces(pruned)).toEqual(['Node.id', 'Query.a', 'Query.g']);
    const bare = { kind: Kind.OBJECT_TYPE_DEFINITION, name: { kind: Kind.NAME, value: 'Bare' } } as const;
    expect(taggedPlaces({ kind: Kind.DOCUMENT, definitions: [bare] })).toEqual([]);
  });
});
