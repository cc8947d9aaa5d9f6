import { expect, test } from 'vitest';
import { startLoadProcess } from '../../../bench/restarts/load-process.ts';

test('whoever waits for a process that puts load is told when it dies', async () => {
  // More connections than a list has room for: the process dies of it.
  const plan = { url: 'http://127.0.0.1:1/graphql', requests: [], kept: 2 ** 32, fresh: 0 };
  const load = startLoadProcess(plan);
  await expect(load.nextTold()).rejects.toThrow(/ended with 1/u);
  await expect(load.nextTold()).rejects.toThrow(/ended with 1/u);
  await expect(load.end()).rejects.toThrow(/ended with 1/u);
});
