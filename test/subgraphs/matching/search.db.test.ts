import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ItemSeed, storeItems } from '../../support/rows.ts';
import { type AskedSubgraph, openOver, throughPages } from '../ask.ts';

const COUNTY = '880121000000';
const TOWN = '880121101000';
const OTHER_COUNTY = '880122000000';

let matching: AskedSubgraph;

const ITEMS: readonly ItemSeed[] = [
  { id: 'ci_card', name: '身份证', basicCode: '880109001000' },
  { id: 'ci_card_town', name: '身份证', region: TOWN },
  { id: 'ci_new_card', name: '身份证补领', basicCode: '880109001001' },
  { id: 'ci_new_card_2', name: '身份证补领', region: OTHER_COUNTY },
  { id: 'ci_lost', name: '补领身份证（挂失）' },
  { id: 'ci_resident', name: '居民 身份证 换领' },
  { id: 'ci_half', name: '身份核验与证明' },
  { id: 'ci_birth', name: '出生医学证明签发', implementationCode: '11440100007482575H4880123001000' },
  { id: 'ci_etc', name: 'ETC 卡办理', localCode: 'etc-01' },
  { id: 'ci_hotline', name: '12345 热线', localCode: 'A12345' },
  { id: 'ci_malformed', name: '取水许可', localCode: '88012x' },
  { id: 'ci_rare', name: '𠮷林省外转入' },
  { id: 'ci_old', name: '暂住证办理', to: 2 },
  { id: 'ci_residence', name: '居住证办理', from: 2 },
];

beforeAll(async () => {
  matching = await openOver('matching', (sql) => storeItems(sql, ITEMS));
});

afterAll(() => matching[Symbol.asyncDispose]());

const QUERY = `query ($search: String, $first: Int = 100, $after: String, $region: ID) {
  items(filter: { search: $search, region: $region }, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } }`;

const find = async (search: string, options: { release?: number; region?: string } = {}) => {
  const { release = 1, region } = options;
  const { data, codes, statements } = await matching.ask(QUERY, { release, variables: { search, region } });
  expect({ codes, count: statements.length }).toEqual({ codes: [], count: 1 });
  return data.items.nodes.map((node: { id: string }) => node.id);
};

test('the database compares characters as PostgreSQL’s C locale does', async () => {
  const sql = postgres(matching.url, { max: 1 });
  const [row] = await sql`select datctype from pg_database where datname = current_database()`;
  await sql.end();
  expect(row).toEqual({ datctype: 'C' });
});

describe('a search finds', () => {
  test.each([
    {
      search: '身份证',
      why: 'the name itself, what begins so, what contains it; then shorter names',
      ids: ['ci_card', 'ci_card_town', 'ci_new_card', 'ci_new_card_2', 'ci_resident', 'ci_lost'],
    },
    {
      search: '补领',
      why: 'two characters, at the beginning first',
      ids: ['ci_lost', 'ci_new_card', 'ci_new_card_2'],
    },
    { search: '居', why: 'one character', ids: ['ci_resident'] },
    { search: '𠮷', why: 'one character outside the basic plane', ids: ['ci_rare'] },
    {
      search: '身份证 补领',
      why: 'both terms, in any order',
      ids: ['ci_new_card', 'ci_new_card_2', 'ci_lost'],
    },
    {
      search: '补领　身份证',
      why: 'both terms, those that begin with the first one first',
      ids: ['ci_lost', 'ci_new_card', 'ci_new_card_2'],
    },
    { search: ' 身份证补领 ', why: 'a text with space around it', ids: ['ci_new_card', 'ci_new_card_2'] },
    { search: '份证明', why: 'nothing that has the grams but not the text', ids: [] },
    { search: '(挂失)', why: 'brackets of another kind', ids: ['ci_lost'] },
    { search: '（', why: 'a sign alone', ids: ['ci_lost'] },
    { search: '证 挂 身', why: 'terms of one character', ids: ['ci_lost'] },
    { search: 'etc', why: 'letters in either case, by code before by name', ids: ['ci_etc'] },
    { search: '12345', why: 'a name of digits', ids: ['ci_hotline'] },
    { search: 'A12345', why: 'a whole local code', ids: ['ci_hotline'] },
    { search: 'a123', why: 'the beginning of a local code, in capitals', ids: ['ci_hotline'] },
    {
      search: '880109',
      why: 'the beginning of a basic code, in the order of codes',
      ids: ['ci_card', 'ci_new_card'],
    },
    {
      search: '１１４４０１00',
      why: 'the beginning of an implementation code, in full width',
      ids: ['ci_birth'],
    },
    { search: '11440100 007482575h', why: 'a code with a space in it', ids: ['ci_birth'] },
    { search: '88012x', why: 'a malformed code by its raw text', ids: ['ci_malformed'] },
    { search: '8801', why: 'codes of several kinds', ids: ['ci_card', 'ci_new_card', 'ci_malformed'] },
    { search: '40100', why: 'no code by its middle', ids: [] },
    { search: '%', why: 'no wildcard', ids: [] },
    { search: '没有这个名称', why: 'nothing', ids: [] },
  ])('$why: “$search”', async ({ search, ids }) => {
    expect(await find(search)).toEqual(ids);
  });

  test.each([
    { release: 1, ids: ['ci_old'] },
    { release: 2, ids: ['ci_residence'] },
  ])('what release $release holds', async ({ release, ids }) => {
    expect(await find('住证', { release })).toEqual(ids);
  });

  test('what lies in a region', async () => {
    expect(await find('身份证', { region: TOWN })).toEqual(['ci_card_town']);
    expect(await find('880109', { region: OTHER_COUNTY })).toEqual([]);
    expect(await find('880109', { region: COUNTY })).toEqual(['ci_card', 'ci_new_card']);
  });
});

describe('the pages of a search', () => {
  test.each(
    ['身份证', '证', '8801', '12345', '补领 身份证'].flatMap((search) =>
      [1, 2, 3].map((first) => ({ search, first })),
    ),
  )('of $first for “$search” are the whole', async ({ search, first }) => {
    const all = await throughPages(async (after) => {
      const { data } = await matching.ask(QUERY, { variables: { search, first, after } });
      return data.items;
    });
    expect(all.map((node) => node.id)).toEqual(await find(search));
    expect(all.length).toBeGreaterThan(0);
  });

  test.each([
    { search: '证', count: 9 },
    { search: '身份证', count: 6 },
    { search: '8801', count: 3 },
    { search: 'etc', count: 1 },
    { search: '没有', count: 0 },
  ])('for “$search” hold $count in all', async ({ search, count }) => {
    const { data } = await matching.ask(
      `{ items(filter: { search: "${search}" }, first: 1) { totalCount } }`,
    );
    expect(data.items.totalCount).toBe(count);
    expect(await find(search)).toHaveLength(count);
  });
});
