import { startLoadProcess } from './load-process.ts';
import type { Started } from './rolls.ts';
import type { LoadPlan } from './verified-load.ts';
import { connectionsOf, sparesOf, untilProcesses, workersOf } from './workers-of.ts';

export interface KillOptions {
  readonly plan: LoadPlan;
  readonly kills: number;
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
  /** Milliseconds the kill was put off until a process was in reserve again. */
  readonly reserve: number;
}

export interface KillResult {
  readonly answered: number;
  readonly kills: readonly Kill[];
  readonly failures: readonly string[];
}

/** Milliseconds a worker answers before it is killed: one that dies young is replaced the later the more have, by intent. */
const GROWN_UP = 5_500;

/**
 * Kills the oldest worker again and again under load, as soon as a process is in reserve again. A worker is stopped for
 * the moment in which its connections are counted: what is sent to it meanwhile it does not take.
 */
export const killUnderLoad = async (started: Started, options: KillOptions): Promise<KillResult> => {
  const { plan, kills, tell } = options;
  const { port } = new URL(started.url);
  const load = startLoadProcess(plan);
  const done: Kill[] = [];
  const since = new Map<number, number>();
  for (let kill = 1; kill <= kills; kill += 1) {
    const reserve = await untilProcesses(
      () => sparesOf(started.pid),
      (spares) => spares.length > 0,
    );
    const [victim = 0] = workersOf(started.pid);
    for (const pid of workersOf(started.pid)) since.set(pid, since.get(pid) ?? performance.now());
    const grownUp = (since.get(victim) ?? 0) + GROWN_UP;
    await untilProcesses(
      () => workersOf(started.pid),
      () => performance.now() >= grownUp,
    );
    await load.nextTold();
    const failedBefore = load.failures().length;
    process.kill(victim, 'SIGSTOP');
    const open = connectionsOf(victim, Number(port));
    process.kill(victim, 'SIGKILL');
    const back = await untilProcesses(
      () => workersOf(started.pid),
      (now) => now.length === started.workers && !now.includes(victim),
    );
    await load.nextTold();
    const failed = load.failures().length - failedBefore;
    done.push({ failed, open, back, reserve });
    tell(`结束 ${kill}/${kills}：失败 ${failed}，当时连接 ${open}，${back.toFixed(0)} 毫秒后恢复`);
  }
  const { answered, failures } = await load.end();
  return { answered, kills: done, failures };
};
