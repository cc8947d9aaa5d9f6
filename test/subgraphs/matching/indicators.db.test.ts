import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  storeCatalogs,
  storeItems,
  storeMatches,
  storeOrganisations,
  storeRegions,
  storeReleases,
} from '../../support/rows.ts';
import { type AskedSubgraph, type Data, openOver, throughPages } from '../ask.ts';

const COUNTY = '880121000000';
const OTHER = '880122000000';
/** A county with a good many departments. */
const WIDE = '880301000000';
const PROVINCE = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_province' };
const AT_COUNTY = { elements: { exerciseLevels: ['COUNTY'] } };

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeReleases(sql, 3);
    await sql`update release.release set catalog_keys = array['county', 'few-21']`;
    await storeRegions(sql, [
      { code: '880000000000', name: '纵横省' },
      { code: '880100000000', name: '长风市' },
      { code: COUNTY, name: '青溪县' },
      { code: OTHER, name: '云岫县' },
    ]);
    await storeOrganisations(sql, [
      { id: 'or_police', name: '青溪县公安局' },
      { id: 'or_civil', name: '青溪县民政局' },
    ]);
    await storeCatalogs(sql, [
      { id: 'ca_county', key: 'county', itemCount: 4 },
      { id: 'ca_other', key: 'other', region: OTHER, itemCount: 1 },
      { id: 'ca_province', key: 'reference', region: '880000000000', kind: 'REFERENCE', itemCount: 3 },
    ]);
    const visits = (count: number) => ({ elements: { visits: count } });
    await storeItems(sql, [
      { id: 'ci_1', name: '户口登记', ordinal: 1, ...visits(1) },
      { id: 'ci_2', name: '居住证申领', ordinal: 2, type: 'LICENSING', to: 2, ...visits(3) },
      { id: 'ci_2', name: '居住证申领', ordinal: 2, type: 'LICENSING', from: 2, version: 2, ...visits(0) },
      { id: 'ci_3', name: '高龄津贴', ordinal: 3, organisation: 'or_civil', ...visits(2) },
      // In force until a day between the releases and the day of the question.
      {
        id: 'ci_4',
        name: '养老认证',
        ordinal: 4,
        organisation: 'or_civil',
        cancel: '2026-04-01',
        ...visits(2),
      },
      { id: 'ci_5', name: '户口登记', region: OTHER, catalog: 'ca_other', ...visits(0) },
      { id: 'ri_1', name: '户口登记', ...PROVINCE, ...AT_COUNTY },
      { id: 'ri_2', name: '居住证申领', type: 'LICENSING', ...PROVINCE, ...AT_COUNTY },
      { id: 'ri_3', name: '没有人认领', ...PROVINCE, ...AT_COUNTY },
    ]);
    const many = (count: number) => Array.from({ length: count }, (_, at) => String(at + 21));
    await storeCatalogs(sql, [
      ...many(31).map((at) => ({ id: `ca_${at}`, key: `many-${at}`, region: `8802${at}000000` })),
      ...many(25).map((at) => ({ id: `ca_f${at}`, key: `few-${at}`, region: `8804${at}000000` })),
      { id: 'ca_wide', key: 'wide', region: WIDE },
    ]);
    await storeOrganisations(
      sql,
      many(40).map((at) => ({ id: `or_${at}`, name: `第${at}局` })),
    );
    await storeItems(
      sql,
      many(40).map((at) => ({
        ...{ id: `ci_w${at}`, name: `事项${at}`, region: WIDE, catalog: 'ca_wide', organisation: `or_${at}` },
      })),
    );
    await storeItems(sql, [{ id: 'ci_f', name: '户口登记', region: '880421000000', catalog: 'ca_f21' }]);
    await storeMatches(sql, [
      { id: 'ma_1', left: 'ci_1', right: 'ri_1' },
      { id: 'ma_2', left: 'ci_2', right: 'ri_2', to: 2 },
      { id: 'ma_2', left: 'ci_2', right: 'ri_2', from: 2 },
      { id: 'ma_5', left: 'ci_5', right: 'ri_1' },
    ]);
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

const ASKED = { release: 3, today: '2026-11-22' };

const indicators = async (args: string, fields: string, options = ASKED): Promise<readonly Data[]> => {
  const { data, codes } = await matching.ask(`{ indicators(${args}) { ${fields} } }`, options);
  expect(codes).toEqual([]);
  return data.indicators;
};

const SIDES = 'code value numerator denominator';
const manyPlaces = 'region: "880400000000", level: COUNTY, codes: [FOUR_SAMES]';
const visitsOf = (more = '') => `region: "${COUNTY}", codes: [ONE_VISIT_AT_MOST]${more}`;

describe('indicators', () => {
  test('say what they are, what they count and what they leave out', async () => {
    const fields = `${SIDES} name formula unit target { bound value } meetsTarget level region { id }
      excluded { reason name count }`;
    const [row] = await indicators(visitsOf(), fields);
    expect(row).toMatchObject({
      ...{ code: 'ONE_VISIT_AT_MOST', name: '最多跑一次率', value: 2 / 3, numerator: 2, denominator: 3 },
      ...{ unit: 'SHARE', target: { bound: 'AT_LEAST', value: 0.8 }, meetsTarget: false },
      ...{ level: 'COUNTY', region: { id: COUNTY } },
      excluded: [{ reason: 'CANCELLED', name: '已取消，不是在用事项', count: 1 }],
    });
  });

  test('are all there when none is named, without a value where nothing is counted', async () => {
    const rows = await indicators(`region: "${COUNTY}"`, SIDES);
    expect(rows).toHaveLength(14);
    expect(rows.find(({ code }) => code === 'ONLINE')).toMatchObject({ value: null, denominator: 0 });
    expect(rows.find(({ code }) => code === 'CLAIMED')).toMatchObject({ numerator: 2, denominator: 3 });
    expect(await indicators(`region: "880123000000"`, SIDES)).toEqual([]);
  });

  test.each([
    [`, groupBy: DEPARTMENT`, 'department', ['青溪县公安局 2/2', '青溪县民政局 0/1']],
    [`, groupBy: TYPE`, 'itemType', ['LICENSING 1/1', 'PUBLIC_SERVICE 1/2']],
  ])('%s', async (group, key, expected) => {
    const rows = await indicators(visitsOf(group), `${SIDES} ${key}`);
    expect(rows.map((row) => `${row[key]} ${row.numerator}/${row.denominator}`)).toEqual(expected);
  });

  test('of a level are those of all regions below, together or each by itself', async () => {
    const below = 'region: "880100000000", level: COUNTY, codes: [ONE_VISIT_AT_MOST]';
    expect(await indicators(below, SIDES)).toMatchObject([{ numerator: 3, denominator: 4 }]);
    const rows = await indicators(`${below}, groupBy: REGION`, `${SIDES} region { id }`);
    expect(rows.map((row) => [row.region.id, row.numerator, row.denominator])).toEqual([
      [COUNTY, 2, 3],
      [OTHER, 1, 1],
    ]);
  });

  test.each([
    ['part: NUMERATOR', ['ci_1', 'ci_2']],
    ['part: DENOMINATOR', ['ci_1', 'ci_2', 'ci_3']],
    ['part: EXCLUDED', ['ci_4']],
    ['part: EXCLUDED, reason: CANCELLED', ['ci_4']],
    ['part: EXCLUDED, reason: NOT_STATED', []],
  ])('list the items behind them page by page: %s', async (part, expected) => {
    const found = await throughPages(async (after) => {
      const page = `first: 1, after: ${JSON.stringify(after)}`;
      const [row] = await indicators(
        visitsOf(),
        `items(${part}, ${page}) { totalCount nodes { item { id } reason } pageInfo { hasNextPage endCursor } }`,
      );
      expect(row.items.totalCount).toBe(expected.length);
      return row.items;
    });
    expect(found.map((one) => one.item.id)).toEqual(expected);
  });

  test('count exactly the items they list, all of them, in every group', async () => {
    const list = (part: string) =>
      `${part}: items(part: ${part}) { totalCount nodes { numerator denominator } }`;
    const fields = `${SIDES} excluded { count } ${['NUMERATOR', 'DENOMINATOR', 'EXCLUDED'].map(list).join(' ')}`;
    for (const group of ['', ', groupBy: DEPARTMENT', ', groupBy: TYPE', ', groupBy: REGION']) {
      for (const row of await indicators(`region: "880100000000", level: COUNTY${group}`, fields)) {
        const sum = (part: string, side: string) =>
          row[part].nodes.reduce((all: number, node: Data) => all + node[side], 0);
        expect(sum('NUMERATOR', 'numerator')).toBe(row.numerator);
        expect(sum('DENOMINATOR', 'denominator')).toBe(row.denominator);
        expect(row.EXCLUDED.totalCount).toBe(
          row.excluded.reduce((all: number, { count }: Data) => all + count, 0),
        );
      }
    }
  });

  test('show their way through the releases, each as on its last day, the newest as on the day that is asked for', async () => {
    const points = 'release day value numerator denominator';
    const [row] = await indicators(visitsOf(), `trend(releases: [3, 1]) { ${points} }`);
    expect(row.trend).toEqual([
      { release: 1, day: '2026-03-02', value: 0.25, numerator: 1, denominator: 4 },
      // What was to end in April has ended: the last point is the figure itself.
      { release: 3, day: ASKED.today, value: 2 / 3, numerator: 2, denominator: 3 },
    ]);
    // A past release answers as it does to who reads it, on the last day on which it was the newest.
    const [then] = await indicators(visitsOf(), SIDES, { release: 1, today: '2026-03-02' });
    expect(then).toMatchObject({ value: 0.25, numerator: 1, denominator: 4 });
    const [before] = await indicators(visitsOf(), 'trend(releases: [2]) { day }', {
      release: 2,
      today: '2026-03-03',
    });
    expect(before.trend).toEqual([{ day: '2026-03-03' }]);
    const [usual] = await indicators(visitsOf(), `trend { release }`);
    expect(usual.trend.map(({ release }: Data) => release)).toEqual([1, 2, 3]);
  });

  test.each([
    [
      'a region that is none',
      '{ indicators(region: "88") { code } other: indicators(region: "x") { code } }',
    ],
    ['a release that is not yet there', `{ indicators(${visitsOf()}) { trend(releases: [4]) { value } } }`],
    ['no release at all', `{ indicators(${visitsOf()}) { trend(releases: []) { value } } }`],
    [
      'a reason where nothing is left out',
      `{ indicators(${visitsOf()}) { items(part: NUMERATOR, reason: CANCELLED) { totalCount } } }`,
    ],
    [
      'more points of many places than a trend may have',
      `{ indicators(${manyPlaces}) { trend(releases: [1, 2, 3]) { value } } }`,
    ],
    ['more places than a call may ask for', '{ indicators(region: "880200000000", level: COUNTY) { code } }'],
    [
      'more rows than a list without pages holds',
      `{ indicators(region: "${WIDE}", groupBy: DEPARTMENT) { code } }`,
    ],
  ])('refuse %s', async (_what, query) => {
    expect((await matching.ask(query, ASKED)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('answer as many departments as there are for fewer figures', async () => {
    const rows = await indicators(`region: "${WIDE}", groupBy: DEPARTMENT, codes: [FOUR_SAMES]`, SIDES);
    expect(rows).toHaveLength(40);
  });

  test('show as many of the newest releases as many places allow, and read the reference once a release', async () => {
    const trend = (args: string) =>
      matching.ask(`{ indicators(${manyPlaces}) { trend${args} { release } } }`, ASKED);
    const { data, codes, statements } = await trend('');
    expect(codes).toEqual([]);
    expect(data.indicators[0]?.trend.map(({ release }: Data) => release)).toEqual([2, 3]);
    const named = await trend('(releases: [1, 3])');
    expect(named.data.indicators[0]?.trend.map(({ release }: Data) => release)).toEqual([1, 3]);
    // Three for each of 25 places in three readings, and a few for what all of them share.
    expect(statements.length).toBeLessThanOrEqual(3 * 25 * 3 + 15);
  });

  test('take the same few statements however many figures and items are asked for', async () => {
    const { statements } = await matching.ask(`{ indicators(region: "${OTHER}") { ${SIDES} } }`, ASKED);
    expect(statements.length).toBeLessThanOrEqual(7);
    const again = await matching.ask(`{ indicators(region: "${OTHER}", groupBy: TYPE) { ${SIDES} } }`, ASKED);
    expect(again.statements).toHaveLength(1);
  });
});
