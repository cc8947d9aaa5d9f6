import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

/** A `zongheng` process of its own that has said it is ready. */
export interface Running extends AsyncDisposable {
  /** The address it printed. */
  readonly url: string;
  readonly pid: number;
  /** Ends it with a signal and waits until it is gone. */
  readonly end: (signal?: NodeJS.Signals) => Promise<void>;
}

const firstReadyLine = async (child: ChildProcess): Promise<string> => {
  let told = '';
  child.stderr?.on('data', (chunk) => {
    told += String(chunk);
  });
  if (child.stdout === null) throw new Error('no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)/u.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`ended before it was ready:\n${told}`);
};

/** Starts `zongheng …` as a real process and waits for its line `ready <address>`. */
export const startZongheng = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> => {
  const child = spawn(process.execPath, [join(root, 'cli/zongheng.ts'), ...words], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const url = await firstReadyLine(child);
  child.stdout?.resume();
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  };
  return { url, pid: child.pid ?? -1, end, [Symbol.asyncDispose]: () => end() };
};

/** What a finished process said and how it ended. */
export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

/** Runs `zongheng …` to its end. */
export const runZongheng = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> => {
  const child = spawn(process.execPath, [join(root, 'cli/zongheng.ts'), ...words], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let told = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    told += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, told };
};
