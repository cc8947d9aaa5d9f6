import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unsafeFiles } from '../../../cli/floors/unsafe-files.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zongheng-floors-'));
  await chmod(home, 0o755);
  await mkdir(join(home, 'keys'), { mode: 0o700 });
  await mkdir(join(home, 'postgres'), { mode: 0o755 });
  for (const [file, mode] of [
    ['keys/internal', 0o600],
    ['keys/issuer.pem', 0o600],
    ['keys/tokens.json', 0o644],
    ['postgres/password', 0o600],
  ] as const) {
    await writeFile(join(home, file), 'x');
    await chmod(join(home, file), mode);
  }
});

afterEach(() => rm(home, { recursive: true, force: true }));

test('as the hub makes them they are fine, and so is a folder that is not there', async () => {
  expect(await unsafeFiles(home)).toEqual([]);
  expect(await unsafeFiles(join(home, 'none'))).toEqual([]);
});

test.each([
  ['.', 0o777, '任何用户都可以改写'],
  ['keys', 0o770, '可以改写'],
  ['keys', 0o777, '可以改写'],
  ['keys/internal', 0o644, '可以读写'],
  ['keys/internal', 0o640, '可以读写'],
  ['keys/issuer.pem', 0o604, '可以读写'],
  ['keys/tokens.json', 0o664, '可以改写'],
  ['keys/tokens.json', 0o646, '可以改写'],
  ['postgres/password', 0o644, '可以读写'],
])('%s with the permissions %o is refused, with the command that mends it', async (file, mode, reason) => {
  await chmod(join(home, file), mode);
  const [found, ...others] = await unsafeFiles(home);
  expect(others).toEqual([]);
  expect(found?.reason).toContain(reason);
  expect(found?.remedy).toContain('chmod');
  expect(found?.remedy).toContain(join(home, file === '.' ? '' : file));
});

test('a folder in which everyone may write and nobody may take away is fine', async () => {
  await chmod(home, 0o1777);
  expect(await unsafeFiles(home)).toEqual([]);
});
