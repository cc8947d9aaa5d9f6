import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeMachineLinks } from '../../linkage/decision-calls.ts';
import { storeCatalogs, storeItems, storeReleases } from '../../support/rows.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';

const PROVINCE = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_province' };
const NATION = { region: '000000000000', level: 'NATIONAL', catalog: 'ca_nation' };

/** One item made of three of the province's references, and one reference that two items are parts of. */
const store = async (sql: postgres.Sql): Promise<void> => {
  await storeReleases(sql, 1);
  await storeCatalogs(sql, [{ id: 'ca_county', key: 'power', itemCount: 3 }]);
  await storeItems(sql, [
    { id: 'ci_m', name: '企业设立、变更、注销、年检登记', kind: 'POWER' },
    { id: 'ci_n', name: '公共场所卫生许可（新办）', kind: 'POWER' },
    { id: 'ci_o', name: '公共场所卫生许可（注销）', kind: 'POWER', region: '880122000000' },
    { id: 'ci_p', name: '公共场所卫生许可', kind: 'POWER', region: '880123000000' },
    { id: 'ri_c', name: '企业设立登记', ...PROVINCE },
    { id: 'ri_a', name: '企业变更登记', ...PROVINCE },
    { id: 'ri_b', name: '企业注销登记', ...PROVINCE },
    { id: 'ri_n', name: '企业登记', ...NATION },
    { id: 'ri_h', name: '公共场所卫生许可', ...PROVINCE },
  ]);
  const part = { left: 'ci_m', status: 'REVIEW', confidence: 0.9, relation: 'BROADER' };
  await storeMachineLinks(sql, [
    { ...part, right: 'ri_c' },
    { ...part, right: 'ri_a' },
    { ...part, right: 'ri_b', status: 'REJECTED' },
    { ...part, right: 'ri_n', relation: 'NARROWER' },
    { left: 'ci_n', right: 'ri_h', status: 'CONFIRMED', confidence: 1, relation: 'NARROWER' },
    { left: 'ci_o', right: 'ri_h', status: 'REVIEW', confidence: 0.7, relation: 'NARROWER' },
    { left: 'ci_p', right: 'ri_h', status: 'ACCEPTED', confidence: 0.99 },
  ]);
  for (const [place, [right, act]] of [
    ['ri_c', '设立'],
    ['ri_a', '变更'],
    ['ri_b', '注销'],
  ].entries()) {
    const evidence = {
      model: 'm',
      candidates: [],
      evidence: [],
      part: { place, members: [act], rest: ['年检'] },
    };
    await sql`update matching.match set evidence = ${sql.json(evidence as never)} where right_id = ${right as string}`;
  }
};

let matching: AskedSubgraph;

beforeAll(async () => {
  matching = await openOver('matching', store);
});

afterAll(() => matching[Symbol.asyncDispose]());

const entities = async (type: string, ids: readonly string[], fields: string) => {
  const { data, codes, statements } = await matching.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`,
    { variables: { representations: ids.map((id) => ({ __typename: type, id })) } },
  );
  return { found: data?._entities, codes, count: statements.length };
};

describe('an item made of several references', () => {
  test('tells the parts in the order of its name, what each answers, and what none does', async () => {
    const { found } = await entities(
      'CountyItem',
      ['ci_m'],
      'referenceMatch { parts { relation covers uncovered right { id } } uncovered }',
    );
    const part = (id: string, act: string) => ({
      relation: 'BROADER',
      covers: [act],
      uncovered: ['年检'],
      right: { id },
    });
    expect(found[0].referenceMatch).toEqual({
      parts: [part('ri_c', '设立'), part('ri_a', '变更')],
      uncovered: ['年检'],
    });
  });

  test('an item of one has no parts', async () => {
    const { found } = await entities(
      'CountyItem',
      ['ci_p'],
      'referenceMatch { parts { id } covers uncovered }',
    );
    expect(found).toEqual([{ referenceMatch: { parts: [], covers: [], uncovered: [] } }]);
  });

  test('the parts of all items of a page are read in one statement', async () => {
    const fields = 'referenceMatch { parts { id } }';
    const one = await entities('CountyItem', ['ci_m'], fields);
    const several = await entities('CountyItem', ['ci_m', 'ci_n', 'ci_o', 'ci_p'], fields);
    expect(several.count).toBe(one.count);
  });
});

describe('a reference split into several items', () => {
  const split = async (args: string) => {
    const { found, codes } = await entities(
      'ReferenceItem',
      ['ri_h'],
      `localMatches(${args}) { totalCount nodes { relation status left { id } } pageInfo { endCursor hasNextPage } }`,
    );
    return { ...found?.[0]?.localMatches, codes };
  };
  const link = (id: string, relation: string, status: string) => ({ relation, status, left: { id } });

  test('tells which items are parts of it', async () => {
    expect(await split('relation: [NARROWER], includeReview: true')).toMatchObject({
      totalCount: 2,
      nodes: [link('ci_n', 'NARROWER', 'CONFIRMED'), link('ci_o', 'NARROWER', 'REVIEW')],
    });
  });

  test('leaves out what waits for a person, as every list of links does', async () => {
    expect((await split('first: 20')).nodes).toEqual([
      link('ci_n', 'NARROWER', 'CONFIRMED'),
      link('ci_p', 'EQUIVALENT', 'ACCEPTED'),
    ]);
  });

  test('is read page by page, of one region and level', async () => {
    const first = await split('first: 1');
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const next = await split(`first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(next.nodes).toEqual([link('ci_p', 'EQUIVALENT', 'ACCEPTED')]);
    expect((await split('region: "880121000000", level: COUNTY')).totalCount).toBe(1);
    expect((await split('level: VILLAGE')).totalCount).toBe(0);
  });
});
