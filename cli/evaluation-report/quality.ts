import type { ItemQuality } from '../../matching/evaluation/item-quality.ts';
import type { PairQuality } from '../../matching/evaluation/pair-quality.ts';
import type { ItemError, PairError } from '../../matching/evaluation/quality-errors.ts';

/** All that an evaluation has found. */
export interface Quality {
  readonly labels: {
    /** Name of the file, without its folder. */
    readonly file: string;
    /** Labels that were judged. */
    readonly count: number;
    readonly split: string | null;
    readonly namesOnly: boolean;
  };
  /** Null where no label gives a right side. */
  readonly pairs: { readonly quality: PairQuality; readonly errors: readonly PairError[] } | null;
  /** Null where the labels speak of chosen pairs only. */
  readonly items: {
    /** References each item was held against. */
    readonly references: number;
    /** Items of which only a difference is known; they are not counted. */
    readonly undecided: number;
    readonly quality: ItemQuality;
    readonly errors: readonly ItemError[];
  } | null;
}
