import { changedText, type TextDifference } from '../../comparison/changed-text.ts';
import type { FieldDrift } from '../../comparison/drift.ts';

/** Texts of some 200 characters that differ throughout: a page of 100 rows with three each takes 0.2 s at most. */
const MOST_CELLS = 40_000;

const known = new WeakMap<FieldDrift, TextDifference>();

/** How the texts of a difference differ, worked out once for both its sides. */
export const driftText = (drift: FieldDrift): TextDifference => {
  const found = known.get(drift) ?? changedText(drift.now, drift.local, MOST_CELLS);
  known.set(drift, found);
  return found;
};
