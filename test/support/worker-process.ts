import type { Over, WorkerProcess } from '../../cli/workers/worker-process.ts';

/** A worker's process that lives until it is ended, or dies as it is told. */
export const aProcess = (parts: Partial<WorkerProcess> = {}) => {
  let isConnected = true;
  const { promise: over, resolve } = Promise.withResolvers<Over>();
  const die = (sentence?: string, wasPrepared = false): void => {
    isConnected = false;
    resolve({ wasPrepared, sentence });
  };
  const process: WorkerProcess = {
    pid: 1,
    isConnected: () => isConnected,
    gone: over.then(() => 'GONE'),
    over,
    begin: async () => ({ kind: 'READY', url: 'http://127.0.0.1:4000/graphql' }),
    end: async () => die(undefined, true),
    ...parts,
  };
  return { process, die };
};
