import { link, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inWords, isSameFile, refusesToWrite, whyUnreadable } from '../../cli/file-words.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-words-'));
  await mkdir(join(home, 'f'));
  await writeFile(join(home, 'f/a.xlsx'), 'a');
  await writeFile(join(home, 'b.xlsx'), 'a');
  await symlink(join(home, 'f/a.xlsx'), join(home, 'soft.xlsx'));
  await link(join(home, 'f/a.xlsx'), join(home, 'hard.xlsx'));
});

afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

test.each([
  ['f/a.xlsx', true],
  ['./f/../f/a.xlsx', true],
  ['soft.xlsx', true],
  ['hard.xlsx', true],
  ['b.xlsx', false],
  ['missing.xlsx', false],
])('f/a.xlsx and %s are one file: %s', async (other, same) => {
  expect(await isSameFile(join(home, 'f/a.xlsx'), `${home}/${other}`)).toBe(same);
});

describe('whether a file can be written is told before', () => {
  test.each([
    ['new.xlsx', false, undefined],
    ['b.xlsx', false, '已经存在，没有覆盖；要覆盖请加 --force。'],
    ['b.xlsx', true, undefined],
    ['f', true, '：这是文件夹，不是文件。'],
    ['nowhere/x.xlsx', true, '：文件夹不存在。'],
    ['b.xlsx/x.xlsx', true, '：路径中有一段不是文件夹。'],
  ])('%s, force %s', async (name, force, end) => {
    const sentence = await refusesToWrite(join(home, name), force);
    if (end === undefined) expect(sentence).toBeUndefined();
    else expect(sentence?.endsWith(end)).toBe(true);
  });
});

const failure = (code: string) => Object.assign(new Error(`${code}: in English`), { code });

test.each([
  ['ENOENT', '文件不存在', '写不了文件 x：文件夹不存在。'],
  ['EISDIR', '这是文件夹，不是文件', '写不了文件 x：这是文件夹，不是文件。'],
  ['EACCES', '没有读取权限', '写不了文件 x：没有写入权限。'],
  ['EODD', '系统没有说明原因', 'EODD: in English'],
])('%s in words', (code, reading, writing) => {
  expect(whyUnreadable(failure(code))).toBe(reading);
  expect((inWords('x', failure(code)) as Error).message).toBe(writing);
});
