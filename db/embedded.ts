import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { connect } from './client.ts';
import { type Place, preparePlace } from './embedded-place.ts';
import { makeFolder } from './make-folder.ts';
import { oneAtATime } from './one-at-a-time.ts';

const run = promisify(execFile);

/** A running embedded server. */
export interface EmbeddedServer {
  /** Address of the database `zongheng`. */
  readonly url: string;
  /** Whether this call started the server; a server found running belongs to another process. */
  readonly started: boolean;
  readonly stop: () => Promise<void>;
  /** Stops the server unless another process still has connections: the last one to leave puts out the light. */
  readonly leave: () => Promise<void>;
  /** Starts the server again at the same address where it has died; false where it runs. Throws when it does not come up. */
  readonly revive: () => Promise<boolean>;
}

export interface EmbeddedOptions {
  /** Server settings besides the defaults, for example `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onProgress?: (sentence: string) => void;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  max_wal_size: '4GB',
  jit: 'off',
} as const;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
};

const control = (place: Place, ...words: readonly string[]) =>
  run(join(place.binaries, 'pg_ctl'), ['-D', place.data, ...words], { ...place.identity, cwd: place.data });

/** initdb into a neighbouring folder, then one rename: a crash in between leaves nothing half made. */
const initialise = async (place: Place): Promise<void> => {
  const fresh = `${place.data}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await place.own(fresh);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(fresh, '..', 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await place.own(passwordFile);
  const words = ['-D', fresh, '-U', 'zongheng', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C'];
  await run(join(place.binaries, 'initdb'), [...words, `--pwfile=${passwordFile}`], {
    ...place.identity,
    cwd: fresh,
  });
  await rename(fresh, place.data);
};

/** The port of a server already running over this data, or undefined. */
const runningPort = async (place: Place): Promise<number | undefined> => {
  if (!existsSync(join(place.data, 'postmaster.pid'))) return undefined;
  const alive = await control(place, 'status').then(
    () => true,
    () => false,
  );
  if (!alive) return undefined;
  const lines = (await readFile(join(place.data, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
};

const launch = async (
  place: Place,
  settings: Readonly<Record<string, string>>,
  port: number,
): Promise<number> => {
  const all = Object.entries({ ...SETTINGS, ...settings, port: String(port) });
  const options = all.map(([name, value]) => `-c ${name}='${value}'`).join(' ');
  const log = join(place.data, '..', 'postgres.log');
  await control(place, 'start', '-w', '-t', '60', '-l', log, '-o', options).catch(async (cause) => {
    const tail = await readFile(log, 'utf8').then(
      (text) => text.split('\n').slice(-8).join('\n'),
      () => '',
    );
    throw new Error(`内置数据库未能启动，日志在 ${log}：\n${tail}`, { cause });
  });
  return port;
};

/** Seconds until a server counts as silent that is asked who else is there. */
const LONGEST_QUESTION = 2;

/** Connections besides this one; rejects where the server does not answer. */
const otherClients = async (url: string): Promise<number> => {
  const sql = connect(url, { connections: 1, connectTimeout: LONGEST_QUESTION });
  try {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()`;
    return row?.count ?? 0;
  } finally {
    await sql.end({ timeout: 1 });
  }
};

/**
 * Starts the PostgreSQL that comes with the program over `<home>/postgres`, or joins the one already running
 * there, and returns its address. Throws with the end of the server's log when it does not come up.
 */
export const startEmbedded = async (home: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> => {
  await makeFolder(resolve(home));
  const place = await preparePlace(resolve(home));
  return await oneAtATime(join(place.data, '..', 'starting'), () => startOrJoin(place, options));
};

const startOrJoin = async (place: Place, options: EmbeddedOptions): Promise<EmbeddedServer> => {
  if (!existsSync(join(place.data, 'PG_VERSION'))) {
    options.onProgress?.('首次启动：正在创建内置数据库');
    await initialise(place);
  }
  await chmod(place.data, 0o700);
  const found = await runningPort(place);
  const port = found ?? (await launch(place, options.settings ?? {}, await freePort()));
  const password = await readFile(join(place.data, '..', 'password'), 'utf8');
  const url = `postgres://zongheng:${password}@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await control(place, 'stop', '-m', 'fast', '-w', '-t', '60');
  };
  const leave = async () => {
    const others = await otherClients(url).catch(async (error: unknown) => {
      if ((await runningPort(place)) === undefined) return undefined;
      throw error;
    });
    if (others === 0) await stop();
  };
  const revive = () =>
    oneAtATime(join(place.data, '..', 'starting'), async () => {
      if ((await runningPort(place)) !== undefined) return false;
      await launch(place, options.settings ?? {}, port);
      return true;
    });
  return { url, started: found === undefined, stop, leave, revive };
};
