import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeItems } from '../support/rows.ts';
import { type AskedSubgraph, openOver } from './ask.ts';

const CODE = '11440100007482575H3440118009000';

let county: AskedSubgraph;
let township: AskedSubgraph;

const items = (id: string) => [
  {
    id: `${id}_plain`,
    name: '居住证办理',
    implementationCode: CODE,
    basicCode: '440118009000',
    to: 2,
    elements: { promisedLimit: { amount: 3, unit: 'WORKING_DAY', immediate: false, raw: '3 个工作日' } },
    problems: [{ code: 'CODE_05', severity: 'ERROR', message: '请核对。' }],
  },
  {
    id: `${id}_plain`,
    name: '居住证申领',
    implementationCode: CODE,
    basicCode: '440118009000',
    from: 2,
    version: 2,
    state: 'SUSPENDED',
  },
  { id: `${id}_local`, name: '公园年卡', localCode: 'A-01', organisation: null, ordinal: 2 },
  { id: `${id}_twice`, name: '后一份清单', localCode: 'B-01', catalog: 'ca_2', ordinal: 1 },
  { id: `${id}_first`, name: '前一份清单', localCode: 'B-01', catalog: 'ca_1', ordinal: 9 },
  { id: `${id}_none`, name: '没有编码', effective: '2026-04-01', ordinal: 3 },
];

beforeAll(async () => {
  county = await openOver('county', (sql) => storeItems(sql, items('ci')));
  township = await openOver('township', (sql) => storeItems(sql, items('ti')));
});

afterAll(async () => {
  await county[Symbol.asyncDispose]();
  await township[Symbol.asyncDispose]();
});

const sides = [
  { name: 'county', field: 'countyItem', type: 'CountyItem', id: 'ci', of: () => county },
  { name: 'township', field: 'townshipItem', type: 'TownshipItem', id: 'ti', of: () => township },
] as const;

describe.each(sides)('the $name subgraph', ({ field, type, id, of }) => {
  test('gives every field of an item', async () => {
    const { data, codes, statements } = await of().ask(`{ item: ${field}(code: "${CODE}") {
      __typename id name level kind itemType version implementationCode basicCode state
      code { scheme raw normalized segments { name value meaning } problems { code } }
      catalog { id } region { id } organisation { id }
      source { document sheet row key } problems { code severity message }
      elements { promisedLimit { amount unit immediate raw } }
    } }`);
    expect(codes).toEqual([]);
    expect(data.item).toEqual({
      __typename: type,
      id: `${id}_plain`,
      name: '居住证办理',
      level: 'COUNTY',
      kind: 'GOVERNMENT_SERVICE',
      itemType: 'PUBLIC_SERVICE',
      version: 1,
      implementationCode: CODE,
      basicCode: '440118009000',
      state: 'IN_FORCE',
      code: {
        scheme: 'CN_31',
        raw: CODE,
        normalized: CODE,
        segments: [
          { name: '统一社会信用代码', value: '11440100007482575H', meaning: null },
          { name: '行使层级', value: '3', meaning: '市级' },
          { name: '区划', value: '44', meaning: null },
          { name: '事项类型', value: '01', meaning: '行政许可' },
          { name: '主项', value: '18009', meaning: null },
          { name: '子项', value: '000', meaning: '无子项' },
        ],
        problems: [],
      },
      catalog: { id: 'ca_county' },
      region: { id: '880121000000' },
      organisation: { id: 'or_police' },
      source: { document: '清单.xlsx', sheet: '清单', row: 1, key: `${id}_plain` },
      problems: [{ code: 'CODE_05', severity: 'ERROR', message: '请核对。' }],
      elements: { promisedLimit: { amount: 3, unit: 'WORKING_DAY', immediate: false, raw: '3 个工作日' } },
    });
    expect(statements).toHaveLength(1);
  });

  test.each([
    { code: CODE, found: 'plain', why: 'the raw implementation code' },
    { code: ` ${CODE.toLowerCase()} `, found: 'plain', why: 'the same in other spelling' },
    { code: `CN_31:${CODE}`, found: 'plain', why: 'with its scheme' },
    { code: 'LOCAL:A-01', found: 'local', why: 'a local code with its scheme' },
    { code: 'A-01', found: 'local', why: 'a local code that fits no other scheme' },
    { code: 'B-01', found: 'first', why: 'of several the one in the first list' },
  ])('finds an item by $why', async ({ code, found }) => {
    const { data } = await of().ask(`query ($code: String!) { item: ${field}(code: $code) { id } }`, {
      variables: { code },
    });
    expect(data.item).toEqual({ id: `${id}_${found}` });
  });

  test.each(['', 'A-02', `LOCAL:${CODE}`, 'USCC:11440100007482575H'])(
    'has no item of the code “%s”',
    async (code) => {
      const { data, codes } = await of().ask(
        `query ($code: String!) { item: ${field}(code: $code) { id } }`,
        {
          variables: { code },
        },
      );
      expect({ data, codes }).toEqual({ data: { item: null }, codes: [] });
    },
  );

  test.each([
    { release: 1, name: '居住证办理', state: 'IN_FORCE', version: 1, problems: [{ code: 'CODE_05' }] },
    { release: 2, name: '居住证申领', state: 'SUSPENDED', version: 2, problems: [] },
    { release: 7, name: '居住证申领', state: 'SUSPENDED', version: 2, problems: [] },
  ])('answers release $release as it was', async ({ release, ...item }) => {
    const { data } = await of().ask(
      `{ item: ${field}(code: "${CODE}") { name state version problems { code } } }`,
      {
        release,
      },
    );
    expect(data.item).toEqual(item);
  });

  test.each([
    { today: '2026-03-31', state: 'SCHEDULED' },
    { today: '2026-04-01', state: 'IN_FORCE' },
  ])('judges states on the day of the request: $today', async ({ today, state }) => {
    const representations = [{ __typename: type, id: `${id}_none` }];
    const { data } = await of().ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { state code { raw } } } }`,
      { today, variables: { representations } },
    );
    expect(data._entities).toEqual([{ state, code: null }]);
  });

  test('finds entities by each key, all of a kind in one statement, whatever is asked of them', async () => {
    const representations = [
      { __typename: type, id: `${id}_local` },
      { __typename: type, id: `${id}_gone` },
      { __typename: type, id: `${id}_none` },
      { __typename: type, implementationCode: CODE },
      { __typename: type, implementationCode: 'X' },
    ];
    const { data, statements } = await of().ask(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on ${type} { name organisation { id } source { document } } } }`,
      { variables: { representations } },
    );
    const source = { document: '清单.xlsx' };
    expect(data._entities).toEqual([
      { name: '公园年卡', organisation: null, source },
      null,
      { name: '没有编码', organisation: { id: 'or_police' }, source },
      { name: '居住证办理', organisation: { id: 'or_police' }, source },
      null,
    ]);
    expect(statements).toHaveLength(2);
  });
});
