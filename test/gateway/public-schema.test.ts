import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { compositionDrift } from '../../gateway/composed-files.ts';
import { LANES } from '../../gateway/lanes.ts';
import { measureText, shapeRefusal } from '../../gateway/plugins/limits.ts';
import { Refusal } from '../../gateway/refusal.ts';
import { readStoredDocuments } from '../../gateway/stored-documents.ts';

const schema = buildSchema(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

interface Described {
  readonly place: string;
  readonly description: string | null | undefined;
}

const fieldsOf = (type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Everything of the public schema that a description can be given to. */
const described = types.flatMap((type): Described[] => [
  { place: type.name, description: type.description },
  ...fieldsOf(type).flatMap((field) => [
    { place: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map(({ name, description }) => ({
      place: `${type.name}.${field.name}(${name}:)`,
      description,
    })),
  ]),
  ...(isEnumType(type) ? type.getValues() : []).map(({ name, description }) => ({
    place: `${type.name}.${name}`,
    description,
  })),
  ...(isInputObjectType(type) ? Object.values(type.getFields()) : []).map(({ name, description }) => ({
    place: `${type.name}.${name}`,
    description,
  })),
]);

describe('the public schema', () => {
  test('is what schema/ composes to', async () => {
    expect(await compositionDrift()).toEqual([]);
  });

  test('has a Chinese description at every place', () => {
    expect(described.length).toBeGreaterThan(300);
    const silent = described.filter(({ description }) => !/\p{Script=Han}/u.test(description ?? ''));
    expect(silent.map(({ place }) => place)).toEqual([]);
  });

  test('has connections of one shape', () => {
    const connections = types.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(3);
    for (const connection of connections) {
      const names = fieldsOf(connection).map(({ name }) => name);
      expect(names, connection.name).toEqual(
        expect.arrayContaining(['nodes', 'edges', 'pageInfo', 'totalCount']),
      );
    }
  });

  test('gives pages of 20 by default, and pages to nothing but connections', () => {
    const fields = types.flatMap(fieldsOf);
    const paged = fields.filter(({ args }) => args.some(({ name }) => name === 'first'));
    const connected = fields.filter(({ type }) => String(type).replace('!', '').endsWith('Connection'));
    expect(paged).toEqual(connected);
    for (const { name, args } of paged) {
      const defaults = Object.fromEntries(args.map((argument) => [argument.name, argument.defaultValue]));
      expect(defaults, name).toMatchObject({ first: 20 });
      expect(defaults, name).toHaveProperty('after');
    }
  });
});

describe('stored operations', async () => {
  const documents = [...(await readStoredDocuments()).byId.values()];

  test('there are some', () => expect(documents.length).toBeGreaterThan(5));

  test.each(documents.map(({ name, text }) => [name, text]))(
    '%s fits the schema and the limits',
    (_, text) => {
      expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
      const measured = measureText(text, LANES.STORED);
      if (measured === undefined || measured instanceof Refusal) throw new Error('not within the limits');
      for (const { shape } of measured.operations)
        expect(shapeRefusal(shape, LANES.STORED)?.message).toBeUndefined();
    },
  );
});
