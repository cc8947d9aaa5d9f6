import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ItemSeed, storeCatalogs, storeItems, storeMatches, storeReleases } from '../../support/rows.ts';
import { type AskedSubgraph, type Data, openOver, reopen, throughPages } from '../ask.ts';

const PROVINCE = '880000000000';
const REFERENCE = 'ca_reference';
const LISTS = ['ca_power', 'ca_service'];
const NEWEST = 2;

const NAMES: Readonly<Record<string, string>> = {
  ci_main: 'ri_main_1',
  ci_sub: 'ri_sub_2',
  ci_town: 'ri_alone_2',
};

const seedOf = (id: string, at: number, more: Partial<ItemSeed>): ItemSeed => ({
  id,
  // A local item bears the name of what it is linked to.
  name: `事项${NAMES[id] ?? id}`,
  ordinal: at,
  type: 'LICENSING',
  ...more,
});

/** Three main items with their sub-items; the first stands behind its sub-items, none of them on a page with it. */
const REFERENCE_ITEMS = [
  ...[1, 2, 3].map((at) => seedOf(`ri_sub_${at}`, at, { elements: { mainItemCode: 'M1' } })),
  ...[1, 2, 3].map((at) => seedOf(`ri_alone_${at}`, at + 3, {})),
  ...[1, 2, 3].map((at) =>
    seedOf(`ri_main_${at}`, at + 6, { basicCode: `M${at}`, elements: { hasSubItems: true } }),
  ),
  ...[2, 3].map((main) => seedOf(`ri_under_${main}`, main + 9, { elements: { mainItemCode: `M${main}` } })),
  // A main item with the code of its sub-item, told by its name.
  seedOf('ri_shared_main', 13, { name: '公证', basicCode: 'M4' }),
  seedOf('ri_shared_sub', 14, { basicCode: 'M4', elements: { mainItemCode: 'M4', mainItemName: '公证' } }),
].map((item) => ({ ...item, catalog: REFERENCE, region: PROVINCE, kind: 'REFERENCE' }));

const power = { catalog: 'ca_power', kind: 'POWER' };
const LOCAL_ITEMS = [
  ...['main', 'sub', 'part', 'beside', 'waits', 'alone'].map((id, at) => seedOf(`ci_${id}`, at, power)),
  seedOf('ci_outside', 6, { ...power, region: '990121000000' }),
  seedOf('ci_town', 7, { ...power, region: '880121001000' }),
  seedOf('ci_late', 8, { ...power, from: NEWEST }),
  seedOf('ci_served', 1, { catalog: 'ca_service', kind: 'GOVERNMENT_SERVICE' }),
];

/** A run that has held the list against the reference and found no link to change: it made no release. */
const storeRun = async (sql: postgres.Sql, base: number): Promise<void> => {
  await sql`insert into matching.run ${sql({
    run_id: `ru_${base}`,
    mode: 'FULL',
    scope: sql.json({}),
    model_version: '1',
    status: 'DONE',
    started_at: '2026-03-05T08:00:00Z',
    ended_at: '2026-03-05T08:01:00Z',
    base_release: base,
  })}`;
  await sql`insert into matching.block ${sql({
    run_id: `ru_${base}`,
    kind: 'REFERENCE',
    catalog_id: 'ca_power',
    right_catalog_id: REFERENCE,
    region_code: '',
    weight: 1,
    status: 'DONE',
  })}`;
};

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeReleases(sql, NEWEST);
    await storeCatalogs(sql, [
      { id: REFERENCE, key: 'reference', kind: 'REFERENCE', region: PROVINCE },
      { id: 'ca_power', key: 'power', kind: 'POWER', itemCount: 8 },
      { id: 'ca_service', key: 'service', itemCount: 1 },
    ]);
    await storeItems(sql, [...REFERENCE_ITEMS, ...LOCAL_ITEMS]);
    await storeMatches(sql, [
      // The main item was taken up in the second release, and the waiting link to the other is not settled.
      { id: 'ma_main', left: 'ci_main', right: 'ri_main_1', from: 2 },
      { id: 'ma_sub', left: 'ci_sub', right: 'ri_sub_2' },
      { id: 'ma_part', left: 'ci_part', right: 'ri_main_2', relation: 'NARROWER' },
      { id: 'ma_beside', left: 'ci_beside', right: 'ri_sub_2', relation: 'NARROWER' },
      { id: 'ma_waits', left: 'ci_waits', right: 'ri_main_3', status: 'REVIEW', confidence: 0.6 },
      { id: 'ma_town', left: 'ci_town', right: 'ri_alone_2' },
      { id: 'ma_served', left: 'ci_served', right: 'ri_main_3', relation: 'BROADER' },
    ]);
  });
});

afterAll(() => matching[Symbol.asyncDispose]());

const ITEM = 'item { ... on CountyItem { id } }';
const ROW = `reference { id } state reason besides { ${ITEM} } adopters { ${ITEM} match { id } main { id } }`;
const PAGE = 'pageInfo { hasNextPage endCursor }';
const EVERY = ['ADOPTED', 'ADAPTED', 'PART_OF', 'NOT_OFFERED', 'SUSPENDED', 'UNANSWERED', 'NIL_RETURN'];

/** Asks a process that has read nothing yet, which reads no more than its pages rest on. */
const comparing = async <Found>(
  list: string,
  { release = NEWEST, state }: Data,
  read: (ask: (fields: string) => Promise<Data>) => Promise<Found>,
): Promise<Found> => {
  const fresh = reopen(matching);
  const found = await read(async (fields) => {
    const { data, codes } = await fresh.ask(
      `query ($left: ID!, $right: ID!, $state: [AdoptionState!]) {
        compareCatalogs(left: $left, right: $right, filter: { state: $state }) { ${fields} } }`,
      { release, variables: { left: list, right: REFERENCE, state } },
    );
    expect(codes).toEqual([]);
    return data.compareCatalogs;
  });
  await fresh.close();
  return found;
};

const rowsOf = (list: string, first: number, more: Data = {}): Promise<readonly Data[]> =>
  comparing(list, more, (ask) =>
    throughPages(async (after) => {
      const rows = `rows(first: ${first}${after === null ? '' : `, after: "${after}"`})`;
      return (await ask(`${rows} { totalCount nodes { ${ROW} } ${PAGE} }`)).rows;
    }),
  );

describe('a list that has taken up main items', () => {
  test.each(LISTS.flatMap((list) => [1, 3, 7].map((first) => [list, first] as const)))(
    '%s: %i rows at a time, they are those of the whole',
    async (list, first) => {
      for (const release of [1, NEWEST])
        expect(await rowsOf(list, first, { release })).toEqual(
          await rowsOf(list, 100, { release, state: EVERY }),
        );
    },
  );

  test.each([
    [1, { ri_sub_1: 'UNANSWERED', ri_main_2: 'PART_OF ci_part' }],
    [
      NEWEST,
      { ri_sub_1: 'PART_OF ci_main ri_main_1', ri_main_1: 'ADOPTED ci_main', ri_main_2: 'PART_OF ci_part' },
    ],
  ])('release %i has their rows, and their sub-items go with them', async (release, expected) => {
    const rows = await rowsOf('ca_power', 3, { release });
    const told = rows.map(({ reference, state, adopters }: Data) => [
      reference.id,
      [
        state,
        ...adopters.flatMap(({ item, main }: Data) => [item.id, ...(main === null ? [] : [main.id])]),
      ].join(' '),
    ]);
    const about = /^ri_(sub_1|main)/u;
    expect(Object.fromEntries(told.filter(([id]) => about.test(id)))).toEqual(expected);
  });

  const FOUND = '(first: 100) { nodes { id } }';
  const UNLINKED = `extras${FOUND} waiting${FOUND} notCompared${FOUND} findings(filter: { rule: [CMP_01] }) { nodes { item { id } } }`;
  const idsOf = ({ findings, ...lists }: Data): Data => ({
    ...Object.fromEntries(
      Object.entries(lists).map(([key, { nodes }]: Data) => [key, nodes.map(({ id }: Data) => id)]),
    ),
    missing: findings.nodes.map(({ item }: Data) => item.id),
  });

  test('before a matching run has read it nobody knows what the reference lacks; then everybody does', async () => {
    const sql = postgres(matching.url, { max: 1, onnotice: () => undefined });
    const asked = await comparing('ca_power', {}, async (ask) => {
      const found = [await ask(UNLINKED)];
      for (const base of [1, NEWEST]) {
        await storeRun(sql, base);
        found.push(await ask(UNLINKED));
      }
      return found.map(idsOf);
    });
    await sql.end();
    const never = {
      extras: [],
      waiting: ['ci_waits'],
      notCompared: ['ci_alone', 'ci_outside', 'ci_late'],
      missing: ['ci_waits'],
    };
    expect(asked).toEqual([
      never,
      // What was published after the run began it has not read.
      {
        ...never,
        extras: ['ci_alone'],
        notCompared: ['ci_outside', 'ci_late'],
        missing: ['ci_alone', 'ci_waits'],
      },
      {
        ...never,
        extras: ['ci_alone', 'ci_late'],
        notCompared: ['ci_outside'],
        missing: ['ci_alone', 'ci_late', 'ci_waits'],
      },
    ]);
  });

  test('every item of the list is in a row or in one of the other lists', async () => {
    const { rows, mains, ...others } = await comparing('ca_power', {}, (ask) =>
      ask(`rows(first: 100) { nodes { ${ROW} } } mains${FOUND} ${UNLINKED}`),
    );
    const { missing: _missing, ...ids } = idsOf(others);
    expect(ids).toEqual({
      extras: ['ci_alone', 'ci_late'],
      waiting: ['ci_waits'],
      notCompared: ['ci_outside'],
    });
    const inRows = rows.nodes.flatMap(({ adopters, besides }: Data) =>
      [...adopters, ...besides].map(({ item }: Data) => item.id),
    );
    expect([...new Set(inRows)].toSorted()).toEqual(['ci_beside', 'ci_main', 'ci_part', 'ci_sub', 'ci_town']);
    expect(mains.nodes.map(({ id }: Data) => id)).toEqual(['ri_main_3', 'ri_shared_main']);
  });

  test('coverage counts the rows of all lists of the place', async () => {
    const { data } = await matching.ask(
      `{ adoptions(reference: "${REFERENCE}", regions: ["880121000000"], first: 100) { nodes { reference { id } state } }
         mains: adoptions(reference: "${REFERENCE}", filter: { mains: true }) { totalCount }
         coverage(reference: "${REFERENCE}", groupBy: REGION) { denominator { count } } }`,
      { release: NEWEST },
    );
    const found = Object.fromEntries(
      data.adoptions.nodes.map(({ reference, state }: Data) => [reference.id, state]),
    );
    expect(found).toMatchObject({
      ri_main_1: 'ADOPTED',
      ri_main_2: 'PART_OF',
      ri_main_3: 'PART_OF',
      ri_sub_3: 'PART_OF',
      ri_under_3: 'PART_OF',
      ri_under_2: 'UNANSWERED',
    });
    expect(data.mains.totalCount).toBe(1);
    expect(data.coverage[0].denominator.count).toBe(REFERENCE_ITEMS.length - 1);
  });
});
