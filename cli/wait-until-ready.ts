import { setTimeout as pause } from 'node:timers/promises';
import type { Gateway } from '../gateway/server.ts';
import type { Terminal } from './command.ts';

/**
 * Waits until a query through every subgraph works; subgraphs in other processes may come up later than we do.
 * False when the process was told to stop in the meantime.
 */
export const waitUntilReady = async (
  gateway: Pick<Gateway, 'notReady'>,
  terminal: Terminal,
  stopped: Promise<unknown>,
): Promise<boolean> => {
  const stop = stopped.then(() => 'stopped' as const);
  let told = '';
  for (;;) {
    const missing = (await gateway.notReady()).join('、');
    if (missing === '') return true;
    if (missing !== told) terminal.tell(`等待子图：${missing}`);
    told = missing;
    if ((await Promise.race([pause(200), stop])) === 'stopped') return false;
  }
};
