import type { ActionGroup } from '../lexicon/entries.ts';
import { actsAlike } from '../lexicon/knowledge.ts';
import type { Learnt } from '../model/learnt.ts';
import type { AnalysedName } from '../name/analyse.ts';
import { cosine } from '../name/weighted-grams.ts';
import { countFacets, type FacetKind } from './facet-relation.ts';
import { type LimitRelations, limitRelations } from './limit-relation.ts';
import { type Rest, restsOf } from './rests.ts';
import { countRelation, type SetRelation, setRelation } from './set-relation.ts';
import type { Slips } from './slips.ts';

/** Everything two names say of each other; the order of the sides is kept. */
export interface Comparison {
  readonly leftName: AnalysedName;
  readonly rightName: AnalysedName;
  readonly sameText: boolean;
  readonly sameExact: boolean;
  readonly sameObject: boolean;
  /** One core holds the other as it stands. */
  readonly contains: boolean;
  /** Characters the cores share at their beginnings and ends, as shares of the shorter one. */
  readonly prefix: number;
  readonly suffix: number;
  /** Characters between the shared beginning and the shared end, the fewer and the more of the two sides. */
  readonly middleFewer: number;
  readonly middleMore: number;
  /** Characters of the shorter core. */
  readonly shortest: number;
  /** Cosine of the weighted grams of the cores, 0 to 1. */
  readonly cosine: number;
  readonly left: Rest;
  readonly right: Rest;
  readonly slips: Slips;
  /** Length of the shorter core divided by that of the longer. */
  readonly lengths: number;
  /** How many facets stand in each relation. */
  readonly facets: Readonly<Record<FacetKind, number>>;
  /** Actions that published lists do not tell apart are one: 审批, 核发 and 许可. */
  readonly actions: Readonly<Record<ActionGroup, SetRelation>>;
  readonly limits: LimitRelations;
  readonly counts: SetRelation;
  readonly excluded: SetRelation;
  /** One name leaves out by 不含 or 除外 what the other is about. */
  readonly excludesIncluded: boolean;
  /** How much the longest runs without partner have in common, as a share of the shorter one. */
  readonly restAlike: number;
  /** Whether one name negates what the other affirms. */
  readonly negation: boolean;
  readonly truncated: boolean;
}

/** Compares two analysed names. */
export function compareNames(left: AnalysedName, right: AnalysedName, learnt: Learnt): Comparison {
  const rests = restsOf(left.characters, right.characters, learnt);
  const shorter = Math.min(left.core.length, right.core.length);
  const longer = Math.max(left.core.length, right.core.length);
  const start = sharedStart(left.core, right.core);
  const end = sharedEnd(left.core, right.core);
  const both = start + Math.min(end, shorter - start);
  const shortest = Math.max(1, shorter);
  return {
    leftName: left,
    rightName: right,
    sameText: left.marked === right.marked,
    sameExact: left.exact === right.exact,
    sameObject: left.object === right.object,
    contains: contains(left.core, right.core),
    prefix: start / shortest,
    suffix: end / shortest,
    middleFewer: shorter - both,
    middleMore: longer - both,
    shortest,
    cosine: cosine(left.grams, right.grams),
    left: rests.left,
    right: rests.right,
    slips: rests.slips,
    lengths: shortest / Math.max(longer, 1),
    facets: countFacets(left, right),
    actions: {
      LIFE_CYCLE: setRelation(left.acts.LIFE_CYCLE, right.acts.LIFE_CYCLE, actsAlike),
      KIND: setRelation(left.acts.KIND, right.acts.KIND, actsAlike),
      STAGE: stages(left, right),
      ABOUT: setRelation(left.acts.ABOUT, right.acts.ABOUT, actsAlike),
    },
    limits: limitRelations(left.limits, right.limits),
    counts: countRelation(left.counts, right.counts),
    excluded: setRelation(left.excluded, right.excluded),
    excludesIncluded: excludesIncluded(left, right) || excludesIncluded(right, left),
    restAlike: restAlike(left, right, rests.left, rests.right),
    negation: negates(left, right) || negates(right, left),
    truncated: left.truncated || right.truncated,
  };
}

const APPLIED = /申请(?:\(|$)/u;
const RECEIVED = /申请受理(?:\(|$)/u;

/** What is applied for is received: 申请 and 申请受理 are the two sides of one counter, and no further stage. */
const stages = (left: AnalysedName, right: AnalysedName): SetRelation => {
  const [ofLeft, ofRight] = [left.acts.STAGE, right.acts.STAGE];
  const oneOnly = ofLeft.length + ofRight.length === 1;
  if (oneOnly && (isReceived(left, right) || isReceived(right, left))) return 'NONE';
  return setRelation(ofLeft, ofRight, actsAlike);
};

const isReceived = ({ text }: AnalysedName, other: AnalysedName): boolean =>
  RECEIVED.test(text) && APPLIED.test(other.text);

const contains = (one: string, other: string): boolean =>
  one.length >= other.length ? one.includes(other) : other.includes(one);

const sharedStart = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
};

const sharedEnd = (one: string, other: string): number => {
  const most = Math.min(one.length, other.length);
  const [ofOne, ofOther] = [one.length - 1, other.length - 1];
  let length = 0;
  while (length < most && one.charCodeAt(ofOne - length) === other.charCodeAt(ofOther - length)) length++;
  return length;
};

const restAlike = (one: AnalysedName, other: AnalysedName, left: Rest, right: Rest): number => {
  if (left.longest === 0 || right.longest === 0) return 0;
  const [ones, others] = [one.characters.units, other.characters.units];
  let shared = 0;
  for (let i = left.longestFrom; i < left.longestFrom + left.longest; i++) {
    let j = right.longestFrom;
    while (j < right.longestFrom + right.longest && others[j] !== ones[i]) j++;
    if (j < right.longestFrom + right.longest) shared++;
  }
  return shared / Math.min(left.longest, right.longest);
};

const excludesIncluded = (one: AnalysedName, other: AnalysedName): boolean =>
  one.excluded.length > 0 &&
  one.excluded.some(
    (left) =>
      left.length > 1 && other.text.includes(left) && !other.excluded.some((own) => own.includes(left)),
  );

const negates = (one: AnalysedName, other: AnalysedName): boolean =>
  one.negated.length > 0 &&
  one.negated.some((word) => other.text.includes(word.slice(1)) && !other.text.includes(word));
