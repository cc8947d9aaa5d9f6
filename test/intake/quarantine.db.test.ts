import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { publish } from '../../intake/publish/publish.ts';
import { quarantinedRows } from '../../intake/quarantine.ts';
import { freshDatabase } from '../support/database.ts';
import { importRows, NOW, publishRows } from '../support/lists.ts';

const names = async (sql: ReturnType<typeof connect>): Promise<readonly string[]> =>
  (
    await sql<{ name: string }[]>`
      select task_name as name from county.item where to_release = 2147483647 order by task_name collate "C"`
  ).map(({ name }) => name);

test('a row that is no item is set aside, and what is published of it stays', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    await publishRows(sql, {
      power: [
        { row_id: '1', 事项名称: '甲许可', 申请材料: '身份证' },
        { row_id: '2', 事项名称: '乙许可' },
      ],
    });
    const report = await importRows(sql, 'power', [
      { row_id: '1', 事项名称: '12.5', 申请材料: '户口簿' },
      { row_id: '2', 事项名称: '乙许可' },
      { row_id: '3', 事项名称: '', 备注: '没有名称' },
      { row_id: '4', 事项名称: '丙许可', 层级: '省级' },
    ]);
    expect(report).toMatchObject({
      rows: 4,
      accepted: 1,
      quarantined: 3,
      kept: 1,
      added: 0,
      changed: 0,
      unchanged: 3,
      removed: 0,
    });
    await publish(sql, { now: NOW });
    expect(await names(sql)).toEqual(['乙许可', '甲许可']);
    const aside = await quarantinedRows(sql, 'power');
    expect(aside.map(({ row, kept, problems }) => [row, kept, problems.map(({ code }) => code)])).toEqual([
      [2, true, ['NAME_NOT_A_NAME']],
      [4, false, ['NAME_MISSING']],
      [5, false, ['LEVEL_ABOVE_LIST']],
    ]);
    expect(aside[1]?.cells).toEqual({ row_id: '3', 备注: '没有名称' });
  } finally {
    await sql.end();
  }
});

test('--strict sets aside every row with an error; the next import empties the quarantine', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    const wrong = { row_id: '1', 事项名称: '甲许可', 区划代码: '12345' };
    const lax = await importRows(sql, 'power', [wrong, { row_id: '2', 事项名称: '乙许可' }]);
    expect(lax).toMatchObject({ accepted: 2, quarantined: 0 });
    const strict = await importRows(sql, 'power', [wrong, { row_id: '2', 事项名称: '乙许可' }], {
      strict: true,
    });
    expect(strict).toMatchObject({ accepted: 1, quarantined: 1, kept: 0 });
    await importRows(sql, 'power', [{ row_id: '2', 事项名称: '乙许可' }]);
    expect(await quarantinedRows(sql, 'power')).toEqual([]);
  } finally {
    await sql.end();
  }
});

test('an import tells in which elements a published row changes', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    const row = { row_id: '1', 事项名称: '甲许可', 承诺办结时限: '5个工作日', 申请材料: '身份证' };
    await publishRows(sql, { power: [row, { ...row, row_id: '2', 事项名称: '乙许可' }] });
    const report = await importRows(sql, 'power', [
      { ...row, 承诺办结时限: '3个工作日', 申请材料: '身份证;照片' },
      { ...row, row_id: '2', 事项名称: '乙许可（新）' },
    ]);
    expect(report.changes.fields).toEqual({ materials: 1, materialsText: 1, name: 2, promisedLimit: 1 });
    expect(report.changes.rows.map(({ name, fields }) => [name, fields])).toEqual(
      expect.arrayContaining([
        ['甲许可', ['promisedLimit']],
        ['甲许可', ['materials', 'materialsText']],
        ['乙许可（新）', ['name']],
      ]),
    );
  } finally {
    await sql.end();
  }
});

test('a draft that would drop more than a fifth is refused, and says what it would drop', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    const rows = ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ row_id: name, 事项名称: `${name}许可` }));
    await publishRows(sql, { power: rows });
    const few = importRows(sql, 'power', rows.slice(0, 3), { allowRemovals: false });
    await expect(few).rejects.toThrow('将减少 2 项（如“丁许可”、“戊许可”等），原有 5 项');
    const report = await importRows(sql, 'power', rows.slice(0, 4), { allowRemovals: false });
    expect(report.removed).toBe(1);
  } finally {
    await sql.end();
  }
});
