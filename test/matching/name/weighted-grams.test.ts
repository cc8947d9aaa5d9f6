import { describe, expect, test } from 'vitest';
import { BACKGROUND, weightOfKey } from '../../../matching/model/background.ts';
import { gramKey } from '../../../matching/model/gram-table.ts';
import { cosine, weightedGrams } from '../../../matching/name/weighted-grams.ts';

describe('weighted pairs of characters', () => {
  test.each(['取水许可', '许可许可', '备案'.repeat(40), '取'])('%s: each pair once, ascending', (text) => {
    const pairs = new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
    const { keys, squares, norm } = weightedGrams(text);
    const expected = [...pairs]
      .map((pair) => ({ key: gramKey(pair.charCodeAt(0), pair.charCodeAt(1)), pair }))
      .sort((one, other) => one.key - other.key);
    expect(keys).toEqual(expected.map(({ key }) => key));
    expect(squares).toEqual(expected.map(({ pair }) => BACKGROUND.weightOf(pair) ** 2));
    expect(norm).toBeCloseTo(Math.sqrt(squares.reduce((sum, one) => sum + one, 0)), 12);
  });

  test('a key weighs what its gram weighs', () => {
    for (const gram of ['许可', '许', '取水', '水', '饕餮', '饕']) {
      const second = gram.length > 1 ? gram.charCodeAt(1) : 0;
      expect(weightOfKey(gramKey(gram.charCodeAt(0), second))).toBe(BACKGROUND.weightOf(gram));
    }
  });
});

describe('cosine', () => {
  test.each([
    ['取水许可', '取水许可', 1],
    ['取水许可', '户口登记', 0],
    ['取', '取', 0],
  ])('%s and %s: %d', (left, right, expected) =>
    expect(cosine(weightedGrams(left), weightedGrams(right))).toBeCloseTo(expected, 12),
  );

  test('is the same both ways, and higher the more is shared', () => {
    const between = (left: string, right: string): number =>
      cosine(weightedGrams(left), weightedGrams(right));
    expect(between('取水许可变更', '取水许可')).toBe(between('取水许可', '取水许可变更'));
    expect(between('取水许可变更', '取水许可')).toBeGreaterThan(between('取水许可变更', '采砂许可'));
  });
});
