import cluster from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import type { Gateway } from '../../gateway/server.ts';
import { terminationSignal } from '../../gateway/termination.ts';
import { listening } from '../listening.ts';
import { sharedAnswersOf } from './answer-sharing.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * One of several processes that answer on one port. Its supervisor tells it the database, then to begin, and when to
 * end: it then takes no more connections, finishes what is under way and leaves. It ends likewise when the supervisor is
 * gone. What a terminal sends to all its processes is the supervisor's to act on. What each process is may be seen by
 * its title.
 */
const tell = (message: FromWorker): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined || !process.connected) resolve();
    else process.send(message, () => resolve());
  });

/** Milliseconds a worker without a supervisor may take to leave: nobody is there to end it by force. */
const LONGEST_END = 20_000;

process.title = 'zongheng begins';
const prepared = Promise.withResolvers<Extract<ToWorker, { kind: 'PREPARE' }>>();
const told = Promise.withResolvers<Extract<ToWorker, { kind: 'BEGIN' }>>();
const ended = Promise.withResolvers<void>();
let gateway: Gateway | undefined;
const end = (): void => {
  // Nothing is under way yet, and what it waits for may never come.
  if (gateway === undefined) process.exit();
  ended.resolve();
};
process.on('message', (message: ToWorker) => {
  if (message.kind === 'PREPARE') prepared.resolve(message);
  else if (message.kind === 'BEGIN') told.resolve(message);
  else if (message.kind === 'ASK') void tell({ kind: 'ALIVE' });
  else end();
});
// Without this, Node ends a worker in the middle of an answer when its supervisor dies.
if (cluster.worker !== undefined) cluster.worker.exitedAfterDisconnect = true;
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), LONGEST_END).unref();
  end();
});
void terminationSignal();
process.on('SIGHUP', () => undefined);

const read = readConfig(process.env);
// The supervisor has read the same configuration before it began.
if (read.kind === 'REFUSED') throw new Error(read.sentence);
const { databaseUrl, port = read.config.port } = await prepared.promise;
const mode = { kind: 'HUB', databaseUrl } as const;
const config = { ...read.config, port };
try {
  const supergraphSdl = await readSupergraph();
  const sharedAnswers = await sharedAnswersOf(process.env);
  const beforeListening = async (notReady: Gateway['notReady']): Promise<void> => {
    // To connect to the database takes longer than to listen.
    await Promise.race([notReady(), told.promise]);
    process.title = 'zongheng spare';
    await tell({ kind: 'ALIVE' });
    await told.promise;
  };
  const options = { config, supergraphSdl, mode, sharedAnswers, beforeListening };
  const begun = await listening(() => startGateway(options));
  gateway = begun;
  await tell({ kind: 'LISTENS', url: begun.url });
  const { hasData } = await told.promise;
  let isEnded = false;
  const over = ended.promise.then(() => (isEnded = true));
  while (!isEnded && hasData && (await begun.notReady()).length > 0)
    await Promise.race([over, pause(100, undefined, { ref: false })]);
  if (!isEnded) {
    process.title = 'zongheng worker';
    await tell({ kind: 'READY' });
  }
  await over;
  await begun.close();
} catch (error) {
  await tell({ kind: 'FAILED', sentence: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.exit();
