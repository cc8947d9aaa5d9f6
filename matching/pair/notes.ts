import type { AnalysedName } from '../name/analyse.ts';
import { actionNote, facetNote, limitNote, wordNote } from './difference-words.ts';
import type { Rest } from './rests.ts';
import type { PairScore } from './score-pair.ts';

/** A sentence for a clerk, and the words of either side it rests on. */
export interface Note {
  readonly note: string;
  readonly left?: string;
  readonly right?: string;
  /** Whether the sentence, read by itself, speaks for the same item; undefined where it leans to neither side. */
  readonly agrees?: boolean;
}

/**
 * The sentence of a topic of the explanation, which moves the odds by `bits`; undefined where the two items give
 * nothing to speak of. Where the number says the opposite of what the sentence seems to say, the sentence says so.
 */
export function noteOf(topic: string, pair: PairScore, bits: number): Note | undefined {
  const found = NOTES[topic]?.(pair, bits);
  if (found === undefined || found.agrees === undefined || Math.abs(bits) < TURNS) return found;
  if (found.agrees === bits > 0) return found;
  return { ...found, note: `${found.note}；${turned(pair, bits)}` };
}

/** The sentence of what is left over; it also says what a sum below nought means where a part was found. */
export function closingNote({ same, partial, different }: PairScore): Note {
  const isPart = partial > same && partial > different;
  return { note: isPart ? '其余各项合计；总和为负：单看这两项，更像部分相同而不是同一事项' : '其余各项合计' };
}

/** Bits against its own words that make a sentence odd. */
const TURNS = 0.5;

/** What a number against its sentence means, beside what the pair comes to in the end. */
const turned = ({ same, partial, different }: PairScore, bits: number): string => {
  const isSame = same >= partial && same >= different;
  if (isSame !== bits > 0) return `但只凭这一项说明不了${bits > 0 ? '不是' : '是'}同一事项`;
  if (isSame) return '与其他各项合起来看，仍像同一事项';
  return `与其他各项合起来看，${partial > different ? '更像部分相同' : '不像同一事项'}`;
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The longest runs without a partner. */
const longestRuns = ({ comparison: { leftName, rightName, left, right } }: PairScore) => ({
  left: runOf(leftName, left),
  right: runOf(rightName, right),
});

const runOf = ({ marked }: AnalysedName, { longestFrom, longest }: Rest): string =>
  marked.slice(longestFrom, longestFrom + longest);

const ownRuns = ({ left, right }: { readonly left: string; readonly right: string }): string =>
  [left === '' ? '' : `左边的“${left}”`, right === '' ? '' : `右边的“${right}”`].filter(Boolean).join('、');

const wording = (pair: PairScore): Note => {
  const { sameExact, cosine, left, right } = pair.comparison;
  const runs = longestRuns(pair);
  if (sameExact) return { note: '名称整理后相同', ...runs, agrees: true };
  const lacks = [
    left.share < 0.005 ? '' : `左边 ${percent(left.share)} 的内容右边没有`,
    right.share < 0.005 ? '' : `右边 ${percent(right.share)} 的内容左边没有`,
  ].filter(Boolean);
  const rest = lacks.length === 0 ? '一边写的对象另一边都写了' : `不计办理用词，${lacks.join('，')}`;
  return {
    note: `字面相近程度 ${percent(cosine)}；${rest}`,
    ...runs,
    ...(lacks.length === 0 ? { agrees: true } : {}),
  };
};

/** What stands at each place that counts as a slip, on both sides. */
const spoiltRuns = ({ comparison: { leftName, rightName, slips: found } }: PairScore) =>
  found.spoilt.map(({ leftFrom, leftTo, rightFrom, rightTo }) => ({
    left: leftName.marked.slice(leftFrom, leftTo),
    right: rightName.marked.slice(rightFrom, rightTo),
  }));

const takenForSlips = (spoilt: ReturnType<typeof spoiltRuns>): string =>
  spoilt.map(({ left, right }) => `左边${runSaid(left)}，右边${runSaid(right)}，当作错字`).join('；');

const runSaid = (run: string): string => (run === '' ? '没有字' : `“${run}”`);

const words = (pair: PairScore, bits: number): Note => {
  const runs = longestRuns(pair);
  const own = ownRuns(runs);
  const spoilt = spoiltRuns(pair);
  if (own === '' && spoilt.length > 0) {
    const [first] = spoilt;
    return {
      note: `除当作错字、漏字或多字的，没有一边独有的用词：${takenForSlips(spoilt)}`,
      ...first,
      agrees: true,
    };
  }
  if (own === '') return { note: '没有一边独有的用词', ...runs, agrees: true };
  const without = `差了它，多半${pair.partial > pair.different ? '只是部分相同' : '不是同一事项'}`;
  const decided = bits > 0 ? '有没有它，多半仍是同一事项' : without;
  const learnt = Math.abs(bits) < TURNS ? '说明不了什么' : decided;
  return { note: `一边独有的用词：${own}；按学过的例子，${learnt}`, ...runs };
};

/** Where nothing but slips tells two names apart they say the same; other differences are the other sentences' matter. */
const slips = (pair: PairScore): Note | undefined => {
  const { slips: found, sameExact } = pair.comparison;
  const spoilt = Math.max(found.broken, found.unheard);
  if (sameExact || spoilt === 0) return undefined;
  const places = `逐字对照，${found.places} 处不同，其中 ${spoilt} 处像是错字、漏字或多字`;
  return { note: places, ...(found.unexplained === 0 ? { agrees: true } : {}) };
};

const enumeration = ({ comparison: { left, right } }: PairScore): Note | undefined => {
  if (left.joints !== right.joints) {
    const [more, fewer] = left.joints > right.joints ? ['左边', '右边'] : ['右边', '左边'];
    return { note: `${more}列举的比${fewer}多`, agrees: false };
  }
  return left.joints === 0 ? undefined : { note: '列举的项数相同', agrees: true };
};

const bracket = ({ comparison: { left, right } }: PairScore): Note | undefined => {
  if (left.aside + right.aside === 0) return undefined;
  if (left.aside > 0 && right.aside > 0) return { note: '两边括号里的内容不同', agrees: false };
  const [one, other] = left.aside > 0 ? ['左边', '右边'] : ['右边', '左边'];
  return { note: `${one}括号里的内容，${other}没有`, agrees: false };
};

const ONE_SAYS_MORE = [
  'LEFT_WITHIN',
  'RIGHT_WITHIN',
  'LEFT_MORE',
  'RIGHT_MORE',
  'LEFT_ONLY',
  'RIGHT_ONLY',
] as const;
const BOTH_SAY_OTHER = ['CONTRAST', 'OVERLAP'] as const;

const facets = ({ comparison }: PairScore): Note | undefined => {
  return (
    facetNote(comparison, ONE_SAYS_MORE) ??
    (comparison.facets.EQUAL === 0 ? undefined : { note: '所述对象一致', agrees: true })
  );
};

const NOTES: Readonly<Record<string, (pair: PairScore, bits: number) => Note | undefined>> = {
  wording,
  slips,
  words,
  enumeration,
  bracket,
  facets,
  contrast: ({ comparison }) => facetNote(comparison, BOTH_SAY_OTHER),
  lifeCycle: ({ comparison: { leftName, rightName, actions } }) =>
    actionNote('LIFE_CYCLE', actions.LIFE_CYCLE, leftName, rightName),
  about: ({ comparison: { leftName, rightName, actions } }) =>
    actionNote('ABOUT', actions.ABOUT, leftName, rightName),
  kind: ({ comparison: { leftName, rightName, actions } }) =>
    actionNote('KIND', actions.KIND, leftName, rightName),
  stage: ({ comparison: { leftName, rightName, actions } }) =>
    actionNote('STAGE', actions.STAGE, leftName, rightName),
  limit: ({ comparison: { leftName, rightName, limits } }) =>
    limitNote(leftName, rightName, limits.contrast > 0),
  counts: ({ comparison: { leftName, rightName, counts } }) =>
    wordNote('数目、年龄或等级', counts, leftName.counts, rightName.counts),
  excluded: ({ comparison: { leftName, rightName, excluded, excludesIncluded } }) =>
    excludesIncluded
      ? { note: '一边写明不含的，正是另一边所办的', agrees: false }
      : wordNote('写明不含的内容', excluded, leftName.excluded, rightName.excluded),
  negation: ({ comparison }) =>
    comparison.negation ? { note: '一边肯定，一边否定', agrees: false } : undefined,
  truncated: ({ comparison }) =>
    comparison.truncated ? { note: '有一边的名称不完整，后面写的是什么无从知道', agrees: false } : undefined,
  department: ({ fields }) => DEPARTMENT_NOTES[fields.department],
  law: ({ fields }) => LAW_NOTES[fields.law],
  type: ({ fields }) => TYPE_NOTES[fields.type],
  code: ({ fields }) => CODE_NOTES[fields.code],
};

type Fields = PairScore['fields'];
type FieldNotes<Relation extends string> = Readonly<Record<Relation, Note | undefined>>;

const DEPARTMENT_NOTES: FieldNotes<Fields['department']> = {
  UNKNOWN: undefined,
  SAME: { note: '主管部门职能相同', agrees: true },
  OTHER: { note: '主管部门职能不同', agrees: false },
};

const LAW_NOTES: FieldNotes<Fields['law']> = {
  UNKNOWN: undefined,
  SAME_ARTICLE: { note: '设定依据同一条款', agrees: true },
  OTHER_ARTICLE: { note: '设定依据同一法规的不同条款' },
  SAME_LAW: { note: '设定依据同一法规', agrees: true },
  OTHER: { note: '设定依据不同', agrees: false },
};

const TYPE_NOTES: FieldNotes<Fields['type']> = {
  UNKNOWN: undefined,
  SAME: { note: '事项类型相同', agrees: true },
  OTHER: { note: '事项类型不同', agrees: false },
};

const CODE_NOTES: FieldNotes<Fields['code']> = {
  UNKNOWN: undefined,
  EXACT: { note: '编码指向同一事项', agrees: true },
  MAIN_ITEM: { note: '一边的编码是另一边的主项' },
  SAME_MAIN: { note: '编码同一主项，子项不同', agrees: false },
  ELSEWHERE: { note: '编码指向别的事项', agrees: false },
};
