import { readSupergraph } from '../../gateway/composed-files.ts';
import { startGateway } from '../../gateway/main.ts';

/** A hub in a process of its own over the database it is told, on the day of the demonstration province. */
const [databaseUrl = '', now = ''] = process.argv.slice(2);
const gateway = await startGateway({
  config: { host: '127.0.0.1', port: 0, logLevel: 'error', subgraphUrls: {} },
  supergraphSdl: await readSupergraph(),
  mode: { kind: 'HUB', databaseUrl },
  now: () => new Date(now),
});
process.send?.({ url: gateway.url });
process.once('disconnect', async () => {
  await gateway.close();
  process.exit();
});
