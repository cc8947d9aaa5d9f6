import { expect, test } from 'vitest';
import { helperProcesses } from '../../cli/helper-processes.ts';

test.each([
  ['ends well', 'process.exit(0)', 0],
  ['ends with a code', 'process.exit(3)', 1],
  ['is killed', 'process.kill(process.pid, "SIGKILL")', 1],
])('one that %s is waited for, whether it ends before or after', async (_, script, failed) => {
  const helpers = helperProcesses(['-e', script], process.env);
  helpers.start(1);
  const first = await helpers.ended();
  expect(await helpers.ended()).toBe(first);
  expect(first).toBe(failed);
});

test('what cannot be started has not ended well', async () => {
  const helpers = helperProcesses(['-e', '0'], { ...process.env, NODE_OPTIONS: '--no-such-option' });
  helpers.start(2);
  expect(await helpers.ended()).toBe(2);
});

test('nobody started, nobody waited for', async () => {
  const helpers = helperProcesses([], {});
  helpers.start(-1);
  expect(await helpers.ended()).toBe(0);
});
