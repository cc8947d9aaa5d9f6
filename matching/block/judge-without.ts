import type { MatchItem } from '../item.ts';
import type { ItemJudgement } from '../judgement.ts';
import { judgeAnew } from './judge-anew.ts';
import type { Prepared } from './judging.ts';
import type { ReferenceList } from './reference-list.ts';

/** What an item is judged to be where some of its candidates, by their ids, are out of the question. */
export function judgeWithout<Item extends Prepared>(
  references: ReferenceList<Item>,
  item: MatchItem,
  barred: ReadonlySet<string>,
): ItemJudgement {
  const { judging } = references;
  return judgeAnew(references, judging.prepareItem(item), barred).judgement;
}
