import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { EXPORT_FORMATS } from '../../intake/export/export-list.ts';
import { publish } from '../../intake/publish/publish.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { differences, exported, importFile, UNCHANGED } from '../support/exports.ts';
import { csvOf, LISTS, type ListKey, NOW, type Row, withFile } from '../support/lists.ts';

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

const comesBack = async (name: string, text: string, key: ListKey) => {
  const list = { key, ...LISTS[key] };
  const first = await withFile(name, text, (path) => importFile(sql, path, list));
  await publish(sql, { now: NOW });
  expect(await differences(sql, key)).toEqual(UNCHANGED);
  return first;
};

const table = (...rows: readonly Row[]): string =>
  csvOf(rows.map((row, index) => ({ row_id: index + 1, ...row })));

describe('an import of an export changes nothing', () => {
  const rows: readonly (readonly [what: string, row: Row])[] = [
    [
      'recognised values',
      { 事项类型: '01', 行使层级: '县级;乡级', 办件类型: '即办件', 是否收费: '是', 事项状态: '暂停' },
    ],
    [
      'values no code list knows',
      { 事项类型: '怪类', 行使层级: '县级;异级', 是否收费: '看情况', 事项状态: '不明' },
    ],
    ['two columns of one element', { 事项类型: '行政许可', 权力类型: '行政处罚' }],
    ['two columns, the second unknown', { 事项类型: '行政许可', 权力类型: '怪类' }],
    ['two columns, the first unknown', { 事项类型: '怪类', 权力类型: '行政许可' }],
    ['an unknown state beside a known one', { 事项状态: '不明', task_state: '暂停' }],
    ['columns of its own', { 自定栏: '甲', 另一栏: '乙\n丙', 'x;y': ';' }],
    [
      'beginnings of formulas',
      { 备注: '=1+1', 申请条件: '+1', 办理地点: '@x', 自定栏: '-2', 服务内容: "'=3" },
    ],
    ['full-width beginnings', { 备注: '＝1', 办理地点: '＋1', 自定栏: '－2', 服务内容: '＠x' }],
    ['quotation marks and breaks', { 备注: '“甲”"乙"\n丙,丁', 自定栏: '""' }],
    ['limits', { 法定办结时限: '无', 承诺办结时限: '20（工作日）' }],
    ['a limit at once', { 法定办结时限: '即办', 承诺办结时限: '尽快' }],
    ['a limit with its unit beside', { 承诺办结时限: '20', 承诺办结时限单位: '工作日' }],
    [
      'a limit with its unit in the title',
      { '承诺办结时限（工作日）': '20', '法定办结时限（自然日）': '30' },
    ],
    ['dates', { 计划生效日期: '20240101', 计划取消日期: '2025年3月1日', 发布日期: '明年' }],
    ['long codes', { 基本编码: '9'.repeat(300), 实施编码: 'A'.repeat(150), 业务办理项编码: 'B'.repeat(120) }],
    ['dirty codes', { 基本编码: '０００１２００００１００', 实施编码: '11 33-00', 地方实施编码: 'xk-1' }],
    ['a place of its own', { 区划代码: '880121001', 区划名称: '纵横省长风市青溪县城关镇' }],
    ['a place without a code', { 区划名称: '城关镇' }],
    ['an office with a code', { 实施主体: '青溪县民政局', 实施主体编码: '11880121116711525N' }],
    ['materials in one cell', { 申请材料: '身份证;户口簿', 受理条件: '条件' }],
    ['a single 无 in a list', { 申请材料: '无；' }],
    ['unlike spellings of marks', { 备注: '_x0041_ \u{1F600} \u0007 <b>&amp;' }],
    ['an unknown place beside a known one', { 区划代码: '880121', 区划名称: '甲县', region: '乙县' }],
  ];

  test('of whatever a row says', async () => {
    const records = rows.map(([what, row]) => ({ row_id: what, 事项名称: what, ...row }));
    const report = await comesBack('list.json', JSON.stringify(records), 'power');
    expect(report.accepted).toBe(rows.length);
  });

  test('of a table whose columns stand in any order', async () => {
    const [all] = [Object.assign({}, ...rows.map(([, row]) => row))];
    const turned = Object.fromEntries(Object.entries(all).toReversed()) as Row;
    await comesBack(
      'list.csv',
      table({ ...turned, 事项名称: '甲事项' }, { ...all, 事项名称: '乙事项' }),
      'power2',
    );
  });

  test.each([
    ['power', '事项名称,实施主体\n甲事项,甲局\n零报告,乙局\n无,=丙局\n'],
    ['service', '事项名称,实施主体\n零报告,乙局\n'],
  ] as const)('offices of %s that have no items', async (key, text) => {
    const first = await comesBack('list.csv', text, key);
    expect(first.nilReturns.length).toBeGreaterThan(0);
    const catalog = () => sql`
      select * from reference.catalog where catalog_key = ${key} order by from_release desc`;
    const published = await catalog();
    expect(published[0]?.['nil_returns']).toEqual(first.nilReturns);
    for (const format of EXPORT_FORMATS) {
      await exported(sql, key, format, (path) => importFile(sql, path, { key }));
      await publish(sql, { now: NOW });
      expect(await catalog()).toEqual(published);
    }
  });

  test('rows that share a key or a name', async () => {
    const text = csvOf([
      { row_id: '1', 事项名称: '甲' },
      { row_id: '1', 事项名称: '甲' },
      { row_id: '1#2', 事项名称: '乙' },
      { 事项名称: '丙', 实施主体: '某局' },
      { 事项名称: '丙', 实施主体: '某局' },
    ]);
    await comesBack('list.csv', text, 'service');
  });

  test('columns of one name', async () => {
    await comesBack('list.csv', 'row_id,事项名称,备注,备注,栏,栏\n1,甲,一,二,三,四\n', 'government');
  });

  test('blocks of a guide, their keys in any spelling, with values and keys nobody knows', async () => {
    const guides = [
      {
        task_name: '临时救助',
        task_code: '11880121116711525N4880508003000',
        accept_condition: '条件',
        materials: [
          { 材料名称: '身份证', 材料形式: '纸质', 份数: '两份' },
          { material_name: '=无', material_form: '怪', 怪键: 'x' },
          '无',
          { material_name: '表', 怪键: 'y' },
        ],
        steps: [{ step_name: '受理', 时限: '1个工作日' }],
        special_links: [{ special_name: '公示', special_date: '5' }],
        legal_bases: [{ law_name: '《社会救助暂行办法》', 条款号: '第四十七条' }],
        自有: [],
        其他: '=x',
      },
      { task_name: '只有名称' },
      { task_name: '无编码', local_task_code: 'x-1', region: '乙镇', materials: ['甲', '乙'] },
    ];
    await comesBack('list.json', JSON.stringify(guides), 'guides');
  });

  test('keys that no table can have as a title', async () => {
    const items = [
      { row_id: '1', 事项名称: '甲', ' 栏 ': 'x', '': 'y', __proto__x: 'z', materials: [{ 材料名称: '表' }] },
    ];
    await comesBack('list.json', JSON.stringify(items), 'reference');
  });
});

test('the same release gives the same bytes', async () => {
  const text = table({ 事项名称: '甲', 备注: '=1', 自定栏: 'x' });
  await withFile('list.csv', text, (path) => importFile(sql, path, { key: 'power', ...LISTS.power }));
  await publish(sql, { now: NOW });
  for (const format of EXPORT_FORMATS) {
    const bytes = () => exported(sql, 'power', format, (path) => readFile(path));
    const [one, other] = [await bytes(), await bytes()];
    expect(one.equals(other)).toBe(true);
    expect(one.length).toBeGreaterThan(100);
  }
});
