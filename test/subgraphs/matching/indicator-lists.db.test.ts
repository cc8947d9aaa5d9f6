import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../../../cli/load-demo.ts';
import { INDICATOR_CODES } from '../../../comparison/indicators/indicator.ts';
import { DEMO_NOW, matchSimply } from '../../support/hub.ts';
import { type AskedSubgraph, type Data, openOver, throughPages } from '../ask.ts';

const NEWEST = 3;
const COUNTY = 'region: "880121000000"';

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => loadDemo(sql, DEMO_NOW, () => undefined));
  await matchSimply(matching.url);
});

afterAll(() => matching[Symbol.asyncDispose]());

const PARTS = ['NUMERATOR', 'DENOMINATOR', 'EXCLUDED'] as const;
const LIST =
  'totalCount pageInfo { hasNextPage endCursor } nodes { item { id } numerator denominator reason }';
const FIGURE =
  'code value numerator denominator level region { id } department itemType excluded { reason count }';

const ask = async (args: string, fields: string, release: number): Promise<readonly Data[]> => {
  const query = `{ indicators(${args}) { ${FIGURE} ${fields} } }`;
  const { data, codes } = await matching.ask(query, { release, today: DEMO_NOW.slice(0, 10) });
  expect(codes).toEqual([]);
  return data.indicators;
};

const keyOf = ({ code, level, region, department, itemType }: Data): string =>
  [code, level, region.id, department, itemType].join(' ');

/** All items of a part of a row: its first page, and the others of a row that has more. */
const listOf = async (row: Data, part: (typeof PARTS)[number], args: string, release: number) => {
  const first = row[part];
  if (!first.pageInfo.hasNextPage) return first.nodes as readonly Data[];
  return throughPages(async (after) => {
    const items = `items(part: ${part}, first: 100, after: ${JSON.stringify(after)}) { ${LIST} }`;
    const rows = await ask(`${args}, codes: [${row['code']}]`, items, release);
    return rows.find((one) => keyOf(one) === keyOf(row))?.items;
  });
};

const sum = (nodes: readonly Data[], side: string): number =>
  nodes.reduce((all, node) => all + node[side], 0);

test.each([
  ['of a county', COUNTY],
  ['by department', `${COUNTY}, groupBy: DEPARTMENT`],
  ['by type', `${COUNTY}, groupBy: TYPE`],
  ['by region', 'region: "880100000000", level: COUNTY, groupBy: REGION'],
])(
  'every figure %s and every point of its trend is the count of the list behind it',
  async (_about, args) => {
    const trended = await ask(
      args,
      'trend(releases: [1, 2, 3]) { release value numerator denominator }',
      NEWEST,
    );
    expect(new Set(trended.map(({ code }) => code))).toEqual(new Set(INDICATOR_CODES));
    for (let release = 1; release <= NEWEST; release += 1) {
      const lists = PARTS.map((part) => `${part}: items(part: ${part}, first: 100) { ${LIST} }`).join(' ');
      const rows = await ask(args, lists, release);
      for (const row of rows) {
        const [above, below, out] = await Promise.all(PARTS.map((part) => listOf(row, part, args, release)));
        expect(
          [above, below, out].map((all) => all?.length),
          keyOf(row),
        ).toEqual(PARTS.map((part) => row[part].totalCount));
        expect(sum(above ?? [], 'numerator'), keyOf(row)).toBeCloseTo(row['numerator'], 6);
        expect(sum(below ?? [], 'denominator'), keyOf(row)).toBeCloseTo(row['denominator'], 6);
        const reasons = [...Map.groupBy(out ?? [], ({ reason }) => reason)].map(([reason, all]) => [
          reason,
          all.length,
        ]);
        expect(Object.fromEntries(reasons)).toEqual(
          Object.fromEntries(row['excluded'].map(({ reason, count }: Data) => [reason, count])),
        );
        // No item is counted and left out at once, none twice.
        const all = [...(below ?? []), ...(out ?? [])].map(({ item }) => item.id);
        expect(new Set(all).size).toBe(all.length);
      }
      const figures = new Map(rows.map((row) => [keyOf(row), row]));
      for (const row of trended) {
        const then = figures.get(keyOf(row)) ?? { value: null, numerator: 0, denominator: 0 };
        const point = row['trend'].find((one: Data) => one.release === release);
        const { value, numerator, denominator } = then;
        expect(point, keyOf(row)).toEqual({ release, value, numerator, denominator });
      }
    }
  },
);
