import { type KnownTerm, termKey } from '../lexicon/knowledge.ts';
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
const NO_TERMS: readonly KnownTerm[] = [];

/** The relations of all facets that either name answers, by facet; what the other name's words imply is left out. */
export function facetRelations(left: Answers, right: Answers): readonly FacetRelation[] {
  const relations: FacetRelation[] = [];
  const add = (facet: number, one: readonly KnownTerm[], other: readonly KnownTerm[]): void => {
    const relation = relationOf(facet, one, other, left.implied, right.implied);
    if (relation !== undefined) relations.push(relation);
  };
  for (const [facet, terms] of left.terms) add(facet, terms, right.terms.get(facet) ?? NO_TERMS);
  for (const [facet, terms] of right.terms) if (!left.terms.has(facet)) add(facet, NO_TERMS, terms);
  return relations.sort((one, other) => one.facet - other.facet);
}

/** How many relations there are of each kind. */
export function countFacets(relations: readonly FacetRelation[]): Readonly<Record<FacetKind, number>> {
  const counts = {} as Record<FacetKind, number>;
  for (const kind of FACET_KINDS) counts[kind] = 0;
  for (const { kind } of relations) counts[kind]++;
  return counts;
}

const without = (
  terms: readonly KnownTerm[],
  others: readonly KnownTerm[],
  implied: ReadonlySet<number>,
): readonly KnownTerm[] =>
  terms.filter(
    ({ facet, term }) => !others.some((other) => other.term === term) && !implied.has(termKey(facet, term)),
  );

const relationOf = (
  facet: number,
  left: readonly KnownTerm[],
  right: readonly KnownTerm[],
  impliedLeft: ReadonlySet<number>,
  impliedRight: ReadonlySet<number>,
): FacetRelation | undefined => {
  const ownLeft = without(left, right, impliedRight);
  const ownRight = without(right, left, impliedLeft);
  const shared = left.length > 0 && right.length > 0;
  if (ownLeft.length === 0 && ownRight.length === 0 && !shared) return undefined;
  return { facet, kind: kindOf(left, right, ownLeft, ownRight), left: ownLeft, right: ownRight };
};

const allWithin = (narrow: readonly KnownTerm[], broad: readonly KnownTerm[]): boolean =>
  narrow.every(({ within }) => broad.some(({ term }) => within.includes(term)));

/** 企业职工、职工: the wider word beside the narrower adds nothing to an enumeration. */
const widens = (shared: readonly KnownTerm[], own: readonly KnownTerm[]): boolean =>
  shared.some(({ within }) => own.some(({ term }) => within.includes(term)));

const kindOf = (
  left: readonly KnownTerm[],
  right: readonly KnownTerm[],
  ownLeft: readonly KnownTerm[],
  ownRight: readonly KnownTerm[],
): FacetKind => {
  if (ownLeft.length === 0 && ownRight.length === 0) return 'EQUAL';
  if (ownRight.length === 0) {
    if (right.length === 0) return 'LEFT_ONLY';
    return widens(right, ownLeft) ? 'RIGHT_WITHIN' : 'LEFT_MORE';
  }
  if (ownLeft.length === 0) {
    if (left.length === 0) return 'RIGHT_ONLY';
    return widens(left, ownRight) ? 'LEFT_WITHIN' : 'RIGHT_MORE';
  }
  if (allWithin(ownLeft, ownRight)) return 'LEFT_WITHIN';
  if (allWithin(ownRight, ownLeft)) return 'RIGHT_WITHIN';
  return ownLeft.length < left.length && ownRight.length < right.length ? 'OVERLAP' : 'CONTRAST';
};
