import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { LINK_KINDS, LINK_RELATIONS } from '../../catalog/link-kinds.ts';
import { RELATIONS } from '../../matching/judgement.ts';
import { ROOT } from '../support/documents.ts';

const schema = buildSchema(readFileSync(join(ROOT, 'schema/api.graphql'), 'utf8'));
const symbolsOf = (name: string) =>
  (schema.getType(name) as GraphQLEnumType)
    .getValues()
    .map((value) => value.name)
    .sort();

test('the interface has these kinds and relations', () => {
  expect(symbolsOf('EdgeKind')).toEqual([...LINK_KINDS].sort());
  expect(symbolsOf('MatchRelation')).toEqual([...LINK_RELATIONS].sort());
});

test('the engine says one of these relations, or that there is none', () => {
  expect([...RELATIONS]).toEqual([...LINK_RELATIONS, 'NONE']);
});
