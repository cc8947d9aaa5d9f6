import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { type EmbeddedServer, startEmbedded } from '../../db/embedded.ts';
import { runZongheng, startZongheng } from '../support/processes.ts';

let home: string;
let server: EmbeddedServer;
let held: Sql;
let clean: string;
let dirty: string;

const run = (...words: readonly string[]) => runZongheng(words, { ZONGHENG_HOME: home });

const POWER = [
  '--list',
  'power',
  '--level',
  'COUNTY',
  '--region',
  '880121',
  '--kind',
  'POWER',
  '--name',
  '权力清单',
];

const BASIS = '《中华人民共和国食品安全法》第三十五条：国家对食品生产经营实行许可制度。';
const OFFICE = '纵横省长风市青溪县市场监督管理局';

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-cli-'));
  await chmod(home, 0o755);
  // A connection held open keeps the server up from call to call: the last to leave would stop it.
  server = await startEmbedded(home);
  held = connect(server.url, { connections: 1 });
  await held`select 1`;
  clean = join(home, 'clean.csv');
  dirty = join(home, 'dirty.csv');
  await writeFile(
    clean,
    [
      'row_id,事项名称,基本编码,事项类型,设定依据,实施主体,区划代码,区划名称',
      `1,食品经营许可,880101001000,行政许可,${BASIS},${OFFICE},880121,纵横省长风市青溪县`,
      `2,药品零售许可,880101002000,行政许可,${BASIS},${OFFICE},880121,纵横省长风市青溪县`,
      '',
    ].join('\n'),
  );
  await writeFile(dirty, 'row_id,事项名称,承诺办结时限\n1,甲事项,尽快\n2,,5个工作日\n');
});

afterAll(async () => {
  await held.end();
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

describe('wrong usage ends with 2 and says what would be right', () => {
  test.concurrent.each([
    [['nonsense'], '没有命令“nonsense”'],
    [['import'], '请给出要导入的文件'],
    [['import', 'x.csv'], '--list'],
    [['import', 'x.csv', '--list', 'x', '--colour', 'red'], '--colour'],
    [['publish', 'power'], '--list power'],
    [['drafts', '--discard', 'a', '--quarantined', 'a'], '不能一起用'],
    [['rollback'], '版次号'],
    [['subgraph', 'weather'], 'reference'],
    [['gateway'], '--supergraph'],
    [['gateway', '--supergraph', 'nowhere.graphql'], 'nowhere.graphql'],
    [['demo', '--size', 'huge', '--out', 'x'], 'small'],
  ])('%j', async (words, sentence) => {
    const { code, told, out } = await run(...words);
    expect([code, out]).toEqual([2, '']);
    expect(told).toContain(sentence);
  });

  test('a wrong environment variable', async () => {
    const { code, told } = await runZongheng(['releases'], { ZONGHENG_HOME: home, PORT: 'eighty' });
    expect(code).toBe(2);
    expect(told).toContain('PORT');
  });
});

test('every command explains itself with an example', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gmu)].map(([, name]) => name as string);
  expect(names.length).toBeGreaterThan(9);
  // Two at a time: a start is all that each of them takes.
  for (let at = 0; at < names.length; at += 2) {
    const pair = names.slice(at, at + 2);
    const helps = await Promise.all(pair.map((name) => run(name, '--help')));
    for (const [index, help] of helps.entries()) {
      expect([pair[index], help.code]).toEqual([pair[index], 0]);
      expect(help.out).toContain('例：');
    }
  }
});

describe('a list from file to release', () => {
  test('nothing published yet: publish fails with 1 and says what to do', async () => {
    const { code, told } = await run('publish');
    expect(code).toBe(1);
    expect(told).toContain('zongheng import');
  });

  test('a clean file ends with 0, the report is one line of JSON', async () => {
    const { code, out } = await run('import', clean, ...POWER, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      file: 'clean.csv',
      list: 'power',
      rows: 2,
      accepted: 2,
      quarantined: 0,
      added: 2,
      changed: 0,
      unchanged: 0,
      removed: 0,
      problems: [],
    });
  });

  test('published, listed, and unchanged when done again', async () => {
    expect(await run('publish', '--note', '首次')).toMatchObject({ code: 0, out: '版次 1\n' });
    expect((await run('releases')).out).toMatch(/^1\t[-\d]+T[:\d]+\+08:00\t\+2\t~0\t-0\t首次\n$/u);
    expect(JSON.parse((await run('import', clean, '--list', 'power', '--json')).out)).toMatchObject({
      added: 0,
      unchanged: 2,
    });
    expect((await run('publish')).told).toContain('没有产生新的版次');
    expect(await run('verify')).toMatchObject({ code: 0 });
  });

  test('what was done is in the trail, and a digest that was noted is checked', async () => {
    const { out } = await run('trail', '--region', '88', '--below', '--json');
    const lines = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(
      lines.map(({ region, action, target, outcome, release }) => [region, action, target, outcome, release]),
    ).toEqual([
      ['880121000000', 'IMPORT', 'power', 'ACCEPTED', null],
      ['880121000000', 'PUBLISH', 'power', 'ACCEPTED', 1],
      ['880121000000', 'IMPORT', 'power', 'ACCEPTED', null],
    ]);
    expect(lines[0].subject).toBe(userInfo().username);
    const [first] = (await run('trail', '--region', '880121')).out.split('\n');
    const [, shown = ''] = first?.split('\t') ?? [];
    expect(shown).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/u);
    expect(Math.floor(Date.parse(lines[0].moment) / 1000)).toBe(Date.parse(shown) / 1000);
    expect((await run('trail', '--region', '880122')).told).toContain('没有留痕');
    const [seal] = await held<{ digest: string }[]>`select digest from audit.seal where release = 1`;
    expect(await run('verify', '--anchor', `1:${seal?.digest}`)).toMatchObject({ code: 0 });
    const other = await run('verify', '--anchor', `1:${'0'.repeat(64)}`);
    expect(other).toMatchObject({ code: 1, told: expect.stringContaining('版次 1 与所给的摘要不符') });
    expect(other.told).toContain('或者所给的摘要、版次或序号写错了');
    expect(other.told).toContain('请先不要发布，留存数据库的现状');
  });

  test('a file with problems ends with 3 and lists each; a row without a name is the one refused', async () => {
    const { code, out } = await run(
      'import',
      dirty,
      '--list',
      'power',
      '--json',
      '--dry-run',
      '--allow-removals',
    );
    expect(code).toBe(3);
    const report = JSON.parse(out);
    expect([report.rows, report.accepted]).toEqual([2, 1]);
    expect(report.problems.map((found: { code: string; row: number }) => [found.code, found.row])).toEqual(
      expect.arrayContaining([
        ['UNRECOGNISED_TIME_LIMIT', 2],
        ['NAME_MISSING', 3],
      ]),
    );
  });

  test('a draft can be seen and dropped', async () => {
    const unnamed = await run(
      'import',
      clean,
      '--list',
      'mistyped',
      '--level',
      'COUNTY',
      '--region',
      '880121',
      '--kind',
      'POWER',
    );
    expect(unnamed.told).toContain('清单还没有名称，报告和网页上都写作 mistyped：重新导入时加 --name');
    expect(unnamed.told).not.toContain('提示：区划');
    const named = await run('import', clean, '--list', 'power', '--dry-run');
    expect(named.told).not.toContain('--name');
    const others = ['--list', 'elsewhere', '--level', 'COUNTY', '--kind', 'POWER', '--region', '999999'];
    const elsewhere = await run('import', dirty, ...others, '--dry-run');
    expect(elsewhere).toMatchObject({ code: 3 });
    expect(elsewhere.told).toContain('提示：区划 999999000000 在这里的清单和区划里都还没有');
    expect((await run('drafts')).out).toMatch(/^mistyped\tmistyped\tCOUNTY\tPOWER\t880121000000\t2\t/u);
    expect(await run('drafts', '--discard', 'mistyped')).toMatchObject({ code: 0 });
    expect(await run('drafts', '--discard', 'mistyped')).toMatchObject({ code: 1 });
    expect((await run('drafts')).out).toBe('');
  });

  test.each([
    [['import', 'nowhere.csv', '--list', 'power'], '文件不存在'],
    [['import', 'list.pdf', '--list', 'power'], '文件不存在'],
    [['rollback', '7', '--yes'], '没有版次 7'],
    [['drafts', '--quarantined', 'nosuch'], '没有清单“nosuch”'],
  ])('%j fails with 1', async (words, sentence) => {
    const { code, told } = await run(...words);
    expect(code).toBe(1);
    expect(told).toContain(sentence);
  });

  test('a report never takes the place of a file that is imported, nor unasked of another', async () => {
    const book = join(home, 'book.xlsx');
    await run('export', '--list', 'power', '-o', book);
    const bytes = await readFile(book);
    const own = await run('import', book, '--list', 'power', '--dry-run', '--report', `${home}/./book.xlsx`);
    expect([own.code, own.told]).toEqual([2, expect.stringContaining('--report 不能覆盖要导入的文件')]);
    const report = (path: string, ...more: string[]) =>
      run('import', book, '--list', 'power', '--dry-run', '--report', path, ...more);
    const other = join(home, 'other.xlsx');
    await writeFile(other, '别的');
    expect((await report(other)).told).toContain('--force');
    expect(await readFile(other, 'utf8')).toBe('别的');
    expect((await report(join(home, 'nowhere', 'x.xlsx'))).told).toMatch(
      /^写不了文件 .*：文件夹不存在。\n$/u,
    );
    expect((await report(other, '--force')).told).toContain('问题已标在 other.xlsx 中');
    expect((await readFile(other)).subarray(0, 2).toString('latin1')).toBe('PK');
    expect((await readFile(book)).equals(bytes)).toBe(true);
  });

  test('rollback tells before it does', async () => {
    const preview = await run('rollback', '1');
    expect([preview.code, preview.out]).toEqual([0, '']);
    expect(preview.told).toContain('新增 0，变更 0，取消 0');
    expect(await run('rollback', '99')).toMatchObject({ code: 1, out: '' });
    expect((await run('releases')).out.split('\n')).toHaveLength(2);
    expect(await run('rollback', '1', '--yes')).toMatchObject({ code: 0, out: '版次 2\n' });
  });

  test('the demonstration province comes as files', async () => {
    const out = join(home, 'demo');
    expect((await run('demo', '--size', 'small', '--out', out)).code).toBe(0);
    expect(await readdir(out)).toEqual(
      expect.arrayContaining(['manifest.json', 'reference.csv', 'truth.jsonl']),
    );
  });
});

describe('start', () => {
  test('an empty hub is ready at once, and SIGTERM ends it with what was under way', async () => {
    const running = await startZongheng(['start', '--empty'], { ZONGHENG_HOME: home, PORT: '0' });
    const answer = await fetch(new URL('/health/live', running.url));
    expect(answer.status).toBe(200);
    await running.end('SIGTERM');
    await expect(fetch(running.url)).rejects.toThrow();
  });

  test('a home that cannot be made is named', async () => {
    const { code, told } = await runZongheng(['start'], { ZONGHENG_HOME: '/proc/nowhere/home', PORT: '0' });
    expect(code).toBe(1);
    expect(told).toContain('/proc/nowhere');
    expect(told).toContain('ZONGHENG_HOME');
  });

  test('a database that is away is named', async () => {
    const { code, told } = await runZongheng(['start'], {
      DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/x',
      PORT: '0',
    });
    expect(code).toBe(1);
    expect(told).toContain('DATABASE_URL');
    expect(told).not.toContain('geheim');
  });
});
