import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Unsafe } from './unsafe.ts';

const WRITABLE_BY_ALL = 0o002;
const STICKY = 0o1000;
const WRITABLE_BY_OTHERS = 0o022;
const ANY_BY_OTHERS = 0o077;

/** The public keys: whoever writes them writes tokens, but all may read them. */
const PUBLIC_KEYS = 'tokens.json';

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'EACCES') return undefined;
  throw error;
};

const modeOf = async (path: string): Promise<number | undefined> => (await stat(path).catch(absent))?.mode;

const unsafeFile = async (path: string, forbidden: number, remedy: string): Promise<readonly Unsafe[]> => {
  const mode = await modeOf(path);
  if (mode === undefined || (mode & forbidden) === 0) return [];
  const may = forbidden === ANY_BY_OTHERS ? '读写' : '改写';
  return [{ reason: `别的用户可以${may} ${path}`, remedy: `请执行 ${remedy} ${path}` }];
};

/** All that is unsafe about the permissions of the hub's own folder and of the keys in it. */
export const unsafeFiles = async (home: string): Promise<readonly Unsafe[]> => {
  const mode = (await modeOf(home)) ?? 0;
  const open = (mode & WRITABLE_BY_ALL) !== 0 && (mode & STICKY) === 0;
  const keys = join(home, 'keys');
  const names = (await readdir(keys).catch(absent)) ?? [];
  const files = await Promise.all([
    unsafeFile(keys, WRITABLE_BY_OTHERS, 'chmod go-w'),
    unsafeFile(join(home, 'postgres', 'password'), ANY_BY_OTHERS, 'chmod 600'),
    ...names
      .sort()
      .map((name) =>
        name === PUBLIC_KEYS
          ? unsafeFile(join(keys, name), WRITABLE_BY_OTHERS, 'chmod go-w')
          : unsafeFile(join(keys, name), ANY_BY_OTHERS, 'chmod go-rwx'),
      ),
  ]);
  const folder = { reason: `任何用户都可以改写 ${home}`, remedy: `请执行 chmod o-w ${home}` };
  return [...(open ? [folder] : []), ...files.flat()];
};
