import type { MatchItem } from '../item.ts';
import type { ItemJudgement } from '../judgement.ts';
import { chooseCandidates } from './candidates.ts';
import type { Prepared } from './judging.ts';
import { questionOf, type ReferenceList } from './reference-list.ts';

/** What an item is judged to be where some of its candidates, by their ids, are out of the question. */
export function judgeWithout<Item extends Prepared>(
  references: ReferenceList<Item>,
  item: MatchItem,
  barred: ReadonlySet<string>,
): ItemJudgement {
  const { judging, ids, prepared } = references;
  const ready = judging.prepareItem(item);
  const { places, scores } = chooseCandidates(references, questionOf(judging, ready));
  const left = places
    .map((place, at) => ({ place, score: scores[at] as number }))
    .filter(({ place }) => !barred.has(ids[place] as string));
  return judging.judge(
    ready,
    left.map(({ place }) => prepared(place)),
    Float64Array.from(left, ({ score }) => score),
  );
}
