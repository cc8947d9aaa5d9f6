import type { MatchItem } from '../item.ts';
import type { ItemJudgement } from '../judgement.ts';

/** An item of a block; items of one list, place and department cannot both be the same reference. */
export interface BlockItem extends MatchItem {
  readonly list?: string;
}

export interface BlockJudgement extends ItemJudgement {
  /** Another item of the same list, place and department has the better claim on the reference this one was matched to. */
  readonly duplicateClaim?: true;
}
