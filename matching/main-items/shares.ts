import type { ListedItem } from './listed-item.ts';
import { segmentsOf } from './neighbours.ts';
import type { OpenItem } from './open-item.ts';

/** How many items stand below a main item, as sums of chances: all, and those that share something with an item. */
export interface Share {
  readonly whole: number;
  readonly inSegment: number;
  readonly ofOffice: number;
  readonly ofType: number;
  /** The whole, and what the main item's own office and type count for. */
  readonly withOffice: number;
  readonly withType: number;
}

export interface Shares {
  readonly of: (item: ListedItem, main: number) => Share;
}

/** What a main item's own row says of its office and type, in items below it. */
const OWN_ROW = 3;

type Sums = readonly Map<string, number>[];

const add = (sums: Sums, main: number, key: string, chance: number): void => {
  const sum = sums[main];
  sum?.set(key, (sum.get(key) ?? 0) + chance);
};

/** Counts what stands below each main item. */
export function countShares(
  items: readonly OpenItem[],
  chances: readonly Float64Array[],
  mains: readonly ListedItem[],
): Shares {
  const sums = (): Sums => mains.map(() => new Map());
  const [segments, offices, types] = [sums(), sums(), sums()];
  const whole = new Float64Array(mains.length);
  for (const [place, { item, candidates }] of items.entries()) {
    const own = segmentsOf(item);
    for (const [at, { main }] of candidates.entries()) {
      const chance = chances[place]?.[at] ?? 0;
      whole[main] = (whole[main] as number) + chance;
      for (const segment of own) add(segments, main, segment, chance);
      add(offices, main, item.office, chance);
      add(types, main, item.type, chance);
    }
  }
  for (const [main, { office, type }] of mains.entries()) {
    if (office !== '') add(offices, main, office, OWN_ROW);
    if (type !== '') add(types, main, type, OWN_ROW);
  }
  return {
    of: (item, main) => ({
      whole: whole[main] as number,
      inSegment: segmentsOf(item).reduce(
        (most, segment) => Math.max(most, segments[main]?.get(segment) ?? 0),
        0,
      ),
      ofOffice: offices[main]?.get(item.office) ?? 0,
      ofType: types[main]?.get(item.type) ?? 0,
      withOffice: (whole[main] as number) + (mains[main]?.office === '' ? 0 : OWN_ROW),
      withType: (whole[main] as number) + (mains[main]?.type === '' ? 0 : OWN_ROW),
    }),
  };
}
