import { setTimeout as pause } from 'node:timers/promises';
import { createSpare } from './spare.ts';
import type { Begun, Preparation, WorkerProcess } from './worker-process.ts';

export interface StartingOptions {
  readonly databaseUrl: string;
  /** Whether anything is published: else a worker is ready as soon as it listens. */
  readonly hasData: () => Promise<boolean>;
  readonly tell: (sentence: string) => void;
  /** Milliseconds a new worker may take to be ready before it is given up; default 30,000. */
  readonly patience?: number;
}

/** A worker that answers. */
export interface Running {
  readonly process: WorkerProcess;
  readonly url: string;
}

/** A worker that did not come to be ready, and why as far as it has told. */
export type NotBegun = Extract<Begun, { readonly kind: 'FAILED' }>;

const NOT_BEGUN: NotBegun = { kind: 'FAILED', sentence: undefined };

/** Milliseconds the database may take to tell whether anything is published: a hanging one never does. */
const LONGEST_QUESTION = 1_000;

/** Starts workers, and keeps one process in reserve. */
export interface Starting {
  /** One more worker beside so many that answer; else why there is none. */
  readonly start: (others: number) => Promise<Running | NotBegun>;
  readonly keepSpare: () => void;
  readonly discardSpare: () => Promise<void>;
}

/** On closing no worker comes to be any more. */
export const createStarting = (
  { databaseUrl, hasData, tell, patience = 30_000 }: StartingOptions,
  fork: (preparation: Preparation) => WorkerProcess,
  closing: AbortSignal,
): Starting => {
  let first: string | undefined;
  let port: number | undefined;
  const spare = createSpare({ fork: () => fork({ kind: 'PREPARE', databaseUrl, port }), tell, closing });
  const start = async (others: number): Promise<Running | NotBegun> => {
    if (closing.aborted) return NOT_BEGUN;
    const published = await isPublished(hasData, closing);
    if (closing.aborted) return NOT_BEGUN;
    // The port is given up with the last worker: any free one would be another one now.
    if (others === 0 && first !== undefined && port === undefined) {
      port = Number(new URL(first).port);
      await spare.discard();
    }
    const process = spare.take();
    const told = await Promise.race([process.begin(published), expired(patience, closing)]);
    if (told.kind === 'READY') first ??= told.url;
    if (told.kind === 'READY' && told.url === first && !closing.aborted) return { process, url: told.url };
    await process.end();
    return told.kind === 'FAILED' ? told : NOT_BEGUN;
  };
  return { start, keepSpare: spare.keep, discardSpare: spare.discard };
};

/** True as well where it is not told at once: the database is away, and a worker is not ready before it is back. */
const isPublished = async (hasData: () => Promise<boolean>, closing: AbortSignal): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const suppose = (): void => resolve(true);
  const waiting = setTimeout(suppose, LONGEST_QUESTION);
  closing.addEventListener('abort', suppose);
  hasData().then(resolve, suppose);
  try {
    return await promise;
  } finally {
    clearTimeout(waiting);
    closing.removeEventListener('abort', suppose);
  }
};

const expired = async (patience: number, signal: AbortSignal): Promise<NotBegun> => {
  await pause(patience, undefined, { ref: false, signal }).catch(() => undefined);
  return NOT_BEGUN;
};

/** Why a worker did not come to be, as the rest of a sentence. */
export const becauseOf = ({ sentence }: NotBegun): string => (sentence === undefined ? '' : `：${sentence}`);
