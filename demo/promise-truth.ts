import { listKey } from './list-names.ts';
import { soleReference } from './offer.ts';
import type { ListRow, PlaceLists } from './place-lists.ts';
import type { Truth } from './truth.ts';

interface Promised {
  readonly regionCode: string;
  readonly list: string;
  readonly row: ListRow;
  readonly days: number;
}

const FEWEST_OTHERS = 3;

/** What the counties of one city promise, kept until the last of them is written. */
export interface Promises {
  add(lists: PlaceLists): void;
  /** The rows whose promise is longer than the middle one of the other counties. */
  truths(): readonly Truth[];
}

/** Promises for whole reference items, all in working days; those of cancelled items bind nobody any more. */
export function promisesOfCity(): Promises {
  const byItem = new Map<string, Promised[]>();
  return {
    add: ({ place, rows }) => {
      for (const row of rows.implementation) {
        const { promised: days, handling, cancelled } = row.offer;
        const reference = soleReference(row.offer);
        if (reference === undefined || days === undefined || handling !== '' || cancelled !== '') continue;
        const own = { regionCode: place.code, list: listKey(place, 'implementation'), row, days };
        byItem.set(reference.code, [...(byItem.get(reference.code) ?? []), own]);
      }
    },
    truths: () => [...byItem].flatMap(([reference, promised]) => slowOf(reference, promised)),
  };
}

const slowOf = (reference: string, promised: readonly Promised[]): readonly Truth[] =>
  promised.flatMap(({ regionCode, list, row, days }) => {
    const others = new Map(promised.map((one) => [one.regionCode, one.days]));
    others.delete(regionCode);
    const inOrder = [...others.values()].sort((one, other) => one - other);
    const middle = inOrder[Math.ceil(inOrder.length / 2) - 1] ?? 0;
    if (inOrder.length < FEWEST_OTHERS || days <= middle) return [];
    const why = `同市其他 ${inOrder.length} 个地区的中位数是 ${middle} 个工作日`;
    const field = '承诺办结时限';
    return [{ kind: 'SLOW_PROMISE', list, row: row.key, field, reference, is: row.cells[field] ?? '', why }];
  });
