/** The range that holds the true figure in 95 of 100 samples. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly resamples: number;
  /** At least 0, less than 1; the same stream gives the same intervals. */
  readonly random: () => number;
}

const quantile = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
};

/**
 * 95 % intervals of figures by the cluster bootstrap: whole groups are drawn with replacement, since the things in one
 * depend on each other. A figure that has no value in a resample is left out of it; null where it never has one, or
 * where there are fewer than two groups.
 */
export function bootstrapIntervals<Thing, Name extends string>(
  groups: readonly (readonly Thing[])[],
  figuresOf: (sample: readonly Thing[]) => Readonly<Record<Name, number | null>>,
  { resamples, random }: BootstrapOptions,
): Readonly<Record<Name, Interval | null>> {
  const names = Object.keys(figuresOf(groups.flat())) as Name[];
  const values = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; groups.length > 1 && round < resamples; round += 1) {
    const drawn = groups.map(() => groups[Math.floor(random() * groups.length)] ?? []);
    const figures = figuresOf(drawn.flat());
    for (const name of names) {
      const value = figures[name];
      if (value !== null) values.get(name)?.push(value);
    }
  }
  const intervalOf = (name: Name): Interval | null => {
    const sorted = values.get(name)?.toSorted((one, other) => one - other);
    if (sorted === undefined || sorted.length === 0) return null;
    return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  };
  return Object.fromEntries(names.map((name) => [name, intervalOf(name)])) as Record<Name, Interval | null>;
}
