import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restGrams, restWords, wordPlaces, wordRatios } from '../../../matching/model/rest-words.ts';
import { charactersOf } from '../../../matching/name/characters.ts';

const TABLE = new Map([
  ['甲', [1, 0, -1]],
  ['乙', [0.5, 0.25, 2]],
  ['甲乙', [-3, 4, 0.125]],
  ['丁丁', [0.75, -0.5, 1]],
]);

const said = (text: string, tiles: readonly number[]) => {
  const units = Array.from(text, (character) => character.charCodeAt(0));
  const zeros = units.map(() => 0);
  const { earlier } = charactersOf(units, zeros, zeros);
  const ratios = wordRatios(TABLE);
  return restWords(units, earlier, Uint8Array.from(tiles), wordPlaces(units, ratios), ratios.ratios);
};

/** The same by the grams themselves. */
const plainly = (text: string, tiles: readonly number[]): readonly number[] => {
  const grams = [...restGrams(text, Uint8Array.from(tiles))];
  const known = grams.map((gram) => TABLE.get(gram)).filter((ratios) => ratios !== undefined);
  if (known.length === 0) return Array(9).fill(0);
  return [0, 1, 2].flatMap((place) => {
    const own = known.map((ratios) => ratios[place] as number);
    const sum = own.reduce((total, one) => total + one, 0);
    return [sum / Math.sqrt(grams.length + 1), Math.max(...own), Math.min(...own)];
  });
};

describe('what the words without a partner say', () => {
  test.each([
    [
      '甲乙丙',
      [0, 0, 0],
      [-1.5 / Math.sqrt(6), 1, -3, 4.25 / Math.sqrt(6), 4, 0, 1.125 / Math.sqrt(6), 2, -1],
    ],
    ['甲乙丙', [0, 1, 0], [1 / Math.sqrt(3), 1, 1, 0, 0, 0, -1 / Math.sqrt(3), -1, -1]],
    ['甲乙丙', [1, 1, 1], Array(9).fill(0)],
    ['丙丙', [0, 0], Array(9).fill(0)],
  ])('%s %j', (text, tiles, expected) => {
    for (const [place, number] of said(text, tiles).entries())
      expect(number).toBeCloseTo(expected[place], 12);
  });

  test('a word that stands twice speaks once', () => {
    expect(said('甲乙甲乙', [0, 0, 0, 0])).toEqual(plainly('甲乙甲乙', [0, 0, 0, 0]));
    expect(said('丁丁丁', [0, 0, 0])).toEqual(plainly('丁丁丁', [0, 0, 0]));
  });

  test('is what the grams say one by one', () => {
    const characters = fc.array(fc.tuple(fc.constantFrom(...'甲乙丙丁'), fc.constantFrom(0, 0, 1)), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(characters, (all) => {
        const [text, tiles] = [all.map(([one]) => one).join(''), all.map(([, tile]) => tile)];
        expect(said(text, tiles)).toEqual(plainly(text, tiles));
      }),
    );
  });
});
