import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../cli/load-demo.ts';
import { matchIncrementally } from '../../cli/match-lists.ts';
import { compareLists } from '../../comparison/compare-lists.ts';
import type { IndicatorValue } from '../../comparison/indicators/value.ts';
import { indicatorsOf } from '../../comparison/indicators.ts';
import { provinceIndicators } from '../../demo/indicator-truth.ts';
import { SIZES } from '../../demo/sizes.ts';
import { createAuthorityQueries } from '../../subgraphs/matching/authority-queries.ts';
import { readAuthority } from '../../subgraphs/matching/read-authority.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const TODAY = '2026-03-01';
const NOW = `${TODAY}T03:00:00.000Z`;
const truths = provinceIndicators(SIZES.small, TODAY);
const places = [...Map.groupBy(truths, ({ regionCode, level }) => `${regionCode} ${level}`).values()];

let database: TestDatabase;
const told = new Map<string, IndicatorValue>();

beforeAll(async () => {
  database = await freshDatabase();
  const sql = postgres(database.url, { max: 4, onnotice: () => undefined });
  await loadDemo(sql, NOW, () => undefined);
  await matchIncrementally(sql, { tell: () => undefined, now: () => NOW });
  const [newest] = await sql<{ release: number }[]>`select max(number) as release from release.release`;
  const release = newest?.release ?? 0;
  const queries = createAuthorityQueries(sql);
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
    for (const value of indicatorsOf(authority, results))
      told.set(`${regionCode} ${value.indicator.code}`, value);
  }
  await sql.end();
}, 120_000);

afterAll(() => database[Symbol.asyncDispose]());

describe('the figures of the demonstration province', () => {
  test.each(truths.filter(({ code }) => code !== 'CLAIMED'))(
    '$code of $regionCode is $numerator / $denominator',
    ({ regionCode, code, numerator, denominator }) => {
      expect(told.get(`${regionCode} ${code}`)).toMatchObject({ numerator, denominator });
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
