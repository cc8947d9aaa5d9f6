import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The folder of the project. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly end: () => Promise<void>;
}

/** How a server is started: a file of the project, its words, what its environment adds, flags of node. */
export interface ServerStart {
  readonly file: string;
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
}

/** The last words of a process on its standard error. */
const lastWords = ({ stderr }: ChildProcess): (() => string) => {
  let told = '';
  stderr?.on('data', (chunk) => {
    told = `${told}${String(chunk)}`.slice(-4_000);
  });
  return () => told;
};

const readyAddress = async (child: ChildProcess, file: string, told: () => string): Promise<string> => {
  if (child.stdout === null) throw new Error('no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)/u.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`${file} ended before it was ready:\n${told()}`);
};

// A benchmark that is broken off leaves no server behind.
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGTERM');
});

/** How long a server may take to end by itself. */
const LONGEST_END = 10_000;

/** Starts a server on a free port of this machine and waits for its line `ready <address>`. */
export const startServer = async (start: ServerStart): Promise<ServerProcess> => {
  const { file, words = [], environment = {}, flags = [] } = start;
  const child = spawn(process.execPath, [...flags, join(ROOT, file), ...words], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const told = lastWords(child);
  let isAwaited = true;
  // One that dies while it is measured says why, whatever comes of the measurement.
  child.once('close', (code, signal) => {
    if (!isAwaited) process.stderr.write(`${file} has ended (${signal ?? code}):\n${told()}\n`);
  });
  const end = async () => {
    isAwaited = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_END);
    await gone;
    clearTimeout(limit);
  };
  try {
    const url = await readyAddress(child, file, told);
    isAwaited = false;
    child.stdout?.resume();
    return { url, pid: child.pid ?? -1, end };
  } catch (error) {
    await end();
    throw error;
  }
};

/** Starts several servers, each knowing those before it; when one does not start, the others are ended. */
export const startServers = async (
  starts: readonly ((before: readonly ServerProcess[]) => ServerStart)[],
): Promise<readonly ServerProcess[]> => {
  const running: ServerProcess[] = [];
  try {
    for (const start of starts) running.push(await startServer(start(running)));
    return running;
  } catch (error) {
    await Promise.all(running.map((server) => server.end()));
    throw error;
  }
};
