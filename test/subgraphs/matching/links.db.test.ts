import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeItems, storeMatches } from '../../support/rows.ts';
import { type AskedSubgraph, openOver, throughPages } from '../ask.ts';

const PROVINCE = '880000000000';
const COUNTY = '880121000000';
const OTHER_COUNTY = '880122000000';
const TOWN = '880121101000';
const OTHER_TOWN = '880121102000';

let matching: AskedSubgraph;

const villages = Array.from({ length: 30 }, (_, index) => ({
  id: `ti_village_${String(index).padStart(2, '0')}`,
  name: '养老认证',
  region: `8801211012${String(index).padStart(2, '0')}`,
  localCode: `V${index}`,
}));

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeItems(sql, [
      { id: 'ri_card', name: '身份证补领', region: PROVINCE },
      { id: 'ri_pension', name: '养老认证', region: PROVINCE },
      { id: 'ri_other', name: '相近事项', region: PROVINCE },
      { id: 'ci_card', name: '身份证补领' },
      { id: 'ci_card_power', name: '身份证补领', kind: 'POWER' },
      { id: 'ci_card_service', name: '身份证补领服务', kind: 'PUBLIC_SERVICE' },
      { id: 'ci_other_card', name: '身份证补办', region: OTHER_COUNTY },
      { id: 'ci_pension', name: '养老认证' },
      { id: 'ti_pension', name: '养老认证', region: TOWN },
      { id: 'ti_pension_2', name: '养老认证（镇）', region: OTHER_TOWN },
      ...villages,
    ]);
    await storeMatches(sql, [
      { id: 'ma_1', left: 'ci_card', right: 'ri_card', to: 2 },
      { id: 'ma_1', left: 'ci_card', right: 'ri_other', from: 2, relation: 'RELATED', confidence: 0.5 },
      { id: 'ma_2', left: 'ci_other_card', right: 'ri_other', status: 'REVIEW', confidence: 0.9 },
      { id: 'ma_3', left: 'ci_other_card', right: 'ri_card', status: 'ACCEPTED', confidence: 0.7 },
      { id: 'ma_4', left: 'ci_pension', right: 'ri_card', status: 'REJECTED' },
      { id: 'ma_5', left: 'ti_pension', right: 'ri_pension' },
      { id: 'ma_6', left: 'ti_pension', right: 'ci_pension', kind: 'SOURCE' },
      { id: 'ma_7', left: 'ti_pension_2', right: 'ci_pension', kind: 'SOURCE' },
      {
        id: 'ma_8',
        left: 'ci_card_power',
        right: 'ci_card',
        kind: 'COUNTERPART',
        relation: 'NARROWER',
        confidence: 0.8,
      },
      { id: 'ma_9', left: 'ci_card', right: 'ci_card_service', kind: 'COUNTERPART', confidence: 0.9 },
      { id: 'ma_10', left: 'ci_pension', right: 'ci_card', kind: 'COUNTERPART', status: 'REJECTED' },
      { id: 'ma_11', left: 'ti_pension_2', right: 'ri_other', confidence: 0.8 },
      { id: 'ma_12', left: 'ti_pension_2', right: 'ri_pension', status: 'CONFIRMED', confidence: 0.3 },
      ...villages.map((village, index) => ({ id: `ma_v${index}`, left: village.id, right: 'ri_pension' })),
    ]);
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

const entities = async (type: string, ids: readonly string[], fields: string, release = 1) => {
  const { data, codes, statements } = await matching.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
    { release, variables: { representations: ids.map((id) => ({ __typename: type, id })) } },
  );
  expect(codes).toEqual([]);
  return { found: data._entities, count: statements.length };
};

const ids = (connection: { nodes: readonly { id: string }[] }) => connection.nodes.map((node) => node.id);

describe('the reference item of a local item', () => {
  const FIELDS =
    'referenceMatch { id kind relation status method confidence left { id } right { __typename id name } }';
  const card = { __typename: 'ReferenceItem', id: 'ri_card', name: '身份证补领' };
  const link = { kind: 'REFERENCE', relation: 'EQUIVALENT', status: 'ACCEPTED', method: 'CODE' };

  test('is its best link that nobody rejected', async () => {
    const { found, count } = await entities('CountyItem', ['ci_card', 'ci_other_card', 'ci_pension'], FIELDS);
    expect(found).toEqual([
      { referenceMatch: { id: 'ma_1', ...link, confidence: 1, left: { id: 'ci_card' }, right: card } },
      {
        referenceMatch: { id: 'ma_3', ...link, confidence: 0.7, left: { id: 'ci_other_card' }, right: card },
      },
      { referenceMatch: null },
    ]);
    // Links, and the items on the right; of those on the left only the id is asked for.
    expect(count).toBe(2);
  });

  test('is that of the release', async () => {
    const { found } = await entities('CountyItem', ['ci_card'], FIELDS, 2);
    expect(found[0].referenceMatch).toMatchObject({
      relation: 'RELATED',
      confidence: 0.5,
      right: { id: 'ri_other' },
    });
  });

  test('is what a person confirmed before what the machine is surer of', async () => {
    const { found, count } = await entities(
      'TownshipItem',
      ['ti_pension_2'],
      'referenceMatch { status right { id __typename } }',
    );
    expect(found).toEqual([
      { referenceMatch: { status: 'CONFIRMED', right: { __typename: 'ReferenceItem', id: 'ri_pension' } } },
    ]);
    expect(count).toBe(1);
  });
});

describe('the local items of a reference item', () => {
  test.each([
    { args: '', found: ['ti_pension', ...villages.slice(0, 19).map((village) => village.id)] },
    { args: '(level: TOWNSHIP)', found: ['ti_pension', 'ti_pension_2'] },
    { args: `(region: "${OTHER_TOWN}")`, found: ['ti_pension_2'] },
    { args: `(region: "${OTHER_COUNTY}")`, found: [] },
    { args: '(level: COUNTY)', found: [] },
    { args: '(level: VILLAGE, first: 2)', found: ['ti_village_00', 'ti_village_01'] },
  ])('$args', async ({ args, found }) => {
    const { found: items } = await entities(
      'ReferenceItem',
      ['ri_pension'],
      `localItems${args} { nodes { id } }`,
    );
    expect(ids(items[0].localItems)).toEqual(found);
  });

  test('page by page are all of them, counted apart', async () => {
    const all = await throughPages(async (after) => {
      const args = after === null ? '(first: 7)' : `(first: 7, after: "${after}")`;
      const { found } = await entities(
        'ReferenceItem',
        ['ri_pension'],
        `localItems${args} { nodes { id } totalCount pageInfo { hasNextPage endCursor } }`,
      );
      expect(found[0].localItems.totalCount).toBe(32);
      return found[0].localItems;
    });
    expect(all.map((node) => node.id)).toEqual([
      'ti_pension',
      ...villages.map((village) => village.id),
      'ti_pension_2',
    ]);
  });

  test.each([1, 10, 100])('of several items, %i each, cost one statement', async (first) => {
    const { found, count } = await entities(
      'ReferenceItem',
      ['ri_card', 'ri_pension', 'ri_none'],
      `localItems(first: ${first}) { nodes { __typename name level region { id } code { raw } } }`,
    );
    expect(found.map((item: { localItems: { nodes: unknown[] } }) => item.localItems.nodes.length)).toEqual([
      Math.min(2, first),
      Math.min(32, first),
      0,
    ]);
    expect(count).toBe(1);
  });

  test('under two aliases cost two statements', async () => {
    const fields = `a: localItems(level: TOWNSHIP) { nodes { id } } b: localItems(level: VILLAGE) { nodes { id } totalCount }`;
    expect((await entities('ReferenceItem', ['ri_card', 'ri_pension'], fields)).count).toBe(3);
  });

  test('are those of the release', async () => {
    expect(
      ids(
        (await entities('ReferenceItem', ['ri_card'], 'localItems { nodes { id } }', 1)).found[0].localItems,
      ),
    ).toEqual(['ci_card', 'ci_other_card']);
    expect(
      ids(
        (await entities('ReferenceItem', ['ri_card'], 'localItems { nodes { id } }', 2)).found[0].localItems,
      ),
    ).toEqual(['ci_other_card']);
  });
});

describe('a township item and the county item it comes from', () => {
  test('know each other', async () => {
    const down = await entities(
      'CountyItem',
      ['ci_pension', 'ci_card'],
      'townshipItems { nodes { id name } totalCount }',
    );
    expect(down.found).toEqual([
      {
        townshipItems: {
          nodes: [
            { id: 'ti_pension', name: '养老认证' },
            { id: 'ti_pension_2', name: '养老认证（镇）' },
          ],
          totalCount: 2,
        },
      },
      { townshipItems: { nodes: [], totalCount: 0 } },
    ]);
    expect(down.count).toBe(2);
    const up = await entities('TownshipItem', ['ti_pension', 'ti_village_00'], 'sourceItem { id name }');
    expect(up).toEqual({
      found: [{ sourceItem: { id: 'ci_pension', name: '养老认证' } }, { sourceItem: null }],
      count: 2,
    });
    const idOnly = await entities('TownshipItem', ['ti_pension'], 'sourceItem { id }');
    expect(idOnly).toEqual({ found: [{ sourceItem: { id: 'ci_pension' } }], count: 1 });
  });
});

test('counterparts are found from either side, the surest first', async () => {
  const { found, count } = await entities(
    'CountyItem',
    ['ci_card', 'ci_card_power', 'ci_pension'],
    'counterparts { id left { id } right { id } }',
  );
  expect(found).toEqual([
    {
      counterparts: [
        { id: 'ma_9', left: { id: 'ci_card' }, right: { id: 'ci_card_service' } },
        { id: 'ma_8', left: { id: 'ci_card_power' }, right: { id: 'ci_card' } },
      ],
    },
    { counterparts: [{ id: 'ma_8', left: { id: 'ci_card_power' }, right: { id: 'ci_card' } }] },
    { counterparts: [] },
  ]);
  expect(count).toBe(1);
});

test('a link is an entity, and gives both its items in one statement more', async () => {
  const fields = 'kind left { __typename id name state ... on CountyItem { kind } } right { name }';
  const { found, count } = await entities('Match', ['ma_8', 'ma_10'], fields);
  expect(found).toEqual([
    {
      kind: 'COUNTERPART',
      left: {
        __typename: 'CountyItem',
        id: 'ci_card_power',
        name: '身份证补领',
        state: 'IN_FORCE',
        kind: 'POWER',
      },
      right: { name: '身份证补领' },
    },
    null,
  ]);
  expect(count).toBe(2);
});

test('the index gives an item’s own fields when they are asked of it', async () => {
  const { found, count } = await entities(
    'CountyItem',
    ['ci_card', 'ci_none'],
    'id name level catalog { id } code { raw }',
  );
  expect(found).toEqual([
    { id: 'ci_card', name: '身份证补领', level: 'COUNTY', catalog: { id: 'ca_county' }, code: null },
    null,
  ]);
  expect(count).toBe(1);
  const [first] = villages;
  expect((await entities('TownshipItem', [first?.id ?? ''], 'code { scheme raw }')).found).toEqual([
    { code: { scheme: 'LOCAL', raw: 'V0' } },
  ]);
});

test('an item’s region bounds are those of its subtree', async () => {
  const { found } = await entities(
    'ReferenceItem',
    ['ri_pension'],
    `localItems(region: "${COUNTY}", level: TOWNSHIP) { totalCount }`,
  );
  expect(found[0].localItems.totalCount).toBe(2);
});
