import { describe, expect, test } from 'vitest';
import { itemQuality, type JudgedItem } from '../../../matching/evaluation/item-quality.ts';
import { itemTruths, speaksOfItems } from '../../../matching/evaluation/item-truth.ts';
import type { Label, LabelRelation } from '../../../matching/evaluation/labels.ts';
import { itemErrors } from '../../../matching/evaluation/quality-errors.ts';
import type { ItemJudgement } from '../../../matching/judgement.ts';

const bootstrap = { resamples: 20, random: () => 0.3 };

const side = (key: string) => ({ itemKey: key, name: `名称${key}`, codes: [], laws: [] });

const label = (left: string, right: string | null, relation: LabelRelation, line = 1): Label => ({
  line,
  pairId: `${left}-${right}`,
  left: side(left),
  right: right === null ? null : side(right),
  relation,
  stratum: ['s'],
});

const answer = (changes: Partial<ItemJudgement>): ItemJudgement => ({
  item: 'i',
  match: null,
  relation: 'NONE',
  confidence: 0.9,
  band: 'NONE',
  candidates: [],
  evidence: [],
  ...changes,
});

/** A judgement that takes the first of `candidates`, each with its chance. */
const match = (
  band: ItemJudgement['band'],
  relation: ItemJudgement['relation'],
  ...candidates: readonly (readonly [string, number])[]
): ItemJudgement => {
  const [first] = candidates;
  return answer({
    match: first?.[0] ?? null,
    confidence: first?.[1] ?? 0,
    band,
    relation,
    candidates: candidates.map(([reference, confidence]) => ({ reference, confidence })),
  });
};

const judged = (labels: readonly Label[], judgements: Readonly<Record<string, ItemJudgement>>) =>
  itemTruths(labels).truths.map(
    (truth): JudgedItem => ({
      label: truth.label,
      truth,
      judgement: judgements[truth.item.itemKey] ?? answer({}),
    }),
  );

describe('what labels say of items', () => {
  test('partners are gathered by item; who only differs from something is not counted', () => {
    const { truths, undecided } = itemTruths([
      label('a', 'r1', 'BROADER'),
      label('b', null, 'NONE'),
      label('a', 'r2', 'BROADER'),
      label('c', 'r1', 'DIFFERENT'),
      label('d', 'r3', 'RELATED_SERVICE'),
      label('a', 'r3', 'DIFFERENT'),
    ]);
    expect(truths.map(({ item, partners, related }) => [item.itemKey, [...partners], [...related]])).toEqual([
      [
        'a',
        [
          ['r1', 'BROADER'],
          ['r2', 'BROADER'],
        ],
        [],
      ],
      ['b', [], []],
      ['d', [], ['r3']],
    ]);
    expect(undecided).toBe(1);
  });

  test.each([
    ['an item without a partner', [label('a', 'r', 'EQUIVALENT'), label('a', null, 'NONE')], true],
    ['one line an item', [label('a', 'r', 'DIFFERENT'), label('b', 'r', 'DIFFERENT')], true],
    ['chosen pairs', [label('a', 'r', 'DIFFERENT'), label('a', 's', 'EQUIVALENT')], false],
  ])('%s', (_, labels, expected) => expect(speaksOfItems(labels)).toBe(expected));
});

describe('items against a list', () => {
  const labels = [
    label('right', 'r1', 'EQUIVALENT'),
    label('other', 'r2', 'EQUIVALENT'),
    label('missed', 'r3', 'EQUIVALENT'),
    label('part', 'r4', 'NARROWER'),
    label('none', null, 'NONE'),
    label('invented', null, 'NONE'),
    label('about', 'r5', 'RELATED_SERVICE'),
  ];
  const items = judged(labels, {
    right: match('AUTO', 'EQUIVALENT', ['r1', 0.99]),
    other: match('REVIEW', 'EQUIVALENT', ['r9', 0.6], ['r2', 0.3]),
    missed: answer({ confidence: 0.8, candidates: [{ reference: 'r3', confidence: 0.2 }] }),
    part: match('REVIEW', 'EQUIVALENT', ['r4', 0.7]),
    none: answer({ confidence: 1 }),
    invented: match('AUTO', 'EQUIVALENT', ['r1', 0.95]),
    about: match('NONE', 'RELATED', ['r5', 0.4]),
  });
  const quality = itemQuality(items, bootstrap);

  test('links count against every item, with partner or without', () => {
    expect([quality.count, quality.withPartner]).toEqual([7, 4]);
    expect(quality.links.auto).toMatchObject({ accepted: 2, right: 1, precision: 0.5, recall: 0.25 });
    expect(quality.links.proposed).toMatchObject({ accepted: 4, right: 2, f1: 0.5 });
  });

  test('what is taken without a person is right only where the relation is', () => {
    const whole = [label('a', 'r1', 'EQUIVALENT'), label('b', 'r2', 'NARROWER')];
    const taken = (band: 'AUTO' | 'REVIEW') =>
      itemQuality(
        judged(whole, {
          a: match('AUTO', 'EQUIVALENT', ['r1', 0.99]),
          b: match(band, 'EQUIVALENT', ['r2', 0.995]),
        }),
        bootstrap,
      );
    expect(taken('AUTO').links.auto).toMatchObject({ accepted: 2, right: 1, precision: 0.5 });
    expect(taken('AUTO').bands[0]).toMatchObject({ band: 'AUTO', precision: 0.5 });
    expect(taken('AUTO').coverage[0]?.observed).toBeNull();
    // Shown to a person the part is a find.
    expect(taken('REVIEW').links.proposed).toMatchObject({ accepted: 2, right: 2, precision: 1 });
  });

  test('of the same service alone, a part is no partner', () => {
    expect(quality.equivalents.proposed).toMatchObject({ accepted: 4, right: 1, recall: 1 / 3 });
  });

  test('the curve goes by what is offered: the match, or the best candidate where there is none', () => {
    // 0.99 +, 0.95 −, 0.7 +, 0.6 −, 0.4 − (only related), 0.2 +.
    expect(quality.curve.map(({ threshold, right }) => [threshold, right])).toEqual([
      [0.99, 1],
      [0.95, 1],
      [0.7, 2],
      [0.6, 2],
      [0.4, 2],
      [0.2, 3],
    ]);
    expect(quality.links.averagePrecision).toBeCloseTo(0.25 * (1 + 2 / 3 + 3 / 6), 12);
  });

  test('recall of candidates', () => {
    expect(quality.recallAt).toEqual({ 1: 0.75, 5: 1, 10: 1 });
  });

  test('an answer is right where match and relation are: also a rightly empty or only related one', () => {
    expect(quality.accuracy).toBe(3 / 7);
    expect(
      itemErrors(items, new Map([['r1', '一']])).map(({ name, answer: given, rank }) => [name, given, rank]),
    ).toEqual([
      ['名称invented', { name: '一', relation: 'EQUIVALENT' }, null],
      ['名称missed', { name: null, relation: 'NONE' }, 1],
      ['名称part', { name: 'r4', relation: 'EQUIVALENT' }, 1],
      ['名称other', { name: 'r9', relation: 'EQUIVALENT' }, 2],
    ]);
  });

  test('bands say how much is left to people and how good it is', () => {
    expect(quality.bands).toEqual([
      { band: 'AUTO', count: 2, share: 2 / 7, precision: 0.5 },
      { band: 'REVIEW', count: 2, share: 2 / 7, precision: 0.5 },
      { band: 'NONE', count: 3, share: 3 / 7, precision: 2 / 3 },
    ]);
  });

  test('relations are held against each other where the answer speaks of the partner or of none', () => {
    const { classes, counts } = quality.relations;
    const count = (truth: string, given: string) =>
      counts[classes.indexOf(truth as never)]?.[classes.indexOf(given as never)];
    expect(count('EQUIVALENT', 'EQUIVALENT')).toBe(1);
    expect(count('EQUIVALENT', 'NONE')).toBe(1);
    expect(count('NARROWER', 'EQUIVALENT')).toBe(1);
    expect(count('NONE', 'EQUIVALENT')).toBe(1);
    expect(count('RELATED', 'RELATED')).toBe(1);
    expect(counts.flat().reduce((sum, one) => sum + one, 0)).toBe(6);
  });

  test('an item of several is met where the answer has all its parts and no other', () => {
    const merged = [label('m', 'r1', 'BROADER'), label('m', 'r2', 'BROADER'), label('m', 'r3', 'NARROWER')];
    const share = (...parts: readonly string[]) => {
      const answer = match('REVIEW', 'BROADER', ['r1', 0.9], ['r2', 0.5]);
      const told = parts.map((reference) => ({
        reference,
        confidence: 0.9,
        members: [reference],
        evidence: [],
      }));
      return itemQuality(
        judged(merged, { m: parts.length === 0 ? answer : { ...answer, parts: told } }),
        bootstrap,
      ).merged.share;
    };
    expect(share('r2', 'r1')).toBe(1);
    expect(share('r1', 'r2', 'r3')).toBe(0);
    expect(share()).toBe(0);
  });
});
