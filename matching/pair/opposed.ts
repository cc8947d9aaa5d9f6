import { actionAt } from '../lexicon/knowledge.ts';
import type { AnalysedName } from '../name/analyse.ts';
import { ACT, ASIDE, type Characters } from '../name/characters.ts';
import { JOINT_UNIT } from '../name/unified-text.ts';
import type { Comparison } from './compare.ts';
import { setRelation } from './set-relation.ts';

/**
 * Whether two names say opposite things in so many words: other numbers, years or grades (80岁, 90岁; 以上, 以下), words
 * that exclude each other (室内, 室外), one affirms what the other denies, each includes something else, only one is a
 * burden (处罚, 审批), or who stands first changes places. However alike the rest is, no machine takes one for the other. Nameless names are opposed too.
 */
export function areOpposed({ leftName, rightName, actions, counts, limits, negation }: Comparison): boolean {
  return (
    counts === 'DISJOINT' ||
    counts === 'OVERLAP' ||
    limits.contrast > 0 ||
    negation ||
    includeOthers(leftName, rightName) ||
    (actions.KIND === 'DISJOINT' && burdens(leftName) !== burdens(rightName)) ||
    isNameless(leftName) ||
    isNameless(rightName) ||
    rolesAreTurned(leftName.core, rightName.core) ||
    areListedOtherwise(leftName, rightName)
  );
}

/**
 * 公证员执业、变更许可 beside 公证员执业变更许可: what only one joins may be two things or one. Acts are two either way:
 * 设立、变更登记, 设立变更登记.
 */
const areListedOtherwise = (left: AnalysedName, right: AnalysedName): boolean => {
  if (left.core !== right.core || left.marked === right.marked) return false;
  const [one, other] = [left.characters, right.characters];
  let [at, there] = [0, 0];
  while (at < one.units.length && there < other.units.length) {
    if (one.units[at] === other.units[there]) {
      at++;
      there++;
    } else if (one.units[at] === JOINT_UNIT) {
      if (!isBetweenActs(one, at, other, there)) return true;
      at++;
    } else {
      if (!isBetweenActs(other, there, one, at)) return true;
      there++;
    }
  }
  return false;
};

/** Whether acts stand on both sides of a joint, and where the other name has none; what a bracket joins says nothing. */
const isBetweenActs = (
  { roles }: Characters,
  joint: number,
  { roles: others }: Characters,
  there: number,
): boolean =>
  roles[joint] === ASIDE ||
  [roles[joint - 1], roles[joint + 1], others[there - 1], others[there]].every((role) => role === ACT);

const includeOthers = (left: AnalysedName, right: AnalysedName): boolean => {
  const relation = setRelation(left.included, right.included);
  return relation === 'DISJOINT' || relation === 'OVERLAP';
};

/** What is done to people, not for them. */
const BURDENS: ReadonlySet<string> = new Set([
  'PUNISH',
  'ENFORCE',
  'LEVY',
  'REQUISITION',
  'INSPECT',
  'SUPERVISE',
  'ORDER_CORRECTION',
]);

const burdens = ({ actions }: AnalysedName): boolean =>
  actions.KIND.some((place) => BURDENS.has(actionAt(place).key));

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
    const straight = shared(one, before) + shared(other, behind);
    if (turned > 1 && further > 1 && turned + further > straight) return true;
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
