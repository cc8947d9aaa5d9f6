import { SUBGRAPH_ROLES } from '../../../db/client.ts';
import type { Contestant } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { type ServerProcess, type ServerStart, startServer, startServers } from '../server-process.ts';
import { hubStart } from './hub.ts';

const NAMES = Object.keys(SUBGRAPH_ROLES);

/** Our subgraphs, a process each. */
export const subgraphStarts = (home: string): readonly (() => ServerStart)[] =>
  NAMES.map((name) => () => ({
    file: 'cli/zongheng.ts',
    words: ['subgraph', name],
    environment: { ZONGHENG_HOME: home },
  }));

/** The addresses of subgraphs that were started in the order of `subgraphStarts`. */
export const addressesOf = (servers: readonly ServerProcess[]): Readonly<Record<string, string>> =>
  Object.fromEntries(NAMES.map((name, place) => [name, servers[place]?.url ?? '']));

/** A gateway before subgraphs that run already; when it does not start, they are ended. */
export const gatewayBefore = async (
  subgraphs: readonly ServerProcess[],
  startOf: (addresses: Readonly<Record<string, string>>) => Promise<ServerStart>,
): Promise<readonly ServerProcess[]> => {
  try {
    return [await startServer(await startOf(addressesOf(subgraphs))), ...subgraphs];
  } catch (error) {
    await Promise.all(subgraphs.map((server) => server.end()));
    throw error;
  }
};

/** The hub as a gateway and a process per subgraph, every answer worked out anew. */
export const hubProcesses: Contestant = {
  name: 'hub-processes',
  title: '纵横，网关与子图各一个进程',
  start: async (ground) =>
    await gatewayBefore(await startServers(subgraphStarts(ground.home)), (subgraphs) =>
      hubStart(ground, { answerBytes: 0, subgraphs }),
    ),
  ...hubExchange,
};
