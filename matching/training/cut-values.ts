import type { Binned } from './grow-tree.ts';

/** More thresholds than this per feature tell nothing that a thousand examples could hold. */
const MOST_CUTS = 40;

/** Thresholds between the distinct values of each feature; of many, those at equal shares of the examples. */
function cutsOf(rows: readonly Float64Array[], feature: number): readonly number[] {
  const sorted = Float64Array.from(rows, (row) => row[feature] as number).sort();
  const distinct = [...new Set(sorted)];
  const between = (place: number): number =>
    ((distinct[place - 1] as number) + (distinct[place] as number)) / 2;
  if (distinct.length <= MOST_CUTS + 1) return distinct.slice(1).map((_, place) => between(place + 1));
  const cuts = new Set<number>();
  for (let part = 1; part < MOST_CUTS; part++) {
    const value = sorted[Math.floor((part * sorted.length) / MOST_CUTS)] as number;
    const place = distinct.indexOf(value);
    if (place > 0) cuts.add(between(place));
  }
  return [...cuts].sort((one, other) => one - other);
}

/** Every row's intervals, one row after the other; those of all features are numbered in one row. */
export function binned(rows: readonly Float64Array[], features: number): Binned {
  const cuts = Array.from({ length: features }, (_, feature) => cutsOf(rows, feature));
  const starts = [0];
  for (const own of cuts) starts.push((starts.at(-1) as number) + own.length + 1);
  const bins = new Uint16Array(rows.length * features);
  for (const [at, row] of rows.entries()) {
    for (const [feature, own] of cuts.entries()) {
      let place = 0;
      while (place < own.length && (row[feature] as number) > (own[place] as number)) place++;
      bins[at * features + feature] = (starts[feature] as number) + place;
    }
  }
  return { cuts, starts, bins };
}
