/** A probability that was given, and what came true. */
export interface Forecast {
  readonly probability: number;
  readonly isTrue: boolean;
}

/** Forecasts of one interval of probability; the mean and the share are null where there are none. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanProbability: number | null;
  readonly shareTrue: number | null;
}

export const BINS = 15;

/** The mean squared distance of probability and outcome (Brier 1950); null without forecasts. */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  if (forecasts.length === 0) return null;
  const sum = forecasts.reduce(
    (total, { probability, isTrue }) => total + (probability - (isTrue ? 1 : 0)) ** 2,
    0,
  );
  return sum / forecasts.length;
}

/** Forecasts by intervals of equal width; 1 belongs to the last. */
export function reliabilityBins(forecasts: readonly Forecast[], bins = BINS): readonly ReliabilityBin[] {
  const sums = Array.from({ length: bins }, () => ({ count: 0, probability: 0, isTrue: 0 }));
  for (const { probability, isTrue } of forecasts) {
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.floor(probability * bins)))];
    if (bin === undefined) throw new Error(`no interval for probability ${probability}`);
    bin.count += 1;
    bin.probability += probability;
    if (isTrue) bin.isTrue += 1;
  }
  return sums.map(({ count, probability, isTrue }, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    count,
    meanProbability: count === 0 ? null : probability / count,
    shareTrue: count === 0 ? null : isTrue / count,
  }));
}

/** The expected calibration error: the distance of mean and share, weighted by the forecasts of each interval. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const count = bins.reduce((total, bin) => total + bin.count, 0);
  if (count === 0) return null;
  const sum = bins.reduce(
    (total, bin) => total + bin.count * Math.abs((bin.meanProbability ?? 0) - (bin.shareTrue ?? 0)),
    0,
  );
  return sum / count;
}
