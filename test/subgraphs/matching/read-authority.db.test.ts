import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Authority } from '../../../comparison/authority.ts';
import { createAuthorityQueries } from '../../../subgraphs/matching/authority-queries.ts';
import { readAuthority } from '../../../subgraphs/matching/read-authority.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import {
  type GuideSeed,
  storeCatalogs,
  storeGuides,
  storeItems,
  storeMatches,
  storeReleases,
} from '../../support/rows.ts';

const PROVINCE = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_province' };
const NEWEST = 4;
const days = (amount: number) => ({
  promisedLimit: { amount, unit: 'WORKING_DAY', immediate: false, raw: `${amount}` },
});

/** What the guides of a reference item say over time; the local item is filed in release 2. */
interface Told {
  readonly about: string;
  readonly guides: readonly Omit<GuideSeed, 'id' | 'item'>[];
  readonly base: Readonly<Record<string, unknown>>;
}

const [PUBLISHED, OF_COLUMNS] = [0, 1];

const TOLD: readonly Told[] = [
  {
    about: 'the guide that was shown still is, though one behind it is gone',
    guides: [
      { precedence: PUBLISHED, elements: { note: '甲' } },
      { precedence: OF_COLUMNS, to: 3, elements: { note: '乙' } },
    ],
    base: { note: '甲' },
  },
  {
    about: 'another guide has come before the one that was shown',
    guides: [
      { precedence: OF_COLUMNS, elements: { note: '乙' } },
      { precedence: PUBLISHED, from: 3, elements: { note: '甲' } },
    ],
    base: { note: '乙' },
  },
  {
    about: 'what the guide only says today it did not say then',
    guides: [
      { to: 3, elements: { note: '甲' } },
      { from: 3, elements: { note: '乙', remark: '新' } },
    ],
    base: { note: '甲' },
  },
  {
    about: 'there was no guide yet',
    guides: [{ from: 3, elements: { note: '甲' } }],
    base: {},
  },
  {
    about: 'the guide is gone',
    guides: [{ to: 3, elements: { note: '甲' } }],
    base: { note: '甲' },
  },
  {
    about: 'the item goes before its guide, in the past as now',
    guides: [
      { to: 3, elements: { materialsText: '指南', note: '甲' } },
      { from: 3, elements: { materialsText: '指南' } },
    ],
    base: { note: '甲' },
  },
];

const OWN = { materialsText: '申请表' };
/** What the city says of the same reference items. */
const IN_CITY = [
  { name: '在用' },
  { name: '已取消', state: 'CANCELLED' },
  { name: '到期取消', cancel: '2026-06-01' },
  { name: '挂起', state: 'SUSPENDED' },
  { name: '待生效', effective: '2026-06-02' },
] as const;
const PEERS = [1, 2, 3].map((at) => `88012${at + 1}000000`);

let database: TestDatabase;
let authority: Authority;

const seed = async (sql: postgres.Sql): Promise<void> => {
  await storeReleases(sql, NEWEST);
  await storeCatalogs(sql, [
    { id: 'ca_county', key: 'power', kind: 'POWER' },
    { id: 'ca_province', key: 'reference', kind: 'REFERENCE', region: PROVINCE.region },
  ]);
  await storeItems(sql, [
    ...TOLD.map((_, at) => ({ id: `ri_${at}`, name: `事项${at}`, elements: OWN, ...PROVINCE })),
    ...TOLD.map((_, at) => ({ id: `ci_${at}`, name: `事项${at}`, kind: 'POWER', from: 2 })),
    ...IN_CITY.map((told, at) => ({
      ...{ ...told, id: `ci_city_${at}`, region: '880100000000', level: 'CITY' },
      ...{ catalog: 'ca_city', kind: 'POWER' },
    })),
    ...PEERS.map((region, at) => ({
      id: `ci_peer_${at}`,
      name: '事项0',
      region,
      catalog: 'ca_peer',
      kind: 'POWER',
      elements: at === 0 ? days(1) : {},
    })),
  ]);
  const guides = TOLD.flatMap(({ guides: told }, item) =>
    told.map((guide, at) => ({ ...guide, id: `gd_${item}_${at}`, item: `ri_${item}` })),
  );
  await storeGuides(sql, [
    ...guides,
    { id: 'gd_peer_0', item: 'ci_peer_0', elements: days(9) },
    { id: 'gd_peer_1', item: 'ci_peer_1', elements: days(2) },
  ]);
  await storeMatches(sql, [
    ...TOLD.map((_, at) => ({ id: `ma_${at}`, left: `ci_${at}`, right: `ri_${at}`, from: 2 })),
    ...IN_CITY.map((_, at) => ({ id: `ma_city_${at}`, left: `ci_city_${at}`, right: `ri_${at}` })),
    ...PEERS.map((_, at) => ({ id: `ma_peer_${at}`, left: `ci_peer_${at}`, right: 'ri_0' })),
  ]);
  for (const at of TOLD.keys())
    await sql`insert into matching.adopted_version ${sql({
      item_id: `ci_${at}`,
      from_release: 2,
      reference_id: `ri_${at}`,
      reference_version: 1,
      since_release: 2,
    })}`;
};

beforeAll(async () => {
  database = await freshDatabase();
  const sql = postgres(database.url, { max: 4, onnotice: () => undefined });
  try {
    await seed(sql);
    const asked = {
      release: NEWEST,
      today: '2026-06-01',
      regionCode: '880121000000',
      level: 'COUNTY',
    } as const;
    authority = await readAuthority(createAuthorityQueries(sql), asked);
  } finally {
    await sql.end();
  }
});

afterAll(() => database[Symbol.asyncDispose]());

describe('what the reference and its guide said when an item was filed', () => {
  test.each(TOLD.map((told, at) => [told.about, told.base, at] as const))('%s', (_about, base, at) => {
    const { elements = {} } = authority.basedOn(`ci_${at}`) ?? {};
    const { materialsText, note, remark } = elements as Readonly<Record<string, unknown>>;
    expect({ materialsText, note, remark }).toEqual({ ...OWN, ...base });
  });
});

test('what peers promise is read from their lists, and from their guides where those leave it out', () => {
  const promised = authority.peers('ri_0').map((peer) => [peer.regionCode, peer.promised]);
  expect(promised).toEqual([
    [PEERS[0], days(1).promisedLimit],
    [PEERS[1], days(2).promisedLimit],
  ]);
});

test.each(IN_CITY.map(({ name }, at) => [name, at, at === 0 ? ['CITY', 'COUNTY'] : ['COUNTY']] as const))(
  'at which levels an item is offered, where that of the city is %s',
  (_name, at, levels) => {
    expect(authority.levelsOffering(`ri_${at}`)).toEqual(levels);
  },
);
