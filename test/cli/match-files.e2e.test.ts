import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runZongheng } from '../support/processes.ts';

let folder: string;
let home: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-files-'));
  home = join(folder, 'home');
  await writeFile(join(folder, 'reference.csv'), '\uFEFFid,name\r\nr1,食品经营许可\r\nr2,护士执业注册\r\n');
  await writeFile(join(folder, 'items.csv'), 'id,name\ni2,护士执业注册\ni1,古树认养\n');
  await writeFile(join(folder, 'pairs.csv'), 'pair_id,a_name,b_name\np1,药品零售许可,药品批发许可\n');
  await writeFile(join(folder, 'broken.csv'), 'id,name\ni1,"甲\n');
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);

/** An address where no database answers: whoever asks for one fails. */
const run = (...words: readonly string[]) =>
  runZongheng(words, { ZONGHENG_HOME: home, DATABASE_URL: 'postgres://127.0.0.1:1/none' });

describe('files are matched and measured without a database', () => {
  test('items', async () => {
    const files = ['--reference', path('reference.csv'), '--items', path('items.csv')];
    const { code, out } = await run('match', ...files, '--json');
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).item)).toEqual(['i2', 'i1']);
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual([
      'item',
      'match',
      'relation',
      'confidence',
      'band',
      'candidates',
      'evidence',
    ]);
  });

  test('pairs', async () => {
    const { code, out } = await run('match', '--pairs', path('pairs.csv'), '--json');
    expect(code).toBe(0);
    const { pair, relation, probabilities } = JSON.parse(out);
    expect([pair, Object.keys(probabilities)]).toEqual(['p1', ['same', 'partial', 'different']]);
    const chances = Object.entries<number>(probabilities);
    expect(relation).toBe(chances.toSorted(([, one], [, other]) => other - one)[0]?.[0]);
  });

  test('labels', async () => {
    const labels = join(import.meta.dirname, '../fixtures/matching/labels.jsonl');
    const { code, out } = await run('evaluate', '--labels', labels, '--json', '--no-html');
    expect(code).toBe(0);
    expect(JSON.parse(out).pairs.quality.count).toBe(5);
  });

  test('nothing is left behind', async () => {
    expect((await readdir(folder)).sort()).toEqual(['broken.csv', 'items.csv', 'pairs.csv', 'reference.csv']);
  });
});

test.each([
  ['a broken file', 1, ['--reference', 'reference.csv', '--items', 'broken.csv'], '引号没有配对'],
  ['a missing file', 1, ['--pairs', 'nowhere.csv'], '文件不存在'],
  ['items without a reference', 2, ['--items', 'items.csv'], '--reference'],
])('%s ends with %i and no line', async (_, exit, words, sentence) => {
  const given = words.map((word) => (word.endsWith('.csv') ? path(word) : word));
  const { code, out, told } = await run('match', ...given, '--json');
  expect([code, out]).toEqual([exit, '']);
  expect(told).toContain(sentence);
});
