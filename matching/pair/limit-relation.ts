import type { Limit } from '../name/analyse.ts';
import { setRelation } from './set-relation.ts';

/**
 * How many sets of limiting words contrast, narrow one side alone, or are the same. Whoever names a limit where the other
 * names none is the narrower, and of two lists the shorter: 中级 is part of 初级、中级.
 */
export interface LimitRelations {
  readonly contrast: number;
  readonly leftOnly: number;
  readonly rightOnly: number;
  readonly equal: number;
}

const NO_LIMITS: LimitRelations = { contrast: 0, leftOnly: 0, rightOnly: 0, equal: 0 };

/** Compares the limits of two names set by set. */
export function limitRelations(left: readonly Limit[], right: readonly Limit[]): LimitRelations {
  if (left.length === 0 && right.length === 0) return NO_LIMITS;
  const counts = { contrast: 0, leftOnly: 0, rightOnly: 0, equal: 0 };
  for (const set of new Set([...left, ...right].map((limit) => limit.set))) {
    const relation = setRelation(placesOf(left, set), placesOf(right, set));
    if (relation === 'DISJOINT' || relation === 'OVERLAP') counts.contrast++;
    else if (relation === 'LEFT_ONLY' || relation === 'RIGHT_MORE') counts.leftOnly++;
    else if (relation === 'RIGHT_ONLY' || relation === 'LEFT_MORE') counts.rightOnly++;
    else counts.equal++;
  }
  return counts;
}

const placesOf = (limits: readonly Limit[], set: string): readonly number[] => [
  ...new Set(limits.filter((one) => one.set === set).map(({ place }) => place)),
];
