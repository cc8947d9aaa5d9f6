import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromLoad, ToLoad } from './load-messages.ts';
import type { LoadPlan } from './verified-load.ts';

type Over = Extract<FromLoad, { readonly kind: 'OVER' }>;

/** A load that another process puts. */
export interface LoadProcess {
  /** As told last, at most a few dozen milliseconds ago. */
  readonly answered: () => number;
  readonly failures: () => readonly string[];
  /** Resolves when so much is told as was answered and failed after this call; rejects where the process has ended. */
  readonly nextTold: () => Promise<void>;
  /** Ends the load and the process; what all its requests came to. Rejects where the process has ended before. */
  readonly end: () => Promise<Over>;
}

/** Begins a process that puts the load until it is ended. */
export const startLoadProcess = (plan: LoadPlan): LoadProcess => {
  const child = fork(join(import.meta.dirname, 'load-child.ts'), [], { serialization: 'json' });
  // That it has ended is told by what waits for it.
  const send = (message: ToLoad): void => void child.send(message, () => undefined);
  let last: FromLoad = { kind: 'SO_FAR', answered: 0, failures: [] };
  const over = new Promise<Over>((resolve, reject) => {
    child.on('message', (message: FromLoad) => {
      last = message;
      if (message.kind === 'OVER') resolve(message);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the process that puts the load ended with ${code}`)));
  });
  over.catch(() => undefined);
  const message = (): Promise<unknown> => Promise.race([once(child, 'message'), over]);
  send({ kind: 'BEGIN', plan });
  return {
    answered: () => last.answered,
    failures: () => last.failures,
    nextTold: async () => {
      // The first of two may have been on its way already.
      await message();
      await message();
    },
    end: async () => {
      send({ kind: 'END' });
      return await over;
    },
  };
};
