import type { BlockItem, BlockJudgement } from '../block/block-item.ts';
import { decodeValue, encodeValue, type Value } from '../block/value-codec.ts';
import type { SharedGramIndex } from '../index/gram-index.ts';
import type { MatchItem } from '../item.ts';

/** References many blocks are matched against: given to every worker once, their index built once for all. */
export interface SharedReferences {
  readonly references: readonly MatchItem[];
  readonly index: SharedGramIndex;
}

/** What the workers of a pool for blocks are started with. */
export interface BlockWorkerData {
  readonly lists: Readonly<Record<string, SharedReferences>>;
}

export interface BlockTask {
  /** The key of references given to all workers, or references of this block alone. */
  readonly references: string | readonly MatchItem[];
  readonly items: readonly BlockItem[];
  /** What `encodeState` made of the last run's state. */
  readonly previous?: Uint8Array | undefined;
  /** Whether the state is wanted back. */
  readonly keepState?: boolean;
}

export interface BlockAnswer {
  /** Read with `decodeJudgements`: bytes change threads without being copied, a hundred thousand objects do not. */
  readonly judgements: Uint8Array<ArrayBuffer>;
  readonly state?: Uint8Array<ArrayBuffer>;
  readonly counts: { readonly judged: number; readonly reused: number };
}

export const encodeJudgements = (judgements: readonly BlockJudgement[]): Uint8Array<ArrayBuffer> =>
  encodeValue(judgements as unknown as Value);

/** The judgements of a block in the order of their items' ids. */
export const decodeJudgements = (bytes: Uint8Array): readonly BlockJudgement[] =>
  decodeValue(bytes) as unknown as readonly BlockJudgement[];
