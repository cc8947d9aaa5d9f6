import type { CheckedItem } from './check.ts';
import { blockOf, textOf } from './record-values.ts';

const FLOWS = ['handleFlow', 'windowFlow', 'onlineFlow'] as const;

/** How an item is handled, in words: the flows as texts and the names of the steps, a sentence or step a line. */
export const flowText = (item: CheckedItem): string => {
  const steps = blockOf(item, 'steps').map((step) => textOf(step, 'name'));
  return [...FLOWS.map((element) => textOf(item.guide, element)), ...steps]
    .filter((text) => text !== '')
    .join('\n')
    .replace(/[。;；！!]/gu, '\n');
};

/** A flow that only points elsewhere (详见流程图) or is a file's name has no words to be judged. */
export const pointsElsewhere = (text: string): boolean =>
  /^(?:详?见|参见|请?查看|参照)|^https?:\S+$|\.(?:png|jpe?g|gif|pdf|docx?|xlsx?)$|^.{0,4}流程图$/iu.test(
    text,
  );
