import { parentPort, workerData } from 'node:worker_threads';
import { FileRefused } from './grid.ts';
import type { ReaderMessage, ReaderTask } from './reader-messages.ts';
import { READERS } from './readers.ts';
import { sniffFormat } from './sniff.ts';

/** What V8 throws where one string or array would pass what it can hold: the same as running out of memory. */
const TOO_LARGE = /Invalid (?:string|array|typed array) length|allocation failed/u;

const port = parentPort;
if (port === null) throw new Error('the reader runs in a thread of its own');

const { path, limits, ahead } = workerData as ReaderTask;
const send = (message: ReaderMessage): void => port.postMessage(message);

let credits = ahead;
let wake: () => void = () => undefined;
port.on('message', () => {
  credits += 1;
  wake();
});

/** Waits until another event is wanted: the reader never runs further ahead of its consumer. */
const credit = async (): Promise<void> => {
  while (credits === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credits -= 1;
};

const endOf = (error: unknown): ReaderMessage => {
  if (error instanceof FileRefused) return { kind: 'REFUSED', problem: error.problem };
  if (error instanceof RangeError && TOO_LARGE.test(error.message)) return { kind: 'OUT_OF_MEMORY' };
  return { kind: 'BUG', error };
};

try {
  const read = READERS[await sniffFormat(path, limits)];
  for await (const event of read(path, limits)) {
    await credit();
    send({ kind: 'EVENT', event });
  }
  send({ kind: 'END' });
} catch (error) {
  send(endOf(error));
} finally {
  port.close();
}
