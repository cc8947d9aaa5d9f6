import { describe, expect, test } from 'vitest';
import { confusionOf } from '../../../matching/evaluation/confusion.ts';

const CLASSES = ['a', 'b', 'c'] as const;
type Class = (typeof CLASSES)[number];

/** `ab`: true is a, answered b. */
const confusion = (text: string) =>
  confusionOf(
    text
      .split(' ')
      .filter((word) => word !== '')
      .map(([truth, answer]) => ({ truth: truth as Class, answer: answer as Class })),
    CLASSES,
  );

describe('confusion', () => {
  const mixed = confusion('aa aa ab bb ca');

  test('rows are the truth, columns the answers', () => {
    expect(mixed.counts).toEqual([
      [2, 1, 0],
      [0, 1, 0],
      [1, 0, 0],
    ]);
  });

  test('each class has its precision, recall and F1', () => {
    expect(mixed.perClass).toEqual([
      { class: 'a', count: 3, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
      { class: 'b', count: 1, precision: 1 / 2, recall: 1, f1: 2 / 3 },
      { class: 'c', count: 1, precision: null, recall: 0, f1: 0 },
    ]);
    expect(mixed.accuracy).toBe(3 / 5);
    expect(mixed.macroF1).toBeCloseTo((2 / 3 + 2 / 3 + 0) / 3, 12);
  });

  test('a class that is true of nothing does not weigh', () => {
    expect(confusion('aa bb').macroF1).toBe(1);
    expect(confusion('aa ab').macroF1).toBe(2 / 3);
  });

  test('nothing at all has no figures', () => {
    expect(confusion('')).toMatchObject({ accuracy: null, macroF1: null });
  });

  test('an unknown class is a bug', () => expect(() => confusion('ax')).toThrow('no class'));
});
