import { Socket } from 'node:net';
import { joinSharedAnswers } from '../../../../gateway/answers/shared/shared-answers.ts';
import { readSupergraph } from '../../../../gateway/composed-files.ts';
import { startGateway } from '../../../../gateway/main.ts';

/** A whole hub in a process of its own, which shares answers over its fourth stream and counts its statements. */
const [databaseUrl = '', today = ''] = process.argv.slice(2);
const patience = { word: 15_000, answer: 15_000 };
const keeper = new Socket({ fd: 4, readable: true, writable: true });
let statements = 0;
const gateway = await startGateway({
  config: { host: '127.0.0.1', port: 0, logLevel: 'silent', subgraphUrls: {} },
  supergraphSdl: await readSupergraph(),
  mode: { kind: 'HUB', databaseUrl },
  now: () => new Date(today),
  onStatement: () => {
    statements += 1;
  },
  sharedAnswers: joinSharedAnswers({ keeper, space: 'test', patience }),
});
process.on('message', ({ answer = patience.answer }: { readonly answer?: number }) => {
  patience.answer = answer;
  process.send?.({ statements });
});
process.on('disconnect', () => process.exit());
process.send?.({ url: gateway.url });
