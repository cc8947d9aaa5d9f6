import { SUBGRAPH_ROLES } from '../../../db/client.ts';
import { writeAddressedSupergraph } from '../addressed-supergraph.ts';
import type { Contestant } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { startServers } from '../server-process.ts';
import { gatewayBefore } from './hub-processes.ts';

/** Apollo's gateway over Apollo Server subgraphs, a process each; the subgraphs' schemas and resolvers are ours. */
export const apolloGateway: Contestant = {
  name: 'apollo-gateway',
  title: 'Apollo Gateway + Apollo Server',
  start: async ({ databaseUrl, scratch, release }) => {
    const subgraphs = await startServers(
      Object.keys(SUBGRAPH_ROLES).map((name) => () => ({
        file: 'bench/gateway/servers/apollo-subgraph.ts',
        words: [name, databaseUrl],
      })),
    );
    return await gatewayBefore(subgraphs, async (addresses) => ({
      file: 'bench/peers/apollo-gateway.ts',
      environment: {
        BENCH_SUPERGRAPH: await writeAddressedSupergraph(scratch, 'apollo', addresses),
        BENCH_RELEASE: String(release),
        APOLLO_TELEMETRY_DISABLED: '1',
      },
    }));
  },
  ...hubExchange,
  requestOf: (operation, set, place) => ({ ...hubExchange.requestOf(operation, set, place), path: '/' }),
};
