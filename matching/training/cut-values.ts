/** More thresholds than this per feature tell nothing that a thousand examples could hold. */
const MOST_CUTS = 40;

/** Thresholds between the distinct values of each feature; of many, those at equal shares of the examples. */
export function cutsOf(rows: readonly Float64Array[], feature: number): readonly number[] {
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

/** The place of each row's value among the cuts: how many of them lie below it. */
export function placesOf(
  rows: readonly Float64Array[],
  feature: number,
  cuts: readonly number[],
): Uint8Array {
  return Uint8Array.from(rows, (row) => {
    const value = row[feature] as number;
    let place = 0;
    while (place < cuts.length && value > (cuts[place] as number)) place++;
    return place;
  });
}
