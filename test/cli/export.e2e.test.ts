import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../../db/embedded.ts';
import { runZongheng } from '../support/processes.ts';

let home: string;
let server: EmbeddedServer;
let held: Sql;

const run = (...words: readonly string[]) => runZongheng(words, { ZONGHENG_HOME: home });

const POWER = ['--list', 'power', '--level', 'COUNTY', '--region', '880121', '--kind', 'POWER'];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-export-'));
  await chmod(home, 0o755);
  // A connection held open keeps the server up from call to call: the last to leave would stop it.
  server = await startEmbedded(home);
  held = connect(server.url, { connections: 1 });
  await held`select 1`;
  const source = join(home, 'source.csv');
  await writeFile(source, 'row_id,事项名称,备注\n1,甲事项,=1\n2,乙事项,\n');
  await run('import', source, ...POWER);
  await run('publish');
});

afterAll(async () => {
  await held.end();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

describe('wrong usage ends with 2', () => {
  test.each([
    [['--format', 'csv'], '--list'],
    [['--list', 'power'], '--format'],
    [['--list', 'power', '-o', 'x.pdf'], 'jsonl'],
    [['--list', 'power', '--format', 'csv', '--release', 'first'], '--release'],
  ])('%j', async (words, sentence) => {
    const { code, told, out } = await run('export', ...words);
    expect([code, out]).toEqual([2, '']);
    expect(told).toContain(sentence);
  });
});

describe('what does not exist is told with what does, and ends with 1', () => {
  test.each([
    [['--list', 'powers', '--format', 'csv'], '没有清单“powers”；有：power'],
    [['--list', 'power', '--format', 'csv', '--release', '9'], '没有版次 9；现有版次 1 到 1'],
  ])('%j', async (words, sentence) => {
    const { code, told, out } = await run('export', ...words);
    expect([code, out]).toEqual([1, '']);
    expect(told).toContain(sentence);
  });
});

test('without a file the list goes to standard output', async () => {
  const { code, out, told } = await run('export', '--list', 'power', '--format', 'jsonl');
  expect([code, told]).toEqual([0, '']);
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).task_name),
  ).toEqual(['甲事项', '乙事项']);
});

test('a file is written whole, and never over another one unless told', async () => {
  const file = join(home, '导出.csv');
  const first = await run('export', '--list', 'power', '-o', file);
  expect([first.code, first.out]).toEqual([0, '']);
  expect(first.told).toContain('2 行');
  const bytes = await readFile(file);
  await writeFile(file, '别的');
  const second = await run('export', '--list', 'power', '-o', file);
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.told).toContain('--force');
  expect(await readFile(file, 'utf8')).toBe('别的');
  expect(await run('export', '--list', 'power', '-o', file, '--force')).toMatchObject({ code: 0 });
  expect((await readFile(file)).equals(bytes)).toBe(true);
  expect((await readdir(home)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('what cannot be written leaves nothing behind', async () => {
  const { code, told } = await run('export', '--list', 'power', '-o', join(home, 'nowhere', 'x.csv'));
  expect(code).toBe(1);
  expect(told).toMatch(/写不了文件 .*nowhere.*：文件夹不存在/u);
});

test('a workbook too: the bytes are a package', async () => {
  const file = join(home, '导出.xlsx');
  expect(await run('export', '--list', 'power', '-o', file)).toMatchObject({ code: 0 });
  expect((await readFile(file)).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
});
