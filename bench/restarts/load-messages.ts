import type { LoadPlan } from './verified-load.ts';

/** What a process that puts load is told. */
export type ToLoad = { readonly kind: 'BEGIN'; readonly plan: LoadPlan } | { readonly kind: 'END' };

/** Of all answers to one request by one release: how many there were, their digests, when the last was asked for. */
export interface Seen {
  readonly index: number;
  readonly release: number;
  readonly count: number;
  readonly digests: readonly string[];
  /** Nanoseconds, in decimal digits. */
  readonly lastSentAt: string;
}

/** What it tells: now and then how far it is, at the end all it has seen. */
export type FromLoad =
  | { readonly kind: 'SO_FAR'; readonly answered: number; readonly failures: readonly string[] }
  | {
      readonly kind: 'OVER';
      readonly answered: number;
      readonly failures: readonly string[];
      readonly seen: readonly Seen[];
    };
