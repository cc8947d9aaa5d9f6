import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Found, wordTree } from '../../../matching/lexicon/word-tree.ts';

const WORDS = ['水', '取水', '取水许可', '许可', '许可证', '可证'];
const tree = wordTree(WORDS.map((word) => [word, word.length] as const));

/** All words of a text by looking for each at every place. */
const everyWord = (text: string, words: readonly string[]): readonly Found<number>[] =>
  Array.from(text, (_, start) =>
    [...new Set(words)]
      .filter((word) => word !== '' && text.startsWith(word, start))
      .sort((one, other) => one.length - other.length)
      .map((word) => ({ start, end: start + word.length, sense: word.length })),
  ).flat();

describe('a tree of words', () => {
  test.each(['取水许可证', '取水', '无', '', '水水', '取取水'])('finds every word of %s', (text) =>
    expect(tree.allIn(text)).toEqual(everyWord(text, WORDS)),
  );

  test('finds every word of any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙丙a'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), text, (words, searched) => {
        const found = wordTree(words.map((word) => [word, word.length] as const)).allIn(searched);
        expect(found).toEqual(everyWord(searched, words));
      }),
    );
  });

  test.each([
    ['取水许可证', 0, 4],
    ['取水许可证', 2, 5],
    ['取水许', 0, 2],
    ['取水许可证', 1, 2],
  ])('the longest word of %s at %d ends at %d', (text, start, end) => {
    expect(tree.longestAt(text, start)).toBe(true);
    expect([tree.found.starts[0], tree.found.ends[0]]).toEqual([start, end]);
  });

  test.each([
    ['取水许可', 4],
    ['无水', 0],
    ['水', 1],
    ['', 0],
  ])('no word of %s begins at %d', (text, start) => expect(tree.longestAt(text, start)).toBe(false));

  test('knows what a whole word means, and nothing of its beginnings', () => {
    expect(WORDS.map(tree.senseOf)).toEqual(WORDS.map(({ length }) => length));
    expect(['取', '取水许', '证', '许可证书', '可'].map(tree.senseOf)).toEqual(Array(5).fill(undefined));
  });

  test('joins the senses of a word given twice', () => {
    const entries: readonly (readonly [string, readonly string[]])[] = [
      ['许可', ['一']],
      ['许可', ['二']],
    ];
    const joined = wordTree(entries, (one, other) => [...one, ...other]);
    expect(joined.senseOf('许可')).toEqual(['一', '二']);
  });
});
