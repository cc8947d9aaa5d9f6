import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { PROGRAM, programStamp } from '../../../cli/workers/program-stamp.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const LATER = Date.now() + 3_600_000;
const MOMENT = new Date('2026-03-01T00:00:00Z');

const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'zongheng-stamp-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const write = async (folder: string, name: string, text: string, moment = MOMENT): Promise<void> => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await utimes(path, moment, moment);
};

const program = async (folder: string): Promise<void> => {
  await write(folder, 'gateway/answers/hits.ts', 'one');
  await write(folder, 'db/client.ts', 'two');
  await write(folder, 'node_modules/.package-lock.json', '{}');
};

describe('the stamp of a program', () => {
  const CHANGES: readonly (readonly [string, (folder: string) => Promise<void>])[] = [
    ['a longer file', (folder) => write(folder, 'db/client.ts', 'three')],
    ['a file written later', (folder) => write(folder, 'db/client.ts', 'two', new Date(+MOMENT + 1_000))],
    ['one more file', (folder) => write(folder, 'gateway/answers/more.ts', '')],
    ['a file of another name', (folder) => rename(join(folder, 'db/client.ts'), join(folder, 'db/other.ts'))],
    ['another package', (folder) => write(folder, 'node_modules/.package-lock.json', '{"a":1}')],
  ];

  test.each(CHANGES)('%s makes it another', (_, change) =>
    withFolder(async (folder) => {
      await program(folder);
      const before = await programStamp(folder, LATER);
      expect(await programStamp(folder, LATER)).toBe(before);
      await change(folder);
      expect(before).toMatch(/^[\da-f]{64}$/u);
      expect(await programStamp(folder, LATER)).not.toBe(before);
    }),
  );

  test('what answers do not come from leaves it as it is', () =>
    withFolder(async (folder) => {
      await program(folder);
      const before = await programStamp(folder, LATER);
      await write(folder, 'docs/model.md', 'text');
      await write(folder, 'node_modules/pg/index.js', 'code');
      expect(await programStamp(folder, LATER)).toBe(before);
    }));

  test('a file changed since the process began leaves none, whatever time it claims', () =>
    withFolder(async (folder) => {
      await program(folder);
      expect(await programStamp(folder, Date.now() - 60_000)).toBe(undefined);
    }));

  test.each([
    ['removed between its name was read and it was looked at', 'ENOENT', 'db/client.ts'],
    ['that may not be looked at', 'EACCES', 'gateway'],
  ])('a file %s leaves none, and nothing fails', (_, code, name) =>
    withFolder(async (folder) => {
      await program(folder);
      const look = async (path: string) => {
        if (path === join(folder, name)) throw Object.assign(new Error(code), { code });
        return await stat(path);
      };
      expect(await programStamp(folder, LATER)).toBeDefined();
      expect(await programStamp(folder, LATER, look)).toBe(undefined);
    }),
  );

  test('every file a worker loads is part of it', () => {
    const seen = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path) || !path.endsWith('.ts')) return;
      seen.add(path);
      const { module } = parseSync(path, readFileSync(path, 'utf8'));
      for (const { moduleRequest } of module.staticImports)
        if (moduleRequest.value.startsWith('.')) follow(resolve(dirname(path), moduleRequest.value));
    };
    follow(join(ROOT, 'cli/workers/worker.ts'));
    expect(seen.size).toBeGreaterThan(100);
    const others = [...seen]
      .map((path) => relative(ROOT, path))
      .filter((path) => !PROGRAM.includes(path.split('/')[0] ?? ''));
    expect(others).toEqual([]);
  });
});
