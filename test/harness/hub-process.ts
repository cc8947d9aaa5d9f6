import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HubChildOptions } from './hub-child.ts';

/** A hub in a process of its own. */
export interface HubProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Bytes that something still holds, once all others have been collected: what a leak would add to. */
  readonly liveMemory: () => Promise<number>;
  /** Whether it still is the process that was started. */
  readonly isAlive: () => boolean;
}

/** Starts a hub in a process of its own; rejects where it ends before it serves. */
export const startHubProcess = async (options: HubChildOptions): Promise<HubProcess> => {
  const child = fork(join(import.meta.dirname, 'hub-child.ts'), [JSON.stringify(options)], {
    // As `zongheng start` is run; besides, what nobody holds can be told from what is.
    execArgv: ['--max-semi-space-size=4', '--expose-gc'],
  });
  const gone = once(child, 'exit');
  const early = gone.then(() => Promise.reject(new Error('the hub ended before it served')));
  const [{ url }] = (await Promise.race([once(child, 'message'), early])) as [{ readonly url: string }];
  early.catch(() => undefined);
  return {
    url,
    pid: child.pid ?? -1,
    liveMemory: async () => {
      const told = once(child, 'message');
      child.send('live memory?');
      const [{ live }] = (await Promise.race([told, early])) as [{ readonly live: number }];
      return live;
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
};
