import { describe, expect, test } from 'vitest';
import { conceptText, withConcepts } from '../../../matching/index/concept-grams.ts';
import { buildGramIndex } from '../../../matching/index/gram-index.ts';
import type { GramWeights } from '../../../matching/model/background.ts';

const PLAIN: GramWeights = { weightOf: () => 8, shareOf: () => 0, commonBelow: 4 };
const DOG = 5 * 4096 + 17;
const LICENCE = 5 * 4096 + 18;
const CAT = 6 * 4096 + 17;

const found = (text: string, ...texts: readonly string[]): number[] => {
  const best = buildGramIndex(texts, withConcepts(PLAIN)).search(text, 9);
  return Array.from(best.documents.subarray(0, best.count()));
};

describe('a name with concepts', () => {
  test('is found by a name that shares none of its words', () => {
    expect(found(`犬证办理${conceptText([DOG])}`, '居住登记', `养狗登记${conceptText([DOG])}`)).toEqual([1]);
  });

  test('is not found by another concept, of the same kind or with the same number', () => {
    const dog = `养狗${conceptText([DOG])}`;
    expect(found(`猫${conceptText([CAT])}`, dog)).toEqual([]);
    expect(found(`猫${conceptText([LICENCE])}`, dog)).toEqual([]);
  });

  test('bears each concept once, and none of it runs into the name or another', () => {
    expect(conceptText([DOG, DOG])).toBe(conceptText([DOG]));
    expect(conceptText([])).toBe('');
    expect(found(conceptText([LICENCE, DOG]), `猫${conceptText([DOG])}`, conceptText([LICENCE]))).toEqual([
      1, 0,
    ]);
  });
});

test('other grams weigh what they weighed', () => {
  const weights = withConcepts({ ...PLAIN, weightOf: (gram) => gram.length });
  expect([weights.weightOf('证'), weights.weightOf('证照'), weights.commonBelow]).toEqual([1, 2, 4]);
});

test('the largest numbers of a lexicon stay concepts', () => {
  const text = conceptText([1023 * 4096 + 3327]).trim();
  expect(text).toMatch(/^\p{Co}\p{Co}$/u);
  expect(withConcepts(PLAIN).weightOf(text)).toBe(8);
});
