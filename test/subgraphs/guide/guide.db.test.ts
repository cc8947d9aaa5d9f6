import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeGuides } from '../../support/rows.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';

let guide: AskedSubgraph;

beforeAll(async () => {
  guide = await openOver('guide', (sql) =>
    storeGuides(sql, [
      {
        id: 'gd_full',
        item: 'ci_card',
        name: '身份证补领',
        to: 2,
        elements: {
          acceptCondition: '本人申请',
          materials: [{ name: '户口簿' }, { name: '照片' }],
          fees: [],
          steps: [{ name: '受理' }],
          itemElements: { everydayName: '补身份证' },
        },
      },
      { id: 'gd_full', item: 'ci_card', name: '居民身份证补领', from: 2, version: 2 },
      { id: 'gd_list', item: 'ci_card', precedence: 1 },
      { id: 'gd_aa_list', item: 'ri_card', precedence: 1 },
      { id: 'gd_b', item: 'ri_card' },
      { id: 'gd_a', item: 'ri_card' },
      { id: 'gd_lost', item: null },
    ]),
  );
});

afterAll(() => guide[Symbol.asyncDispose]());

const ENTITIES = 'query ($representations: [_Any!]!) { _entities(representations: $representations)';

describe('the guide of an item', () => {
  test.each([
    { release: 1, name: '身份证补领', version: 1 },
    { release: 2, name: '居民身份证补领', version: 2 },
  ])('is that of release $release', async ({ release, ...expected }) => {
    const { data } = await guide.ask(`${ENTITIES} { ... on CountyItem { guide { name version } } } }`, {
      release,
      variables: { representations: [{ __typename: 'CountyItem', id: 'ci_card' }] },
    });
    expect(data._entities).toEqual([{ guide: expected }]);
  });

  test.each(['itemElements', 'elements', 'materials'])(
    'has %s of which nothing but its type is asked',
    async (field) => {
      const { data, codes } = await guide.ask(
        `${ENTITIES} { ... on CountyItem { guide { ${field} { __typename } conditions { __typename } } } } }`,
        { variables: { representations: [{ __typename: 'CountyItem', id: 'ci_card' }] } },
      );
      expect(codes).toEqual([]);
      const [{ guide: found }] = data._entities;
      expect(found[field]?.[0]?.__typename ?? found[field]?.__typename ?? null).toBe(
        { itemElements: 'ItemElements', elements: 'GuideElements', materials: 'Material' }[field],
      );
    },
  );

  test('is asked for its elements and for those of its item, each without the other', async () => {
    const { data } = await guide.ask(
      `${ENTITIES} { ... on CountyItem { guide { elements { acceptCondition } itemElements { __typename } } } } }`,
      { variables: { representations: [{ __typename: 'CountyItem', id: 'ci_card' }] } },
    );
    expect(data._entities[0].guide).toEqual({
      elements: { acceptCondition: '本人申请' },
      itemElements: { __typename: 'ItemElements' },
    });
  });

  test('an entity that cannot be read is an error in its own place', async () => {
    const representations = [
      { __typename: 'CountyItem', id: 'ci_card' },
      { __typename: 'Guide', id: 'gd_full' },
      { __typename: 'Guide', id: { no: 'text' } },
    ];
    const { data } = await guide.ask(`${ENTITIES} { ... on CountyItem { id } ... on Guide { name } } }`, {
      variables: { representations },
    });
    expect(data._entities.slice(0, 2)).toEqual([{ id: 'ci_card' }, { name: '身份证补领' }]);
  });

  test('is the one of lowest precedence, then of lowest id; for all items in one statement', async () => {
    const representations = [
      { __typename: 'ReferenceItem', id: 'ri_card' },
      { __typename: 'CountyItem', id: 'ci_card' },
      { __typename: 'TownshipItem', id: 'ti_none' },
    ];
    const { data, statements } = await guide.ask(
      `${ENTITIES} { ... on ReferenceItem { guide { id itemId } } ... on CountyItem { guide { id itemId } } ... on TownshipItem { guide { id itemId } } } }`,
      { variables: { representations } },
    );
    expect(data._entities).toEqual([
      { guide: { id: 'gd_a', itemId: 'ri_card' } },
      { guide: { id: 'gd_full', itemId: 'ci_card' } },
      { guide: null },
    ]);
    expect(statements).toHaveLength(1);
  });
});

test('a guide gives its elements and its lists; a list its source does not give is null', async () => {
  const { data } = await guide.ask(
    `${ENTITIES} { ... on Guide { id name version source { document row } problems { code }
      elements { acceptCondition }
      materials { name } fees { __typename } steps { name } windows { __typename }
      conditions { __typename } specialLinks { __typename } questions { __typename } } } }`,
    { variables: { representations: [{ __typename: 'Guide', id: 'gd_full' }] } },
  );
  expect(data._entities).toEqual([
    {
      id: 'gd_full',
      name: '身份证补领',
      version: 1,
      source: { document: '指南.json', row: 1 },
      problems: [],
      elements: { acceptCondition: '本人申请' },
      materials: [{ name: '户口簿' }, { name: '照片' }],
      fees: [],
      steps: [{ name: '受理' }],
      windows: null,
      conditions: null,
      specialLinks: null,
      questions: null,
    },
  ]);
});

test('guides are entities by id and by item', async () => {
  const representations = [
    { __typename: 'Guide', id: 'gd_lost' },
    { __typename: 'Guide', id: 'gd_none' },
    { __typename: 'Guide', itemId: 'ci_card' },
  ];
  const { data, statements } = await guide.ask(`${ENTITIES} { ... on Guide { id itemId } } }`, {
    variables: { representations },
  });
  expect(data._entities).toEqual([
    { id: 'gd_lost', itemId: null },
    null,
    { id: 'gd_full', itemId: 'ci_card' },
  ]);
  expect(statements).toHaveLength(2);
});
