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

const DIRECTIONS: ReadonlySet<string> = new Set(['以上', '以下']);

/** Whether two counts are one: 80岁 says no more than 80岁以上, and 80岁以下 says something else. */
const isOneCount = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) && DIRECTIONS.has(long.slice(short.length));
};

/** The relation of two lists of counts as `countsIn` tells them. */
export function countRelation(left: readonly string[], right: readonly string[]): SetRelation {
  if (left.length === 0 || right.length === 0) return setRelation(left, right);
  const ofLeft = left.filter((one) => right.some((other) => isOneCount(one, other))).length;
  const ofRight = right.filter((one) => left.some((other) => isOneCount(one, other))).length;
  if (ofLeft === 0) return 'DISJOINT';
  if (ofLeft === left.length) return ofRight === right.length ? 'EQUAL' : 'RIGHT_MORE';
  return ofRight === right.length ? 'LEFT_MORE' : 'OVERLAP';
}
