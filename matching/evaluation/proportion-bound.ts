/**
 * The chance that at least `successes` of `trials` succeed where each does so with `probability`. Summed from the
 * failures' side, which is short where nearly all succeed.
 */
export function chanceOfAtLeast(successes: number, trials: number, probability: number): number {
  if (successes <= 0) return 1;
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  // Term of zero failures; in logarithms, since probability ** trials leaves the range of numbers.
  let logTerm = trials * Math.log(probability);
  const logOdds = Math.log(1 - probability) - Math.log(probability);
  let sum = Math.exp(logTerm);
  for (let failures = 1; failures <= trials - successes; failures += 1) {
    logTerm += Math.log((trials - failures + 1) / failures) + logOdds;
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** How sure a bound is: in 95 of 100 samples the true share is not below it. */
export const BOUND_LEVEL = 0.95;

/**
 * The one-sided 95 % lower bound of a share (Clopper and Pearson 1934): the least share with which as many successes
 * still have a chance of 5 %. Null without trials.
 */
export function lowerBound(successes: number, trials: number): number | null {
  if (trials === 0) return null;
  if (successes === 0) return 0;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtLeast(successes, trials, middle) > 1 - BOUND_LEVEL) high = middle;
    else low = middle;
  }
  return low;
}
