/** The value below which a share of the sorted sample lies. */
export const quantile = (sample: readonly number[], share: number): number => {
  const sorted = [...sample].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

/** Median with the smallest and largest value, rounded for reading. */
export const spread = (sample: readonly number[], digits = 2): string => {
  const [low, middle, high] = [Math.min(...sample), quantile(sample, 0.5), Math.max(...sample)];
  return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
};
