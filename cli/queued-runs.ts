import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Sql } from '../db/client.ts';
import type { Terminal } from './command.ts';
import { workerEnvironment } from './worker-environment.ts';

/** Whoever asks for a run calls `matching.queue_run`, which tells this channel. */
const CHANNEL = 'zongheng_run_queued';

/** Sees to it that runs which were asked for are done, for as long as it is open. */
export interface QueuedRuns {
  /** Stops listening and ends the process under way: another one does its block again. */
  readonly close: () => Promise<void>;
}

export interface QueuedRunsOptions {
  /** Words of the process that does the runs. */
  readonly words?: readonly string[];
  /** Milliseconds before each further try after a failure; after the last of them the next request is waited for. */
  readonly pauses?: readonly number[];
}

const WORKER = [fileURLToPath(new URL('./zongheng.ts', import.meta.url)), 'match', '--work'];

/** A database that restarts is back within the first; what fails after all of them fails of itself. */
const PAUSES = [1_000, 5_000, 30_000, 120_000, 600_000];

/** Milliseconds a database may take to hear that nobody listens any more. */
const LONGEST_FAREWELL = 1_000;

const isAnyLeft = async (sql: Sql): Promise<boolean> =>
  (await sql`select 1 from matching.run where status in ('QUEUED', 'RUNNING') limit 1`).length > 0;

const startWorker = (
  words: readonly string[],
  { environment }: Pick<Terminal, 'environment'>,
): ChildProcess =>
  spawn(process.execPath, words, {
    // What goes wrong there is told by that process itself.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: workerEnvironment({ ...process.env, ...environment }),
  });

/** Why a process did not end well; undefined where it did. */
const failureOf = async (child: ChildProcess): Promise<string | undefined> => {
  const [code, signal] = await once(child, 'exit').catch((error: unknown) => [String(error)]);
  return code === 0 ? undefined : `做匹配运行的进程没有正常结束（${code ?? signal}）`;
};

/** Tries again after a pause that grows, and no more once all have been made. */
const retries = (pauses: readonly number[], attempt: () => void) => {
  let made = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    /** Whether there will be another try. */
    plan: (): boolean => {
      const pause = pauses[made];
      if (pause === undefined) return false;
      made += 1;
      clearTimeout(timer);
      timer = setTimeout(attempt, pause);
      return true;
    },
    /** The try that is planned is made otherwise. */
    cancel: (): void => clearTimeout(timer),
    /** Nothing is wrong any more: the next failure is the first. */
    heal: (): void => {
      made = 0;
      clearTimeout(timer);
    },
  };
};

/**
 * Listens for runs that are asked for, and does them in a process of its own, one at a time: judging would keep this
 * one from answering. Runs asked for while nobody listened are taken up at the start and after a lost connection. A
 * process that fails is started again while runs are left, a few times.
 */
export const serveQueuedRuns = async (
  sql: Sql,
  terminal: Pick<Terminal, 'environment' | 'tell'>,
  { words = WORKER, pauses = PAUSES }: QueuedRunsOptions = {},
): Promise<QueuedRuns> => {
  let worker: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined;
  let askedMeanwhile = false;
  let closed = false;
  const again = retries(pauses, () => void lookForRuns());
  const failed = (sentence: string): void => {
    if (closed) return;
    const last = again.plan()
      ? '稍后再看有无剩下的，再试。'
      : '不再重试：排除原因后重新启动，或再要求一次匹配运行。';
    terminal.tell(`${sentence}；${last}`);
  };
  const begin = (): void => {
    if (closed) return;
    if (worker !== undefined) {
      // It may have looked for the last time already.
      askedMeanwhile = true;
      return;
    }
    again.cancel();
    const child = startWorker(words, terminal);
    const ended = failureOf(child).then((failure) => {
      worker = undefined;
      if (failure === undefined) again.heal();
      else failed(failure);
      if (!askedMeanwhile) return;
      askedMeanwhile = false;
      begin();
    });
    worker = { child, ended };
  };
  // Called by the driver, which handles no rejection, and after a failure.
  const lookForRuns = async (): Promise<void> => {
    try {
      if (await isAnyLeft(sql)) begin();
      else again.heal();
    } catch (error) {
      failed(`没能查看有无排队的匹配运行（${error instanceof Error ? error.message : String(error)}）`);
    }
  };
  const asked = (): void => {
    again.heal();
    begin();
  };
  const { unlisten } = await sql.listen(CHANNEL, asked, lookForRuns);
  return {
    close: async () => {
      closed = true;
      again.cancel();
      // A database that is away tells nobody anything more.
      await Promise.race([
        unlisten().catch(() => undefined),
        pause(LONGEST_FAREWELL, undefined, { ref: false }),
      ]);
      worker?.child.kill();
      await worker?.ended;
    },
  };
};
