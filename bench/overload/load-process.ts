import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadPlan, LoadSeen } from './load.ts';

/** What came of a load, and the seconds of a processor that putting it took. */
export interface LoadPut {
  readonly seen: LoadSeen;
  readonly processor: number;
}

/** Has another process put a load; rejects where it ends before it has told what came of it. */
export const loadFromOutside = async (plan: LoadPlan): Promise<LoadPut> => {
  const child = fork(join(import.meta.dirname, 'load-child.ts'), [], { serialization: 'json' });
  child.send(plan);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that puts the load ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [put] = (await Promise.race([once(child, 'message'), ended])) as [LoadPut];
  return put;
};
