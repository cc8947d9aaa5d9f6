import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCursor } from '../../../catalog/cursor.ts';
import { type ItemSeed, storeItems, storeOrganisations } from '../../support/rows.ts';
import { type AskedSubgraph, openOver, throughPages } from '../ask.ts';

const PROVINCE = '880000000000';
const CITY = '880100000000';
const COUNTY = '880121000000';
const TOWN = '880121101000';
const OTHER_COUNTY = '880122000000';

let matching: AskedSubgraph;

const many: readonly ItemSeed[] = Array.from({ length: 45 }, (_, index) => ({
  id: `ci_many_${String(index % 7)}${String(index).padStart(2, '0')}`,
  name: `事项 ${index % 5}`,
  region: OTHER_COUNTY,
  catalog: 'ca_many',
  ordinal: 1 + Math.floor(index / 3),
}));

const few: readonly ItemSeed[] = [
  {
    id: 'ri_card',
    name: '身份证补领',
    region: PROVINCE,
    catalog: 'ca_reference',
    organisation: 'or_province',
  },
  { id: 'ci_city', name: '市级事项', region: CITY, state: 'SUSPENDED', type: 'LICENSING' },
  {
    id: 'ci_card',
    name: '身份证补领',
    audiences: ['NATURAL_PERSON'],
    topics: ['NATURAL_090'],
    effective: '2026-06-01',
    to: 3,
  },
  {
    id: 'ci_marriage',
    name: '婚姻登记',
    ordinal: 2,
    kind: 'POWER',
    organisation: 'or_civil',
    topics: ['婚姻登记'],
    cancel: '2026-02-01',
  },
  {
    id: 'ci_firm',
    name: '招标备案',
    ordinal: 3,
    audiences: ['NATURAL_PERSON', 'ENTERPRISE'],
    topics: ['LEGAL_060'],
    state: 'CANCELLED',
  },
  { id: 'ci_new', name: '新增事项', ordinal: 4, from: 2, organisation: null, state: 'SCHEDULED' },
  {
    id: 'ti_town',
    name: '养老认证',
    region: TOWN,
    kind: 'PUBLIC_SERVICE',
    state: 'SCHEDULED',
    effective: '2026-02-01',
  },
];

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeItems(sql, [...few, ...many]);
    await storeOrganisations(sql, [
      { id: 'or_police', name: '青溪县公安局' },
      { id: 'or_civil', name: '青溪县民政局' },
      { id: 'or_province', name: '纵横省公安厅' },
      { id: 'or_gone', name: '公安分局', to: 1 },
    ]);
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

const idsOf = async (filter: object, options: { release?: number; today?: string } = {}) => {
  const { data, codes } = await matching.ask(
    'query ($filter: ItemFilter) { items(filter: $filter, first: 100) { nodes { id } totalCount } }',
    { ...options, variables: { filter } },
  );
  expect(codes).toEqual([]);
  const ids = data.items.nodes.map((node: { id: string }) => node.id);
  expect(data.items.totalCount).toBe(ids.length);
  return ids.filter((id: string) => !id.startsWith('ci_many'));
};

describe('a filter', () => {
  test.each([
    { filter: {}, ids: ['ri_card', 'ci_city', 'ci_card', 'ci_marriage', 'ci_firm', 'ti_town'] },
    { filter: { search: ' ' }, ids: ['ri_card', 'ci_city', 'ci_card', 'ci_marriage', 'ci_firm', 'ti_town'] },
    { filter: { level: ['PROVINCE', 'CITY'] }, ids: ['ri_card', 'ci_city'] },
    { filter: { level: [] }, ids: [] },
    { filter: { region: COUNTY }, ids: ['ci_card', 'ci_marriage', 'ci_firm', 'ti_town'] },
    { filter: { region: '880121' }, ids: ['ci_card', 'ci_marriage', 'ci_firm', 'ti_town'] },
    { filter: { region: TOWN }, ids: ['ti_town'] },
    { filter: { region: '880122999000' }, ids: [] },
    { filter: { kind: ['POWER', 'PUBLIC_SERVICE'] }, ids: ['ci_marriage', 'ti_town'] },
    { filter: { type: ['LICENSING'] }, ids: ['ci_city'] },
    { filter: { department: '公安' }, ids: ['ri_card', 'ci_city', 'ci_card', 'ci_firm', 'ti_town'] },
    { filter: { department: ' 纵横省公安厅 ' }, ids: ['ri_card'] },
    { filter: { department: 'or_civil' }, ids: ['ci_marriage'] },
    { filter: { department: '税务' }, ids: [] },
    { filter: { department: '公安\u0000' }, ids: [] },
    { filter: { topic: '\u0000' }, ids: [] },
    { filter: { search: '8801\u0000' }, ids: [] },
    { filter: { department: '分局' }, ids: [] },
    { filter: { topic: '090' }, ids: ['ci_card'] },
    { filter: { topic: '证件办理' }, ids: ['ci_card'] },
    { filter: { topic: 'NATURAL_090' }, ids: ['ci_card'] },
    { filter: { topic: '060' }, ids: ['ci_marriage', 'ci_firm'] },
    { filter: { topic: '婚姻登记' }, ids: ['ci_marriage'] },
    { filter: { audience: ['ENTERPRISE'] }, ids: ['ci_firm'] },
    {
      filter: { audience: ['ENTERPRISE', 'NATURAL_PERSON'], level: ['COUNTY'] },
      ids: ['ci_card', 'ci_firm'],
    },
    { filter: { state: ['SUSPENDED'] }, ids: ['ci_city'] },
    { filter: { state: ['CANCELLED', 'SCHEDULED'] }, ids: ['ci_card', 'ci_marriage', 'ci_firm'] },
    { filter: { region: COUNTY, state: ['CANCELLED'], kind: ['POWER'] }, ids: ['ci_marriage'] },
    { filter: { search: '身份证', level: ['COUNTY'], state: ['SCHEDULED'] }, ids: ['ci_card'] },
    { filter: { search: '身份证', region: TOWN }, ids: [] },
  ])('$filter', async ({ filter, ids }) => {
    expect(await idsOf(filter)).toEqual(ids);
  });

  test.each([
    { release: 1, ids: ['ci_card', 'ci_marriage', 'ci_firm', 'ti_town'] },
    { release: 2, ids: ['ci_card', 'ci_marriage', 'ci_firm', 'ci_new', 'ti_town'] },
    { release: 3, ids: ['ci_marriage', 'ci_firm', 'ci_new', 'ti_town'] },
  ])('is answered from release $release', async ({ release, ids }) => {
    expect(await idsOf({ region: COUNTY }, { release })).toEqual(ids);
  });

  // The statement decides states as catalog/states.ts does: each item's own state is asked for beside it.
  test.each(['2025-12-31', '2026-01-31', '2026-02-01', '2026-05-31', '2026-06-01'])(
    'on states agrees with the items on %s',
    async (today) => {
      const states = ['SCHEDULED', 'IN_FORCE', 'SUSPENDED', 'CANCELLED'];
      const query =
        'query ($state: [LifecycleState!]) { items(filter: { state: $state }, first: 100) { nodes { id state } } }';
      let total = 0;
      for (const state of states) {
        const { data } = await matching.ask(query, { release: 2, today, variables: { state: [state] } });
        expect(new Set(data.items.nodes.map((node: { state: string }) => node.state)), state).toEqual(
          new Set([state]),
        );
        total += data.items.nodes.length;
      }
      expect(total).toBe(few.length + many.length);
    },
  );
});

describe('the list of items', () => {
  const PAGE = `query ($first: Int, $after: String, $filter: ItemFilter) { items(filter: $filter, first: $first, after: $after) {
    nodes { id } edges { cursor node { id name level } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const pages = (first: number, filter: object) =>
    throughPages(
      async (after) => (await matching.ask(PAGE, { variables: { first, after, filter } })).data.items,
    );

  test.each([1, 7, 22, 45, 100])('in pages of %i is the list', async (first) => {
    const all = await pages(first, { region: OTHER_COUNTY });
    const expected = many.toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0) || (a.id < b.id ? -1 : 1));
    expect(all.map((node) => node.id)).toEqual(expected.map((item) => item.id));
  });

  test('says where a page begins and ends', async () => {
    const { data } = await matching.ask(PAGE, { variables: { first: 2 } });
    const { edges, nodes, pageInfo } = data.items;
    expect(edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(['ri_card', 'ci_city']);
    expect(nodes).toEqual([{ id: 'ri_card' }, { id: 'ci_city' }]);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0].cursor,
      endCursor: edges[1].cursor,
    });
    const empty = await matching.ask(PAGE, { variables: { filter: { level: ['NATIONAL'] } } });
    expect(empty.data.items).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([
    { first: 10, total: '', count: 1 },
    { first: 100, total: '', count: 1 },
    { first: 100, total: 'totalCount', count: 2 },
  ])('of $first items with “$total” costs $count statements', async ({ first, total, count }) => {
    const { data, statements } = await matching.ask(
      `{ items(first: ${first}) { nodes { __typename id name level kind itemType state code { normalized }
        catalog { id } region { id } organisation { id } } ${total} } }`,
    );
    expect(data.items.nodes).toHaveLength(Math.min(first, 51));
    expect(statements).toHaveLength(count);
  });

  test('of a department costs one more, to find the organisations', async () => {
    const { statements } = await matching.ask('{ items(filter: { department: "公安" }) { nodes { id } } }');
    expect(statements).toHaveLength(2);
  });

  test.each([
    { first: 0, code: 'BAD_USER_INPUT' },
    { first: -1, code: 'BAD_USER_INPUT' },
    { first: 101, code: 'PAGE_TOO_LARGE' },
    { after: '', code: 'CURSOR_INVALID' },
    { after: 'bm9uc2Vuc2U', code: 'CURSOR_INVALID' },
    { after: encodeCursor(2, [COUNTY, 1, 'ci_card']), code: 'CURSOR_INVALID' },
    { after: encodeCursor(1, [COUNTY, 'ci_card']), code: 'CURSOR_INVALID' },
    { after: encodeCursor(1, [COUNTY, '1', 'ci_card']), code: 'CURSOR_INVALID' },
    { after: encodeCursor(1, [COUNTY, 1, 'ci_card']), filter: { search: '身份证' }, code: 'CURSOR_INVALID' },
    { filter: { region: '12x' }, code: 'BAD_USER_INPUT' },
  ])('refuses $first $after $filter with $code', async ({ code, ...variables }) => {
    const { data, codes, statements } = await matching.ask(PAGE, { variables });
    expect({ data, codes, statements }).toEqual({ data: null, codes: [code], statements: [] });
  });
});

describe('the items of a catalog', () => {
  const QUERY = `query ($representations: [_Any!]!, $first: Int, $after: String) { _entities(representations: $representations) { ... on Catalog {
    items(first: $first, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } } } }`;

  test('come in the order of the source, page by page', async () => {
    const representations = [{ __typename: 'Catalog', id: 'ca_many' }];
    const all = await throughPages(async (after) => {
      const { data } = await matching.ask(QUERY, { variables: { representations, first: 20, after } });
      return data._entities[0].items;
    });
    const expected = many.toSorted((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0) || (a.id < b.id ? -1 : 1));
    expect(all.map((node) => node.id)).toEqual(expected.map((item) => item.id));
  });

  test('of several catalogs come in one statement, their totals in another', async () => {
    const representations = ['ca_many', 'ca_none', 'ca_reference'].map((id) => ({
      __typename: 'Catalog',
      id,
    }));
    const { data, statements } = await matching.ask(QUERY, { variables: { representations, first: 1 } });
    expect(
      data._entities.map((catalog: { items: { totalCount: number } }) => catalog.items.totalCount),
    ).toEqual([45, 0, 1]);
    expect(statements).toHaveLength(2);
  });
});
