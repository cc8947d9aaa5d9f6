import { setTimeout as pause } from 'node:timers/promises';
import type { Spare } from './spare.ts';
import type { Begun, WorkerProcess } from './worker-process.ts';

export interface StartingOptions {
  readonly databaseUrl: string;
  /** Whether anything is published: else a worker is ready as soon as it listens. */
  readonly hasData: () => Promise<boolean>;
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

/** Returns what starts one more worker beside so many that answer; on closing none comes to be any more. */
export const createStarting = (
  { databaseUrl, hasData, patience = 30_000 }: StartingOptions,
  spare: Spare,
  closing: AbortSignal,
): ((others: number) => Promise<Running | NotBegun>) => {
  let first: string | undefined;
  let port: number | undefined;
  return async (others) => {
    // Where that cannot be known, the database is away: a worker is not ready before it is back.
    const published = await hasData().catch(() => true);
    if (closing.aborted) return NOT_BEGUN;
    // The port is given up with the last worker: any free one would be another one now.
    if (others === 0 && first !== undefined) port ??= Number(new URL(first).port);
    const process = spare.take();
    const beginning = process.begin({ kind: 'BEGIN', databaseUrl, hasData: published, port });
    const told = await Promise.race([beginning, expired(patience, closing)]);
    if (told.kind === 'READY') first ??= told.url;
    if (told.kind === 'READY' && told.url === first && !closing.aborted) return { process, url: told.url };
    await process.end();
    return told.kind === 'FAILED' ? told : NOT_BEGUN;
  };
};

const expired = async (patience: number, signal: AbortSignal): Promise<NotBegun> => {
  await pause(patience, undefined, { ref: false, signal }).catch(() => undefined);
  return NOT_BEGUN;
};

/** Why a worker did not come to be, as the rest of a sentence. */
export const becauseOf = ({ sentence }: NotBegun): string => (sentence === undefined ? '' : `：${sentence}`);
