import type { MatchItem } from './item.ts';
import type { Candidate } from './judgement.ts';
import { LEARNT } from './model/learnt.ts';
import { compareNames } from './pair/compare.ts';
import { actionNote, facetNote, limitNote, wordNote } from './pair/difference-words.ts';
import { FACET_KINDS } from './pair/facet-relation.ts';
import type { Note } from './pair/notes.ts';
import { prepareItem } from './prepared-item.ts';

/** A second candidate with less than this share of the first one's chance is no rival: one bit less evidence. */
const RIVAL_SHARE = 0.5;
/** Two that are both unlikely are no choice. */
const LEAST = 0.15;

/** The two best candidates where they are about as good as each other; undefined where one stands out, or none does. */
export const rivalsOf = (
  candidates: readonly Candidate[],
): readonly [first: Candidate, second: Candidate] | undefined => {
  const [first, second] = candidates;
  if (first === undefined || second === undefined || first.confidence < LEAST) return undefined;
  return second.confidence < first.confidence * RIVAL_SHARE ? undefined : [first, second];
};

const OTHER_KINDS = FACET_KINDS.filter((kind) => kind !== 'EQUAL');
const GROUPS = ['LIFE_CYCLE', 'ABOUT', 'STAGE', 'KIND'] as const;

/** What tells the names of two candidates apart, by words the lexicon knows, and else by the longest run of either. */
const nameDifferences = (one: MatchItem, other: MatchItem): readonly string[] => {
  const comparison = compareNames(prepareItem(one).name, prepareItem(other).name, LEARNT);
  const { leftName, rightName, actions, limits, counts, excluded, left, right } = comparison;
  const notes: readonly (Note | undefined)[] = [
    facetNote(comparison, OTHER_KINDS),
    ...GROUPS.map((group) => actionNote(group, actions[group], leftName, rightName)),
    limitNote(leftName, rightName, limits.contrast > 0),
    wordNote('数目、年龄或等级', counts, leftName.counts, rightName.counts),
    wordNote('写明不含的内容', excluded, leftName.excluded, rightName.excluded),
  ];
  const told = notes.flatMap((note) => (note?.agrees === false ? [note.note] : []));
  if (told.length > 0) return told.map(asCandidates);
  const runs = [
    ['前者', leftName.marked.slice(left.longestFrom, left.longestFrom + left.longest)],
    ['后者', rightName.marked.slice(right.longestFrom, right.longestFrom + right.longest)],
  ];
  return runs.flatMap(([side, run]) => (run === '' ? [] : [`${side}另有“${run}”`]));
};

/** The sentences of a pair speak of its left and its right side; these two stand one below the other. */
const asCandidates = (sentence: string): string =>
  sentence.replaceAll('左边', '前者').replaceAll('右边', '后者');

const FIELDS: readonly (readonly [what: string, of: (item: MatchItem) => string])[] = [
  ['主管部门', ({ department }) => department ?? ''],
  ['主项', ({ parentName }) => parentName ?? ''],
  ['编码', ({ codes }) => codes?.join('、') ?? ''],
];

const fieldDifferences = (one: MatchItem, other: MatchItem): readonly string[] =>
  FIELDS.flatMap(([what, of]) => {
    const [left, right] = [of(one) || '没有写', of(other) || '没有写'];
    return left === right ? [] : [`${what}不同：前者${left}，后者${right}`];
  });

/** In Chinese, what tells two candidates apart: their names, or where those say the same, what stands beside them. */
export const differenceOf = (one: MatchItem, other: MatchItem): string => {
  const byName = nameDifferences(one, other);
  if (byName.length > 0) return byName.join('；');
  const byField = fieldDifferences(one, other);
  const names = one.name === other.name ? '名称一样' : '名称只是写法不同';
  return byField.length > 0
    ? `${names}，${byField.join('；')}`
    : `${names}，已知的各项也一样，要看目录里别的内容，或者是重复登记`;
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** The sentence that says which two candidates are about as good as each other, and what tells them apart. */
export const rivalNote = (
  [first, second]: readonly [Candidate, Candidate],
  itemOf: (id: string) => MatchItem | undefined,
): string | undefined => {
  const [one, other] = [itemOf(first.reference), itemOf(second.reference)];
  if (one === undefined || other === undefined) return undefined;
  const chances = `${percent(first.confidence)} 与 ${percent(second.confidence)}`;
  return `“${one.name}”与“${other.name}”不相上下（${chances}），要由人选定；两者的区别：${differenceOf(one, other)}`;
};
