import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Sql } from '../db/client.ts';
import type { Terminal } from './command.ts';

/** Whoever asks for a run calls `matching.queue_run`, which tells this channel. */
const CHANNEL = 'zongheng_run_queued';

/** Sees to it that runs which were asked for are done, for as long as it is open. */
export interface QueuedRuns {
  /** Stops listening and ends the process under way: another one does its block again. */
  readonly close: () => Promise<void>;
}

const isAnyLeft = async (sql: Sql): Promise<boolean> =>
  (await sql`select 1 from matching.run where status in ('QUEUED', 'RUNNING') limit 1`).length > 0;

const startWorker = (words: readonly string[], terminal: Pick<Terminal, 'environment'>): ChildProcess =>
  spawn(process.execPath, words, {
    // What goes wrong there is told by that process itself.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...terminal.environment },
  });

const WORKER = [fileURLToPath(new URL('./zongheng.ts', import.meta.url)), 'match', '--work'];

/**
 * Listens for runs that are asked for, and does them in a process of its own, one at a time: judging would keep this
 * one from answering. Runs asked for while nobody listened are taken up at the start and after a lost connection.
 */
export const serveQueuedRuns = async (
  sql: Sql,
  terminal: Pick<Terminal, 'environment' | 'tell'>,
  words: readonly string[] = WORKER,
): Promise<QueuedRuns> => {
  let worker: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined;
  let askedMeanwhile = false;
  let closed = false;
  const told = async (child: ChildProcess): Promise<void> => {
    const [code, signal] = await once(child, 'exit').catch((error: unknown) => [String(error)]);
    if (code !== 0 && !closed) terminal.tell(`做匹配运行的进程没有正常结束（${code ?? signal}）。`);
  };
  const wake = (): void => {
    if (closed) return;
    if (worker !== undefined) {
      // It may have looked for the last time already.
      askedMeanwhile = true;
      return;
    }
    const child = startWorker(words, terminal);
    const ended = told(child).then(() => {
      worker = undefined;
      if (!askedMeanwhile) return;
      askedMeanwhile = false;
      wake();
    });
    worker = { child, ended };
  };
  const { unlisten } = await sql.listen(CHANNEL, wake, async () => {
    if (await isAnyLeft(sql)) wake();
  });
  return {
    close: async () => {
      closed = true;
      await unlisten();
      worker?.child.kill();
      await worker?.ended;
    },
  };
};
