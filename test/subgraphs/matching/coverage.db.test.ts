import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../../cli/load-demo.ts';
import { stableId } from '../../../intake/identity.ts';
import { DEMO_NOW, matchSimply } from '../../support/hub.ts';
import { storeCatalogs } from '../../support/rows.ts';
import { type AskedSubgraph, type Data, openOver, reopen, throughPages } from '../ask.ts';

const REFERENCE = stableId('catalog', 'reference');
const NEWEST = 3;
/** A county of another province, with a list. */
const FOREIGN = '870121000000';

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await loadDemo(sql, DEMO_NOW, () => undefined);
    await storeCatalogs(sql, [{ id: 'ca_foreign', key: 'foreign', region: FOREIGN }]);
  });
  await matchSimply(matching.url);
});

afterAll(() => matching[Symbol.asyncDispose]());

const BEHIND =
  'count behind { reference regions level filter { state reason mains authority department type } }';
const FIGURES = `numerator { ${BEHIND} } denominator { ${BEHIND} } states { ${BEHIND} } exclusions { ${BEHIND} }`;

const coverage = async (variables: Readonly<Record<string, unknown>>): Promise<readonly Data[]> => {
  const { data, codes } = await matching.ask(
    `query ($reference: ID!, $groupBy: CoverageGroup!, $level: Level, $regions: [ID!]) {
      coverage(reference: $reference, groupBy: $groupBy, level: $level, regions: $regions) {
        region { id } department type share ${FIGURES} } }`,
    { release: NEWEST, variables: { reference: REFERENCE, level: 'COUNTY', ...variables } },
  );
  expect(codes).toEqual([]);
  return data.coverage;
};

const ADOPTIONS = `query ($reference: ID!, $regions: [ID!], $level: Level, $filter: AdoptionFilter, $first: Int, $after: String) {
  adoptions(reference: $reference, regions: $regions, level: $level, filter: $filter, first: $first, after: $after) {
    totalCount nodes { region { id } reference { id } state reason } pageInfo { hasNextPage endCursor } } }`;

const adoptions = async (variables: Readonly<Record<string, unknown>>): Promise<Data> => {
  const { data, codes } = await matching.ask(ADOPTIONS, { release: NEWEST, variables });
  expect(codes).toEqual([]);
  return data.adoptions;
};

describe('coverage', () => {
  test.each([
    ['REGION', 'COUNTY'],
    ['DEPARTMENT', 'COUNTY'],
    ['TYPE', 'COUNTY'],
    ['REGION', 'CITY'],
    ['TYPE', 'TOWNSHIP'],
  ])('by %s at the level %s: every figure is the length of the list it links to', async (groupBy, level) => {
    const rows = await coverage({ groupBy, level });
    expect(rows.length).toBeGreaterThan(0);
    for (const { numerator, denominator, states, exclusions } of rows) {
      for (const { count, behind } of [numerator, denominator, ...states, ...exclusions]) {
        expect([behind, (await adoptions({ ...behind, first: 1 })).totalCount]).toEqual([behind, count]);
      }
    }
  });

  test.each(['REGION', 'DEPARTMENT', 'TYPE'])('by %s: the figures of a row add up', async (groupBy) => {
    const sum = (figures: readonly Data[]) =>
      figures.reduce((all: number, { count }: Data) => all + count, 0);
    for (const { numerator, denominator, states, exclusions, share } of await coverage({ groupBy })) {
      const main = exclusions.find(({ behind }: Data) => behind.filter.mains === true);
      expect(sum(states) + main.count).toBe(denominator.count + sum(exclusions));
      expect(share).toBe(denominator.count === 0 ? null : numerator.count / denominator.count);
    }
  });

  test('groups of every kind count the same items', async () => {
    const totals = [];
    for (const groupBy of ['REGION', 'DEPARTMENT', 'TYPE']) {
      const rows = await coverage({ groupBy });
      totals.push(rows.reduce((all, { denominator }) => all + denominator.count, 0));
    }
    expect(new Set(totals).size).toBe(1);
    expect(totals[0]).toBeGreaterThan(100);
  });

  test('regions narrow it: a county is the same by itself as among the others', async () => {
    const all = await coverage({ groupBy: 'REGION' });
    const [one] = await coverage({ groupBy: 'REGION', regions: ['880122'] });
    expect(one).toEqual(all.find(({ region }) => region.id === '880122000000'));
    expect(all.length).toBe(3);
  });

  test('regions that overlap count a list once, regions of another province are left out of the country', async () => {
    const [alone] = await coverage({ groupBy: 'TYPE', regions: ['880122'] });
    expect(
      (await coverage({ groupBy: 'TYPE', regions: ['880122', '880122000000', '880122'] }))[0],
    ).toMatchObject({
      denominator: { count: alone?.['denominator'].count },
    });
    const regions = (rows: readonly Data[]) => rows.map(({ region }) => region.id);
    expect(regions(await coverage({ groupBy: 'REGION', regions: ['000000', '88'] }))).toEqual(
      ['880121', '880122', '880123'].map((code) => `${code}000000`),
    );
  });

  test('what stands behind a figure is listed page by page, each once', async () => {
    const filter = { state: ['UNANSWERED', 'ADOPTED'] };
    const page = (after: string | null) =>
      adoptions({ reference: REFERENCE, level: 'COUNTY', filter, first: 31, after });
    const all = await throughPages(page);
    const { totalCount } = await page(null);
    expect(all).toHaveLength(totalCount);
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(totalCount);
    expect(totalCount).toBeGreaterThan(31);
  });

  test('what has been worked out is not read again', async () => {
    const fresh = reopen(matching);
    const query = `{ coverage(reference: "${REFERENCE}", groupBy: TYPE) { share } }`;
    const first = await fresh.ask(query, { release: NEWEST });
    const again = await fresh.ask(query, { release: NEWEST });
    await fresh.close();
    expect(again.data).toEqual(first.data);
    expect(first.statements.length).toBeGreaterThan(again.statements.length);
    expect(again.statements).toHaveLength(2);
  });

  test.each([
    ['a local list for a reference', { reference: stableId('catalog', '880121-power') }],
    [
      'more regions than may be asked for',
      { regions: Array.from({ length: 201 }, (_, at) => String(880_000 + at)) },
    ],
    ['a region of another province', { regions: ['880122', FOREIGN] }],
    ['no region code', { regions: ['somewhere'] }],
  ])('%s is refused', async (_words, wrong) => {
    const variables = { reference: REFERENCE, level: 'COUNTY', ...wrong };
    const { codes } = await matching.ask(ADOPTIONS, { release: NEWEST, variables });
    expect(codes).toEqual(['BAD_USER_INPUT']);
  });
});
