import { chooseCandidates, type Found, NAMESAKES_ONLY, namesakesOf } from './candidates.ts';
import type { Prepared } from './judging.ts';
import type { ReferenceList } from './reference-list.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The answer for an item made ready, among its namesakes where they are enough and else among all its candidates; those
 * whose ids are barred are out of the question.
 */
export function judgeAnew<Item extends Prepared>(
  references: ReferenceList<Item>,
  item: Item,
  question: Pick<Found, 'core' | 'keys'>,
  barred: ReadonlySet<string> = NOBODY,
): Found {
  const { judging, ids, prepared } = references;
  const idOf = (place: number): string => ids[place] as string;
  if (judging.judgeNamesakes !== undefined) {
    const namesakes = namesakesOf(references, item, question.keys, barred);
    const judgement =
      namesakes.length === 0 ? undefined : judging.judgeNamesakes(item, namesakes.map(prepared));
    if (judgement !== undefined) {
      return { ...question, candidates: namesakes.map(idOf), last: NAMESAKES_ONLY, judgement };
    }
  }
  const { places, scores, last } = chooseCandidates(references, question, barred);
  const judgement = judging.judge(item, places.map(prepared), scores);
  return { ...question, candidates: places.map(idOf), last, judgement };
}
