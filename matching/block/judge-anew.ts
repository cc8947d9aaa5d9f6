import { chooseCandidates, type Found, NAMESAKES_ONLY, namesakesOf } from './candidates.ts';
import type { Prepared } from './judging.ts';
import { keysOf, questionText, type ReferenceList } from './reference-list.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The answer for an item made ready, among its namesakes where they are enough and else among all its candidates; those
 * whose ids are barred are out of the question.
 */
export function judgeAnew<Item extends Prepared>(
  references: ReferenceList<Item>,
  item: Item,
  barred: ReadonlySet<string> = NOBODY,
): Found {
  const { judging, ids, prepared } = references;
  const idOf = (place: number): string => ids[place] as string;
  const keys = keysOf(item);
  if (judging.judgeNamesakes !== undefined) {
    const namesakes = namesakesOf(references, item, keys, barred);
    const judgement =
      namesakes.length === 0 ? undefined : judging.judgeNamesakes(item, namesakes.map(prepared));
    if (judgement !== undefined) {
      // Where wording is not asked, none need be kept.
      return { core: '', keys, candidates: namesakes.map(idOf), last: NAMESAKES_ONLY, judgement };
    }
  }
  const question = { core: questionText(judging, item), keys };
  const { places, scores, last } = chooseCandidates(references, question, barred);
  const judgement = judging.judge(item, places.map(prepared), scores);
  return { ...question, candidates: places.map(idOf), last, judgement };
}
