import * as XLSX from '@e965/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ComparisonReport } from '../../../cli/comparison/report.ts';
import { comparisonWorkbook } from '../../../cli/comparison/workbook.ts';
import { LONG_CODE, pairedReport, report } from './report-fixture.ts';

const bytesOf = async (one: ComparisonReport): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of comparisonWorkbook(one)) pieces.push(piece);
  return Buffer.concat(pieces);
};

const book = async (one = report) => XLSX.read(await bytesOf(one), { cellFormula: true });

const rowsOf = ({ Sheets }: XLSX.WorkBook, name: string): Record<string, string>[] =>
  XLSX.utils.sheet_to_json(Sheets[name] as XLSX.WorkSheet, { defval: '' });

const textOf = ({ Sheets }: XLSX.WorkBook, name: string): string =>
  XLSX.utils.sheet_to_csv(Sheets[name] as XLSX.WorkSheet);

describe('the workbook of a comparison', () => {
  test('begins with what it is, then departments, every item, and a sheet for each kind of finding', async () => {
    expect((await book()).SheetNames).toEqual([
      ...['说明', '按部门', '应领尽领', '清单事项', 'CMP-02 应领未领', 'CMP-04 名称不一致'],
    ]);
  });

  test('sums what departments have to what all have', async () => {
    const [line, sum] = rowsOf(await book(), '按部门');
    expect(line).toMatchObject({
      部门: '民政',
      清单中写作: '青溪县民政局',
      参考事项: 4,
      '参考 有改动': 1,
      '清单 待审定': 1,
      错误: 1,
    });
    const { 清单中写作: _own, 参考目录中写作: _theirs, ...figures } = line ?? {};
    expect(sum).toMatchObject({ ...figures, 部门: '合计' });
  });

  test('gives every item of the list one row with its state and what it is linked to', async () => {
    const rows = rowsOf(await book(), '清单事项').map((row) => [
      ...[row['事项名称'], row['状态'], row['参考事项名称'], row['对应关系'], row['经主项承接的子项']],
    ]);
    expect(rows).toEqual([
      ['=最低生活保障金给与', '有改动', '最低生活保障金给付', '等同（98.7%）', '2 项'],
      ['慰问金申领', '多出', '', '', ''],
      ['临时救助金', '待审定', '+临时救助金给付', '等同，待审定（60%）', ''],
    ]);
  });

  test('says release, day, lists and filter, and as many rows as the sheets have', async () => {
    const read = await book();
    const notes = textOf(read, '说明');
    for (const fact of [
      '3（2026-04-01 发布）',
      '2026-04-02',
      'qx-service',
      'reference',
      '程度 错误、警告；部门 民政',
      '没有行使层级,参考目录 reference 的 4 项中，2 项没有写行使层级 <b>',
      '合计,4 = 有改动 1 + 不实施 1 + 挂起 1 + 主项 1,4',
      '合计,3 = 有改动 1 + 多出 1 + 待审定 1,3',
    ])
      expect(notes).toContain(fact);
    for (const name of read.SheetNames.slice(1))
      expect(notes).toMatch(new RegExp(`^${name},.*,${rowsOf(read, name).length},`, 'mu'));
  });

  test('keeps codes of 31 digits and texts like formulas as texts', async () => {
    const read = await book();
    const cells = Object.values(read.Sheets).flatMap((sheet) =>
      Object.entries(sheet as Record<string, XLSX.CellObject>).filter(([key]) => !key.startsWith('!')),
    );
    expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
    const [finding] = rowsOf(read, 'CMP-04 名称不一致');
    expect(finding).toMatchObject({
      事项编码: LONG_CODE,
      事项名称: '=最低生活保障金给与',
      本清单写的: '=最低生活保障金给与',
      对照写的: '最低生活保障金给付',
      来源位置: '实施清单.xlsx“表一” C12',
    });
    expect(rowsOf(read, 'CMP-02 应领未领')[0]).toMatchObject({
      对照事项名称: '+临时救助金给付',
      说明: '@清单中没有',
    });
  });

  test('gives every reference item one row with its state', async () => {
    const states = rowsOf(await book(), '应领尽领').map((row) => [
      row['参考事项名称'],
      row['状态'],
      row['原因'],
      row['清单事项'],
    ]);
    expect(states).toEqual([
      ['最低生活保障金给付', '有改动', '', '=最低生活保障金给与'],
      ['+临时救助金给付', '挂起', '', '临时救助（在 qx-power）'],
      ['律师执业许可', '不实施', '参考目录没有规定由本级行使', ''],
    ]);
  });

  test('marks the characters that only one side has', async () => {
    const { sheets } = await readXlsx(await bytesOf(report), { readStyles: true });
    const sheet = sheets.find(({ name }) => name === 'CMP-04 名称不一致');
    const column = sheet?.rows[0]?.indexOf('本清单写的') ?? -1;
    const runs = (at: number) =>
      sheet?.cells
        ?.get(`1,${at}`)
        ?.richText?.map(({ text, font }) => [text, font?.bold === true, font?.color?.rgb]);
    expect(runs(column)).toEqual([
      ['=', true, expect.stringContaining('C00000')],
      ['最低生活保障金给', false, undefined],
      ['与', true, expect.stringContaining('C00000')],
    ]);
    expect(runs(column + 1)?.map(([text, isBold]) => [text, isBold])).toEqual([
      ['最低生活保障金给', false],
      ['付', true],
    ]);
  });

  test('has a header that stays, filters over all rows, and widths', async () => {
    const { sheets } = await readXlsx(await bytesOf(report), { readStyles: true });
    for (const { rows, freezePane, autoFilter, columns } of sheets.slice(1)) {
      const last = XLSX.utils.encode_cell({ r: rows.length - 1, c: (rows[0]?.length ?? 0) - 1 });
      expect([freezePane, autoFilter?.range]).toEqual([{ rows: 1 }, `A1:${last}`]);
      expect(columns?.every(({ width = 0 }) => width > 5)).toBe(true);
    }
  });

  test('is as wide as A4 across lets it be read, however many columns a sheet has', async () => {
    const [first, second] = report.findings;
    const full = { ...first, department: '民政局', wantedKind: 'POWER' } as (typeof report.findings)[number];
    const both = { ...report, findings: [full, { ...full, list: 'other' }, second] } as ComparisonReport;
    for (const { name, columns = [] } of (await readXlsx(await bytesOf(both), { readStyles: true })).sheets) {
      const width = columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
      if (name.startsWith('CMP')) expect([name, width > 120, width < 200]).toEqual([name, true, true]);
    }
  });

  test('sets two lists beside each other', async () => {
    const read = await book(pairedReport);
    expect(read.SheetNames).toEqual(['说明', '对应 qx-service']);
    expect(
      rowsOf(read, '对应 qx-service').map((row) => [row['事项名称'], row['状态'], row['对应事项']]),
    ).toEqual([
      ['甲', '有对应', '乙'],
      ['丙', '没有对应', ''],
    ]);
  });

  test('has the same bytes whenever it is written', async () => {
    expect((await bytesOf(report)).equals(await bytesOf(report))).toBe(true);
  });

  test('cuts a text that no cell can hold', async () => {
    const [first] = report.findings;
    const long = {
      ...first,
      actual: '甲'.repeat(40_000),
      expected: '乙',
    } as (typeof report.findings)[number];
    const [row] = rowsOf(await book({ ...report, findings: [long] }), 'CMP-04 名称不一致');
    expect(row?.['本清单写的']).toHaveLength(32_767);
  });
});
