import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { RUN_REQUEST_RESULTS } from '../../catalog/run-requests.ts';

test('every result of a request for a run is a value of the public schema, with a sentence', () => {
  const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  const type = schema.getType('RunMatchingResult') as GraphQLEnumType;
  expect(Object.keys(RUN_REQUEST_RESULTS)).toEqual(type.getValues().map(({ name }) => name));
  for (const sentence of Object.values(RUN_REQUEST_RESULTS))
    expect(sentence).toMatch(/^\p{Script=Han}.*。$/u);
});
