import { subscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, expect, vi } from 'vitest';

// The process is the same one for many files; this module is evaluated again for each, and listens only once.
const counted = globalThis as { threadsStarted?: number };

if (counted.threadsStarted === undefined) {
  counted.threadsStarted = 0;
  subscribe('worker_threads', () => {
    counted.threadsStarted = (counted.threadsStarted ?? 0) + 1;
  });
}

const stateNow = () => ({
  threadsStarted: counted.threadsStarted,
  folder: process.cwd(),
  environment: { ...process.env },
});

let before = stateNow();

beforeAll(() => {
  before = stateNow();
});

/** Names only: what a variable holds may be a secret. */
const changedVariables = (now: NodeJS.ProcessEnv): readonly string[] =>
  [...new Set([...Object.keys(before.environment), ...Object.keys(now)])].filter(
    (name) => before.environment[name] !== now[name],
  );

/** A thread that ends can take the process along: a file that starts one is named x.thread.test.ts. */
afterAll(() => {
  const { threadsStarted, folder, environment } = stateNow();
  const left = {
    threads: Number(threadsStarted) - Number(before.threadsStarted),
    folder,
    variables: changedVariables(environment),
    fakeTimers: vi.isFakeTimers(),
  };
  const nothing = { threads: 0, folder: before.folder, variables: [], fakeTimers: false };
  expect(left, 'what a file leaves to those that share its process').toEqual(nothing);
});
