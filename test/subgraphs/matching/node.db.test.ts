import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  storeCatalogs,
  storeGuides,
  storeItems,
  storeMatches,
  storeOrganisations,
  storeRegions,
} from '../../support/rows.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';

const PROVINCE = '880000000000';

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeItems(sql, [
      { id: 'ri_card', name: '身份证补领', region: PROVINCE },
      { id: 'ci_card', name: '身份证补领', to: 3 },
      { id: 'ti_town', name: '养老认证', region: '880121101000' },
    ]);
    await storeOrganisations(sql, [{ id: 'or_civil', name: '青溪县民政局' }]);
    await storeRegions(sql, [{ code: PROVINCE, name: '纵横省' }]);
    await storeCatalogs(sql, [{ id: 'ca_reference', key: 'reference', from: 2 }]);
    await storeGuides(sql, [{ id: 'gd_card', item: 'ci_card', to: 2 }]);
    await storeMatches(sql, [
      { id: 'ma_card', left: 'ci_card', right: 'ri_card' },
      { id: 'ma_no', left: 'ti_town', right: 'ci_card', status: 'REJECTED' },
    ]);
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

describe('node', () => {
  test.each([
    { id: 'ri_card', type: 'ReferenceItem' },
    { id: 'ci_card', type: 'CountyItem' },
    { id: 'ti_town', type: 'TownshipItem' },
    { id: 'gd_card', type: 'Guide' },
    { id: 'or_civil', type: 'Organisation' },
    { id: PROVINCE, type: 'Region' },
    { id: 'ma_card', type: 'Match' },
  ])('finds $id', async ({ id, type }) => {
    const { data, statements } = await matching.ask('query ($id: ID!) { node(id: $id) { __typename id } }', {
      variables: { id },
    });
    expect(data.node).toEqual({ __typename: type, id });
    expect(statements).toHaveLength(1);
  });

  test.each([
    'ci_none',
    'gd_none',
    'ca_reference',
    '880121999000',
    'ma_no',
    'xx_card',
    'ci_card\u0000',
    '',
    '8801',
  ])('finds nothing for “%s”', async (id) => {
    const { data, codes } = await matching.ask('query ($id: ID!) { node(id: $id) { id } }', {
      variables: { id },
    });
    expect({ data, codes }).toEqual({ data: { node: null }, codes: [] });
  });

  test.each([
    { id: 'gd_card', release: 2, found: false },
    { id: 'ca_reference', release: 2, found: true },
    { id: 'ci_card', release: 3, found: false },
  ])('finds $id in release $release: $found', async ({ id, release, found }) => {
    const { data } = await matching.ask('query ($id: ID!) { node(id: $id) { id } }', {
      release,
      variables: { id },
    });
    expect(data.node !== null).toBe(found);
  });
});
