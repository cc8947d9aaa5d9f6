import { JOINT } from '../name/unified-text.ts';
import { type ActWord, actWords } from './act-words.ts';
import { activityRuns } from './activity-words.ts';
import { objectLists, standsAlone } from './object-lists.ts';

/** A way to read a name as a list: what stands before and behind every member, and the members in their order. */
export interface ListReading {
  readonly before: string;
  readonly members: readonly string[];
  readonly behind: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Acts and joints that follow each other; each group stands between two joints. */
interface ActRun extends Span {
  readonly groups: readonly (readonly ActWord[])[];
}

/** An enumeration that is only an example of what there is, or no enumeration of what the item does. */
const OPEN = /等$|^(?:不?含|不?包括|除)|除外$/u;
/** A list of more members is an article of a law, not the name of what is handled in one go. */
const MOST_MEMBERS = 12;

/**
 * The ways in which a name in one spelling (`AnalysedName.text`) may list several things: acts in a row or joined
 * (设立、变更、注销登记), what a bracket enumerates, and objects that share their beginning or end with the names in
 * `others`, which alone tell where the first object begins and the last one ends (乡村医生、护士执业注册).
 */
export function listReadings(text: string, others: readonly string[]): readonly ListReading[] {
  const readings: ListReading[] = [];
  for (const segment of segmentsOf(text)) {
    const within = text.slice(segment.start, segment.end);
    const around = {
      before: text.slice(0, segment.start),
      behind: text.slice(segment.end),
    };
    if (segment.isAside) addAside(readings, within, around);
    else addOutside(readings, within, around, others);
  }
  return readings.filter(
    ({ members }) => members.length > 1 && members.length <= MOST_MEMBERS && allDiffer(members),
  );
}

type Around = Pick<ListReading, 'before' | 'behind'>;

const allDiffer = (members: readonly string[]): boolean =>
  new Set(members).size === members.length && !members.includes('');

/** Stretches outside brackets, and the content of each bracket that holds no other. */
const segmentsOf = (text: string): readonly (Span & { readonly isAside: boolean })[] => {
  const segments: (Span & { isAside: boolean })[] = [];
  for (const found of text.matchAll(/[^()]+/gu)) {
    const start = found.index;
    const end = start + found[0].length;
    segments.push({ start, end, isAside: text.charAt(start - 1) === '(' && text.charAt(end) === ')' });
  }
  return segments;
};

const addAside = (readings: ListReading[], within: string, { before, behind }: Around): void => {
  if (OPEN.test(within)) return;
  if (within.includes(JOINT)) readings.push({ before, members: within.split(JOINT), behind });
  else addRuns(readings, within, { before, behind });
};

const addOutside = (
  readings: ListReading[],
  within: string,
  around: Around,
  others: readonly string[],
): void => {
  addShared(readings, within, around);
  addActivities(readings, within, around);
  const taken = addRuns(readings, within, around);
  const all = [...within.matchAll(/、/gu)].map(({ index }) => index);
  // 变更负责人许可、注销许可: acts stand beside the joint, but each member says by itself what is done to what.
  const standAlone = taken.size > 0 && within.split(JOINT).every(standsAlone);
  const joints = standAlone ? all : all.filter((at) => !taken.has(at));
  if (joints.length === 0) return;
  for (const { before, members, behind } of objectLists(within, joints, others)) {
    readings.push({ before: around.before + before, members, behind: behind + around.behind });
  }
};

/** Nothing but the words tells that 生产经营 are two activities of one thing. */
const addActivities = (readings: ListReading[], within: string, { before, behind }: Around): void => {
  for (const { start, end, members } of activityRuns(within)) {
    readings.push({ before: before + within.slice(0, start), members, behind: within.slice(end) + behind });
  }
};

const SHARED_ENDS = /((?:\p{Script=Han}、)+)(\p{Script=Han})(\p{Script=Han})/gu;

/** Acts that share their last character write it once: 补、换领 is 补领 and 换领. */
const addShared = (readings: ListReading[], within: string, { before, behind }: Around): void => {
  for (const { 0: found, 1: heads = '', 2: last = '', 3: end = '', index } of within.matchAll(SHARED_ENDS)) {
    const members = [...heads.replaceAll(JOINT, ''), last].map((head) => head + end);
    if (!members.every(isAct)) continue;
    const rest = within.slice(index + found.length);
    readings.push({ before: before + within.slice(0, index), members, behind: rest + behind });
  }
};

const isAct = (text: string): boolean =>
  actWords(text).some(({ start, end }) => start === 0 && end === text.length);

/** Adds the readings of the act runs of a text; returns the places of the joints inside them. */
const addRuns = (
  readings: ListReading[],
  within: string,
  { before, behind }: Around,
): ReadonlySet<number> => {
  const joints = new Set<number>();
  for (const { start, end, groups } of actRuns(within)) {
    for (let at = start; at < end; at++) if (within.charAt(at) === JOINT) joints.add(at);
    for (const { from, members, to } of splitsOf(within, groups)) {
      readings.push({ before: before + within.slice(0, from), members, behind: within.slice(to) + behind });
    }
  }
  return joints;
};

/** Every act of the first group may begin the first member, and every one of the last end the last: 设立登记、注销登记. */
const splitsOf = (within: string, groups: ActRun['groups']) => {
  const [first, last] = [groups[0] as readonly ActWord[], groups.at(-1) as readonly ActWord[]];
  if (groups.length === 1) {
    const acts = first.filter(({ isLifeCycle }) => isLifeCycle);
    const members = acts.map(({ start, end }) => within.slice(start, end));
    return [{ from: acts[0]?.start ?? 0, members, to: acts.at(-1)?.end ?? 0 }];
  }
  return first.flatMap(({ start: from }) =>
    last.map(({ end: to }) => ({ from, members: within.slice(from, to).split(JOINT), to })),
  );
};

/** Runs with two groups, or with two acts of a life that follow each other at once: 变更注销. */
const actRuns = (within: string): readonly ActRun[] => {
  const words = actWords(within);
  const runs: ActRun[] = [];
  for (let at = 0; at < words.length; ) {
    const groups: ActWord[][] = [[words[at] as ActWord]];
    let next = at + 1;
    for (; next < words.length; next++) {
      const { end } = words[next - 1] as ActWord;
      const word = words[next] as ActWord;
      if (word.start === end) groups.at(-1)?.push(word);
      else if (word.start === end + 1 && within.charAt(end) === JOINT) groups.push([word]);
      else break;
    }
    const run = { start: words[at]?.start ?? 0, end: words[next - 1]?.end ?? 0, groups };
    if (groups.length > 1 || isRowOfActs(groups[0] as ActWord[])) runs.push(run);
    at = next;
  }
  return runs;
};

/** Without a joint a second act may be about the first (暂停恢复, 抵押变更); these are each one's own. */
const COORDINATE = new Set([
  'NEW',
  'ESTABLISH',
  'CHANGE',
  'RENEW',
  'REPLACE',
  'REISSUE',
  'CANCEL',
  'TERMINATE',
]);

const isRowOfActs = (words: readonly ActWord[]): boolean => {
  const acts = words.filter(({ isLifeCycle }) => isLifeCycle);
  const following = acts.every(({ start }, at) => at === 0 || acts[at - 1]?.end === start);
  return following && acts.length > 1 && acts.every(({ keys }) => keys.every((key) => COORDINATE.has(key)));
};
