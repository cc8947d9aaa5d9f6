import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { publish } from '../../intake/publish/publish.ts';
import { rollback } from '../../intake/publish/rollback.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, type ListKey, NOW, publishRows, type Row } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url);
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const namesIn = async (release: number): Promise<string[]> => {
  const rows = await sql<{ name: string }[]>`
    select task_name as name from matching.item where from_release <= ${release} and to_release > ${release} order by 1`;
  return rows.map((row) => row.name);
};

describe('releases', () => {
  const first = [
    { row_id: 'a', 事项名称: '甲' },
    { row_id: 'b', 事项名称: '乙' },
  ];
  const second = [
    { row_id: 'b', 事项名称: '乙（新）' },
    { row_id: 'c', 事项名称: '丙' },
  ];

  test('a draft is not visible before it is published', async () => {
    await importRows(sql, 'power', first);
    expect(await namesIn(1)).toEqual([]);
  });

  test('each release keeps what it held', async () => {
    expect(await publish(sql, { now: NOW })).toMatchObject({
      kind: 'PUBLISHED',
      release: 1,
      lists: [{ added: 2 }],
    });
    const result = await publishRows(sql, { power: second });
    expect(result).toMatchObject({ release: 2, lists: [{ added: 1, changed: 1, unchanged: 0, removed: 1 }] });
    expect(await namesIn(1)).toEqual(['乙', '甲']);
    expect(await namesIn(2)).toEqual(['丙', '乙（新）']);
  });

  test('the same file again changes nothing and makes no release', async () => {
    const report = await importRows(sql, 'power', second);
    expect(report).toMatchObject({ rows: 2, accepted: 2, added: 0, changed: 0, unchanged: 2, removed: 0 });
    expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'NOTHING_CHANGED' });
  });

  test('the order of a source decides nothing but the order', async () => {
    const report = await importRows(sql, 'power', [...second].reverse());
    expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 2, removed: 0 });
  });

  test('a rollback is a new release with the old content', async () => {
    expect(await rollback(sql, 1, NOW)).toMatchObject({ kind: 'ROLLED_BACK', release: 3, to: 1 });
    expect(await namesIn(3)).toEqual(['乙', '甲']);
    expect(await namesIn(2)).toEqual(['丙', '乙（新）']);
    expect(await rollback(sql, 9, NOW)).toEqual({ kind: 'NO_SUCH_RELEASE', newest: 3 });
    expect(await verify(sql)).toEqual([]);
  });

  test('a list that loses more than a fifth is refused unless that is meant', async () => {
    await expect(importRows(sql, 'power', [first[0] as Row], { allowRemovals: false })).rejects.toThrow(
      '--allow-removals',
    );
  });

  test('a dry run leaves nothing behind', async () => {
    await sql`delete from intake.draft_row`;
    await sql`delete from intake.draft`;
    await expect(importRows(sql, 'service', first, { dryRun: true })).resolves.toMatchObject({ added: 2 });
    const [left] = await sql`
      select (select count(*) from intake.draft)::int as drafts, (select count(*) from intake.draft_row)::int as rows`;
    expect(left).toEqual({ drafts: 0, rows: 0 });
  });
});

describe('links', () => {
  const name = fc.constantFrom('甲', '乙', '丙', '丁');
  const basic = fc.constantFrom('', '880100001000', '880100002000', '882000003000');
  const rowsOf = (extra: Readonly<Record<string, fc.Arbitrary<string>>> = {}) =>
    fc.uniqueArray(
      fc.record({ row_id: fc.constantFrom('1', '2', '3', '4'), 事项名称: name, 基本编码: basic, ...extra }),
      {
        selector: (row) => row.row_id,
        minLength: 1,
        maxLength: 4,
      },
    );
  const towns = rowsOf({
    level: fc.constantFrom('TOWNSHIP', 'VILLAGE'),
    区划代码: fc.constantFrom('880121100', '880121101', '880122100'),
    来源事项编码: fc.constantFrom('', '880100001000', '880100002000'),
  });
  const change = fc.record(
    { reference: rowsOf(), power: rowsOf(), service: rowsOf(), government: rowsOf(), towns },
    { requiredKeys: [] },
  );

  const linksOf = async (connection: Sql) =>
    await connection`
      select kind, method, confidence, left_id, right_id, left_level, left_region_code from matching.match
      where to_release = 2147483647 order by kind, left_id, right_id`;

  test('kept up release by release they are those of linking everything at once', async () => {
    let seen = 0;
    const property = fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 4 }), async (changes) => {
      await using stepwise = await freshDatabase();
      await using atOnce = await freshDatabase();
      const [one, other] = [
        connect(stepwise.url, { connections: 1 }),
        connect(atOnce.url, { connections: 1 }),
      ];
      try {
        const last: Partial<Record<ListKey, readonly Row[]>> = {};
        for (const step of changes) {
          await publishRows(one, step);
          Object.assign(last, step);
        }
        await publishRows(other, last);
        const links = await linksOf(one);
        seen += links.length;
        expect([...links]).toEqual([...(await linksOf(other))]);
        expect(await verify(one)).toEqual([]);
      } finally {
        await Promise.all([one.end(), other.end()]);
      }
    });
    await fc.assert(property, { numRuns: 6, seed: 20_260_301, endOnFailure: true });
    expect(seen).toBeGreaterThan(20);
  });
});
