import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newKey, parseKeys, type SigningKeys } from '../signing/keys.ts';
import type { Config } from './config.ts';
import { UnusableKeys } from './unusable-keys.ts';

/**
 * The keys that calls between the hub's processes are signed with: those of INTERNAL_KEYS, else the one in the file
 * keys/internal of ZONGHENG_HOME, which whoever needs it first makes. Throws UnusableKeys for a file others may read.
 */
export async function internalKeys({
  internalKeys: given,
  home,
}: Pick<Config, 'internalKeys' | 'home'>): Promise<SigningKeys> {
  if (given !== undefined) return given;
  const path = join(home, 'keys', 'internal');
  try {
    return (await readKeys(path)) ?? (await makeKeys(home, path));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (cause instanceof UnusableKeys || code === undefined) throw cause;
    throw unusable(path, `读不到，也建不了（${code}）`, cause);
  }
}

const unusable = (path: string, why: string, cause?: unknown): UnusableKeys =>
  new UnusableKeys(`内部调用的密钥文件 ${path} ${why}；请改正，或用环境变量 INTERNAL_KEYS 给出密钥。`, {
    cause,
  });

/** Undefined where there is no such file. */
async function readKeys(path: string): Promise<SigningKeys | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP') throw unusable(path, '是符号链接', error);
    throw error;
  }
  try {
    const { mode, uid } = await file.stat();
    if ((mode & 0o077) !== 0) throw unusable(path, '别人也能读写，应为 0600');
    if (process.getuid !== undefined && uid !== process.getuid()) throw unusable(path, '属于别的用户');
    const keys = parseKeys((await file.readFile('utf8')).trim());
    if (keys === undefined) throw unusable(path, '里面不是密钥');
    return keys;
  } finally {
    await file.close();
  }
}

/** Written whole under another name, then given its own: of several processes that do so at once, one wins. */
async function makeKeys(home: string, path: string): Promise<SigningKeys> {
  const folder = dirname(path);
  // The home holds the embedded database too, whose server may be another user.
  await mkdir(home, { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.internal-${process.pid}-${randomBytes(4).toString('hex')}`);
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${newKey(randomBytes)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await unlink(draft);
  }
  const keys = await readKeys(path);
  if (keys === undefined) throw unusable(path, '刚建好就不见了');
  return keys;
}
