import { type DefinitionNode, type DocumentNode, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readCostDirectives } from '../../cost/directives.ts';

const read = (sdl: string) => readCostDirectives(parse(sdl));
const NOTHING = { weight: undefined, listSize: undefined, argumentWeights: new Map() };

describe('the cost directives of a type system', () => {
  test('are those of the fields, arguments and types of objects and interfaces, extended or not', () => {
    const { fields, typeWeights } = read(`
      type Query @cost(weight: 3) { a(x: Int @cost(weight: 7), y: Int): Int @cost(weight: 4) b: Int }
      extend type Other @cost(weight: 5) { c: [Int] @listSize(assumedSize: 9) }
      interface Third { d: Int @cost(weight: 0) }
      input Fourth { e: Int @cost(weight: 6) }
      enum Fifth { F }
    `);
    expect(fields).toEqual(
      new Map<string, unknown>([
        ['Query.a', { ...NOTHING, weight: 4, argumentWeights: new Map([['x', 7]]) }],
        ['Query.b', NOTHING],
        ['Other.c', { ...NOTHING, listSize: { assumedSize: 9, slicingArguments: [], sizedFields: [] } }],
        ['Third.d', { ...NOTHING, weight: 0 }],
      ]),
    );
    expect(typeWeights).toEqual(
      new Map([
        ['Query', 3],
        ['Other', 5],
      ]),
    );
  });

  test('a list size is read whole, and of other directives nothing', () => {
    const { fields } = read(`type Query {
      a(first: Int): C @other(weight: 1, assumedSize: 2)
        @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
    }`);
    expect(fields.get('Query.a')).toEqual({
      ...NOTHING,
      listSize: { assumedSize: undefined, slicingArguments: ['first'], sizedFields: ['nodes', 'edges'] },
    });
  });

  test('nodes that leave out what they do not have are read too', () => {
    const name = { kind: 'Name', value: 'Query' };
    const field = {
      kind: 'FieldDefinition',
      name,
      directives: [{ kind: 'Directive', name: { value: 'listSize' } }],
    };
    const document = (definition: object) =>
      ({ kind: 'Document', definitions: [definition] }) as unknown as DocumentNode;
    const bare = { kind: 'ObjectTypeDefinition', name } as unknown as DefinitionNode;
    expect(readCostDirectives(document(bare)).fields).toEqual(new Map());
    expect(readCostDirectives(document({ ...bare, fields: [field] })).fields.get('Query.Query')).toEqual({
      ...NOTHING,
      listSize: { assumedSize: undefined, slicingArguments: [], sizedFields: [] },
    });
  });
});
