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

const identical = (left: unknown, right: unknown): boolean => left === right;

/** The relation of two lists without repeats; `same` says which of their values are one, and need not be transitive. */
export function setRelation<Value>(
  left: readonly Value[],
  right: readonly Value[],
  same: (left: Value, right: Value) => boolean = identical,
): SetRelation {
  if (left.length === 0) return right.length === 0 ? 'NONE' : 'RIGHT_ONLY';
  if (right.length === 0) return 'LEFT_ONLY';
  const ofLeft = countSame(left, right, same);
  if (ofLeft === 0) return 'DISJOINT';
  const ofRight = countSame(right, left, same);
  if (ofLeft === left.length) return ofRight === right.length ? 'EQUAL' : 'RIGHT_MORE';
  return ofRight === right.length ? 'LEFT_MORE' : 'OVERLAP';
}

const countSame = <Value>(
  values: readonly Value[],
  others: readonly Value[],
  same: (left: Value, right: Value) => boolean,
): number => {
  let count = 0;
  for (const value of values) {
    for (const other of others) {
      if (!same(value, other)) continue;
      count++;
      break;
    }
  }
  return count;
};

const DIRECTIONS: ReadonlySet<string> = new Set(['以上', '以下']);

/** Whether two counts are one: 80岁 says no more than 80岁以上, and 80岁以下 says something else. */
const isOneCount = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) && DIRECTIONS.has(long.slice(short.length));
};

/** The relation of two lists of counts as `countsIn` tells them. */
export const countRelation = (left: readonly string[], right: readonly string[]): SetRelation =>
  setRelation(left, right, isOneCount);
