/**
 * How two sets stand to each other. NONE: both empty; LEFT_ONLY: the right one is empty; LEFT_MORE: left holds all of
 * right and more; OVERLAP: each has something of its own and they share something; DISJOINT: they share nothing.
 */
export type SetRelation =
  | 'NONE'
  | 'EQUAL'
  | 'LEFT_ONLY'
  | 'RIGHT_ONLY'
  | 'LEFT_MORE'
  | 'RIGHT_MORE'
  | 'OVERLAP'
  | 'DISJOINT';

/** The relation of two lists without repeats. */
export function setRelation<Value>(left: readonly Value[], right: readonly Value[]): SetRelation {
  if (left.length === 0) return right.length === 0 ? 'NONE' : 'RIGHT_ONLY';
  if (right.length === 0) return 'LEFT_ONLY';
  let shared = 0;
  for (const one of left) if (right.includes(one)) shared++;
  if (shared === 0) return 'DISJOINT';
  if (shared === left.length) return shared === right.length ? 'EQUAL' : 'RIGHT_MORE';
  return shared === right.length ? 'LEFT_MORE' : 'OVERLAP';
}
