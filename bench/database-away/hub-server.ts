import { readSupergraph } from '../../gateway/composed-files.ts';
import { startGateway } from '../../gateway/main.ts';
import { terminationSignal } from '../../gateway/termination.ts';
import type { TokenFile } from '../../gateway/tokens/open-tokens.ts';

/** The hub as the program starts it, over a database that somebody else keeps: nobody here starts it again. */
const { databaseUrl, tokens } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly databaseUrl: string;
  readonly tokens: TokenFile;
};
const stopped = terminationSignal();
const gateway = await startGateway({
  config: { host: '127.0.0.1', port: 0, logLevel: 'error', subgraphUrls: {}, tokens },
  supergraphSdl: await readSupergraph(),
  mode: { kind: 'HUB', databaseUrl },
});
process.stdout.write(`ready ${gateway.url}\n`);
await stopped;
await gateway.close();
