import { type RestWordTable, restGrams } from '../model/rest-words.ts';
import { partnersOf } from '../pair/partners.ts';
import { prepareItem } from '../prepared-item.ts';
import { classOfRelation, itemOf, type LabelledPair } from './labelled.ts';

/** The words only one name of a judged pair has, and the pair's class. */
export interface RestCase {
  readonly pair: LabelledPair;
  readonly grams: ReadonlySet<string>;
  readonly label: number;
}

/** The cases of judged pairs. */
export function restCases(pairs: readonly LabelledPair[]): readonly RestCase[] {
  return pairs.flatMap((pair) => {
    const { left, right, relation } = pair;
    if (right === null) return [];
    const [one, other] = [prepareItem(itemOf(left)).name, prepareItem(itemOf(right)).name];
    const { tiling } = partnersOf(one.characters, other.characters);
    const grams = new Set([...restGrams(one.marked, tiling.left), ...restGrams(other.marked, tiling.right)]);
    return [{ pair, grams, label: classOfRelation(relation) }];
  });
}

/** A gram seen in fewer pairs says nothing. */
const LEAST = 2;
/** Pairs of average kind each gram is held to have been in besides. */
const PRIOR = 2;

/** For each gram how much more often than usual it stands in pairs of each class, as log-odds ratios. */
export function countRestWords(cases: readonly Omit<RestCase, 'pair'>[]): RestWordTable {
  const counts = new Map<string, [number, number, number]>();
  const totals = [0, 0, 0];
  for (const { grams, label } of cases) {
    totals[label] = (totals[label] as number) + 1;
    for (const gram of grams) {
      const count = counts.get(gram) ?? [0, 0, 0];
      count[label as 0 | 1 | 2]++;
      counts.set(gram, count);
    }
  }
  const shares = totals.map((total) => total / Math.max(1, cases.length));
  const ratio = (count: number, all: number, share: number): number => {
    const odds = (count + PRIOR * share) / (all - count + PRIOR * (1 - share));
    return Math.round((Math.log(odds) - Math.log(share / (1 - share))) * 1e3) / 1e3;
  };
  return new Map(
    [...counts]
      .map(([gram, count]) => ({ gram, count, all: count[0] + count[1] + count[2] }))
      .filter(({ all }) => all >= LEAST)
      .sort((one, other) => (one.gram < other.gram ? -1 : 1))
      .map(({ gram, count, all }) => [
        gram,
        count.map((one, place) => ratio(one, all, shares[place] as number)),
      ]),
  );
}
