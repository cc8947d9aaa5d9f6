import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonSplitter } from '../../../intake/readers/json-splitter.ts';
import { syntaxErrorAt } from '../../../intake/readers/json-syntax.ts';

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' });

const pieceTexts = (text: string, cuts: readonly number[]): readonly (readonly [string, string])[] => {
  const splitter = new JsonSplitter();
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].toSorted(
    (one, other) => one - other,
  );
  const pieces = places.flatMap((place, index) => [
    ...splitter.take(text.slice(place, places[index + 1] ?? place)),
  ]);
  return [...pieces, ...splitter.finish()].map((piece) => [piece.kind, piece.text]);
};

const cuts = fc.array(fc.nat(), { maxLength: 8 });

test('elements of an array, wherever the chunks end, are those JSON.parse finds', () => {
  fc.assert(
    fc.property(fc.array(json), fc.constantFrom('', ' ', '\n\t'), cuts, (values, blank, places) => {
      const text = blank === '' ? JSON.stringify(values) : JSON.stringify(values, undefined, blank);
      const pieces = pieceTexts(text, places);
      const elements = pieces.filter(([kind]) => kind === 'ELEMENT').map(([, piece]) => JSON.parse(piece));
      expect(elements).toEqual(JSON.parse(text));
      expect(pieces.at(-1)?.[0]).toBe('VALUE');
    }),
  );
});

test('the keys of an envelope are known wherever the chunks end', () => {
  const text = '{"co\\"de":{"list":0},"data":{"total":1,"list":[{"a":1},{"a":2}]}}';
  for (let cut = 0; cut <= text.length; cut += 1) {
    const pieces = pieceTexts(text, [cut, cut + 3]);
    expect(pieces.map(([kind]) => kind)).toEqual(['ELEMENT', 'ELEMENT', 'VALUE']);
  }
});

test('an object of 50,000 keys is whole', async () => {
  const keys = Array.from({ length: 50_000 }, (_none, index) => [`k${index}`, index] as const);
  const text = JSON.stringify(Object.fromEntries(keys));
  expect(pieceTexts(text, [70_000, 200_000])).toEqual([['VALUE', text]]);
});

/** JSON with a few characters taken out, put in or exchanged. */
const damaged = fc
  .tuple(
    json,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ',', ']', '}', '[', '{', '"', ':', '1', '\\', 'x')), {
      maxLength: 2,
    }),
  )
  .map(([value, edits]) =>
    edits.reduce(
      (text, [at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + (at % 2));
      },
      JSON.stringify([value, { data: value }]),
    ),
  );

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('where the whole is no JSON one of the pieces is none, and the other way round', () => {
  fc.assert(
    fc.property(damaged, cuts, (text, places) => {
      const pieces = pieceTexts(text, places);
      const values = pieces.filter(([kind]) => kind === 'VALUE').length;
      expect(values === 1 && pieces.every(([, piece]) => parses(piece))).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});

test('the place of an error is known exactly where JSON.parse fails, and what stands before it can still be JSON', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const at = syntaxErrorAt(text);
      expect(at === undefined).toBe(parses(text));
      if (at === undefined) return;
      const before = text.slice(0, at);
      expect(syntaxErrorAt(before) ?? before.length).toBe(before.length);
    }),
    { numRuns: 2000 },
  );
});
