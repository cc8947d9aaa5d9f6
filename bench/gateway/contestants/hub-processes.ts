import { SUBGRAPH_ROLES } from '../../../db/client.ts';
import type { Contestant } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { type ServerProcess, type ServerStart, startServers } from '../server-process.ts';

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

/** The hub as a gateway and a process per subgraph. */
export const hubProcesses: Contestant = {
  name: 'hub-processes',
  title: '纵横，网关与子图各一个进程',
  start: async ({ home }) => {
    const servers = await startServers([
      ...subgraphStarts(home),
      (subgraphs) => ({
        file: 'cli/zongheng.ts',
        words: ['gateway', '--supergraph', 'schema/supergraph.graphql', '--port', '0'],
        environment: Object.fromEntries(
          Object.entries(addressesOf(subgraphs)).map(([name, url]) => [
            `SUBGRAPH_${name.toUpperCase()}_URL`,
            url,
          ]),
        ),
      }),
    ]);
    return servers.toReversed();
  },
  ...hubExchange,
};
