import { describe, expect, test } from 'vitest';
import type { Adoption } from '../../../comparison/adoption.ts';
import type { ListComparison } from '../../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedList } from '../../../comparison/compared-item.ts';
import { codesOf, figuresOf, STANDINGS, wantedCodes } from '../../../subgraphs/matching/coverage-codes.ts';

const item = { id: 'ri_1' } as ComparedItem;
const catalog = { items: [item] } as unknown as ComparedList;

const beside = (adoption: Pick<Adoption, 'state' | 'reason'>): ListComparison => ({
  rows: [{ reference: item, adoption: { ...adoption, by: [], besides: [] } }],
  mains: [],
  extras: [],
  waiting: [],
  notCompared: [],
});

const NOT_HERE = { state: 'NOT_OFFERED', reason: 'NOT_AT_THIS_LEVEL' } as const;
const OTHER_LIST = { state: 'NOT_OFFERED', reason: 'NOT_ON_THIS_LIST' } as const;

describe('an item on several lists of an authority', () => {
  test.each([
    [
      'what one list offers is offered',
      [{ state: 'UNANSWERED' }, { state: 'ADOPTED' }],
      { state: 'ADOPTED' },
    ],
    ['what one list edits is adapted', [{ state: 'ADOPTED' }, { state: 'ADAPTED' }], { state: 'ADAPTED' }],
    [
      'what one list is asked for and none has is missing',
      [OTHER_LIST, { state: 'UNANSWERED' }],
      { state: 'UNANSWERED' },
    ],
    ['a nil return answers', [{ state: 'UNANSWERED' }, { state: 'NIL_RETURN' }], { state: 'NIL_RETURN' }],
    ['what is for no list is for none', [OTHER_LIST, OTHER_LIST], OTHER_LIST],
    ['what is not at this level is on no list of it', [NOT_HERE], NOT_HERE],
    ['a main item has no standing', [], {}],
  ] as const)('%s', (_words, adoptions, standing) => {
    const [code = -1] = codesOf(catalog, adoptions.map(beside));
    expect(STANDINGS[code]).toEqual(standing);
  });
});

describe('figures', () => {
  // The place of each standing as its count: no two sums are alike by chance.
  const occurring = STANDINGS.map((_, place) => 2 ** place);
  const figures = figuresOf(occurring);

  test('the numerator is part of the denominator, and the exclusions are the rest', () => {
    const excluded = figures.exclusions.reduce((sum, { count }) => sum + count, 0);
    expect(figures.denominator.count + excluded).toBe(2 ** STANDINGS.length - 1);
    expect(figures.denominator.standings).toEqual(expect.arrayContaining([...figures.numerator.standings]));
  });

  test('seven states are told, each once', () => {
    expect(new Set(figures.states.flatMap(({ standings }) => standings.map(({ state }) => state))).size).toBe(
      7,
    );
    expect(figures.states.reduce((sum, { count }) => sum + count, 0)).toBe(2 ** (STANDINGS.length - 1) - 1);
  });

  test.each([
    ['nothing asked', {}, STANDINGS.length - 1],
    ['one state', { state: ['UNANSWERED'] }, 1],
    ['a state of several reasons', { state: ['NOT_OFFERED'] }, 4],
    ['one reason of it', { state: ['NOT_OFFERED'], reason: ['CANCELLED'] }, 1],
    ['main items', { mains: true }, 1],
  ] as const)('%s', (_words, wanted, count) => {
    expect(wantedCodes(wanted).filter(Boolean)).toHaveLength(count);
  });
});
