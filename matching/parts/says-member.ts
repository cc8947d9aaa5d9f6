import { type AnalysedName, analyseName } from '../name/analyse.ts';

interface Member {
  readonly text: string;
  /** Its acts of a life cycle, as the lexicon numbers them. */
  readonly acts: readonly number[];
  /** Where it is a service about something, all its other acts: 给付、查询 of 给付信息查询. */
  readonly about: readonly number[];
  readonly object: string;
  /** Whether it is nothing but an act of another kind: 核发 beside 变更. */
  readonly isPlainAct: boolean;
}

const known = new Map<string, Member>();
const MOST_KNOWN = 10_000;

const memberOf = (text: string): Member => {
  const before = known.get(text);
  if (before !== undefined) return before;
  const { actions, object } = analyseName(text);
  const acts = actions.LIFE_CYCLE;
  const about = actions.ABOUT.length > 0 ? [...actions.KIND, ...actions.ABOUT] : [];
  const isPlainAct = acts.length === 0 && about.length === 0 && object === '' && actions.KIND.length > 0;
  if (known.size >= MOST_KNOWN) known.clear();
  const member = { text, acts, about, object, isPlainAct };
  known.set(text, member);
  return member;
};

/** Places of the members of a list that a name speaks of: in the same words, or by the same act of a life cycle. */
export function saysMember(members: readonly string[], name: AnalysedName): readonly number[] {
  const own = members.map(memberOf);
  const ofLife = own.map((member) => isSaid(member, name));
  const isLimited = ofLife.some(Boolean);
  return own.flatMap((member, place) => {
    // 食品经营许可变更 has 许可 in it and is still no part of what 许可、变更 calls 许可.
    const said = member.isPlainAct ? !isLimited && name.text.includes(member.text) : ofLife[place];
    return said === true ? [place] : [];
  });
}

const isSaid = ({ text, acts, about, object, isPlainAct }: Member, name: AnalysedName): boolean => {
  if (isPlainAct) return false;
  if (acts.length === 0 && name.text.includes(text)) return true;
  // 给付信息查询 is said by 发放信息查询.
  const { KIND, ABOUT } = name.actions;
  if (acts.length === 0)
    return (
      about.length > 1 &&
      name.text.includes(object) &&
      about.every((act) => KIND.includes(act) || ABOUT.includes(act))
    );
  return acts.some((act) => name.actions.LIFE_CYCLE.includes(act));
};
