import type { AnalysedName } from '../name/analyse.ts';
import type { Comparison } from './compare.ts';
import { setRelation } from './set-relation.ts';

/**
 * Whether two names say opposite things in so many words: other numbers, years or grades (80岁, 90岁; 以上, 以下), words
 * that exclude each other (室内, 室外), one affirms what the other denies, each includes something else, or who stands
 * first changes places. However alike the rest is, no machine takes one for the other. Nameless names are opposed too.
 */
export function areOpposed({ leftName, rightName, counts, limits, negation }: Comparison): boolean {
  return (
    counts === 'DISJOINT' ||
    counts === 'OVERLAP' ||
    limits.contrast > 0 ||
    negation ||
    includeOthers(leftName, rightName) ||
    isNameless(leftName) ||
    isNameless(rightName) ||
    rolesAreTurned(leftName.core, rightName.core)
  );
}

const includeOthers = (left: AnalysedName, right: AnalysedName): boolean => {
  const relation = setRelation(left.included, right.included);
  return relation === 'DISJOINT' || relation === 'OVERLAP';
};

const LETTER = /\p{L}/u;

/** 12345, （）, 管理服务: whatever a name is about, it is not said. */
export const isNameless = ({ core }: AnalysedName): boolean => !LETTER.test(core);

/** What stands in front of these does something to what stands behind. */
const ROLES = [
  '内设',
  '投靠',
  '委托',
  '转为',
  '转换为',
  '变更为',
  '改为',
  '并入',
  '兼并',
  '赠与',
  '收购',
  '挂靠',
  '转',
] as const;

/** 养老机构内设医疗机构 beside 医疗机构内设养老机构: the same words, but who is in whom has changed places. */
const rolesAreTurned = (left: string, right: string): boolean => {
  for (const role of ROLES) {
    const [ofLeft, ofRight] = [left.indexOf(role), right.indexOf(role)];
    if (ofLeft < 0 || ofRight < 0) continue;
    const [one, other] = [left.slice(0, ofLeft), left.slice(ofLeft + role.length)];
    const [before, behind] = [right.slice(0, ofRight), right.slice(ofRight + role.length)];
    const [turned, further] = [shared(one, behind), shared(other, before)];
    return turned > 1 && further > 1 && turned + further > shared(one, before) + shared(other, behind);
  }
  return false;
};

/** Names of roles are short; what stands further off is something else. */
const ROLE_NAME = 40;

/** Characters of the longest run two texts share. */
const shared = (one: string, other: string): number => {
  let longest = 0;
  for (let at = 0; at + longest < Math.min(one.length, ROLE_NAME); at++) {
    while (at + longest < one.length && other.includes(one.slice(at, at + longest + 1))) longest++;
  }
  return longest;
};
