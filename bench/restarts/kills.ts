import { setTimeout as pause } from 'node:timers/promises';
import { startLoadProcess } from './load-process.ts';
import type { Started } from './rolls.ts';
import type { LoadPlan } from './verified-load.ts';
import { connectionsOf, untilWorkers, workersOf } from './workers-of.ts';

export interface KillOptions {
  readonly plan: LoadPlan;
  readonly kills: number;
  /** Milliseconds before each kill: the process in reserve is there again after some seconds. */
  readonly quiet: number;
  readonly tell: (sentence: string) => void;
}

/** One worker killed under load. */
export interface Kill {
  /** Requests that failed from the kill on until the next one. */
  readonly failed: number;
  /** Connections the worker had open: on each at most one request is under way. */
  readonly open: number;
  /** Milliseconds from the kill until as many workers answer as before. */
  readonly back: number;
}

export interface KillResult {
  readonly answered: number;
  readonly kills: readonly Kill[];
  readonly failures: readonly string[];
}

/**
 * Kills one worker after another under load. A worker is stopped for the moment in which its connections are counted:
 * what is sent to it meanwhile it does not take.
 */
export const killUnderLoad = async (started: Started, options: KillOptions): Promise<KillResult> => {
  const { plan, kills, quiet, tell } = options;
  const { port } = new URL(started.url);
  const load = startLoadProcess(plan);
  const done: Kill[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(quiet);
    const before = workersOf(started.pid);
    const victim = before[kill % before.length] ?? 0;
    await load.nextTold();
    const failedBefore = load.failures().length;
    process.kill(victim, 'SIGSTOP');
    const open = connectionsOf(victim, Number(port));
    process.kill(victim, 'SIGKILL');
    const back = await untilWorkers(
      started.pid,
      (now) => now.length === started.workers && !now.includes(victim),
    );
    await load.nextTold();
    const failed = load.failures().length - failedBefore;
    done.push({ failed, open, back });
    tell(`结束 ${kill}/${kills}：失败 ${failed}，当时连接 ${open}，${back.toFixed(0)} 毫秒后恢复`);
  }
  const { answered, failures } = await load.end();
  return { answered, kills: done, failures };
};
