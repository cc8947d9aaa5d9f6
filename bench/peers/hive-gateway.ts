import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { required, tellReady } from './environment.ts';

// The packages are there only once the benchmark has installed them: type checking must do without.
const load = createRequire(import.meta.url);
const { createGatewayRuntime } = load('@graphql-hive/gateway-runtime');
const { unifiedGraphHandler } = load('@graphql-hive/router-runtime');

const release = required('BENCH_RELEASE');

/** Hive Gateway behind node's own server; its planner in Rust where `BENCH_PLANNER` says so. */
const runtime = createGatewayRuntime({
  supergraph: readFileSync(required('BENCH_SUPERGRAPH'), 'utf8'),
  ...(process.env['BENCH_PLANNER'] === 'rust' ? { unifiedGraphHandler } : {}),
  transportEntries: { '*.http': { headers: [['x-zongheng-release', release]] } },
  logging: 'error',
  graphiql: false,
  landingPage: false,
});
// Left to itself it waits for what will not come.
process.once('SIGTERM', () => process.exit(0));
const server = createServer(runtime);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tellReady(`http://127.0.0.1:${port}/graphql`);
});
