import type postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { seedReference } from './seed.ts';

let reference: AskedSubgraph;

const seed = async (sql: postgres.Sql): Promise<void> => {
  await seedReference(sql);
  await sql`update reference.organisation set canonical_name = '民政厅' where organisation_id = 'or_civil'`;
};

beforeAll(async () => {
  reference = await openOver('reference', seed);
});

afterAll(() => reference[Symbol.asyncDispose]());

test('an organisation has its canonical name beside its own, and none before it was known', async () => {
  const { data, statements } = await reference.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Organisation { name canonicalName } } }`,
    {
      variables: {
        representations: ['or_civil', 'or_police'].map((id) => ({ __typename: 'Organisation', id })),
      },
    },
  );
  expect(data['_entities']).toEqual([
    { name: '纵横省民政厅', canonicalName: '民政厅' },
    { name: '青溪县公安局', canonicalName: null },
  ]);
  expect(statements).toHaveLength(1);
});
