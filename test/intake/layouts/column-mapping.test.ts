import { describe, expect, test } from 'vitest';
import {
  type ColumnMapping,
  mappedTarget,
  mappingEntries,
  mappingFrom,
  parseColumnMapping,
  proposeMapping,
} from '../../../intake/layouts/column-mapping.ts';
import { targetId } from '../../../intake/layouts/column-target.ts';
import { mapColumns } from '../../../intake/layouts/map-columns.ts';
import { readOne } from './small-grid.ts';

const parsed = (columns: Readonly<Record<string, unknown>>, rest: object = {}): ColumnMapping => {
  const result = parseColumnMapping(JSON.stringify({ columns, ...rest }));
  if ('problems' in result) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.mapping;
};

const idOf = (word: string): string | undefined => {
  const target = mappedTarget(parsed({ 甲列: word }), ['甲列']);
  return target && targetId(target);
};

describe('a word of the mapping file', () => {
  test.each([
    ['事项名称', 'item.name'],
    ['name', 'item.name'],
    ['hours', 'guide.hours'],
    ['guide.hours', 'guide.hours'],
    ['task_name', 'item.name'],
    ['责任主体', 'item.organisationName'],
    ['materials', 'block.materials'],
    ['block.materials', 'block.materials'],
    ['材料名称', 'material.name'],
    ['来源主键', 'fact.rowKey'],
    ['level', 'fact.level'],
    ['忽略', 'ignore'],
    ['ignore', 'ignore'],
    ['其他列', 'other'],
  ])('%s means %s', (word, id) => expect(idOf(word)).toBe(id));

  test.each([
    ['事项民', /“甲列”写作“事项民”，没有这个要素，相近的有“事项名称”/u],
    ['guide.acceptConditions', /没有这个要素；/u],
    [3, /写作“3”/u],
    ['', /写作“”/u],
  ])('%j means nothing', (word, message) => {
    const result = parseColumnMapping(JSON.stringify({ columns: { 甲列: word, 乙列: 'name' } }));
    expect('problems' in result && result.problems.map((found) => [found.code, found.message])).toEqual([
      ['MAPPING_ELEMENT_UNKNOWN', expect.stringMatching(message)],
    ]);
  });
});

test.each([
  ['{', '不是合法的 JSON'],
  ['[]', '缺少 columns'],
  ['{"columns": 1}', '缺少 columns'],
  ['{"columns": {}, "sheets": "a"}', '不认识“sheets”'],
  ['{"columns": {}, "sheet": 1}', 'sheet 应为工作表名'],
  ['{"columns": {}, "headerRow": 0}', 'headerRow 应为从 1 数起的行号'],
])('%s is no mapping file', (text, reason) => {
  const result = parseColumnMapping(text);
  expect('problems' in result && result.problems.map(({ code }) => code)).toEqual(['MAPPING_UNREADABLE']);
  expect('problems' in result && result.problems[0]?.message).toContain(reason);
});

describe('a proposed mapping', () => {
  const columns = mapColumns(
    ['序号', '事项名称', '许可证件', '天气', '材料名称', '办理时限/法定'].map((title, column) => ({
      column,
      stack: title.split('/'),
      samples: [],
    })),
  );
  const text = proposeMapping(columns);

  test('names what is known, the likeliest for what is unsure, and 其他列 for the rest', () => {
    expect(JSON.parse(text)).toEqual({
      columns: {
        序号: '忽略',
        事项名称: '事项名称',
        许可证件: '许可证件地域',
        天气: '其他列',
        材料名称: '材料名称',
        '办理时限/法定': '法定办结时限',
      },
    });
  });

  test('is a mapping file that decides every column', () => {
    const result = parseColumnMapping(text);
    if ('problems' in result) throw new Error('not read');
    const again = mapColumns(columns, result.mapping);
    expect(new Set(again.map(({ how }) => how))).toEqual(new Set(['MAPPED']));
  });
});

test('a mapping is remembered by the keys of its titles and comes back', () => {
  const entries = mappingEntries(
    parsed({ ' 牵头 部门（全称）': '实施主体', '时限/甲': 'statutoryLimit', 备注2: '忽略' }),
  );
  expect(entries).toEqual([
    ['备注2', 'ignore'],
    ['时限/甲', 'item.statutoryLimit'],
    ['牵头部门', 'item.organisationName'],
  ]);
  expect(mappingEntries(mappingFrom([...entries, ['旧列', 'item.noLongerThere']]))).toEqual(entries);
});

describe('an import with a mapping', () => {
  const sheet = {
    rows: [
      ['说明', ''],
      ['事项名称', '牵头部门', '许可证件'],
      ['婚姻登记', '县民政局', '结婚证'],
    ],
  };

  test('without it the unsure column is asked about, with an example that can be copied', async () => {
    const { problems } = await readOne(sheet);
    const asked = problems.find(({ code }) => code === 'COLUMN_UNSURE');
    expect(asked).toMatchObject({ severity: 'ERROR', cell: 'C2', value: '许可证件' });
    expect(asked?.message).toContain('{"columns": {"许可证件": "许可证件地域"}}');
  });

  test('takes each column as it says, and leaves out what it says to ignore', async () => {
    const mapping = parsed({ 牵头部门: '实施主体', 许可证件: '忽略' });
    const { table, codes } = await readOne(sheet, { listKind: 'POWER', mapping });
    expect(table.header).toEqual(['事项名称', '牵头部门']);
    expect(table.slots?.[1]).toMatchObject({ kind: 'FIELD', field: { element: 'organisationName' } });
    expect(codes).toEqual([]);
  });

  test('begins where headerRow says, and tells of columns that are not there', async () => {
    const rows = [
      ['事项名称', '实施主体'],
      ['填写全称', '填写全称'],
      ['名目', '谁来办'],
      ['婚姻登记', '县民政局'],
    ];
    const mapping = parsed({ 名目: 'name', 谁来办: '实施主体', 乙列: '备注' }, { headerRow: 3 });
    const { items, problems } = await readOne({ rows }, { listKind: 'POWER', mapping });
    expect(items).toEqual([{ 名目: '婚姻登记', 谁来办: '县民政局' }]);
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['MAPPING_COLUMN_ABSENT', '乙列']]);
  });
});
