import type { Label } from './labels.ts';

/** By what labels are grouped: kind of link, difficulty, how sure the person was. */
export const DIMENSIONS = ['edgeKind', 'stratum', 'confidence'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The things of one group; a thing of several strata is in each. */
export interface Stratum<Thing> {
  readonly dimension: Dimension;
  readonly value: string;
  readonly members: readonly Thing[];
}

const valuesOf = (label: Label, dimension: Dimension): readonly string[] => {
  if (dimension === 'stratum') return [...new Set(label.stratum)];
  const value = label[dimension];
  return value === undefined ? [] : [value];
};

/** Every group of every dimension, values in the order of their characters. */
export function strataOf<Thing extends { readonly label: Label }>(
  things: readonly Thing[],
): readonly Stratum<Thing>[] {
  return DIMENSIONS.flatMap((dimension) => {
    const groups = new Map<string, Thing[]>();
    for (const thing of things) {
      for (const value of valuesOf(thing.label, dimension)) {
        const members = groups.get(value);
        if (members === undefined) groups.set(value, [thing]);
        else members.push(thing);
      }
    }
    return [...groups.keys()].sort().map((value) => ({ dimension, value, members: groups.get(value) ?? [] }));
  });
}

/** Fewer things than this say too little of their stratum. */
const LEAST_MEMBERS = 10;

/** The stratum of the lowest share of right answers among those of enough members; undefined where none has. */
export function worstStratum<
  Row extends { readonly dimension: Dimension; readonly count: number; readonly accuracy: number | null },
>(rows: readonly Row[]): Row | undefined {
  const large = rows.filter(
    ({ dimension, count, accuracy }) =>
      dimension === 'stratum' && count >= LEAST_MEMBERS && accuracy !== null,
  );
  return large.toSorted((one, other) => (one.accuracy ?? 0) - (other.accuracy ?? 0))[0];
}
