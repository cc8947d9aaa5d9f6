import { SUBGRAPH_ROLES } from '../../../db/client.ts';
import { writeAddressedSupergraph } from '../addressed-supergraph.ts';
import type { Contestant } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { startServers } from '../server-process.ts';
import { gatewayBefore } from './hub-processes.ts';

const openSubgraphs = (databaseUrl: string) =>
  Object.keys(SUBGRAPH_ROLES).map((name) => () => ({
    file: 'bench/gateway/servers/open-subgraph.ts',
    words: [name, databaseUrl],
  }));

/** Hive Gateway over our subgraphs, a process each: their HTTP is leaner than a full server's. */
const hiveGateway = (planner: 'javascript' | 'rust', title: string): Contestant => ({
  name: `hive-${planner}`,
  title,
  start: async ({ databaseUrl, scratch, release }) =>
    await gatewayBefore(await startServers(openSubgraphs(databaseUrl)), async (addresses) => ({
      file: 'bench/peers/hive-gateway.ts',
      environment: {
        BENCH_SUPERGRAPH: await writeAddressedSupergraph(scratch, `hive-${planner}`, addresses),
        BENCH_RELEASE: String(release),
        BENCH_PLANNER: planner,
      },
    })),
  ...hubExchange,
});

export const hiveRust = hiveGateway('rust', 'Hive Gateway（Rust 规划）+ 我们的子图');
export const hiveJavaScript = hiveGateway('javascript', 'Hive Gateway（默认）+ 我们的子图');
