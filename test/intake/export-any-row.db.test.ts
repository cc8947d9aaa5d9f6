import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { publish } from '../../intake/publish/publish.ts';
import { writtenProvince } from '../demo/written-province.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { differences, importFile, UNCHANGED } from '../support/exports.ts';
import { LISTS, type ListKey, NOW, withFile } from '../support/lists.ts';

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
  await withFile(name, text, (path) => importFile(sql, path, list));
  await publish(sql, { now: NOW });
  expect(await differences(sql, key)).toEqual(UNCHANGED);
};

test('an import of the demonstration province, exported, changes nothing', { timeout: 240_000 }, async () => {
  const { manifest, bytes } = await writtenProvince({ size: 'small', seed: 3 });
  const kinds = new Map(manifest.files.map((entry) => [`${entry.level} ${entry.kind}`, entry]));
  for (const { file, list, level, region, kind } of kinds.values()) {
    await withFile(file, bytes.get(file) ?? '', (path) =>
      importFile(sql, path, { key: list, level, region, kind }),
    );
  }
  await publish(sql, { now: NOW });
  expect(kinds.size).toBeGreaterThan(4);
  for (const { list } of kinds.values())
    expect([list, await differences(sql, list)]).toEqual([list, UNCHANGED]);
});

const TITLES = [
  ...[
    '事项类型',
    '权力类型',
    '行使层级',
    '服务对象',
    '是否收费',
    '事项状态',
    '计划生效日期',
    '基本编码',
    '实施编码',
  ],
  ...[
    '承诺办结时限',
    '承诺办结时限（月）',
    '承诺办结时限单位',
    '申请材料',
    '受理条件',
    '联办机构',
    '备注',
    'remark',
  ],
  ...[
    '区划代码',
    '区划名称',
    '实施主体',
    '实施主体编码',
    '甲栏',
    '乙栏',
    '到现场次数',
    'legal_basis',
    '办理地点',
  ],
];

const cell = fc.oneof(
  fc.constantFrom(
    '行政许可',
    '01',
    '怪;县级',
    '县级;乡级',
    '自然人,企业法人',
    '是',
    '否',
    '无',
    '-',
    '；',
    '20',
    '月',
  ),
  fc.constantFrom(
    '20个工作日',
    '尽快',
    '即办',
    '2024-02-30',
    '20240131',
    '暂停',
    '=1+1',
    "'@x",
    '＋',
    '甲;乙',
    '3次',
  ),
  fc.constantFrom(
    '880121',
    '880121002',
    '99',
    '纵横省长风市青溪县',
    '[{"x":1}]',
    '[]',
    '{"a":"b"}',
    '"',
    '甲\n乙',
    '0',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '；', '\n', ' ', '一', 'a', '0'),
    maxLength: 6,
  }),
);

test('so does any row', { timeout: 300_000 }, async () => {
  const row = fc.dictionary(fc.constantFrom(...TITLES), cell, { maxKeys: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 60, maxLength: 120 }), async (rows) => {
      const named = rows.map((each, index) => ({ ...each, row_id: `k${index}`, 事项名称: `事项${index}` }));
      await comesBack('list.json', JSON.stringify(named), 'towns');
    }),
    { numRuns: 5 },
  );
});
