import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createKeeper } from '../../../../gateway/answers/shared/keeper.ts';
import { DEMO_NOW } from '../../../support/hub.ts';

/** A hub in a process of its own; see `hub-worker.ts`. */
export interface HubWorker {
  readonly url: string;
  /** How many statements its subgraphs have sent. */
  readonly statements: () => Promise<number>;
  /** From now on it waits so many milliseconds for what another one works out. */
  readonly waitFor: (milliseconds: number) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface HubWorkers extends AsyncDisposable {
  readonly workers: readonly HubWorker[];
  readonly worker: (index: number) => HubWorker;
  /** Questions that wait for what one of them is working out. */
  readonly waiting: () => number;
  /** Ends every connection to the keeper. */
  readonly loseKeeper: () => void;
}

const PROGRAM = fileURLToPath(new URL('./hub-worker.ts', import.meta.url));

/** Begins so many hubs over one database, which wait for each other longer than any test takes. */
export const startHubWorkers = async (databaseUrl: string, count: number): Promise<HubWorkers> => {
  // However slow the machine is, what one of them works out takes no time: it is left to those who wait to lose patience.
  const keeper = createKeeper({ mostBytes: 64 * 1_048_576, clock: () => 0 });
  const children = Array.from({ length: count }, () =>
    fork(PROGRAM, [databaseUrl, DEMO_NOW], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'pipe'],
    }),
  );
  const streams = children.map(({ stdio }) => {
    if (!(stdio[4] instanceof Socket)) throw new Error('no stream');
    keeper.attach(stdio[4]);
    return stdio[4];
  });
  const end = async () => {
    await Promise.all(children.map(ended));
  };
  try {
    const workers = await Promise.all(children.map(begun));
    const worker = (index: number): HubWorker => {
      const one = workers[index];
      if (one === undefined) throw new Error(`no worker ${index}`);
      return one;
    };
    const loseKeeper = (): void => {
      for (const stream of streams) stream.destroy();
    };
    return { workers, worker, waiting: () => keeper.waiting, loseKeeper, [Symbol.asyncDispose]: end };
  } catch (error) {
    await end();
    throw error;
  }
};

const begun = async (child: ChildProcess): Promise<HubWorker> => {
  const [{ url }] = (await once(child, 'message')) as [{ readonly url: string }];
  const told = async (message: { readonly answer?: number }): Promise<number> => {
    child.send(message);
    const [{ statements }] = (await once(child, 'message')) as [{ readonly statements: number }];
    return statements;
  };
  return {
    url,
    statements: () => told({}),
    waitFor: async (answer) => {
      await told({ answer });
    },
    signal: (signal) => void child.kill(signal),
  };
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};
