import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { internalKeys } from '../../gateway/internal-keys.ts';
import { UnusableKeys } from '../../gateway/unusable-keys.ts';
import { keysOf, keyText } from '../signing/signed-call.ts';
import { withFolder } from '../support/hub.ts';

const read = (home: string) => internalKeys({ internalKeys: undefined, home });

/** What is wrong with a key file of that text and mode. */
const refused = (text: string, mode: number): Promise<unknown> =>
  withFolder(async (home) => {
    await mkdir(join(home, 'keys'));
    const path = join(home, 'keys/internal');
    await writeFile(path, text);
    await chmod(path, mode);
    return await read(home).catch((error: unknown) => error);
  });

describe('keys of the calls between processes', () => {
  test('are those that are given, and then no file is made', () =>
    withFolder(async (home) => {
      const given = keysOf(keyText('given', 1));
      expect(await internalKeys({ internalKeys: given, home })).toBe(given);
      expect(await readdir(home)).toEqual([]);
    }));

  test('are made at first need, for this user alone, and are the same from then on', () =>
    withFolder(async (folder) => {
      const home = join(folder, 'not/yet/there');
      const [made] = await read(home);
      const path = join(home, 'keys/internal');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(join(home, 'keys'))).mode & 0o777).toBe(0o700);
      // The embedded database lies beside the keys, and its server is another user where this one is root.
      expect((await stat(home)).mode & 0o777).toBe(0o777 & ~process.umask());
      const [again] = await read(home);
      expect([again.id, again.secret.equals(made.secret)]).toEqual([made.id, true]);
      expect(await readdir(join(home, 'keys'))).toEqual(['internal']);
      const other = await withFolder(read);
      expect(other[0].secret.equals(made.secret)).toBe(false);
    }));

  test('are one and the same for all that need them at once', () =>
    withFolder(async (home) => {
      const all = await Promise.all(Array.from({ length: 20 }, () => read(home)));
      expect(new Set(all.map(([{ id }]) => id)).size).toBe(1);
      expect(await readdir(join(home, 'keys'))).toEqual(['internal']);
    }));

  test('in a file may be two: the first signs', () =>
    withFolder(async (home) => {
      await mkdir(join(home, 'keys'));
      const text = `${keyText('new', 1)},${keyText('old', 2)}\n`;
      await writeFile(join(home, 'keys/internal'), text, { mode: 0o600 });
      expect((await read(home)).map(({ id }) => id)).toEqual(['new', 'old']);
    }));

  test.each([0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o666])(
    'are refused from a file of mode %o',
    async (mode) => {
      const error = await refused(keyText('a', 1), mode);
      expect(error).toBeInstanceOf(UnusableKeys);
      expect(String(error)).toMatch(
        /keys\/internal 别人也能读写，应为 0600；请改正，或用环境变量 INTERNAL_KEYS/u,
      );
    },
  );

  test.each(['', 'x', `${keyText('a', 1)}x y`, 'a:AAAA'])(
    'are refused where the file says %j, which is not shown',
    async (text) => {
      const error = await refused(text, 0o600);
      expect(error).toBeInstanceOf(UnusableKeys);
      expect(String(error)).toMatch(/里面不是密钥/u);
      if (text.length > 10) expect(String(error)).not.toContain(text.slice(5, 15));
    },
  );

  test('are refused through a link, and where there can be no file', () =>
    withFolder(async (home) => {
      await mkdir(join(home, 'keys'));
      await writeFile(join(home, 'elsewhere'), keyText('a', 1), { mode: 0o600 });
      await symlink(join(home, 'elsewhere'), join(home, 'keys/internal'));
      await expect(read(home)).rejects.toThrow(/是符号链接/u);
      await expect(read(join(home, 'elsewhere'))).rejects.toThrow(/读不到，也建不了（ENOTDIR）/u);
      expect(await readFile(join(home, 'elsewhere'), 'utf8')).toBe(keyText('a', 1));
    }));
});
