import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../../db/embedded.ts';
import { runZongheng } from '../support/processes.ts';

let home: string;
let server: EmbeddedServer;
let held: Sql;

const run = (...words: readonly string[]) => runZongheng(words, { ZONGHENG_HOME: home });

const compare = (...words: readonly string[]) => run('compare', ...words);

const publish = async (key: string, text: string, ...options: readonly string[]) => {
  const file = join(home, `${key}.csv`);
  await writeFile(file, text);
  const { code, told } = await run('import', file, '--list', key, ...options);
  if (code === 1) throw new Error(told);
};

const COLUMNS = '基本编码,事项名称,事项类型,实施主体,设定依据,行使层级,法定办结时限';

const REFERENCE = `${COLUMNS}
880508001000,最低生活保障金给付,行政给付,纵横省民政厅,《社会救助暂行办法》第十一条,县级,30个工作日
880508003000,临时救助金给付,行政给付,纵横省民政厅,《社会救助暂行办法》第四十七条,县级,20个工作日
880109001001,律师首次执业许可,行政许可,纵横省司法厅,《中华人民共和国律师法》第六条,省级,20个工作日
`;

const LIST = `${COLUMNS}
880508001000,最低生活保障金给付,行政给付,青溪县民政局,《社会救助暂行办法》第十一条,县级,40个工作日
,农贸市场摊位申请,行政许可,青溪县商务局,,县级,
`;

const PAIR = ['--left', 'power', '--right', 'reference'] as const;

const json = async (...words: readonly string[]) => {
  const { code, out } = await compare(...words, '--format', 'json');
  return { code, report: JSON.parse(out) };
};

let pair: Awaited<ReturnType<typeof json>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-compare-'));
  await chmod(home, 0o755);
  // A connection held open keeps the server up from call to call: the last to leave would stop it.
  server = await startEmbedded(home);
  held = connect(server.url, { connections: 1 });
  await held`select 1`;
  const reference = ['--level', 'PROVINCE', '--region', '88', '--kind', 'REFERENCE'];
  await publish('reference', REFERENCE, ...reference);
  await publish('power', LIST, '--level', 'COUNTY', '--region', '880121', '--kind', 'POWER');
  const first = await run('publish');
  if (first.code !== 0) throw new Error(first.told);
  pair = await json(...PAIR);
});

afterAll(async () => {
  await held.end();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

test('wrong usage ends with 2', async () => {
  const { code, told, out } = await compare(...PAIR, '--rule', 'CMP-77');
  expect([code, out]).toEqual([2, '']);
  expect(told).toContain('CMP-01 到 CMP-28');
});

describe('what is not there is told with what is, and ends with 1', () => {
  test.each([
    [['--left', 'powr', '--right', 'reference'], '没有清单“powr”。是不是 power？有：power、reference'],
    [[...PAIR, '--release', '9'], '没有版次 9'],
    [[...PAIR, '--department', '气象'], '没有部门“气象”。有：'],
    [['--region', '880122'], '有清单的区划：880121000000'],
  ])('%j', async (words, sentence) => {
    const { code, told, out } = await compare(...words);
    expect([code, out]).toEqual([1, '']);
    expect(told).toContain(sentence);
  });
});

test('finds what is missing, added and different, and ends with 3', () => {
  const { code, report } = pair;
  expect(code).toBe(3);
  const found = report.findings.map(
    (one: { rule: string; item?: { name: string }; other?: { name: string } }) => [
      one.rule,
      (one.item ?? one.other)?.name,
    ],
  );
  expect(found).toEqual(
    expect.arrayContaining([
      ['CMP-01', '农贸市场摊位申请'],
      ['CMP-02', '临时救助金给付'],
      ['CMP-11', '最低生活保障金给付'],
    ]),
  );
  const states = report.coverage[0].items.map((one: { reference: { name: string }; state: string }) => [
    one.reference.name,
    one.state,
  ]);
  expect(states).toEqual([
    ['最低生活保障金给付', 'ADAPTED'],
    ['临时救助金给付', 'UNANSWERED'],
    ['律师首次执业许可', 'NOT_OFFERED'],
  ]);
  expect(report.counts.findings).toBe(report.findings.length);
});

test('the sides may be given either way round', async () => {
  const other = await json('--left', 'reference', '--right', 'power');
  expect(other).toEqual(pair);
});

test('a list beside itself is refused, not found in order', async () => {
  const { code, out, told } = await compare('--left', 'power', '--right', 'power');
  expect([code, out]).toEqual([1, '']);
  expect(told).toContain('是同一份清单 power');
});

test('filters show what they say, and the whole region holds the pair', async () => {
  const whole = await json('--region', '880121');
  const limits = await json(...PAIR, '--rule', 'cmp_11,2', '--severity', 'ERROR', '--department', '民政');
  expect(new Set(limits.report.findings.map((one: { rule: string }) => one.rule))).toEqual(
    new Set(['CMP-11']),
  );
  expect(limits.report.filter).toEqual({
    rules: ['CMP-02', 'CMP-11'],
    severities: ['ERROR'],
    department: '民政',
  });
  expect(whole.report.findings).toEqual(expect.arrayContaining(pair.report.findings));
});

test('a workbook counts what the JSON counts, and is not written over another file', async () => {
  const file = join(home, '比对.xlsx');
  const { report } = pair;
  const first = await compare(...PAIR, '-o', file);
  expect([first.code, first.out]).toEqual([3, '']);
  const { Sheets } = XLSX.read(await readFile(file));
  const rows = Object.entries(Sheets).map(([name, sheet]) => [name, XLSX.utils.sheet_to_json(sheet).length]);
  for (const { rule, count } of report.rules)
    expect(rows.find(([name]) => String(name).startsWith(rule))?.[1]).toBe(count);
  const bytes = await readFile(file);
  const second = await compare(...PAIR, '-o', file);
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.told).toContain('--force');
  expect((await readFile(file)).equals(bytes)).toBe(true);
});

test('an older release is compared as it was', async () => {
  const before = pair;
  await publish('power', LIST.replace('40个工作日', '30个工作日'));
  await run('publish');
  const now = await json(...PAIR);
  const limits = ({ report }: typeof now) =>
    report.findings.filter(({ rule }: { rule: string }) => rule === 'CMP-11').length;
  expect([limits(before), limits(now)]).toEqual([1, 0]);
  expect(await json(...PAIR, '--release', String(before.report.release))).toEqual(before);
});
