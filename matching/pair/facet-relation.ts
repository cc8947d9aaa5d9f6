import type { KnownTerm } from '../lexicon/knowledge.ts';
import type { AnalysedName } from '../name/analyse.ts';

/**
 * EQUAL: the same answer; CONTRAST: answers that exclude each other; OVERLAP: answers that share something, and each
 * has more; LEFT_WITHIN: the left answer is a part of the right one; LEFT_MORE: left enumerates the right answers and
 * more; LEFT_ONLY: the right name says nothing.
 */
export const FACET_KINDS = [
  'EQUAL',
  'CONTRAST',
  'OVERLAP',
  'LEFT_WITHIN',
  'RIGHT_WITHIN',
  'LEFT_MORE',
  'RIGHT_MORE',
  'LEFT_ONLY',
  'RIGHT_ONLY',
] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** What the answers of two names to one facet say of each other, and the terms only one of them has. */
export interface FacetRelation {
  readonly facet: number;
  readonly kind: FacetKind;
  readonly left: readonly KnownTerm[];
  readonly right: readonly KnownTerm[];
}

type Answers = Pick<AnalysedName, 'terms' | 'implied'>;
type Terms = readonly KnownTerm[];

const NO_TERMS: Terms = [];

/** The relations of all facets that either name answers, by facet; what the other name's words imply is left out. */
export function facetRelations(left: Answers, right: Answers): readonly FacetRelation[] {
  const relations: FacetRelation[] = [];
  eachFacet(left, right, (facet, one, other) => {
    const kind = kindOf(one, other, left.implied, right.implied);
    if (kind === undefined) return;
    const otherwise = answersOtherwise(one, other);
    const [byLeft, byRight] = otherwise ? [NOTHING_IMPLIED, NOTHING_IMPLIED] : [left.implied, right.implied];
    const own = { left: without(one, other, byRight), right: without(other, one, byLeft) };
    relations.push({ facet, kind, ...own });
  });
  return relations.sort((one, other) => one.facet - other.facet);
}

/** How many facets stand in each relation; the relations themselves are made only for those who are told of them. */
export function countFacets(left: Answers, right: Answers): Readonly<Record<FacetKind, number>> {
  const counts: Record<FacetKind, number> = {
    EQUAL: 0,
    CONTRAST: 0,
    OVERLAP: 0,
    LEFT_WITHIN: 0,
    RIGHT_WITHIN: 0,
    LEFT_MORE: 0,
    RIGHT_MORE: 0,
    LEFT_ONLY: 0,
    RIGHT_ONLY: 0,
  };
  eachFacet(left, right, (_facet, one, other) => {
    const kind = kindOf(one, other, left.implied, right.implied);
    if (kind !== undefined) counts[kind]++;
  });
  return counts;
}

const eachFacet = (
  left: Answers,
  right: Answers,
  look: (facet: number, left: Terms, right: Terms) => void,
): void => {
  for (const terms of left.terms) look(facetOf(terms), terms, answerOf(right, facetOf(terms)));
  for (const terms of right.terms) {
    const facet = facetOf(terms);
    if (answerOf(left, facet) === NO_TERMS) look(facet, NO_TERMS, terms);
  }
};

const facetOf = (terms: Terms): number => (terms[0] as KnownTerm).facet;

/** A name answers two or three facets: looking through them is faster than any table. */
const answerOf = ({ terms }: Answers, facet: number): Terms => {
  for (const answer of terms) if (facetOf(answer) === facet) return answer;
  return NO_TERMS;
};

/** Whether a term is its name's own: the other name neither has it nor implies it. */
const isOwn = ({ term, key }: KnownTerm, others: Terms, implied: ReadonlySet<number>): boolean => {
  for (const other of others) if (other.term === term) return false;
  return implied.size === 0 || !implied.has(key);
};

const without = (terms: Terms, others: Terms, implied: ReadonlySet<number>): Terms =>
  terms.filter((one) => isOwn(one, others, implied));

const countOwn = (terms: Terms, others: Terms, implied: ReadonlySet<number>): number => {
  let count = 0;
  for (const one of terms) if (isOwn(one, others, implied)) count++;
  return count;
};

const NOTHING_IMPLIED: ReadonlySet<number> = new Set();

/** 高龄津贴 implies 80周岁, but not where the name says 90周岁. */
const answersOtherwise = (left: Terms, right: Terms): boolean =>
  left.length > 0 && right.length > 0 && !left.some(({ term }) => right.some((other) => other.term === term));

/** Undefined where all that only one name says is implied by the other. */
const kindOf = (
  left: Terms,
  right: Terms,
  byLeft: ReadonlySet<number>,
  byRight: ReadonlySet<number>,
): FacetKind | undefined => {
  const otherwise = answersOtherwise(left, right);
  const [impliedLeft, impliedRight] = otherwise ? [NOTHING_IMPLIED, NOTHING_IMPLIED] : [byLeft, byRight];
  const ownLeft = countOwn(left, right, impliedRight);
  const ownRight = countOwn(right, left, impliedLeft);
  if (ownLeft === 0 && ownRight === 0) return left.length > 0 && right.length > 0 ? 'EQUAL' : undefined;
  if (ownRight === 0) {
    if (right.length === 0) return 'LEFT_ONLY';
    return widens(right, without(left, right, impliedRight)) ? 'RIGHT_WITHIN' : 'LEFT_MORE';
  }
  if (ownLeft === 0) {
    if (left.length === 0) return 'RIGHT_ONLY';
    return widens(left, without(right, left, impliedLeft)) ? 'LEFT_WITHIN' : 'RIGHT_MORE';
  }
  const [narrowLeft, narrowRight] = [without(left, right, impliedRight), without(right, left, impliedLeft)];
  if (allWithin(narrowLeft, narrowRight)) return 'LEFT_WITHIN';
  if (allWithin(narrowRight, narrowLeft)) return 'RIGHT_WITHIN';
  return ownLeft < left.length && ownRight < right.length ? 'OVERLAP' : 'CONTRAST';
};

const allWithin = (narrow: Terms, broad: Terms): boolean =>
  narrow.every(({ within }) => broad.some(({ term }) => within.includes(term)));

/** 企业职工、职工: the wider word beside the narrower adds nothing to an enumeration. */
const widens = (shared: Terms, own: Terms): boolean =>
  shared.some(({ within }) => own.some(({ term }) => within.includes(term)));
