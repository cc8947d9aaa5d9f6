import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../../catalog/problems.ts';
import {
  FileRefused,
  type Grid,
  type GridEvent,
  type ReadLimits,
  type Sheet,
  type SheetStart,
} from './grid.ts';
import { inPlainUnits, LIMITS } from './limits.ts';
import type { ReaderMessage, ReaderTask } from './reader-messages.ts';

export interface ReadGridOptions {
  readonly limits?: Partial<ReadLimits>;
  /** Milliseconds the reader itself may work; the time its consumer takes does not count. Two minutes unless told. */
  readonly timeoutMs?: number;
  /** What the reader's texts and objects may take. */
  readonly memoryMegabytes?: number;
}

export type ReadGridResult =
  | { readonly kind: 'GRID'; readonly grid: Grid; close(): Promise<void> }
  | { readonly kind: 'REFUSED'; readonly problem: Problem };

/** A list of 150,000 rows takes some five seconds. */
const TIMEOUT = 120_000;

/** The different texts of 150,000 rows and 30 columns take less than half of it. */
const MEMORY = 512;

/** Short-lived objects: as few as keep the reader's speed, as they are not given back. */
const YOUNG_MEMORY = 8;

/** Batches a reader may run ahead of its consumer. */
const AHEAD = 3;

/** How often a reader's working time is looked at. */
const LOOK = 50;

/** A reader's thread with what it has sent and not been asked for yet. */
interface Thread {
  next(): Promise<ReaderMessage>;
  close(): Promise<void>;
}

const startThread = (task: ReaderTask, timeoutMs: number, memoryMegabytes: number): Thread => {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  const arrived: ReaderMessage[] = [];
  let waiting: ((message: ReaderMessage) => void) | undefined;
  const arrive = (message: ReaderMessage): void => {
    if (waiting === undefined) arrived.push(message);
    else waiting(message);
    waiting = undefined;
  };
  // The thread's own clock: neither its waiting for the consumer nor a busy consumer counts.
  const clock = setInterval(() => {
    if (worker.performance.eventLoopUtilization().active < timeoutMs) return;
    clearInterval(clock);
    const seconds = String(Math.ceil(timeoutMs / 1000));
    arrive({ kind: 'REFUSED', problem: problem('FILE_TOO_SLOW', { other: seconds }) });
    void worker.terminate();
  }, LOOK);
  clock.unref();
  worker.on('message', arrive);
  worker.on('error', (error: NodeJS.ErrnoException) => {
    arrive(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'OUT_OF_MEMORY' } : { kind: 'BUG', error });
  });
  worker.on('exit', () => {
    clearInterval(clock);
    // Only seen where nothing else was sent before: whatever ended the thread, it has not read the file.
    arrive({ kind: 'REFUSED', problem: problem('FILE_UNREADABLE', { detail: '读取程序意外中断' }) });
  });
  return {
    next: async () => {
      const message =
        arrived.shift() ??
        (await new Promise<ReaderMessage>((resolve) => {
          waiting = resolve;
        }));
      if (message.kind === 'EVENT') worker.postMessage('MORE');
      return message;
    },
    close: async () => {
      clearInterval(clock);
      await worker.terminate();
    },
  };
};

/** The next event, or undefined at the end. Throws `FileRefused`, or the error of a bug in the reader. */
const eventOf = (message: ReaderMessage, memoryMegabytes: number): GridEvent | undefined => {
  switch (message.kind) {
    case 'EVENT':
      return message.event;
    case 'END':
      return undefined;
    case 'REFUSED':
      throw new FileRefused(message.problem);
    case 'OUT_OF_MEMORY':
      throw new FileRefused(
        problem('FILE_TOO_MUCH_MEMORY', { other: inPlainUnits(memoryMegabytes * 1024 * 1024) }),
      );
    case 'BUG':
      throw new Error('the reader failed', { cause: message.error });
  }
};

const sheetOf = (start: SheetStart, batches: AsyncIterable<never>): Sheet =>
  start.kind === 'CELLS' ? { ...start, kind: 'CELLS', batches } : { ...start, kind: 'RECORDS', batches };

/** The events as sheets; what a consumer leaves of a sheet is passed over. */
async function* sheetsOf(
  first: GridEvent | undefined,
  next: () => Promise<GridEvent | undefined>,
  problems: Problem[],
): AsyncGenerator<Sheet, void, undefined> {
  let event = first;
  const advance = async (): Promise<void> => {
    event = await next();
  };
  async function* batches(): AsyncGenerator<never, void, undefined> {
    for (; event !== undefined && event.kind !== 'SHEET'; await advance()) {
      if (event.kind === 'PROBLEM') problems.push(event.problem);
      else yield event.rows as never;
    }
  }
  while (event !== undefined) {
    if (event.kind === 'SHEET') {
      const { sheet } = event;
      await advance();
      const rest = batches();
      yield sheetOf(sheet, rest);
      for await (const _passed of rest);
    }
    for await (const _passed of batches());
  }
}

/**
 * Reads a file of any format in a thread of its own: what it is, its sheets, their rows. Refused before the first
 * sheet comes as a result; a refusal further on is thrown as `FileRefused` while the sheets are read. The thread ends
 * with the file, with a refusal, or by `close`, which a caller that stops early must call.
 */
export const readGrid = async (path: string, options: ReadGridOptions = {}): Promise<ReadGridResult> => {
  const limits = { ...LIMITS, ...options.limits };
  const memory = options.memoryMegabytes ?? MEMORY;
  const thread = startThread({ path, limits, ahead: AHEAD }, options.timeoutMs ?? TIMEOUT, memory);
  const next = async (): Promise<GridEvent | undefined> => {
    try {
      const event = eventOf(await thread.next(), memory);
      if (event === undefined) await thread.close();
      return event;
    } catch (error) {
      await thread.close();
      throw error;
    }
  };
  try {
    const first = await next();
    const problems: Problem[] = [];
    const grid: Grid = { document: basename(path), sheets: sheetsOf(first, next, problems), problems };
    return { kind: 'GRID', grid, close: thread.close };
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'REFUSED', problem: error.problem };
    throw error;
  }
};
