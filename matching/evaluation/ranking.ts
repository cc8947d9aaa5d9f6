/**
 * The chance that a positive scores above a negative, ties counting half (area under the ROC curve); null where
 * either is missing.
 */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const sorted = Float64Array.from(negatives).sort();
  const ascending = Float64Array.from(positives).sort();
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const score of ascending) {
    while (below < sorted.length && (sorted[below] as number) < score) below += 1;
    upTo = Math.max(upTo, below);
    while (upTo < sorted.length && (sorted[upTo] as number) <= score) upTo += 1;
    wins += (below + upTo) / 2;
  }
  return wins / (positives.length * negatives.length);
}

/** The share of items whose partner is among the first `depth` candidates; ranks count from 1, null: not offered. */
export function recallAt(ranks: readonly (number | null)[], depth: number): number | null {
  if (ranks.length === 0) return null;
  return ranks.filter((rank) => rank !== null && rank <= depth).length / ranks.length;
}
