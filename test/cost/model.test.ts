import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readCostModel } from '../../cost/model.ts';
import { modelOf } from './small-model.ts';

const SDL = `
  type Query {
    leaf: Int
    weighty: Int @cost(weight: 4)
    object: Thing
    heavy: Heavy
    both: Heavy @cost(weight: 2)
    list(most: Int = 5 @cost(weight: 6), plain: String): [Thing!]! @listSize(assumedSize: 3)
    matrix: [[Thing]]
    page(first: Int = 20): Things
    onePerPage(first: Int): Named
    leaves(first: Int): [Int]
    _entities: [Thing]
    union: Either
  }
  type Mutation { change: Thing leaf: Int weighed: Thing @cost(weight: 50) }
  type Subscription { seen: Thing }
  type Thing implements Named { name: String things: [Thing] }
  type Things { nodes: [Thing!]! total: Int rest: [Int!] }
  interface Named { name: String things: [Thing] }
  type Heavy @cost(weight: 8) { leaf: Int }
  union Either = Thing | Heavy
`;
/** Of a model made anew: what one test has asked for no other finds known. */
const fieldOf = (type: string, field: string) => modelOf(SDL).field(type, field);

describe('what a field costs', () => {
  test.each([
    ['Query', 'leaf', 0],
    ['Query', 'weighty', 4],
    ['Query', 'object', 1],
    ['Query', 'heavy', 8],
    ['Query', 'both', 2],
    ['Query', 'union', 1],
    ['Query', '__schema', 1_000],
    ['Query', '__type', 100],
    ['Mutation', 'change', 10],
    ['Mutation', 'leaf', 0],
    ['Mutation', 'weighed', 50],
    ['Subscription', 'seen', 1],
    ['Named', 'things', 1],
  ])('%s.%s weighs %i', (type, field, weight) => {
    const model = modelOf(SDL);
    expect(model.field(type, field)?.weight).toBe(weight);
    expect(model.field(type, field)).toBe(model.field(type, field));
  });

  test.each([
    ['Query', 'absent'],
    ['Absent', 'leaf'],
    ['Either', 'name'],
    ['Query', '__typename'],
  ])('%s.%s is nothing', (type, field) => {
    expect(fieldOf(type, field)).toBeUndefined();
  });

  test('introspection is told by its price alone', () => {
    expect(fieldOf('Query', '__schema')).toEqual({
      type: '',
      weight: 1_000,
      listDepth: 0,
      listSize: undefined,
      isOnePerElement: false,
      arguments: [],
    });
  });

  test('a list is told with its size and its arguments', () => {
    expect(fieldOf('Query', 'list')).toEqual({
      type: 'Thing',
      weight: 1,
      listDepth: 1,
      listSize: { assumedSize: 3, slicingArguments: [], sizedFields: [] },
      isOnePerElement: false,
      arguments: [
        { name: 'most', isList: false, weight: 6, defaultValue: 5 },
        { name: 'plain', isList: false, weight: 0, defaultValue: undefined },
      ],
    });
  });

  test.each([
    ['leaf', 0, false],
    ['list', 1, false],
    ['matrix', 2, true],
    ['_entities', 1, true],
  ])('%s is a list of depth %i', (field, depth, isOnePerElement) => {
    expect(fieldOf('Query', field)).toMatchObject({ listDepth: depth, isOnePerElement });
  });

  test('what is asked for its first is a page whose lists have that size', () => {
    const model = modelOf(SDL);
    const size = { assumedSize: undefined, slicingArguments: ['first'] };
    expect(model.field('Query', 'page')?.listSize).toEqual({ ...size, sizedFields: ['nodes', 'rest'] });
    expect(model.field('Query', 'onePerPage')?.listSize).toEqual({ ...size, sizedFields: ['things'] });
    expect(model.field('Query', 'leaves')?.listSize).toEqual({ ...size, sizedFields: [] });
    expect(model.field('Query', 'object')?.listSize).toBeUndefined();
    expect(model.field('Query', 'matrix')?.listSize).toBeUndefined();
  });
});

describe('the types of a schema', () => {
  test('a schema of which no directives are read costs the usual', () => {
    const schema = buildSchema('type Query { a(x: Int = 2): [Query] }');
    const model = readCostModel(schema, parse('type Other { a: Int }'));
    expect(model.field('Query', 'a')).toEqual({
      type: 'Query',
      weight: 1,
      listDepth: 1,
      listSize: undefined,
      isOnePerElement: false,
      arguments: [{ name: 'x', isList: false, weight: 0, defaultValue: 2 }],
    });
  });

  test('roots are told by their operation', () => {
    const model = modelOf(SDL);
    expect(model.rootType('query')).toBe('Query');
    expect(model.rootType('mutation')).toBe('Mutation');
    expect(modelOf('type Query { a: Int }').rootType('mutation')).toBeUndefined();
    expect(modelOf('type Query { a: Thing } type Thing { a: Thing }').field('Thing', 'a')?.weight).toBe(1);
  });

  test.each([
    ['Thing', true],
    ['Named', false],
    ['Either', false],
    ['Absent', false],
  ])('%s is an object type: %s', (name, isObject) => expect(modelOf(SDL).isObjectType(name)).toBe(isObject));
});
