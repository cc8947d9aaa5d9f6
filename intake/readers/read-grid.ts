import { basename } from 'node:path';
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
import type { ReaderMessage } from './reader-messages.ts';
import { startReaderThread } from './reader-thread.ts';

export interface ReadGridOptions {
  readonly limits?: Partial<ReadLimits>;
  /** Milliseconds that are waited for the reader in all; the time its consumer takes does not count. Two minutes unless told. */
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

/** Batches a reader may run ahead of its consumer. */
const AHEAD = 3;

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
  const thread = startReaderThread({ path, limits, ahead: AHEAD }, options.timeoutMs ?? TIMEOUT, memory);
  let share = 0;
  const next = async (): Promise<GridEvent | undefined> => {
    try {
      const message = await thread.next();
      if (message.kind === 'EVENT') share = message.share;
      const event = eventOf(message, memory);
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
    const grid: Grid = {
      document: basename(path),
      sheets: sheetsOf(first, next, problems),
      problems,
      progress: () => share,
    };
    return { kind: 'GRID', grid, close: thread.close };
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'REFUSED', problem: error.problem };
    throw error;
  }
};
