import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openKeyFile } from '../../../gateway/tokens/key-file.ts';
import { UnusableKeys } from '../../../gateway/unusable-keys.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zongheng-key-file-'));
  path = join(folder, 'tokens.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const setOf = (...ids: readonly string[]): string => {
  const keys = ids.map((kid) => ({
    ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
    kid,
  }));
  return JSON.stringify({ keys });
};
const write = (text: string): Promise<void> => writeFile(path, text, { mode: 0o644 });

/** The file opened with a clock of its own, and what was told of it. */
const opened = async (isRequired = true) => {
  let elapsed = 0;
  const told: (string | undefined)[] = [];
  const onChange = (problem: string | undefined): void => void told.push(problem);
  const current = await openKeyFile({ path, isRequired, elapsed: () => elapsed, onChange });
  const idsAfter = async (milliseconds: number): Promise<readonly string[]> => {
    elapsed += milliseconds;
    return [...(await current()).keys()];
  };
  return { idsAfter, told };
};

describe('keys of a file', () => {
  test('are followed as they change, a second later at the latest, not for every token', async () => {
    await write(setOf('a'));
    const { idsAfter, told } = await opened();
    expect(await idsAfter(0)).toEqual(['a']);
    await write(setOf('a', 'b'));
    expect(await idsAfter(999)).toEqual(['a']);
    expect(await idsAfter(1)).toEqual(['a', 'b']);
    await write(setOf('b'));
    expect(await idsAfter(500)).toEqual(['a', 'b']);
    expect(await idsAfter(500)).toEqual(['b']);
    expect(told).toEqual([]);
  });

  test('are read once for all who ask at once', async () => {
    await write(setOf('a'));
    const { idsAfter } = await opened();
    await write(setOf('b'));
    const answers = await Promise.all([idsAfter(1_000), idsAfter(0), idsAfter(0)]);
    expect(answers).toEqual([['b'], ['b'], ['b']]);
  });

  test('are those of a second ago at most, however long a look takes', async () => {
    await write(setOf('a'));
    let elapsed = 0;
    const opening = openKeyFile({ path, isRequired: true, elapsed: () => elapsed });
    elapsed = 400;
    const current = await opening;
    const ids = async () => [...(await current()).keys()];
    await write(setOf('b'));
    elapsed = 1_000;
    const asked = ids();
    elapsed = 1_400;
    const beside = ids();
    expect([await asked, await beside]).toEqual([['b'], ['b']]);
    await write(setOf('c'));
    elapsed = 1_999;
    expect(await ids()).toEqual(['b']);
    elapsed = 2_000;
    expect(await ids()).toEqual(['c']);
  });

  test('are looked at by the clock of the process, and nobody need be told', async () => {
    await write(setOf('a'));
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    try {
      const current = await openKeyFile({ path, isRequired: true });
      await write('{');
      clock.mockReturnValue(999);
      expect((await current()).size).toBe(1);
      clock.mockReturnValue(1_000);
      expect((await current()).size).toBe(0);
    } finally {
      clock.mockRestore();
    }
  });

  test('are asked for again after a look that failed', async () => {
    await write(setOf('a'));
    const { idsAfter } = await opened();
    const importing = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('no key today'));
    try {
      await expect(idsAfter(1_000)).rejects.toThrow('no key today');
    } finally {
      importing.mockRestore();
    }
    expect(await idsAfter(0)).toEqual(['a']);
  });

  test('that are spoilt open nothing, which is told once, until they can be used again', async () => {
    await write(setOf('a'));
    const { idsAfter, told } = await opened();
    await write('{"keys":[');
    expect(await idsAfter(1_000)).toEqual([]);
    expect(await idsAfter(1_000)).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^令牌公钥文件 .*tokens\.json 不能用：不是 JWKS/u)]);
    await rm(path);
    expect(await idsAfter(1_000)).toEqual([]);
    expect(told.at(-1)).toMatch(/没有这个文件。$/u);
    await write(setOf('c'));
    expect(await idsAfter(1_000)).toEqual(['c']);
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBeUndefined();
  });

  test('may be missing where they are only looked for, and come later', async () => {
    const { idsAfter, told } = await opened(false);
    expect(await idsAfter(5_000)).toEqual([]);
    await writeFile(`${path}.new`, setOf('a'));
    await rename(`${path}.new`, path);
    expect(await idsAfter(1_000)).toEqual(['a']);
    expect(told).toEqual([]);
  });
});

describe('a start is refused', () => {
  const refusal = async (isRequired = true): Promise<string> => {
    const error = await openKeyFile({ path, isRequired }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableKeys);
    expect((error as Error).name).toBe('UnusableKeys');
    return (error as Error).message;
  };

  test('where the file that was named is not there', async () => {
    expect(await refusal()).toBe(`令牌公钥文件 ${path} 不能用：没有这个文件。`);
  });

  test.each([
    ['is spoilt', '{', /不是 JWKS/u],
    [
      'holds a private key',
      JSON.stringify({
        keys: [{ ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'a' }],
      }),
      /含有私钥/u,
    ],
    ['holds a shared secret', '{"keys":[{"kty":"oct","k":"AAAA","kid":"a"}]}', /是对称密钥/u],
    ['is endless', `{"keys":[]${' '.repeat(65_536)}}`, /超过 65536 字节/u],
  ])('where the file %s, whether it was named or not', async (_, text, reason) => {
    await write(text);
    expect(await refusal(true)).toMatch(reason);
    expect(await refusal(false)).toMatch(reason);
  });

  test('where others may write to the file', async () => {
    await write(setOf('a'));
    for (const mode of [0o664, 0o646]) {
      await chmod(path, mode);
      expect(await refusal()).toMatch(/别的用户可以改写它；请执行 chmod go-w/u);
    }
  });

  test('where it is no file: a folder, a pipe nobody writes into', async () => {
    await mkdir(path);
    await chmod(path, 0o755);
    expect(await refusal(false)).toMatch(/不是普通文件/u);
    await rm(path, { recursive: true });
    execFileSync('mkfifo', ['-m', '644', path]);
    expect(await refusal()).toMatch(/不是普通文件/u);
  });

  test('where the file cannot be reached', async () => {
    await symlink(path, path);
    expect(await refusal(false)).toMatch(/读不了（ELOOP）/u);
  });

  test('as a bug, where what is wrong is not the file', async () => {
    await write(setOf('a'));
    const importing = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('no key today'));
    try {
      await expect(openKeyFile({ path, isRequired: true })).rejects.toThrow(/^no key today$/u);
    } finally {
      importing.mockRestore();
    }
  });
});

test('a file of 65,536 bytes is read', async () => {
  await write(setOf('a').padEnd(65_536));
  expect(await (await opened()).idsAfter(0)).toEqual(['a']);
});
