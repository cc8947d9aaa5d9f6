import { describe, expect, test } from 'vitest';
import type { KnownTerm } from '../../../matching/lexicon/knowledge.ts';
import { countFacets, FACET_KINDS, facetRelations } from '../../../matching/pair/facet-relation.ts';

/** The terms of facet 3: 0 is wide, 1 and 2 are within it, 4 within 1; 5 and 6 stand alone. */
const WITHIN: Readonly<Record<number, readonly number[]>> = { 1: [0], 2: [0], 4: [1, 0] };
const term = (place: number, facet = 3): KnownTerm => ({
  facet,
  term: place,
  key: facet * 4096 + place,
  within: WITHIN[place] ?? [],
});
const answers = (places: readonly number[], implied: readonly number[] = []) => ({
  terms: places.length === 0 ? [] : [places.map((place) => term(place))],
  implied: new Set(implied.map((place) => term(place).key)),
});

describe('what the answers of two names to a facet say of each other', () => {
  test.each([
    [[5], [5], 'EQUAL'],
    [[5, 6], [6, 5], 'EQUAL'],
    [[5], [6], 'CONTRAST'],
    [[5, 1], [5, 6], 'OVERLAP'],
    [[1], [0], 'LEFT_WITHIN'],
    [[4], [0], 'LEFT_WITHIN'],
    [[1, 2], [0], 'LEFT_WITHIN'],
    [[0], [4], 'RIGHT_WITHIN'],
    [[1, 5], [0], 'CONTRAST'],
    [[5, 6], [5], 'LEFT_MORE'],
    [[5], [5, 6], 'RIGHT_MORE'],
    // The wider word beside the narrower adds nothing to an enumeration.
    [[1, 0], [1], 'RIGHT_WITHIN'],
    [[1], [1, 0], 'LEFT_WITHIN'],
    [[5], [], 'LEFT_ONLY'],
    [[], [5], 'RIGHT_ONLY'],
  ])('%j and %j: %s', (left, right, kind) => {
    const relations = facetRelations(answers(left), answers(right));
    expect(relations.map((one) => one.kind)).toEqual([kind]);
    expect(countFacets(answers(left), answers(right))).toEqual({
      ...Object.fromEntries(FACET_KINDS.map((one) => [one, 0])),
      [kind as string]: 1,
    });
  });

  test.each([
    [[5], [], [], [5], undefined],
    [[], [5], [5], [], undefined],
    [[5, 6], [], [5], [6], 'EQUAL'],
    // What the name says itself goes before what its words imply.
    [[5], [], [6], [5], 'CONTRAST'],
  ])('%j implying %j and %j implying %j', (left, impliedLeft, right, impliedRight, kind) => {
    const [relation] = facetRelations(answers(left, impliedLeft), answers(right, impliedRight));
    expect(relation?.kind).toBe(kind);
  });

  test('tells the terms only one side has, and facets ascending', () => {
    const left = { terms: [[term(5), term(6)], [term(1, 2)], [term(7, 9)]], implied: new Set<number>() };
    const right = { terms: [[term(7, 9)], [term(5)], [term(8, 1)]], implied: new Set<number>() };
    expect(
      facetRelations(left, right).map(({ facet, kind, left: ofLeft, right: ofRight }) => [
        facet,
        kind,
        ofLeft.map((one) => one.term),
        ofRight.map((one) => one.term),
      ]),
    ).toEqual([
      [1, 'RIGHT_ONLY', [], [8]],
      [2, 'LEFT_ONLY', [1], []],
      [3, 'LEFT_MORE', [6], []],
      [9, 'EQUAL', [], []],
    ]);
  });
});
