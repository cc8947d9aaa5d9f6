import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/documents.ts';

/** Says what it hears, and goes on until it is told a second time: by a line, or by a signal that ends it. */
const PROGRAM = `
  import { terminationSignal } from ${JSON.stringify(join(ROOT, 'gateway/termination.ts'))};
  const told = process.stdin[Symbol.asyncIterator]().next();
  const heard = terminationSignal();
  console.log('begun');
  console.log(await heard);
  await told;
  process.exit(0);`;

const begun = async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said = async (): Promise<string> => String((await once(child.stdout, 'data'))[0]).trim();
  expect(await said()).toBe('begun');
  return { child, said, ended: once(child, 'exit') };
};

test('one keystroke that arrives twice, from the terminal and through npm, is one wish', async () => {
  const { child, said, ended } = await begun();
  child.kill('SIGINT');
  child.kill('SIGTERM');
  expect(['SIGINT', 'SIGTERM']).toContain(await said());
  child.kill('SIGINT');
  child.stdin.end('done\n');
  expect(await ended).toEqual([0, null]);
});

test('a signal that comes later ends the process at once', async () => {
  const { child, said, ended } = await begun();
  child.kill('SIGTERM');
  expect(await said()).toBe('SIGTERM');
  // Whoever has waited for a second asks again.
  const asking = setInterval(() => child.kill('SIGTERM'), 100);
  expect(await ended).toEqual([null, 'SIGTERM']);
  clearInterval(asking);
});
