import type { Relation } from '../judgement.ts';
import type { Comparison } from './compare.ts';

/** Which of two items, one part of the other or both overlapping, is the narrower: the left one is NARROWER. */
export function direction(comparison: Comparison): Extract<Relation, 'NARROWER' | 'BROADER' | 'OVERLAP'> {
  const { facets } = comparison;
  const signs = signsOf(comparison);
  // What enumerates more is the wider one; where both have something of their own, both are.
  const narrower =
    facets.OVERLAP +
    facets.LEFT_ONLY +
    facets.LEFT_WITHIN +
    facets.RIGHT_MORE +
    signs.filter((sign) => sign > 0).length;
  const broader =
    facets.OVERLAP +
    facets.RIGHT_ONLY +
    facets.RIGHT_WITHIN +
    facets.LEFT_MORE +
    signs.filter((sign) => sign < 0).length;
  if (narrower === broader) {
    const { left, right } = comparison;
    if (narrower > 0 || left.share === right.share) return 'OVERLAP';
    return left.share > right.share ? 'NARROWER' : 'BROADER';
  }
  return narrower > broader ? 'NARROWER' : 'BROADER';
}

/** One sign per reason beside the facets: above 0 where it says that the left item is the narrower one. */
const signsOf = ({ left, right, actions, limits, counts, excluded }: Comparison): readonly number[] => [
  ...[actions.LIFE_CYCLE, actions.STAGE, actions.ABOUT, counts, excluded].map((relation) =>
    relation === 'LEFT_ONLY' || relation === 'RIGHT_MORE'
      ? 1
      : relation === 'RIGHT_ONLY' || relation === 'LEFT_MORE'
        ? -1
        : 0,
  ),
  Math.sign(limits.leftOnly - limits.rightOnly),
  Math.sign(round(left.aside) - round(right.aside)),
  wordier(left.share, right.share) *
    (left.share > right.share && left.enumerated
      ? -1
      : right.share > left.share && right.enumerated
        ? -1
        : 1),
];

const round = (share: number): number => Math.round(share * 10) / 10;

/** Words the other side lacks narrow a name, as long as the other side does not lack as many. */
const wordier = (left: number, right: number): number => {
  if (left > 2 * right && left > 0.08) return 1;
  return right > 2 * left && right > 0.08 ? -1 : 0;
};
