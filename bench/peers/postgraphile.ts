import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { required, tellReady } from './environment.ts';

// The packages are there only once the benchmark has installed them: type checking must do without.
const load = createRequire(import.meta.url);
const { postgraphile } = load('postgraphile');
const { PostGraphileAmberPreset } = load('postgraphile/presets/amber');
const { makePgService } = load('postgraphile/adaptors/pg');
const { grafserv } = load('postgraphile/grafserv/node');

/** PostGraphile over the views of schema `bench`, its lists as plain lists: no page is asked for its totals. */
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  schema: { defaultBehavior: '-connection +list +resource:list -insert -update -delete' },
  pgServices: [
    makePgService({
      connectionString: required('BENCH_DATABASE'),
      schemas: ['bench'],
      poolConfig: { max: Number(required('BENCH_CONNECTIONS')) },
    }),
  ],
  grafserv: { watch: false, graphqlPath: '/graphql', graphiql: false, port: 0 },
  grafast: { explain: false },
});
const server = createServer();
const served = instance.createServ(grafserv);
served.addTo(server).then(
  () =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      tellReady(`http://127.0.0.1:${port}/graphql`);
    }),
  (cause: unknown) => {
    throw new Error('PostGraphile did not start', { cause });
  },
);
