import { actionAt } from '../lexicon/knowledge.ts';
import { AUDIENCES } from '../lexicon/qualifiers/audience.ts';
import { readWords, tailOf } from './read-words.ts';

/** The set of 个人 and 单位: every item is for the one, for the other or for both (GB/T 39554.1—2020 服务对象). */
export const PERSON_OR_UNIT = 'personOrUnit';

const WORDS: readonly string[] = AUDIENCES.filter(({ set }) => set === PERSON_OR_UNIT)
  .flatMap(({ words }) => words)
  .sort((one, other) => other.length - one.length);

const LAST: ReadonlySet<string> = new Set(WORDS.map((word) => word.charAt(word.length - 1)));

/** 自然人 and 个人 are one; 企业, 单位 and 法人 are not, though each excludes a person. */
export const inOneWord = (audience: string): string => (audience === '自然人' ? '个人' : audience);

/** The word for a person or a unit a text ends with; undefined for most texts. */
export const audienceAtEnd = (text: string): string | undefined =>
  LAST.has(text.charAt(text.length - 1)) ? WORDS.find((word) => text.endsWith(word)) : undefined;

/** Dashes are one character by now. */
const DASH = '-';

/** A name whose last word says whom it is for, and that word. */
export interface AudienceBehind {
  readonly rest: string;
  readonly audience: string;
}

/**
 * 销户个人, 销户-个人: what stands behind the act of a name and says no more than whom it is for is what others put in
 * brackets. Undefined where it may be the object: 施工单位, 物业服务企业, 变更单位, 转型升级为企业.
 */
export function audienceBehind(main: string): AudienceBehind | undefined {
  const audience = audienceAtEnd(main);
  if (audience === undefined) return undefined;
  const before = main.slice(0, -audience.length);
  if (before.endsWith(DASH)) {
    const rest = before.slice(0, -DASH.length);
    return rest === '' ? undefined : { rest, audience };
  }
  return saysAct(before, audience) ? { rest: before, audience } : undefined;
}

/** 办理 says that something is done where no other word does; 服务 and 管理 are mostly somebody's trade. */
const DONE = '办理';
const PERSONS: ReadonlySet<string> = new Set(['个人', '自然人']);
/** What one does to a unit or with it: 变更单位, 设立企业, 变更法人. */
const OF_UNITS: ReadonlySet<string> = new Set([
  'ESTABLISH',
  'ADD_NEW',
  'PREPARE',
  'FORMAL',
  'ADD',
  'REDUCE',
  'CHANGE',
  'RENAME',
  'MODIFY',
  'ADJUST',
  'CORRECT',
  'MOVE',
  'MOVE_IN',
  'MOVE_OUT',
  'MERGE',
  'SPLIT',
  'RESTRUCTURE',
  'UPGRADE',
  'REPLACE',
]);

/** Whether a text ends in an act on something, and what stands behind it is not what it is done to. */
const saysAct = (text: string, audience: string): boolean => {
  if (text.endsWith(DONE)) return text.length > DONE.length;
  const reading = readWords(text);
  const { words } = reading;
  const last = words.count - 1;
  if (last < 0 || words.ends[last] !== text.length || tailOf(reading, text) === 0) return false;
  const acts = (words.meanings[last]?.actions ?? []).map(actionAt);
  return acts.length > 0 && (PERSONS.has(audience) || !acts.some(({ key }) => OF_UNITS.has(key)));
};
