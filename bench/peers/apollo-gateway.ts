import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { required, tellReady } from './environment.ts';

// The packages are there only once the benchmark has installed them: type checking must do without.
const load = createRequire(import.meta.url);
const { ApolloGateway, RemoteGraphQLDataSource } = load('@apollo/gateway');
const { ApolloServer } = load('@apollo/server');
const { startStandaloneServer } = load('@apollo/server/standalone');

const release = required('BENCH_RELEASE');

interface Sending {
  readonly request: { readonly http?: { readonly headers: Map<string, string> } };
}

/** Apollo's gateway over Apollo Server, each as its documentation starts it. */
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(required('BENCH_SUPERGRAPH'), 'utf8'),
  buildService: ({ url }: { url: string }) =>
    new RemoteGraphQLDataSource({
      url,
      willSendRequest({ request }: Sending) {
        request.http?.headers.set('x-zongheng-release', release);
      },
    }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
tellReady(url);
