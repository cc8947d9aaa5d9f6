import background from './background.json' with { type: 'json' };
import { gramTable } from './gram-table.ts';

/** How much a character or a pair of neighbours tells, in bits: what stands in few names tells much. */
export interface GramWeights {
  readonly weightOf: (gram: string) => number;
  /** Share of the background's names that hold the gram, 0 for one it never saw. */
  readonly shareOf: (gram: string) => number;
  /** A gram that weighs less stands in so many names that it finds nothing. */
  readonly commonBelow: number;
}

const COUNTS: ReadonlyMap<string, number> = new Map(Object.entries(background.grams));
const NAMES: number = background.names;
/** A gram that stood in fewer names than this is not stored: it weighs as one never seen. */
const UNSEEN = Math.log2(NAMES + 1);

const weightOf = (gram: string): number => {
  const count = COUNTS.get(gram);
  return count === undefined ? UNSEEN : Math.log2((NAMES + 1) / count);
};

/**
 * The frozen weights of the model: counted once over the names of the labels and of the demonstration province's
 * vocabulary. They never follow a list, so that a run that looks at what has changed gives what a whole run gives.
 */
export const BACKGROUND: GramWeights = {
  weightOf,
  commonBelow: Math.log2(1 / 0.03),
  shareOf: (gram) => (COUNTS.get(gram) ?? 0) / NAMES,
};

const TABLE = gramTable([...COUNTS.keys()]);
const WEIGHTS = Float64Array.from(COUNTS.keys(), weightOf);

/** The weight of a gram by its key: what BACKGROUND says of it. */
export function weightOfKey(key: number): number {
  const place = TABLE.placeOf(key);
  return place < 0 ? UNSEEN : (WEIGHTS[place] as number);
}

/** Whether names of the background hold a gram. */
export function isSeen(key: number): boolean {
  return TABLE.placeOf(key) >= 0;
}
