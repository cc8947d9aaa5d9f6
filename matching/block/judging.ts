import type { MatchItem } from '../item.ts';
import type { ItemJudgement } from '../judgement.ts';
import type { GramWeights } from '../model/background.ts';

/** What finding candidates needs of an item made ready. */
export interface Prepared {
  /** The name in the form candidates are found by. */
  readonly core: string;
  /** Items with the same exact form have the same name. */
  readonly exact: string;
  /** What else an item and a reference may share that makes the one a candidate of the other: codes, articles. */
  readonly codeKeys: readonly string[];
}

/**
 * The matcher as a block sees it. What `judge` says must depend on the item's content and the candidates' content
 * alone: that is what lets an answer stand while neither has changed.
 */
export interface Judging<Item extends Prepared> {
  /** Changes with everything that may change a judgement: model, lexicon, normal form. */
  readonly version: string;
  readonly weights: GramWeights;
  readonly prepareItem: (item: MatchItem) => Item;
  /** What is searched for and in: the core and more. The core itself when missing. */
  readonly searchText?: (item: Item) => string;
  /** What an item searches by, where that is more than what it is found by. */
  readonly questionText?: (item: Item) => string;
  /** `scores[n]`, 0 to 1, is the likeness of wording of `candidates[n]`; both lists are overwritten afterwards. */
  readonly judge: (item: Item, candidates: readonly Item[], scores: Float64Array) => ItemJudgement;
  /**
   * The judgement of an item among those that share its exact name or a code with it, where it is so sure that no
   * other reference can matter; undefined where all candidates must be looked at. All are looked at when missing.
   */
  readonly judgeNamesakes?: (item: Item, namesakes: readonly Item[]) => ItemJudgement | undefined;
  /**
   * A text that is the same for items no judgement tells apart. Names repeat in thousands of villages whose regions
   * and offices differ: the region has done its work once the place is off the name. Content itself when missing.
   */
  readonly contentKey?: (item: Item) => string;
}
