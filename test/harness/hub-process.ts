import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DEMO_NOW } from '../support/hub.ts';

/** A hub in a process of its own. */
export interface HubProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Whether it still is the process that was started. */
  readonly isAlive: () => boolean;
}

/** Starts a hub over a database in a process of its own; rejects where it ends before it serves. */
export const startHubProcess = async (databaseUrl: string): Promise<HubProcess> => {
  const child = fork(join(import.meta.dirname, 'hub-child.ts'), [databaseUrl, DEMO_NOW]);
  const gone = once(child, 'exit');
  const early = gone.then(() => Promise.reject(new Error('the hub ended before it served')));
  const [{ url }] = (await Promise.race([once(child, 'message'), early])) as [{ readonly url: string }];
  early.catch(() => undefined);
  return {
    url,
    pid: child.pid ?? -1,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
};
