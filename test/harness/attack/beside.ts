import { setTimeout as wait } from 'node:timers/promises';
import type { CanaryWatch } from '../canaries.ts';
import { goldenRequests, startHonestProcess } from './honest-process.ts';
import type { Family } from './hostile-request.ts';
import { memoryOf } from './process-figures.ts';
import { attack, type Outcome } from './run.ts';

/** A server under attack: its address, and the process whose memory counts. */
export interface Attacked {
  readonly url: string;
  readonly pid: number;
}

export interface AttackPlan {
  /** Looks through every answer. */
  readonly watch: CanaryWatch;
  /** Milliseconds a refusal may take. */
  readonly soon: number;
  readonly families: readonly Family[];
  /** Sizes of each family. */
  readonly sizes: number;
  /** In how many parts the families are sent, with peace before each. */
  readonly rounds: number;
  /** Milliseconds of peace before each part. */
  readonly peace: number;
}

/** What a whole attack came to, and what honest clients saw of it. */
export interface AttackResult {
  readonly outcomes: readonly Outcome[];
  /** Milliseconds of honest answers in peace, and beside the attack. */
  readonly idle: readonly number[];
  readonly beside: readonly number[];
  /** Stored operations that were refused, or answered otherwise than before. */
  readonly failures: readonly string[];
  /** Bytes of the server before the attack, after it, and at most since the server began. */
  readonly memory: { readonly before: number; readonly after: number; readonly peak: number };
}

/** Attacks a server in turn with peace, while another process asks honestly all the time. */
export const attackBesideHonest = async (
  { url, pid }: Attacked,
  { families, sizes, rounds, peace, watch, soon }: AttackPlan,
): Promise<AttackResult> => {
  const port = Number(new URL(url).port);
  const requests = await goldenRequests(url);
  const honest = startHonestProcess(url, requests);
  const outcomes: Outcome[] = [];
  const idle: number[] = [];
  const beside: number[] = [];
  const failures: string[] = [];
  try {
    // Nothing of the beginning counts: code that has not run yet is slow.
    await wait(peace);
    failures.push(...(await honest.lap()).failures);
    const before = memoryOf(pid).now;
    for (let round = 0; round < rounds; round += 1) {
      await wait(peace);
      const quiet = await honest.lap();
      const part = families.filter((_, index) => index % rounds === round);
      outcomes.push(...(await attack({ port, pid, watch, soon }, part, sizes)));
      const loud = await honest.lap();
      idle.push(...quiet.milliseconds);
      beside.push(...loud.milliseconds);
      failures.push(...quiet.failures, ...loud.failures);
    }
    const { now: after, peak } = memoryOf(pid);
    return { outcomes, idle, beside, failures, memory: { before, after, peak } };
  } finally {
    await honest.end();
  }
};
