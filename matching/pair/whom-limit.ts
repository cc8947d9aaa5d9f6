import type { AnalysedName } from '../name/analyse.ts';
import { audienceAtEnd, PERSON_OR_UNIT } from '../name/audience-behind.ts';
import { splitBrackets } from '../name/brackets.ts';
import type { Comparison } from './compare.ts';

type Names = Pick<Comparison, 'leftName' | 'rightName'>;

const saysWhom = ({ limits }: AnalysedName): boolean => limits.some(({ set }) => set === PERSON_OR_UNIT);

/** Which of two names alone is limited to persons or to units: 销户（个人） beside 销户. */
export const limitedToWhom = ({ leftName, rightName }: Names): 'LEFT' | 'RIGHT' | undefined => {
  const [left, right] = [saysWhom(leftName), saysWhom(rightName)];
  if (left === right) return undefined;
  return left ? 'LEFT' : 'RIGHT';
};

/** Whether a name ends in whom it is for, or in whom it is about, which the other does not speak of: 变更单位 beside 变更. */
export const endsInWhom = ({ leftName, rightName }: Names): boolean =>
  endsBeyond(leftName, rightName) || endsBeyond(rightName, leftName);

const endsBeyond = ({ text }: AnalysedName, other: AnalysedName): boolean => {
  const audience = audienceAtEnd(text.includes('(') ? splitBrackets(text).main : text);
  return audience !== undefined && !other.text.includes(audience);
};
