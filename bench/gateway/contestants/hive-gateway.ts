import { writeAddressedSupergraph } from '../addressed-supergraph.ts';
import type { Contestant } from '../contestant.ts';
import { hubExchange } from '../graphql-exchange.ts';
import { startServer, startServers } from '../server-process.ts';
import { addressesOf, subgraphStarts } from './hub-processes.ts';

/** Hive Gateway over our subgraphs, a process each: their HTTP is leaner than a full server's. */
const hiveGateway = (planner: 'javascript' | 'rust', title: string): Contestant => ({
  name: `hive-${planner}`,
  title,
  start: async ({ home, scratch, release }) => {
    const subgraphs = await startServers(subgraphStarts(home));
    try {
      const file = await writeAddressedSupergraph(scratch, `hive-${planner}`, addressesOf(subgraphs));
      const gateway = await startServer({
        file: 'bench/peers/hive-gateway.ts',
        environment: { BENCH_SUPERGRAPH: file, BENCH_RELEASE: String(release), BENCH_PLANNER: planner },
      });
      return [gateway, ...subgraphs];
    } catch (error) {
      await Promise.all(subgraphs.map((server) => server.end()));
      throw error;
    }
  },
  ...hubExchange,
});

export const hiveRust = hiveGateway('rust', 'Hive Gateway（Rust 规划）+ 我们的子图');
export const hiveJavaScript = hiveGateway('javascript', 'Hive Gateway（默认）+ 我们的子图');
