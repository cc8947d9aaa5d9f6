import { readSupergraph } from '../../gateway/composed-files.ts';
import { type StartOptions, startGateway } from '../../gateway/main.ts';

/** What a hub in a process of its own is started with. */
export interface HubChildOptions {
  readonly databaseUrl: string;
  readonly now: string;
  readonly tokens?: StartOptions['config']['tokens'];
}

const options = JSON.parse(process.argv[2] ?? '{}') as HubChildOptions;
const gateway = await startGateway({
  config: {
    host: '127.0.0.1',
    port: 0,
    logLevel: 'error',
    subgraphUrls: {},
    ...(options.tokens === undefined ? {} : { tokens: options.tokens }),
  },
  supergraphSdl: await readSupergraph(),
  mode: { kind: 'HUB', databaseUrl: options.databaseUrl },
  now: () => new Date(options.now),
});
process.send?.({ url: gateway.url });
process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ live: heapUsed + external });
});
process.once('disconnect', async () => {
  await gateway.close();
  process.exit();
});
