import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewAll } from '../../bench/compare-truth.ts';
import { loadDemo } from '../../cli/load-demo.ts';
import { matchIncrementally } from '../../cli/match-lists.ts';
import { compareLists } from '../../comparison/compare-lists.ts';
import { INDICATOR_CODES } from '../../comparison/indicators/indicator.ts';
import type { IndicatorValue } from '../../comparison/indicators/value.ts';
import { indicatorsOf } from '../../comparison/indicators.ts';
import { provinceIndicators } from '../../demo/indicator-truth.ts';
import { SIZES } from '../../demo/sizes.ts';
import { createAuthorityQueries } from '../../subgraphs/matching/authority-queries.ts';
import { readAuthority } from '../../subgraphs/matching/read-authority.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { writtenProvince } from './written-province.ts';

const TODAY = '2026-03-01';
const NOW = `${TODAY}T03:00:00.000Z`;
const truths = provinceIndicators(SIZES.small, TODAY);
const places = [...Map.groupBy(truths, ({ regionCode, level }) => `${regionCode} ${level}`).values()];

let database: TestDatabase;
let told: ReadonlyMap<string, IndicatorValue>;
let reviewed: ReadonlyMap<string, IndicatorValue>;

const { truths: planted } = await writtenProvince({ size: 'small', seed: 1 });
/** Rows that stand for a part of a reference item, or for several. */
const parts = new Set(
  planted.flatMap(({ kind, relation, row }) => (kind === 'LINK' && relation !== 'EQUIVALENT' ? [row] : [])),
);
/** Halves of split items that the engine takes for the whole, of which nobody is asked. */
const mistaken = new Map<string, number>();

const figures = async (sql: postgres.Sql): Promise<ReadonlyMap<string, IndicatorValue>> => {
  const [newest] = await sql<{ release: number }[]>`select max(number) as release from release.release`;
  const release = newest?.release ?? 0;
  const queries = createAuthorityQueries(sql);
  const found = new Map<string, IndicatorValue>();
  for (const [first] of places) {
    const { regionCode = '', level = 'COUNTY' } = first ?? {};
    const authority = await readAuthority(queries, { release, today: TODAY, regionCode, level });
    const results = authority.lists.flatMap((list) =>
      authority.references.map((catalog) => ({
        list,
        catalog,
        comparison: compareLists(authority, list, catalog),
      })),
    );
    for (const value of indicatorsOf(authority, results)) {
      found.set(`${regionCode} ${value.indicator.code}`, value);
      const wrong = value.denominatorIds.filter((id) => parts.has(authority.item(id)?.source.key));
      if (value.indicator.code === 'FOUR_SAMES') mistaken.set(regionCode, wrong.length);
    }
  }
  return found;
};

beforeAll(async () => {
  database = await freshDatabase();
  const sql = postgres(database.url, { max: 4, onnotice: () => undefined });
  await loadDemo(sql, NOW, () => undefined);
  await matchIncrementally(sql, { tell: () => undefined, now: () => NOW });
  told = await figures(sql);
  await reviewAll(sql, planted);
  reviewed = await figures(sql);
  await sql.end();
}, 120_000);

afterAll(() => database[Symbol.asyncDispose]());

describe('the figures of the demonstration province', () => {
  test('are all told in truth', () => {
    for (const place of places)
      expect(place.map(({ code }) => code).sort()).toEqual([...INDICATOR_CODES].sort());
  });

  test.each(truths)(
    '$code of $regionCode is $numerator / $denominator once what waits is decided on',
    ({ regionCode, code, numerator, denominator }) => {
      const extra = code === 'FOUR_SAMES' ? (mistaken.get(regionCode) ?? 0) : 0;
      const found = reviewed.get(`${regionCode} ${code}`);
      expect(found).toMatchObject({ numerator, denominator: denominator + extra });
      expect(extra).toBeLessThanOrEqual(1);
    },
  );

  test.each(truths.filter(({ code }) => code === 'CLAIMED'))(
    'of $regionCode claims $numerator of $denominator, but for links that wait for a person',
    ({ regionCode, numerator, denominator }) => {
      const value = told.get(`${regionCode} CLAIMED`);
      const waiting = value?.excluded.find(({ reason }) => reason === 'LINK_WAITING')?.count ?? 0;
      expect((value?.denominator ?? 0) + waiting).toBe(denominator);
      expect(value?.numerator ?? 0).toBeLessThanOrEqual(numerator);
      expect((value?.numerator ?? 0) + waiting).toBeGreaterThanOrEqual(numerator);
    },
  );

  test('are not all alike, so that a wrong figure would show', () => {
    const shares = truths.filter(({ code }) => code === 'ONE_VISIT_AT_MOST');
    expect(shares.some(({ numerator, denominator }) => numerator < denominator)).toBe(true);
    expect(new Set(truths.map(({ numerator, denominator }) => numerator / denominator)).size).toBeGreaterThan(
      15,
    );
  });
});
