import { describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { type ImportReport, importFiles } from '../../intake/import.ts';
import { publish } from '../../intake/publish/publish.ts';
import { freshDatabase } from '../support/database.ts';
import { csvOf, LISTS, NOW, type Row, withFile } from '../support/lists.ts';
import { storedState } from '../support/stored-state.ts';

const rows: readonly Row[] = Array.from({ length: 60 }, (_, index) => ({
  row_id: `k${index}`,
  事项名称: index === 7 ? '' : `第${index}项`,
  事项类型: index % 5 === 0 ? '行政什么' : '行政许可',
  实施主体: `第${index % 4}局`,
  基本编码: index % 6 === 0 ? '88010100' : '',
  申请材料: '身份证;申请表',
}));

const importAs = async (sql: Sql, name: string, some: readonly Row[]): Promise<ImportReport> => {
  const list = { key: 'power', ...LISTS.power };
  const result = await withFile(name, csvOf(some), (path) =>
    importFiles(sql, { files: [path], list, now: NOW }),
  );
  if (result.kind === 'REFUSED') throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.report;
};

/** What a report says whatever the order of the rows and the name of the file. */
const gist = ({ file: _file, tables: _tables, problems, ...rest }: ImportReport) => ({
  ...rest,
  problems: problems.map(({ code, field, value }) => [code, field, value].join(' ')).sort(),
});

const withDatabase = async (use: (sql: Sql) => Promise<void>): Promise<void> => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 8 });
  try {
    await use(sql);
  } finally {
    await sql.end();
  }
};

/** Moves each row a good way from its place; a reproducible shuffle. */
const shuffled = rows.map((_, index) => rows[(index * 37) % rows.length] ?? {});

describe('one file has one effect', () => {
  test.each([
    ['imported twice', 'power.csv', rows],
    ['with its rows in another order', 'power.csv', shuffled],
    ['under another name', '另一个名字.csv', rows],
  ])('%s', async (_title, name, again) => {
    await withDatabase(async (sql) => {
      const first = await importAs(sql, 'power.csv', rows);
      const second = await importAs(sql, name, again);
      expect(gist(second)).toEqual(gist(first));
      await publish(sql, { now: NOW });
      const state = await storedState(sql);
      const third = await importAs(sql, name, again);
      expect(third).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: first.added });
      expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'NOTHING_CHANGED' });
      if (name === 'power.csv' && again === rows) expect(await storedState(sql)).toBe(state);
    });
  });

  test('imported eight times at once', async () => {
    await withDatabase(async (sql) => {
      const alone = await importAs(sql, 'power.csv', rows);
      const state = await storedState(sql);
      const together = await Promise.all(Array.from({ length: 8 }, () => importAs(sql, 'power.csv', rows)));
      for (const report of together) expect(report).toEqual(alone);
      expect(await storedState(sql)).toBe(state);
    });
  });
});
