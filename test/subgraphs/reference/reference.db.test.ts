import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  storeCatalogs,
  storeItems,
  storeOrganisations,
  storeRegions,
  storeReleases,
} from '../../support/rows.ts';
import { type AskedSubgraph, openOver, throughPages } from '../ask.ts';

const PROVINCE = '880000000000';
const CITY = '880100000000';
const COUNTY = '880121000000';
const OTHER_COUNTY = '880122000000';
const TOWN = '880121101000';

let reference: AskedSubgraph;

beforeAll(async () => {
  reference = await openOver('reference', async (sql) => {
    await storeReleases(sql, 3);
    await storeRegions(sql, [
      { code: PROVINCE, name: '纵横省' },
      { code: CITY, name: '长风市' },
      { code: COUNTY, name: '青溪县' },
      { code: OTHER_COUNTY, name: '白水县' },
      { code: TOWN, name: '柳林镇', from: 2 },
    ]);
    await storeCatalogs(sql, [
      { id: 'ca_province', key: 'reference', region: PROVINCE, kind: 'REFERENCE', itemCount: 3 },
      { id: 'ca_old', key: 'reference-2018', region: PROVINCE, kind: 'REFERENCE' },
      { id: 'ca_power', key: 'power', kind: 'POWER', to: 2 },
      { id: 'ca_power', key: 'power', name: '青溪县权责清单', kind: 'POWER', from: 2, itemCount: 7 },
      { id: 'ca_service', key: 'service', region: OTHER_COUNTY, kind: 'PUBLIC_SERVICE' },
      { id: 'ca_town', key: 'town', region: TOWN, kind: 'PUBLIC_SERVICE' },
    ]);
    await storeOrganisations(sql, [
      { id: 'or_police', name: '青溪县公安局', creditCode: '11440100007482575H' },
      { id: 'or_civil', name: '纵横省民政厅', region: PROVINCE },
    ]);
    const item = { region: PROVINCE, catalog: 'ca_province', organisation: 'or_civil' };
    await storeItems(sql, [
      { ...item, id: 'ri_card', name: '身份证补领', basicCode: '880109001000', ordinal: 2 },
      { ...item, id: 'ri_card_2', name: '身份证补领（单位）', basicCode: '880109001000', ordinal: 3 },
      {
        ...item,
        id: 'ri_old',
        name: '身份证补领',
        basicCode: '880109001000',
        catalog: 'ca_old_2018',
        ordinal: 1,
      },
      {
        ...item,
        id: 'ri_marriage',
        name: '婚姻登记',
        basicCode: '880107002000',
        implementationCode: '11440100007482575H2880107002000',
        elements: { exerciseLevels: ['COUNTY'], legalBasisText: '《婚姻登记条例》' },
      },
    ]);
  });
});

afterAll(() => reference[Symbol.asyncDispose]());

describe('release', () => {
  const FIELDS = 'number publishedAt note catalogKeys added changed removed';

  test.each([
    { asOf: undefined, release: 3, number: 3 },
    { asOf: undefined, release: 2, number: 2 },
    { asOf: { number: 1 }, release: 3, number: 1 },
    { asOf: { at: '2026-03-02T08:00:00Z' }, release: 3, number: 2 },
    { asOf: { at: '2026-03-02T16:00:00+08:00' }, release: 3, number: 2 },
    { asOf: { at: '2026-03-03T07:59:59.999Z' }, release: 3, number: 2 },
    { asOf: { at: '2030-01-01T00:00:00Z' }, release: 2, number: 2 },
  ])('of a request on $release as of $asOf is $number', async ({ asOf, release, number }) => {
    const query = `query ($asOf: ReleaseRef) { release(asOf: $asOf) { ${FIELDS} } }`;
    const { data, codes, statements } = await reference.ask(query, {
      release,
      variables: asOf === undefined ? {} : { asOf },
    });
    expect({ codes, count: statements.length }).toEqual({ codes: [], count: 1 });
    expect(data.release).toEqual({
      number,
      publishedAt: `2026-03-0${number}T08:00:00.000Z`,
      note: `第 ${number} 次发布`,
      catalogKeys: ['county'],
      added: number,
      changed: 0,
      removed: 0,
    });
  });

  test.each([
    { asOf: { number: 4 }, code: 'RELEASE_NOT_FOUND' },
    { asOf: { at: '2026-03-01T07:59:59Z' }, code: 'RELEASE_NOT_FOUND' },
    { asOf: {}, code: 'BAD_USER_INPUT' },
    { asOf: { number: 1, at: '2026-03-02T00:00:00Z' }, code: 'BAD_USER_INPUT' },
  ])('as of $asOf is refused with $code', async ({ asOf, code }) => {
    const query = 'query ($asOf: ReleaseRef) { release(asOf: $asOf) { number } }';
    expect((await reference.ask(query, { release: 3, variables: { asOf } })).codes).toEqual([code]);
  });

  test('a newer release than the request’s is not seen', async () => {
    const { codes } = await reference.ask('{ release(asOf: { number: 3 }) { number } }', { release: 2 });
    expect(codes).toEqual(['RELEASE_NOT_FOUND']);
  });

  test('releases are listed newest first, up to the request’s', async () => {
    const { data, statements } = await reference.ask(
      '{ releases(first: 1) { nodes { number } totalCount pageInfo { hasNextPage endCursor } } }',
      { release: 2 },
    );
    expect(data.releases).toMatchObject({
      nodes: [{ number: 2 }],
      totalCount: 2,
      pageInfo: { hasNextPage: true },
    });
    expect(statements).toHaveLength(2);
    const after = data.releases.pageInfo.endCursor;
    const next = await reference.ask(
      'query ($after: String) { releases(after: $after) { edges { node { number } cursor } pageInfo { hasNextPage hasPreviousPage } } }',
      { release: 2, variables: { after } },
    );
    expect(next.data.releases).toMatchObject({
      edges: [{ node: { number: 1 } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });

  test('is an entity by its number', async () => {
    const representations = [1, 3, 9].map((number) => ({ __typename: 'Release', number }));
    const { data, statements } = await reference.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Release { number note } } }',
      { release: 3, variables: { representations } },
    );
    expect(data._entities).toEqual([
      { number: 1, note: '第 1 次发布' },
      { number: 3, note: '第 3 次发布' },
      null,
    ]);
    expect(statements).toHaveLength(1);
  });
});

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

describe('reference items', () => {
  test.each([
    { code: '880107002000', catalog: null, id: 'ri_marriage', why: 'the basic code' },
    {
      code: '11440100007482575H2880107002000',
      catalog: null,
      id: 'ri_marriage',
      why: 'the implementation code',
    },
    { code: 'CN_12:880107002000', catalog: null, id: 'ri_marriage', why: 'a code with its scheme' },
    { code: '880109001000', catalog: 'ca_province', id: 'ri_card', why: 'the first of several in a catalog' },
    { code: '880109001000', catalog: 'ca_old_2018', id: 'ri_old', why: 'another catalog' },
    { code: '880109001000', catalog: null, id: 'ri_old', why: 'no catalog: the first catalog' },
  ])('are found by $why', async ({ code, catalog, id }) => {
    const { data, statements } = await reference.ask(
      'query ($code: String!, $catalog: ID) { referenceItem(code: $code, catalog: $catalog) { id } }',
      { variables: { code, catalog } },
    );
    expect(data.referenceItem).toEqual({ id });
    expect(statements).toHaveLength(1);
  });

  test('are not found in a catalog that has no such code', async () => {
    const { data } = await reference.ask(
      '{ referenceItem(code: "880107002000", catalog: "ca_old_2018") { id } }',
    );
    expect(data.referenceItem).toBeNull();
  });

  test('know where they stand', async () => {
    const { data, statements } = await reference.ask(`{ referenceItem(code: "880107002000") {
      name basicCode implementationCode state elements { exerciseLevels legalBasisText }
      catalog { id name } region { id name } organisation { id name unifiedCreditCode region { name } } } }`);
    expect(data.referenceItem).toEqual({
      name: '婚姻登记',
      basicCode: '880107002000',
      implementationCode: '11440100007482575H2880107002000',
      state: 'IN_FORCE',
      elements: { exerciseLevels: ['COUNTY'], legalBasisText: '《婚姻登记条例》' },
      catalog: { id: 'ca_province', name: 'reference 清单' },
      region: { id: PROVINCE, name: '纵横省' },
      organisation: {
        id: 'or_civil',
        name: '纵横省民政厅',
        unifiedCreditCode: null,
        region: { name: '纵横省' },
      },
    });
    // Item, catalog, organisation, region: the region is the organisation's as well.
    expect(statements).toHaveLength(4);
  });

  test('need no statement for the id of what they point at', async () => {
    const { data, statements } = await reference.ask(
      '{ referenceItem(code: "880107002000") { catalog { id } region { id } organisation { __typename id } } }',
    );
    expect(data.referenceItem).toEqual({
      catalog: { id: 'ca_province' },
      region: { id: PROVINCE },
      organisation: { __typename: 'Organisation', id: 'or_civil' },
    });
    expect(statements).toHaveLength(1);
  });

  test('are entities by id and by basic code with catalog', async () => {
    const representations = [
      { __typename: 'ReferenceItem', id: 'ri_marriage' },
      { __typename: 'ReferenceItem', basicCode: '880109001000', catalog: { id: 'ca_old_2018' } },
      { __typename: 'ReferenceItem', basicCode: '880109001000', catalog: { id: 'ca_province' } },
      { __typename: 'ReferenceItem', basicCode: '880109001000', catalog: { id: 'ca_none' } },
    ];
    const { data, statements } = await reference.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ReferenceItem { id } } }',
      { variables: { representations } },
    );
    expect(data._entities).toEqual([{ id: 'ri_marriage' }, { id: 'ri_old' }, { id: 'ri_card' }, null]);
    expect(statements).toHaveLength(2);
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
