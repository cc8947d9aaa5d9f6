import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadPlan, LoadSeen } from './load.ts';

/** Has another process put a load; rejects where it ends before it has told what came of it. */
export const loadFromOutside = async (plan: LoadPlan): Promise<LoadSeen> => {
  const child = fork(join(import.meta.dirname, 'load-child.ts'), [], { serialization: 'json' });
  child.send(plan);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that puts the load ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [seen] = (await Promise.race([once(child, 'message'), ended])) as [LoadSeen];
  return seen;
};
