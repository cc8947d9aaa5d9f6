import { Kind, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compileCost } from '../../cost/estimate.ts';
import { costOf, modelOf } from './small-model.ts';

const model = modelOf(`
  type Query {
    object: Thing
    leaf: Int
    leaves: [Int] @cost(weight: 2) @listSize(assumedSize: 4)
    list: [Thing] @listSize(assumedSize: 7)
    unsaid: [Thing]
    bounded(most: Int = 5, least: Int, words: [String]): [Thing] @listSize(assumedSize: 3, slicingArguments: ["most", "least"])
    page(first: Int = 20): Things @listSize(assumedSize: 6, slicingArguments: ["first"], sizedFields: ["nodes"])
    tried(names: [String!]!, best: Int = 3, also: [Int]): [[Thing]] @listSize(assumedSize: 2, slicingArguments: ["best"])
    worked(id: ID @cost(weight: 100), ids: [ID!] @cost(weight: 30), free: Int = 4 @cost(weight: 1000)): [Thing] @listSize(assumedSize: 2)
    named: Named
    either: Either
    _entities(representations: [ID!]!, size: Int): [Thing]
  }
  type Mutation { change: Thing }
  interface Named { self: Thing }
  type Thing implements Named { self: Thing list: [Thing] @listSize(assumedSize: 7) page(first: Int = 20): Things @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) leaf: Int }
  type Other implements Named { self: Thing others: [Thing] @listSize(assumedSize: 3) }
  type Things { nodes: [Thing] others: [Thing] @listSize(assumedSize: 2) info: Thing }
  union Either = Thing | Other
`);
const cost = (query: string, variables: Record<string, unknown> = {}): number =>
  costOf(model, query)(variables);

describe('what a query costs at most', () => {
  test.each<[string, number, string, Record<string, unknown>?]>([
    ['a leaf is nothing', 0, '{ leaf __typename }'],
    ['leaves that weigh', 8, '{ leaves }'],
    ['an object', 1, '{ object { leaf } }'],
    ['objects within each other', 3, '{ object { self { self { leaf } } } }'],
    ['a field by another name', 2, '{ a: object { leaf } b: object { leaf } }'],
    ['what the schema does not have is nothing', 0, '{ absent { object { leaf } } }'],
    ['a list', 7, '{ list { leaf } }'],
    ['lists multiply', 7 * (1 + 7), '{ list { list { leaf } } }'],
    ['a list of which nothing is said', 10, '{ unsaid { leaf } }'],
    ['a mutation', 10, 'mutation { change { leaf } }'],
    ['introspection has its price', 1_100, '{ __schema { types { name } } __type(name: "A") { name } }'],

    ['a slicing argument', 2, '{ bounded(most: 2) { leaf } }'],
    ['by default', 5, '{ bounded { leaf } }'],
    ['the greatest of several', 9, '{ bounded(most: 2, least: 9) { leaf } }'],
    ['null is not said', 3, '{ bounded(most: null) { leaf } }'],
    ['a word is no number', 3, '{ bounded(most: "9") { leaf } }'],
    ['below zero there is nothing', 0, '{ bounded(most: -4) { leaf } }'],
    ['an argument that slices nothing', 5, '{ bounded(words: ["a"]) { leaf } }'],
    ['a variable', 8, 'query ($n: Int) { bounded(most: $n) { leaf } }', { n: 8 }],
    ['a variable that is absent', 5, 'query ($n: Int) { bounded(most: $n) { leaf } }'],
    ['a variable that is null', 3, 'query ($n: Int) { bounded(most: $n) { leaf } }', { n: null }],
    ['the default of a variable', 4, 'query ($n: Int = 4) { bounded(most: $n) { leaf } }'],
    ['a variable over its default', 6, 'query ($n: Int = 4) { bounded(most: $n) { leaf } }', { n: 6 }],
    ['a variable nobody declared', 6, '{ bounded(most: $n) { leaf } }', { n: 6 }],
    ['a name that every object has', 5, 'query ($toString: Int) { bounded(most: $toString) { leaf } }'],
    ['endless is as much as can be said', 1e9, '{ bounded(most: 1e999) { leaf } }'],

    ['a page and its rows', 21, '{ page { nodes { leaf } } }'],
    ['a page of five', 6, '{ page(first: 5) { nodes { leaf } } }'],
    ['a page that is null', 7, '{ page(first: null) { nodes { leaf } } }'],
    ['a list beside the rows has its own size', 1 + 2, '{ page(first: 5) { others { leaf } } }'],
    ['an object beside the rows is one', 1 + 1, '{ page(first: 5) { info { leaf } } }'],
    [
      'the page is not handed further down',
      1 + 5 * (1 + 7),
      '{ page(first: 5) { nodes { list { leaf } } } }',
    ],
    ['rows in a fragment', 6, '{ page(first: 5) { ...F } } fragment F on Things { nodes { leaf } }'],
    ['rows in an inline fragment', 6, '{ page(first: 5) { ... { nodes { leaf } } } }'],
    [
      'one fragment in two pages',
      6 + 8,
      '{ a: page(first: 5) { ...F } b: page(first: 7) { ...F } } fragment F on Things { nodes { leaf } }',
    ],
    ['rows of nothing that is a page', 10, '{ ...F } fragment F on Things { nodes { leaf } }'],
    [
      'one fragment in a page and out of it',
      6 + 10,
      '{ page(first: 5) { ...F } ...F } fragment F on Things { nodes { leaf } }',
    ],

    ['one list for each thing asked', 2 * 3, '{ tried(names: ["a", "b"]) { leaf } }'],
    ['one thing is a list of one', 3, '{ tried(names: "a") { leaf } }'],
    ['for none nothing', 0, '{ tried(names: []) { leaf } }'],
    ['for the longest list', 2 * 4, '{ tried(names: ["a"], also: [1, 2, 3, 4], best: 2) { leaf } }'],
    ['as a variable', 3 * 3, 'query ($a: [String!]!) { tried(names: $a) { leaf } }', { a: ['a', 'b', 'c'] }],
    ['as a variable’s default', 2 * 3, 'query ($a: [String!]! = ["a", "b"]) { tried(names: $a) { leaf } }'],
    ['with variables inside', 2 * 3, 'query ($a: String!) { tried(names: [$a, $a]) { leaf } }', { a: 'a' }],
    ['an object is one thing', 3, '{ tried(names: { a: [1, 2] }) { leaf } }'],
    ['entities as many as are asked', 3, '{ _entities(representations: ["a", "b", "c"]) { leaf } }'],
    [
      'entities as a variable',
      2 * 2,
      'query ($r: [ID!]!) { _entities(representations: $r) { self { leaf } } }',
      { r: [1, 2] },
    ],

    ['work is counted once a call', 1_000 + 100 + 2, '{ worked(id: "a") { leaf } }'],
    ['and for a list once an element', 1_000 + 90 + 2, '{ worked(ids: ["a", "b", "c"]) { leaf } }'],
    ['null is no work', 2, '{ worked(id: null, free: null) { leaf } }'],

    ['an interface’s own fields', 2, '{ named { self { leaf } } }'],
    [
      'of parts for different types the dearest',
      1 + 7,
      '{ either { ... on Thing { list { leaf } } ... on Other { others { leaf } } } }',
    ],
    [
      'the parts for one type together',
      1 + 7 + 1,
      '{ either { ... on Thing { list { leaf } } ... on Thing { self { leaf } } ... on Other { others { leaf } } } }',
    ],
    [
      'what all have is asked beside',
      1 + 1 + 3,
      '{ named { self { leaf } ... on Other { others { leaf } } } }',
    ],
    [
      'a part for an interface is asked of all',
      1 + 1 + 7,
      '{ either { ... on Named { self { leaf } } ... on Thing { list { leaf } } } }',
    ],
    [
      'a part for the type itself is asked beside others',
      1 + 7 + 1,
      '{ object { ... on Thing { list { leaf } } ...F } } fragment F on Thing { self { leaf } }',
    ],
    [
      'in named fragments too',
      1 + 7,
      '{ either { ...A ...B } } fragment A on Thing { list { leaf } } fragment B on Other { others { leaf } }',
    ],

    [
      'a field that bears the name of a fragment',
      1 + 1 + 7,
      '{ named { self { leaf } ...self ... on Thing { list { leaf } } } } fragment self on Other { others { leaf } }',
    ],

    ['what is skipped', 0, '{ object @skip(if: true) { leaf } }'],
    ['what is not skipped', 1, '{ object @skip(if: false) { leaf } }'],
    ['what is included', 1, '{ object @include(if: true) { leaf } }'],
    ['what is not included', 0, '{ object @include(if: false) { leaf } }'],
    ['both', 0, '{ object @include(if: true) @skip(if: true) { leaf } }'],
    ['by a variable', 0, 'query ($a: Boolean!) { object @skip(if: $a) { leaf } }', { a: true }],
    ['by its default', 0, 'query ($a: Boolean = false) { object @include(if: $a) { leaf } }'],
    ['by nothing at all', 2, '{ a: object @skip { leaf } b: object @include { leaf } }'],
    ['by another directive that says no', 1, '{ object @other(if: false) { leaf } }'],
    ['by another directive', 1, '{ object @other(if: true) { leaf } }'],
    ['by another argument', 1, '{ object @skip(of: true) { leaf } }'],
    [
      'a fragment',
      0,
      '{ ... @skip(if: true) { object { leaf } } ...F @include(if: false) } fragment F on Query { object { leaf } }',
    ],

    ['a fragment that is not there', 0, '{ ...F }'],
    ['a fragment that reaches itself', 1, '{ ...F } fragment F on Query { object { leaf } ...F }'],
    ['a fragment on a type that is not there', 0, '{ ...F } fragment F on Absent { object { leaf } }'],
    ['a fragment twice', 2, '{ ...F ...F } fragment F on Query { object { leaf } }'],
  ])('%s', (_, expected, query, variables) => expect(cost(query, variables)).toBe(expected));

  test('of several operations the one that is asked', () => {
    const query = 'query A { list { leaf } } query B { object { leaf } }';
    expect(costOf(model, query, 'A')({})).toBe(7);
    expect(costOf(model, query, 'B')({})).toBe(1);
  });

  test('an operation that the schema does not have costs nothing', () =>
    expect(cost('subscription { object { leaf } __schema { types { name } } }')).toBe(0));

  test('nodes that leave out what they do not have are reckoned too', () => {
    const name = (value: string) => ({ kind: Kind.NAME, value });
    const skip = { kind: Kind.DIRECTIVE, name: name('skip') };
    const field = { kind: Kind.FIELD, name: name('list') };
    const selectionSet = { kind: Kind.SELECTION_SET, selections: [field, { ...field, directives: [skip] }] };
    const operation = {
      kind: Kind.OPERATION_DEFINITION,
      operation: 'query',
      selectionSet,
    } as unknown as OperationDefinitionNode;
    expect(compileCost(model, { kind: Kind.DOCUMENT, definitions: [operation] }, operation)({})).toBe(14);
  });

  test('one estimate serves many variables', () => {
    const estimate = costOf(
      model,
      'query ($n: Int) { page(first: $n) { ...F } } fragment F on Things { nodes { leaf } }',
    );
    expect([1, 2, 1].map((n) => estimate({ n }))).toEqual([2, 3, 2]);
  });

  test('fragments that double at every level are reckoned once each, and never become endless', () => {
    const doubling = Array.from(
      { length: 300 },
      (_, level) => `fragment F${level} on Query { ...F${level + 1} ...F${level + 1} object { leaf } }`,
    );
    const query = `{ ...F0 unsaid { list { leaf } } } ${doubling.join(' ')} fragment F300 on Query { object { leaf } }`;
    expect(cost(query)).toBe(Number.MAX_SAFE_INTEGER);
    expect(cost(`{ bounded(most: 0) { list { leaf } } ...F0 } ${doubling.join(' ')}`)).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });

  test('nothing of what cannot be told is nothing', () => {
    const deep = `${'list { '.repeat(400)} leaf ${'}'.repeat(400)}`;
    expect(cost(`{ bounded(most: 0) { ${deep} } }`)).toBe(0);
    expect(cost(`{ bounded(most: 2) { ${deep} } }`)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
