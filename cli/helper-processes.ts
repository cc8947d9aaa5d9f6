import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Other processes that help with one task for as long as there is something to do. */
export interface HelperProcesses {
  readonly start: (count: number) => void;
  /** Waits for all of them; tells how many did not end well: killed, ended with a code, or never started. */
  readonly ended: () => Promise<number>;
}

/** Processes of the program that is running, each called with these words. */
export const helperProcesses = (
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): HelperProcesses => {
  // Listened to from the start: one that is killed early has no exit code, and its end is told once only.
  const ends: Promise<boolean>[] = [];
  return {
    start: (count) => {
      for (let started = 0; started < count; started += 1) {
        const helper = spawn(process.execPath, words, { stdio: 'ignore', env: environment });
        ends.push(
          once(helper, 'exit').then(
            ([code]) => code === 0,
            () => false,
          ),
        );
      }
    },
    ended: async () => (await Promise.all(ends)).filter((well) => !well).length,
  };
};
