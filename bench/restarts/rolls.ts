import { startLoadProcess } from './load-process.ts';
import type { LoadPlan } from './verified-load.ts';
import { untilProcesses, workersOf } from './workers-of.ts';

/** A supervisor and so many workers under it. */
export interface Started {
  readonly url: string;
  readonly pid: number;
  readonly workers: number;
}

export interface RollOptions {
  readonly plan: LoadPlan;
  readonly rolls: number;
  /** Requests to be sent in any case. */
  readonly requests: number;
  readonly tell: (sentence: string) => void;
}

export interface RollResult {
  readonly rolls: number;
  readonly answered: number;
  readonly failures: readonly string[];
  /** Of each roll, from the signal to the end of the last former worker. */
  readonly seconds: readonly number[];
}

/** Replaces all workers again and again under load. */
export const rollUnderLoad = async (started: Started, options: RollOptions): Promise<RollResult> => {
  const { plan, rolls, requests, tell } = options;
  const load = startLoadProcess(plan);
  const seconds: number[] = [];
  for (let roll = 1; roll <= rolls; roll += 1) {
    const before = workersOf(started.pid);
    process.kill(started.pid, 'SIGHUP');
    const took = await untilProcesses(
      () => workersOf(started.pid),
      (now) => now.length === started.workers && !now.some((pid) => before.includes(pid)),
    );
    seconds.push(took / 1_000);
    if (roll % 5 === 0 || roll === rolls)
      tell(`更换 ${roll}/${rolls}：已核对 ${load.answered()} 个应答，失败 ${load.failures().length}`);
  }
  while (load.answered() + load.failures().length < requests) await load.nextTold();
  const { answered, failures } = await load.end();
  return { rolls, answered, failures, seconds };
};
