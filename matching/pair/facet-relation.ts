import type { KnownTerm } from '../lexicon/knowledge.ts';

/** What the answers of two names to one facet say of each other, and the terms that decide. */
export interface FacetRelation {
  readonly facet: number;
  /**
   * EQUAL: the same answer; CONTRAST: answers that exclude each other; LEFT_WITHIN: the left answer is a part of the
   * right one; LEFT_MORE: left enumerates the right answers and more; LEFT_ONLY: the right name says nothing.
   */
  readonly kind:
    | 'EQUAL'
    | 'CONTRAST'
    | 'LEFT_WITHIN'
    | 'RIGHT_WITHIN'
    | 'LEFT_MORE'
    | 'RIGHT_MORE'
    | 'LEFT_ONLY'
    | 'RIGHT_ONLY';
  readonly left: readonly KnownTerm[];
  readonly right: readonly KnownTerm[];
}

type Terms = ReadonlyMap<number, readonly KnownTerm[]>;

/** The relations of all facets that either name answers, by facet. */
export function facetRelations(left: Terms, right: Terms): readonly FacetRelation[] {
  const relations: FacetRelation[] = [];
  for (const facet of left.keys())
    relations.push(relationOf(facet, left.get(facet) ?? [], right.get(facet) ?? []));
  for (const facet of right.keys()) {
    if (!left.has(facet)) relations.push(relationOf(facet, [], right.get(facet) ?? []));
  }
  return relations.sort((one, other) => one.facet - other.facet);
}

const without = (terms: readonly KnownTerm[], others: readonly KnownTerm[]): readonly KnownTerm[] =>
  terms.filter(({ term }) => !others.some((other) => other.term === term));

const allWithin = (narrow: readonly KnownTerm[], broad: readonly KnownTerm[]): boolean =>
  narrow.every(({ within }) => broad.some(({ term }) => within.includes(term)));

const relationOf = (
  facet: number,
  left: readonly KnownTerm[],
  right: readonly KnownTerm[],
): FacetRelation => {
  const ownLeft = without(left, right);
  const ownRight = without(right, left);
  return { facet, kind: kindOf(left, right, ownLeft, ownRight), left: ownLeft, right: ownRight };
};

const kindOf = (
  left: readonly KnownTerm[],
  right: readonly KnownTerm[],
  ownLeft: readonly KnownTerm[],
  ownRight: readonly KnownTerm[],
): FacetRelation['kind'] => {
  if (ownLeft.length === 0 && ownRight.length === 0) return 'EQUAL';
  if (ownRight.length === 0) {
    if (right.length === 0) return 'LEFT_ONLY';
    // 企业职工、职工: the wider word beside the narrower adds nothing.
    return right.some((one) => one.within.some((place) => ownLeft.some(({ term }) => term === place)))
      ? 'RIGHT_WITHIN'
      : 'LEFT_MORE';
  }
  if (ownLeft.length === 0) {
    if (left.length === 0) return 'RIGHT_ONLY';
    return left.some((one) => one.within.some((place) => ownRight.some(({ term }) => term === place)))
      ? 'LEFT_WITHIN'
      : 'RIGHT_MORE';
  }
  if (allWithin(ownLeft, ownRight)) return 'LEFT_WITHIN';
  if (allWithin(ownRight, ownLeft)) return 'RIGHT_WITHIN';
  return 'CONTRAST';
};
