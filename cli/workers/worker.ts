import { setTimeout as pause } from 'node:timers/promises';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { terminationSignal } from '../../gateway/termination.ts';
import { listening } from '../listening.ts';
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
process.on('SIGHUP', () => undefined);

const read = readConfig(process.env);
// The supervisor has read the same configuration before it began.
if (read.kind === 'REFUSED') throw new Error(read.sentence);
const { databaseUrl, hasData } = await told.promise;
const mode = { kind: 'HUB', databaseUrl } as const;
const { config } = read;
try {
  const supergraphSdl = await readSupergraph();
  const gateway = await listening(() => startGateway({ config, supergraphSdl, mode }));
  tell({ kind: 'LISTENS', url: gateway.url });
  let isEnded = false;
  const end = ended.promise.then(() => (isEnded = true));
  while (!isEnded && hasData && (await gateway.notReady()).length > 0)
    await Promise.race([end, pause(100, undefined, { ref: false })]);
  if (!isEnded) tell({ kind: 'READY' });
  await end;
  await gateway.close();
} catch (error) {
  tell({ kind: 'FAILED', sentence: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.disconnect?.();
