import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contestant, Ground } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { ROOT, type ServerStart, startServers } from '../server-process.ts';
import { storedPath, writeStoredOperations } from '../stored-operations.ts';

/** The flags of node with which `npm start` starts the hub. */
const flagsOfStart = (): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return (scripts['start'] ?? '').split(' ').filter((word) => word.startsWith('--'));
};

/** Enough for every answer of the benchmark. */
const PLENTY = 256 * 1_048_576;

/** How our gateway is started: over subgraphs of its own, or over the addresses of others. */
export const hubStart = async (
  { databaseUrl, home, scratch }: Pick<Ground, 'databaseUrl' | 'home' | 'scratch'>,
  settings: {
    readonly answerBytes: number;
    readonly fuses?: boolean;
    readonly subgraphs?: Readonly<Record<string, string>>;
  },
): Promise<ServerStart> => ({
  file: 'bench/gateway/servers/hub.ts',
  words: [
    JSON.stringify({
      databaseUrl,
      home,
      supergraph: join(ROOT, 'schema/supergraph.graphql'),
      documents: await writeStoredOperations(scratch),
      subgraphs: {},
      fuses: true,
      ...settings,
    }),
  ],
  flags: flagsOfStart(),
});

/** The hub in one process, every answer worked out anew. */
export const hub: Contestant = {
  name: 'hub',
  title: '纵横，一个进程',
  start: async (ground) => {
    const start = await hubStart(ground, { answerBytes: 0 });
    return await startServers([() => start]);
  },
  ...hubExchange,
};

/** The same without fused statements: every answer by its plan, call by call. */
export const hubPlanned: Contestant = {
  name: 'hub-planned',
  title: '纵横，一个进程，逐次取数',
  start: async (ground) => {
    const start = await hubStart(ground, { answerBytes: 0, fuses: false });
    return await startServers([() => start]);
  },
  ...hubExchange,
};

/** The hub in one process that has kept every answer: stored documents asked through GET. */
export const hubKept: Contestant = {
  name: 'hub-kept',
  title: '纵横，应答已留存',
  start: async (ground) => {
    const start = await hubStart(ground, { answerBytes: PLENTY });
    return await startServers([() => start]);
  },
  requestOf: (operation, set) => ({ method: 'GET', path: storedPath(operation, set.hub), body: '' }),
  answerOf: hubExchange.answerOf,
};

/** The same, asked by clients who have every answer already. */
export const hubNotModified: Contestant = {
  ...hubKept,
  name: 'hub-304',
  title: '纵横，304',
  requestOf: (operation, set, place) => ({
    ...hubKept.requestOf(operation, set, place),
    isConditional: true,
  }),
};
