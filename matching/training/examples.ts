import { featureValues } from '../pair/features.ts';
import { comparePair } from '../pair/score-pair.ts';
import { prepareItem } from '../prepared-item.ts';
import type { Example } from './fit-trees.ts';
import { classOfRelation, itemOf, type LabelledBeside, type LabelledPair } from './labelled.ts';

/** An example and the label it comes from. */
export interface LabelledExample extends Example {
  readonly from: LabelledPair;
}

/** The same of a candidate that was not the partner. */
export interface BesideExample extends Example {
  readonly from: LabelledBeside;
}

/** The examples of judged pairs; labels without a right side have none. */
export function pairExamples(labels: readonly LabelledPair[]): readonly LabelledExample[] {
  return labels.flatMap((from) =>
    from.right === null
      ? []
      : [
          {
            from,
            values: featureValues(
              comparePair(prepareItem(itemOf(from.left)), prepareItem(itemOf(from.right))),
            ),
            label: classOfRelation(from.relation),
            weight: 1,
          },
        ],
  );
}

/**
 * What a search finds beside the truth: an item judged to have no partner, or one, with the other candidates it was
 * judged against. A model that never saw them holds every chance likeness of two names for a partner.
 */
export function besideExamples(labels: readonly LabelledBeside[], weight: number): readonly BesideExample[] {
  return labels.flatMap((from) => {
    const left = prepareItem(itemOf(from.left));
    return from.rights.map((right) => ({
      from,
      values: featureValues(comparePair(left, prepareItem(itemOf(right)))),
      label: 2,
      weight,
    }));
  });
}
