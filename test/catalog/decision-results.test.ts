import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { DECISION_RESULTS } from '../../catalog/decision-results.ts';
import { ROOT } from '../support/documents.ts';

test('every result of the interface has its sentence, and no other has one', () => {
  const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'));
  const names = (schema.getType('DecisionResult') as GraphQLEnumType).getValues().map(({ name }) => name);
  expect(Object.keys(DECISION_RESULTS).sort()).toEqual([...names].sort());
});
