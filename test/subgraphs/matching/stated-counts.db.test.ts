import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Elements } from '../../../comparison/drift.ts';
import { elementsWithPlace } from '../../../comparison/stated-elements.ts';
import { listOf } from '../../../subgraphs/matching/authority.ts';
import { createAuthorityQueries } from '../../../subgraphs/matching/authority-queries.ts';
import { createComparisonQueries } from '../../../subgraphs/matching/comparison-queries.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { storeCatalogs, storeGuides, storeItems, storeReleases } from '../../support/rows.ts';

const LIST = 'ca_county';

/** What an item and its guides, the first of which counts, say. */
interface Told {
  readonly own?: Elements;
  readonly guides?: readonly Elements[];
  readonly basicCode?: string;
}

const BASES = [{ title: '水法' }];
const TOLD: readonly Told[] = [
  { own: { legalBasisText: '《水法》', note: '甲' } },
  { own: { legalBases: BASES } },
  { own: { legalBases: BASES, legalBasisText: '《水法》' }, basicCode: '000107003000' },
  { own: { legalBases: BASES, legalBasisText: '' } },
  { own: { legalBases: [], materials: [] } },
  { guides: [{ acceptCondition: '年满十八周岁' }] },
  { guides: [{ conditions: [{ text: '年满十八周岁' }] }, { note: '乙' }] },
  // The item goes before its guide, even with a blank.
  { own: { acceptCondition: '' }, guides: [{ acceptCondition: '年满十八周岁' }] },
  { own: { basicCode: '不算', name: '不算' } },
  ...Array.from({ length: 12 }, (): Told => ({})),
];

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  await storeReleases(sql, 1);
  await storeCatalogs(sql, [{ id: LIST, key: 'county' }]);
  await storeItems(
    sql,
    TOLD.map(({ own, basicCode }, at) => ({
      id: `ci_${at}`,
      name: `事项${at}`,
      ordinal: at,
      elements: own ?? {},
      ...(basicCode === undefined ? {} : { basicCode }),
    })),
  );
  await storeGuides(
    sql,
    TOLD.flatMap(({ guides = [] }, item) =>
      guides.map((elements, precedence) => ({
        id: `gd_${item}_${precedence}`,
        item: `ci_${item}`,
        precedence,
        elements,
      })),
    ),
  );
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

describe('how many items of a list state an element', () => {
  test.each([
    ['', TOLD.length],
    ['name', TOLD.length],
    ['itemType', TOLD.length],
    ['basicCode', 1],
    ['implementationCode', 0],
    ['legalBasisText', 4],
    ['acceptCondition', 2],
    ['note', 1],
    ['materialsText', 0],
  ])('“%s” is counted %i times', async (element, count) => {
    const { counts } = await createComparisonQueries(sql).statedCounts(1, LIST);
    expect(counts.get(element) ?? 0).toBe(count);
  });

  test('what the list has a place for is the same from the counts as from the items', async () => {
    const { counts, items } = await createComparisonQueries(sql).statedCounts(1, LIST);
    const authorities = createAuthorityQueries(sql);
    const [catalog] = await authorities.catalogs(1, ['880121000000']);
    if (catalog === undefined) throw new Error('the list was not stored');
    const { stated } = listOf(catalog, await authorities.items(1, [LIST]), '2026-06-01');
    expect(elementsWithPlace(counts, items)).toEqual(stated);
    expect(stated.has('legalBasisText') && !stated.has('acceptCondition')).toBe(true);
  });
});
