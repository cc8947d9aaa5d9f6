import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { RULES } from '../../catalog/authority/rules.ts';
import { composeFiles } from '../../gateway/composed-files.ts';
import { taggedPlaces } from '../../gateway/protected-places.ts';

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
