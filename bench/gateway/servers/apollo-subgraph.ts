import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { dayInChina } from '../../../catalog/day-in-china.ts';
import type { SubgraphName } from '../../../db/client.ts';
import type { SubgraphContext } from '../../../subgraphs/context.ts';
import { SUBGRAPHS } from '../../../subgraphs/index.ts';

/** One of our subgraphs, schema and resolvers as they are, served as Apollo's documentation serves a subgraph. */
const [name = 'county', databaseUrl = ''] = process.argv.slice(2);
const subgraph = SUBGRAPHS[name as SubgraphName]({ url: databaseUrl });
const server = new ApolloServer<SubgraphContext>({ schema: subgraph.schema });
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  context: async ({ req }) => {
    const release = req.headers['x-zongheng-release'];
    return await subgraph.createContext({
      release: release === undefined ? undefined : Number(release),
      requestId: 'bench',
      today: dayInChina(new Date()),
    });
  },
});
process.stdout.write(`ready ${url}\n`);
