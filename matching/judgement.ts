/** How the left item stands to the right one; NONE: nothing on the right answers it. */
export const RELATIONS = ['EQUIVALENT', 'NARROWER', 'BROADER', 'OVERLAP', 'RELATED', 'NONE'] as const;
export type Relation = (typeof RELATIONS)[number];

/** AUTO: accepted by the machine; REVIEW: a person decides; NONE: no answer worth a person's time. */
export const BANDS = ['AUTO', 'REVIEW', 'NONE'] as const;
export type Band = (typeof BANDS)[number];

/** One reason for or against, in bits of log-odds: 1 bit doubles the odds. */
export interface Evidence {
  /** The feature's name in the model. */
  readonly feature: string;
  readonly bits: number;
  /** A sentence a clerk can read, in Chinese. */
  readonly note: string;
  /** The words of either side the feature rests on. */
  readonly left?: string;
  readonly right?: string;
}

export interface Candidate {
  /** Id of the reference. */
  readonly reference: string;
  /** Chance that it is the item's partner, 0 to 1. */
  readonly confidence: number;
}

/** One of several references that an item handled in one go is made of. */
export interface Part {
  readonly reference: string;
  /** Chance that it is the same as what the item says of it, 0 to 1. */
  readonly confidence: number;
  /** What of the item's name it answers, in one spelling: 变更. */
  readonly members: readonly string[];
  /** Why, as of the match. */
  readonly evidence: readonly Evidence[];
}

/** What the engine says of one item against a list of references. */
export interface ItemJudgement {
  readonly item: string;
  readonly match: string | null;
  readonly relation: Relation;
  /** Chance that relation and match are right, calibrated, 0 to 1. */
  readonly confidence: number;
  readonly band: Band;
  /** Best first, ten at most; equal ones by id. */
  readonly candidates: readonly Candidate[];
  /** Of the match, or of the best candidate when there is none; largest effect first, together the log-odds. */
  readonly evidence: readonly Evidence[];
  /** Where the item is made of several references, BROADER than each: all of them, in the order of its name. */
  readonly parts?: readonly Part[];
  /** Beside parts: what the item's name lists and no part answers; empty where they are the whole of it. */
  readonly rest?: readonly string[];
}

/** What the engine says of two names side by side. */
export interface PairJudgement {
  readonly relation: 'same' | 'partial' | 'different';
  readonly probabilities: { readonly same: number; readonly partial: number; readonly different: number };
  readonly evidence: readonly Evidence[];
}
