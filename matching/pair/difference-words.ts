import type { ActionGroup } from '../lexicon/entries.ts';
import { facetAt } from '../lexicon/knowledge.ts';
import type { AnalysedName } from '../name/analyse.ts';
import type { Comparison } from './compare.ts';
import { type FacetKind, facetRelations } from './facet-relation.ts';
import type { Note } from './notes.ts';
import { actionsSaid, limitsSaid, quoted, termsSaid } from './said-words.ts';
import type { SetRelation } from './set-relation.ts';

/** What one side says: all of it, and what only it says. Found out when it is told: most pairs need neither. */
interface Said {
  readonly all: () => readonly string[];
  readonly own: () => readonly string[];
}

const bare = (words: readonly string[]): string => [...new Set(words)].join('、');

/** A sentence about two sets of words; undefined where neither side says anything. */
export const setNote = (what: string, relation: SetRelation, left: Said, right: Said): Note | undefined => {
  if (relation === 'NONE') return undefined;
  if (relation === 'EQUAL')
    return { note: `${what}相同（${quoted([...left.all(), ...right.all()])}）`, agrees: true };
  const [ofLeft, ofRight] = [left.own(), right.own()];
  const sides = { left: bare(ofLeft), right: bare(ofRight) };
  const [l, r] = [quoted(ofLeft), quoted(ofRight)];
  switch (relation) {
    case 'LEFT_ONLY':
      return { note: `${what}：左边${l}，右边没有写`, ...sides, agrees: false };
    case 'RIGHT_ONLY':
      return { note: `${what}：右边${r}，左边没有写`, ...sides, agrees: false };
    case 'LEFT_MORE':
      return { note: `${what}：左边多出${l}`, ...sides, agrees: false };
    case 'RIGHT_MORE':
      return { note: `${what}：右边多出${r}`, ...sides, agrees: false };
    case 'OVERLAP':
      return { note: `${what}部分相同：左边另有${l}，右边另有${r}`, ...sides, agrees: false };
    case 'DISJOINT':
      return { note: `${what}不同：左边${l}，右边${r}`, ...sides, agrees: false };
  }
};

export const ACTION_TITLES: Readonly<Record<ActionGroup, string>> = {
  LIFE_CYCLE: '办理情形',
  ABOUT: '查询、咨询、预约一类的附带服务',
  KIND: '行为性质',
  STAGE: '办理环节',
};

/** What two names say of one kind of acts. */
export const actionNote = (
  group: ActionGroup,
  relation: SetRelation,
  left: AnalysedName,
  right: AnalysedName,
): Note | undefined => {
  const said = (name: AnalysedName, other: AnalysedName): Said => ({
    all: () => actionsSaid(name, group),
    own: () => actionsSaid(name, group, other),
  });
  return setNote(ACTION_TITLES[group], relation, said(left, right), said(right, left));
};

/** What two names say of words that are listed as they are: numbers with what they count, what is left out. */
export const wordNote = (
  what: string,
  relation: SetRelation,
  left: readonly string[],
  right: readonly string[],
): Note | undefined => {
  const said = (words: readonly string[], others: readonly string[]): Said => ({
    all: () => words,
    own: () => words.filter((word) => !others.includes(word)),
  });
  return setNote(what, relation, said(left, right), said(right, left));
};

/** The limiting words only one of two names has. */
export const limitNote = (left: AnalysedName, right: AnalysedName, isContrast: boolean): Note | undefined => {
  if (left.limits.length + right.limits.length === 0) return undefined;
  const said = { left: limitsSaid(left, right), right: limitsSaid(right, left) };
  if (said.left.length + said.right.length === 0) {
    const all = limitsSaid(left);
    return all.length === 0 ? undefined : { note: `限定条件相同（${quoted(all)}）`, agrees: true };
  }
  const words = [sideWords('左边', said.left), sideWords('右边', said.right)].filter((one) => one !== '');
  const note = `限定条件${isContrast ? '互相排斥' : '不同'}：${words.join('，')}`;
  return { note, left: bare(said.left), right: bare(said.right), agrees: false };
};

const sideWords = (side: string, words: readonly string[]): string =>
  words.length === 0 ? '' : `${side}${quoted(words)}`;

/** A facet that the names answer differently, in their own words. */
interface Told {
  readonly facet: number;
  readonly kind: FacetKind;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** How one facet's answers differ; undefined where only one name answers: those are told together. */
const facetSentence = ({ facet, kind, left, right }: Told): string | undefined => {
  const { name } = facetAt(facet);
  switch (kind) {
    case 'CONTRAST':
      return `${name}不同：左边${quoted(left)}，右边${quoted(right)}`;
    case 'OVERLAP':
      return `${name}部分相同：左边另有${quoted(left)}，右边另有${quoted(right)}`;
    case 'LEFT_WITHIN':
      return left.length === 0
        ? `${name}：右边${quoted(right)}范围更宽`
        : `${name}：左边${quoted(left)}属于右边所说的一种`;
    case 'RIGHT_WITHIN':
      return right.length === 0
        ? `${name}：左边${quoted(left)}范围更宽`
        : `${name}：右边${quoted(right)}属于左边所说的一种`;
    case 'LEFT_MORE':
      return `${name}：左边多出${quoted(left)}`;
    case 'RIGHT_MORE':
      return `${name}：右边多出${quoted(right)}`;
    default:
      return undefined;
  }
};

/** How the objects of two names differ in these ways; undefined where they do not. */
export const facetNote = (
  { leftName, rightName, facets }: Pick<Comparison, 'leftName' | 'rightName' | 'facets'>,
  kinds: readonly FacetKind[],
): Note | undefined => {
  // Counted for the model already; most pairs have none.
  if (kinds.every((kind) => facets[kind] === 0)) return undefined;
  const [lefts, rights]: [string[], string[]] = [[], []];
  const sentences: string[] = [];
  const alone: Told[] = [];
  for (const { facet, kind, left, right } of facetRelations(leftName, rightName)) {
    if (!kinds.includes(kind)) continue;
    const told = { facet, kind, left: termsSaid(leftName, left), right: termsSaid(rightName, right) };
    lefts.push(...told.left);
    rights.push(...told.right);
    const sentence = facetSentence(told);
    if (sentence === undefined) alone.push(told);
    else if (!sentences.includes(sentence)) sentences.push(sentence);
  }
  // One word answers several facets: told once is enough.
  const isTold = (word: string) => sentences.some((one) => one.includes(`“${word}”`));
  for (const [side, other, kind] of ONLY) {
    const words = alone.flatMap((told) => (told.kind === kind ? [...told.left, ...told.right] : []));
    const untold = sentences.length === 0 ? words : words.filter((word) => !isTold(word));
    if (untold.length > 0) sentences.push(`${side}写明${quoted(untold)}，${other}没有写`);
  }
  return { note: sentences.join('；'), left: bare(lefts), right: bare(rights), agrees: false };
};

const ONLY = [
  ['左边', '右边', 'LEFT_ONLY'],
  ['右边', '左边', 'RIGHT_ONLY'],
] as const;
