import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { FileRefused } from './grid.ts';
import { noteShare, shareRead } from './read-share.ts';
import type { ReaderMessage, ReaderTask } from './reader-messages.ts';
import { READERS } from './readers.ts';
import { sniffFormat } from './sniff.ts';

/** What V8 throws where one string or array would pass what it can hold: the same as running out of memory. */
const TOO_LARGE = /Invalid (?:string|array|typed array) length|allocation failed/u;

const port = parentPort;
if (port === null) throw new Error('the reader runs in a thread of its own');

const send = (message: ReaderMessage): void => port.postMessage(message);

let credits = 0;
let wake: () => void = () => undefined;

/** Waits until another event is wanted: the reader never runs further ahead of its consumer. */
const credit = async (): Promise<void> => {
  while (credits === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credits -= 1;
};

/** Bytes that a thread may hold on to between two files, beyond what its own code takes. */
const LITTLE = 32 * 1024 * 1024;

const heldBytes = (): number => {
  const { total_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
};

/** What the code takes grows with the program: a bound on the whole once let no thread be used again. */
const atStart = heldBytes();

const isReusable = (): boolean => heldBytes() - atStart < LITTLE;

const endOf = (error: unknown): ReaderMessage => {
  if (error instanceof FileRefused) return { kind: 'REFUSED', problem: error.problem, reusable: false };
  if (error instanceof RangeError && TOO_LARGE.test(error.message)) return { kind: 'OUT_OF_MEMORY' };
  return { kind: 'BUG', error };
};

const readFile = async ({ path, limits, ahead }: ReaderTask): Promise<void> => {
  credits = ahead;
  noteShare(0, 0);
  try {
    const read = READERS[await sniffFormat(path, limits)];
    for await (const event of read(path, limits)) {
      await credit();
      send({ kind: 'EVENT', event, share: shareRead() });
    }
    send({ kind: 'END', reusable: isReusable() });
  } catch (error) {
    send(endOf(error));
  }
};

// One file after another: the next is given only when the one before has ended.
port.on('message', (message: ReaderTask | 'MORE' | 'CLOSE') => {
  if (message === 'MORE') {
    credits += 1;
    wake();
  } else if (message === 'CLOSE') port.close();
  else void readFile(message);
});
