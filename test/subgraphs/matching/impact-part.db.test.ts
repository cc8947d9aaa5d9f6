import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeCatalogs, storeItems, storeMatches, storeRegions, storeReleases } from '../../support/rows.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, type Data, openOver } from '../ask.ts';

const COUNTY = '880121000000';
/** A county of another province. */
const FOREIGN = '870121000000';
const CROWDED = '880122000000';
const PROVINCE = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_reference' };
const ELEMENTS = {
  exerciseLevels: ['COUNTY'],
  legalBasisText: '户口登记条例第三条',
  materialsText: '户口簿',
};
const ADDED = { ...ELEMENTS, legalBasisText: '户口登记条例第四条', materialsText: '居民身份证' };

let matching: AskedSubgraph;

const drafted = (id: string, name: string, itemType = 'PUBLIC_SERVICE') => ({
  catalog_id: 'ca_reference',
  target: 'reference.item',
  row_id: id,
  digest: '',
  record: JSON.stringify({
    ...{ item_id: id, task_name: name, item_type: itemType, task_state: 'IN_FORCE', ordinal: 1 },
    elements: ADDED,
  }),
});

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeReleases(sql, 1);
    await storeRegions(sql, [
      { code: '880000000000', name: '纵横省' },
      { code: COUNTY, name: '青溪县' },
    ]);
    await storeCatalogs(sql, [
      { id: 'ca_county', key: 'county', itemCount: 2 },
      { id: 'ca_foreign', key: 'foreign', region: FOREIGN },
      { id: 'ca_reference', key: 'reference', region: '880000000000', kind: 'REFERENCE', itemCount: 1 },
      ...Array.from({ length: 51 }, (_, at) => ({
        ...{ id: `ca_crowd${at}`, key: `crowd-${at}`, region: CROWDED },
      })),
    ]);
    await storeItems(sql, [
      // The one that is touched says nothing of its legal basis; another one of the list does.
      { id: 'ci_1', name: '户口登记', ordinal: 1, elements: { materialsText: '户口簿' } },
      { id: 'ci_2', name: '高龄津贴', ordinal: 2, elements: { legalBasisText: '老年人权益保障法' } },
      { id: 'ri_1', name: '户口登记', ...PROVINCE, elements: ELEMENTS },
    ]);
    await storeMatches(sql, [{ id: 'ma_1', left: 'ci_1', right: 'ri_1' }]);
    const based = { item_id: 'ci_1', reference_id: 'ri_1', reference_version: 1, since_release: 1 };
    await sql`insert into matching.adopted_version ${sql({ ...based, from_release: 1 })}`;
    const draft = {
      ...{
        catalog_id: 'ca_reference',
        catalog_key: 'reference',
        catalog_name: '参考目录',
        level: 'PROVINCE',
      },
      ...{
        kind: 'REFERENCE',
        region_code: '880000000000',
        imported_at: '2026-03-02T00:00:00Z',
        row_count: 3,
      },
    };
    await sql`insert into intake.draft ${sql(draft)}`;
    const rows = [
      drafted('ri_1', '户口登记'),
      drafted('ri_2', '新增事项'),
      drafted('ri_3', '新增处罚', 'PUNISHMENT'),
    ];
    await sql`insert into intake.draft_row ${sql(rows)}`;
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

const ask = (query: string) => matching.ask(query, { release: 1, writer: aWriter(), today: '2026-11-22' });

const impact = async (fields: string, args = ''): Promise<Data> => {
  const { data, codes } = await ask(`{ impact(catalog: "ca_reference"${args}) { ${fields} } }`);
  expect(codes).toEqual([]);
  return data.impact;
};

describe('a draft that touches one item of a list', () => {
  test.each(['880121', COUNTY])(
    'shows what that item leaves blank and its list does not (%s)',
    async (region) => {
      const { items } = await impact(
        `items(region: "${region}") { nodes { item { id } elements { before drift { element state } } } }`,
      );
      expect(items.nodes).toMatchObject([
        {
          item: { id: 'ci_1' },
          elements: expect.arrayContaining([
            { before: 'LOCAL_EDIT', drift: { element: 'legalBasisText', state: 'CONFLICT' } },
            { before: 'UNCHANGED', drift: { element: 'materialsText', state: 'BEHIND' } },
          ]),
        },
      ]);
    },
  );

  test('asks no list of another province for what it adds, and no list of what is applied for for a punishment', async () => {
    const all = await impact('regions { nodes { region { id } newlyOwed } }', ', regions: ["000000"]');
    expect(all.regions.nodes).toEqual([COUNTY, CROWDED].map((id) => ({ region: { id }, newlyOwed: 1 })));
  });

  test.each([
    [
      'a region of another province',
      `{ impact(catalog: "ca_reference", regions: ["${FOREIGN}"]) { added } }`,
    ],
    [
      'the findings of a place with more lists than are compared',
      `{ findings(region: "${CROWDED}") { totalCount } }`,
    ],
    [
      'a list of that place that is among the first',
      '{ compareCatalogs(left: "ca_crowd0", right: "ca_reference") { rows { nodes { state } } } }',
    ],
    [
      'the last list of that place',
      '{ compareCatalogs(left: "ca_crowd9", right: "ca_reference") { rows { nodes { state } } } }',
    ],
  ])('%s is refused', async (_what, query) => {
    expect((await ask(query)).codes).toEqual(['BAD_USER_INPUT']);
  });
});
