import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskedSubgraph, openOver, throughPages } from '../ask.ts';
import { CITY, COUNTY, OTHER_COUNTY, PROVINCE, seedReference, TOWN } from './seed.ts';

let reference: AskedSubgraph;

beforeAll(async () => {
  reference = await openOver('reference', seedReference);
});

afterAll(() => reference[Symbol.asyncDispose]());

describe('regions', () => {
  test.each([
    { args: '', codes: [PROVINCE, CITY, COUNTY, TOWN, OTHER_COUNTY] },
    { args: '(level: COUNTY)', codes: [COUNTY, OTHER_COUNTY] },
    { args: `(parent: "${CITY}")`, codes: [COUNTY, OTHER_COUNTY] },
    { args: '(parent: "8801")', codes: [COUNTY, OTHER_COUNTY] },
    { args: `(parent: "${CITY}", level: TOWNSHIP)`, codes: [] },
    { args: `(parent: "${COUNTY}")`, codes: [TOWN] },
  ])('$args', async ({ args, codes }) => {
    const { data, statements } = await reference.ask(`{ regions${args} { nodes { id } totalCount } }`, {
      release: 2,
    });
    expect(data.regions).toEqual({ nodes: codes.map((id) => ({ id })), totalCount: codes.length });
    expect(statements).toHaveLength(2);
  });

  test('a region knows its parent and its children of the release', async () => {
    const query = `{ regions(level: COUNTY) { nodes { name fullName level parent { id name parent { name } }
      children(first: 5) { nodes { name } totalCount pageInfo { hasNextPage } } } } }`;
    const { data, statements } = await reference.ask(query, { release: 2 });
    expect(data.regions.nodes[0]).toEqual({
      name: '青溪县',
      fullName: '纵横省长风市青溪县',
      level: 'COUNTY',
      parent: { id: CITY, name: '长风市', parent: { name: '纵横省' } },
      children: { nodes: [{ name: '柳林镇' }], totalCount: 1, pageInfo: { hasNextPage: false } },
    });
    // The list, the parents, their parents, all children, all counts.
    expect(statements).toHaveLength(5);
    const before = await reference.ask(query, { release: 1 });
    expect(before.data.regions.nodes[0].children).toMatchObject({ nodes: [], totalCount: 0 });
  });

  test('children are paged by region, each by its own cursor', async () => {
    const { data } = await reference.ask(
      `{ regions(level: CITY) { nodes { children(first: 1) { nodes { id } pageInfo { endCursor hasNextPage } } } } }`,
    );
    const [first] = data.regions.nodes;
    expect(first.children).toMatchObject({ nodes: [{ id: COUNTY }], pageInfo: { hasNextPage: true } });
    const next = await reference.ask(
      'query ($after: String) { regions(level: CITY) { nodes { children(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage } } } } }',
      { variables: { after: first.children.pageInfo.endCursor } },
    );
    expect(next.data.regions.nodes[0].children).toEqual({
      nodes: [{ id: OTHER_COUNTY }],
      pageInfo: { hasNextPage: false },
    });
  });

  test('the pages together are the list', async () => {
    const all = await throughPages(async (after) => {
      const { data } = await reference.ask(
        'query ($after: String) { regions(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { release: 2, variables: { after } },
      );
      return data.regions;
    });
    expect(all.map((region) => region.id)).toEqual([PROVINCE, CITY, COUNTY, TOWN, OTHER_COUNTY]);
  });

  test.each([
    { args: '(parent: "88x")', code: 'BAD_USER_INPUT' },
    { args: '(first: 0)', code: 'BAD_USER_INPUT' },
    { args: '(first: 101)', code: 'PAGE_TOO_LARGE' },
    { args: '(after: "x")', code: 'CURSOR_INVALID' },
  ])('$args is refused with $code', async ({ args, code }) => {
    expect((await reference.ask(`{ regions${args} { nodes { id } } }`)).codes).toEqual([code]);
  });
});

describe('catalogs', () => {
  test.each([
    { args: '', ids: ['ca_old', 'ca_province', 'ca_power', 'ca_town', 'ca_service'] },
    { args: '(level: COUNTY)', ids: ['ca_power', 'ca_service'] },
    { args: '(kind: PUBLIC_SERVICE)', ids: ['ca_town', 'ca_service'] },
    { args: `(region: "${COUNTY}")`, ids: ['ca_power', 'ca_town'] },
    { args: `(region: "${CITY}", kind: POWER, level: COUNTY)`, ids: ['ca_power'] },
    { args: `(region: "${PROVINCE}")`, ids: ['ca_old', 'ca_province', 'ca_power', 'ca_town', 'ca_service'] },
  ])('$args', async ({ args, ids }) => {
    const { data } = await reference.ask(`{ catalogs${args} { nodes { id } totalCount } }`);
    expect(data.catalogs).toEqual({ nodes: ids.map((id) => ({ id })), totalCount: ids.length });
  });

  test.each([
    { release: 1, name: 'power 清单', itemCount: 0, sinceRelease: 1 },
    { release: 2, name: '青溪县权责清单', itemCount: 7, sinceRelease: 2 },
  ])('a catalog of release $release', async ({ release, ...expected }) => {
    const representations = [{ __typename: 'Catalog', id: 'ca_power' }];
    const { data, statements } = await reference.ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Catalog {
        id key name level kind itemCount sinceRelease region { id name } } } }`,
      { release, variables: { representations } },
    );
    const place = {
      id: 'ca_power',
      key: 'power',
      level: 'COUNTY',
      kind: 'POWER',
      region: { id: COUNTY, name: '青溪县' },
    };
    expect(data._entities).toEqual([{ ...place, ...expected }]);
    expect(statements).toHaveLength(2);
  });

  test('the pages together are the list', async () => {
    const all = await throughPages(async (after) => {
      const { data } = await reference.ask(
        'query ($after: String) { catalogs(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { variables: { after } },
      );
      return data.catalogs;
    });
    expect(all.map((one) => one.id)).toEqual(['ca_old', 'ca_province', 'ca_power', 'ca_town', 'ca_service']);
  });
});

test('regions and organisations are entities', async () => {
  const representations = [
    { __typename: 'Region', id: COUNTY },
    { __typename: 'Organisation', id: 'or_police' },
    { __typename: 'Organisation', id: 'or_none' },
  ];
  const { data, statements } = await reference.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Region { fullName } ... on Organisation { name unifiedCreditCode } } }`,
    { variables: { representations } },
  );
  expect(data._entities).toEqual([
    { fullName: '纵横省长风市青溪县' },
    { name: '青溪县公安局', unifiedCreditCode: '11440100007482575H' },
    null,
  ]);
  expect(statements).toHaveLength(2);
});
