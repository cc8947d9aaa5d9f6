import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { ROOT, startServers } from '../server-process.ts';

/** The flags of node with which `npm start` starts the hub. */
const flagsOfStart = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return (scripts['start'] ?? '').split(' ').filter((word) => word.startsWith('--'));
};

/** The hub as it is started by `npm start`: gateway and subgraphs in one process. */
export const hub: Contestant = {
  name: 'hub',
  title: '纵横，一个进程',
  start: ({ home }) =>
    startServers([
      () => ({
        file: 'cli/zongheng.ts',
        words: ['start'],
        environment: { ZONGHENG_HOME: home },
        flags: flagsOfStart(),
      }),
    ]),
  ...hubExchange,
};
