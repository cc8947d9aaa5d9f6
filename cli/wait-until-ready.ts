import { setTimeout as pause } from 'node:timers/promises';
import type { Gateway } from '../gateway/server.ts';
import type { Terminal } from './command.ts';

/** Waits until a query through every subgraph works; subgraphs in other processes may come up later than we do. */
export const waitUntilReady = async (gateway: Gateway, terminal: Terminal): Promise<void> => {
  let told = '';
  for (;;) {
    const missing = (await gateway.notReady()).join('、');
    if (missing === '') return;
    if (missing !== told) terminal.tell(`等待子图：${missing}`);
    told = missing;
    await pause(200);
  }
};
