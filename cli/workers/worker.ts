import { setTimeout as pause } from 'node:timers/promises';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { terminationSignal } from '../../gateway/termination.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * One of several processes that answer on one port. Its supervisor tells it the database, and when to end: it then
 * takes no more connections, finishes what is under way and leaves. It ends likewise when the supervisor is gone. What
 * a terminal sends to all its processes is the supervisor's to act on.
 */
const tell = (message: FromWorker): void => {
  process.send?.(message);
};

const told = Promise.withResolvers<Extract<ToWorker, { kind: 'BEGIN' }>>();
const ended = Promise.withResolvers<void>();
process.on('message', (message: ToWorker) => {
  if (message.kind === 'BEGIN') told.resolve(message);
  else ended.resolve();
});
process.on('disconnect', () => ended.resolve());
void terminationSignal();

const read = readConfig(process.env);
// The supervisor has read the same configuration before it began.
if (read.kind === 'REFUSED') throw new Error(read.sentence);
const { databaseUrl, hasData } = await told.promise;
const mode = { kind: 'HUB', databaseUrl } as const;
const gateway = await startGateway({ config: read.config, supergraphSdl: await readSupergraph(), mode });
tell({ kind: 'LISTENS', url: gateway.url });
while (hasData && (await gateway.notReady()).length > 0) await pause(100);
tell({ kind: 'READY' });
await ended.promise;
await gateway.close();
process.disconnect?.();
