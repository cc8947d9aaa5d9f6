import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { VERSIONED } from '../../intake/targets.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { publishRows } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

/** Three releases; in each the item 甲 has a version of its own, its link and its guide one version over all three. */
beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 1 });
  const items = (note: string) => [{ row_id: '1', 事项名称: '甲', 日常用语: note, 实施主体: '民政局' }];
  await publishRows(sql, {
    reference: items('一'),
    power: items('一'),
    towns: [{ row_id: '1', 事项名称: '乙', 区划代码: '880121100' }],
    guides: [{ row_id: '1', 事项名称: '甲' }],
  });
  await publishRows(sql, { power: items('二') });
  await publishRows(sql, { power: items('三') });
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const LINKS = '对应关系的两端在其有效的版次里都存在';
const GUIDES = '办事指南所属的事项在其有效的版次里都存在';
const INDEX = '跨层级索引与各级清单一致';

const CASES: readonly { corruption: string; expected: readonly string[] }[] = [
  { corruption: 'update release.release set number = 9 where number = 1', expected: ['版次号连续'] },
  { corruption: `update matching.item set digest = 'other' where level = 'COUNTY'`, expected: [INDEX] },
  { corruption: `delete from matching.item where level = 'TOWNSHIP'`, expected: [INDEX] },
  { corruption: `delete from county.item where from_release = 2`, expected: [INDEX] },
  { corruption: `update matching.match set left_id = 'ci_none'`, expected: [LINKS] },
  { corruption: `update matching.match set right_id = 'ri_none'`, expected: [LINKS] },
  {
    // The ends of the link's time are covered, the middle is not.
    corruption: `delete from matching.item where level = 'COUNTY' and from_release = 2;
      delete from county.item where from_release = 2`,
    expected: [LINKS, GUIDES],
  },
  { corruption: `update guide.guide set item_id = 'ci_none' where precedence = 0`, expected: [GUIDES] },
  { corruption: 'delete from matching.name', expected: ['事项的名称都在名称表里'] },
];

const rulesAfter = async (corruption: string): Promise<readonly string[]> => {
  let rules: readonly string[] = [];
  const undo = new Error('undo');
  await sql
    .begin(async (transaction) => {
      await transaction.unsafe(corruption);
      rules = (await verify(transaction as unknown as Sql)).map((finding) => finding.rule);
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return rules;
};

describe('verify', () => {
  test('finds nothing in what publishing made', async () => {
    expect(await verify(sql)).toEqual([]);
    const [kept] = await sql`
      select (select count(*) from matching.match)::int as links,
        (select count(*) from guide.guide where precedence = 0 and item_id is not null)::int as guides`;
    expect(kept).toEqual({ links: 1, guides: 1 });
  });

  test.each(CASES)('finds $expected after $corruption', async ({ corruption, expected }) => {
    const rules = await rulesAfter(corruption);
    for (const rule of expected) expect(rules).toContain(rule);
    expect(rules.filter((rule) => [LINKS, GUIDES, INDEX].includes(rule) && !expected.includes(rule))).toEqual(
      [],
    );
  });

  test.each(Object.entries(VERSIONED))(
    'finds versions of %s that overlap or count backwards',
    async (table) => {
      const rule = `${table} 的版本互不重叠、编号递增`;
      expect(await rulesAfter(`update ${table} set to_release = from_release`)).toContain(rule);
      const twice = `insert into ${table} select (jsonb_populate_record(t, '{"from_release": 7, "version": 0}')).*
      from ${table} t where to_release = 2147483647`;
      expect(await rulesAfter(twice)).toContain(rule);
    },
  );

  test.each(Object.keys(VERSIONED))('finds rows of %s that belong to no release', async (table) => {
    const rules = await rulesAfter(`update ${table} set from_release = 8 where to_release = 2147483647`);
    expect(rules).toContain(`${table} 的版次都存在`);
  });
});
