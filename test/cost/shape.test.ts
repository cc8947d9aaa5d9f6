import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { shapeMeasurer } from '../../cost/shape.ts';

const shapeOf = (query: string) => {
  const document = parse(query);
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return shapeMeasurer(document)(operation as OperationDefinitionNode);
};

const ONE = {
  depth: 1,
  aliases: 0,
  rootFields: 1,
  directives: 0,
  selections: 1,
  directivesAtOnce: 0,
  fields: 1,
  introspects: false,
};

describe('how large an operation is', () => {
  test.each<[string, string, Partial<typeof ONE>]>([
    ['a field', '{ a }', {}],
    ['two fields', '{ a b }', { rootFields: 2, selections: 2, fields: 2 }],
    ['an alias', '{ a: b }', { aliases: 1 }],
    ['aliases at every level', '{ a: b { c: d e } }', { depth: 2, aliases: 2, selections: 3, fields: 3 }],
    [
      'the deepest counts',
      '{ a { b { c } } d { e } }',
      { depth: 3, rootFields: 2, selections: 5, fields: 5 },
    ],
    [
      'the deepest counts wherever it is',
      '{ d { e } a { b { c } } }',
      { depth: 3, rootFields: 2, selections: 5, fields: 5 },
    ],
    ['a directive', '{ a @x }', { directives: 1, directivesAtOnce: 1 }],
    [
      'directives of several',
      '{ a @x b @y @z }',
      { rootFields: 2, selections: 2, fields: 2, directives: 3, directivesAtOnce: 2 },
    ],
    ['directives of an operation', 'query @x @y { a }', { directives: 2, directivesAtOnce: 2 }],
    [
      'directives of variables',
      'query ($a: Int @x, $b: Int @x @y) { a }',
      { directives: 3, directivesAtOnce: 2 },
    ],
    [
      'directives of an inline fragment',
      '{ ... @x { a @y } }',
      { directives: 2, directivesAtOnce: 1, fields: 2 },
    ],
    [
      'directives of a fragment and of where it is spread',
      '{ ...F @x } fragment F on A @y @z { a }',
      { directives: 3, directivesAtOnce: 2, fields: 2 },
    ],
    ['an inline fragment is no level', '{ ... { ... on A { a } } }', { fields: 3 }],
    [
      'a fragment twice',
      '{ ...F ...F } fragment F on A { a b: c }',
      { rootFields: 4, selections: 4, aliases: 2, fields: 4 },
    ],
    ['fields that nothing asks', '{ a } fragment F on A { b { c } }', { fields: 3 }],
    ['fields of another operation', 'query A { a } query B { b }', { fields: 2 }],
    ['a fragment that is not there', '{ a ...F }', { fields: 2 }],
    ['a fragment that reaches itself', '{ ...F } fragment F on A { a ...F }', { fields: 3 }],
    [
      'introspection is no level',
      '{ __schema { types { name } } }',
      { introspects: true, selections: 3, fields: 3 },
    ],
    ['of a type too', '{ __type(name: "A") { name } }', { introspects: true, selections: 2, fields: 2 }],
    [
      'introspection below',
      '{ a { __schema { b } } }',
      { introspects: true, depth: 2, selections: 3, fields: 3 },
    ],
    [
      'introspection beside',
      '{ a b { c } __schema { d } e }',
      { introspects: true, depth: 2, rootFields: 4, selections: 6, fields: 6 },
    ],
    ['a name is no introspection', '{ __typename }', {}],
    ['no definition of a schema', '{ a } type A { b: Int }', {}],
  ])('%s', (_, query, expected) => expect(shapeOf(query)).toEqual({ ...ONE, ...expected }));

  test('nodes that leave out what they do not have are measured too', () => {
    const set = {
      kind: Kind.SELECTION_SET,
      selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'a' } }],
    };
    const operation = { kind: Kind.OPERATION_DEFINITION, operation: 'query', selectionSet: set };
    const document = { kind: Kind.DOCUMENT, definitions: [operation] } as unknown as DocumentNode;
    expect(shapeMeasurer(document)(document.definitions[0] as OperationDefinitionNode)).toEqual(ONE);
  });

  test('fragments that double at every level are measured once each', () => {
    const doubling = Array.from(
      { length: 300 },
      (_, level) => `fragment F${level} on A { ...F${level + 1} ...F${level + 1} }`,
    );
    const { selections, fields } = shapeOf(`{ ...F0 } ${doubling.join(' ')} fragment F300 on A { a }`);
    expect([selections, fields]).toEqual([2 ** 300, 602]);
  });
});
