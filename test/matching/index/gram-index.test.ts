import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGramIndex, fromShared, type GramIndex } from '../../../matching/index/gram-index.ts';
import type { GramWeights } from '../../../matching/model/background.ts';

const EVEN: GramWeights = { weightOf: () => 1, shareOf: () => 0, commonBelow: 0 };
/** 登记 and its characters stand in every second name. */
const COMMON: GramWeights = {
  weightOf: (gram) => (/[登记]/u.test(gram) ? 0.5 : 3),
  shareOf: () => 0,
  commonBelow: 2,
};

const NAMES = [
  '食品经营许可证核发',
  '食品生产许可证核发',
  '户口登记',
  '出生登记',
  '收养登记',
  '居民身份证申领',
  '证',
];

const found = (index: GramIndex, text: string, limit = 10): [number, number][] => {
  const best = index.search(text, limit);
  return Array.from({ length: best.count() }, (_, at) => [
    best.documents[at] as number,
    best.scores[at] as number,
  ]);
};

/** The definition, written plainly: cosine of the sets of characters (× 0.35) and neighbouring pairs. */
const cosine = (left: string, right: string, { weightOf }: GramWeights): number => {
  const vector = (text: string) => {
    const grams = new Map<string, number>();
    for (const run of text.match(/[\p{L}\p{N}\p{Cs}]+/gu) ?? []) {
      for (let at = 0; at < run.length; at += 1) {
        grams.set(run.charAt(at), (0.35 * weightOf(run.charAt(at))) ** 2);
        if (at > 0) grams.set(run.slice(at - 1, at + 1), weightOf(run.slice(at - 1, at + 1)) ** 2);
      }
    }
    return grams;
  };
  const [one, two] = [vector(left), vector(right)];
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  const shared = sum([...one].filter(([gram]) => two.has(gram)).map(([, value]) => value));
  return shared === 0 ? 0 : shared / Math.sqrt(sum(one.values()) * sum(two.values()));
};

const name = fc.string({ unit: fc.constantFrom(...'食品经营许可证登记户口a1（） 𠮷'), maxLength: 12 });

describe('search', () => {
  const index = buildGramIndex(NAMES, EVEN);

  test.each([
    ['the same text', '食品经营许可证核发', 0],
    ['the words in another order', '核发食品经营许可证', 0],
    ['one character', '证', 6],
    ['something between two words', '食品（小作坊）生产许可', 1],
  ])('%s is found first', (_case, text, first) => {
    expect(found(index, text)[0]?.[0]).toBe(first);
  });

  test.each([
    ['nothing', ''],
    ['marks only', '（）、 '],
    ['characters no name has', '鸿鹄'],
  ])('%s finds nothing', (_case, text) => {
    expect(found(index, text)).toEqual([]);
  });

  test('the same text scores 1, and nothing scores more', () => {
    const scores = NAMES.map((text) => {
      index.search(text, 1);
      return NAMES.map((_name, document) => index.scoreOf(document));
    });
    for (const [at, row] of scores.entries()) expect(row[at]).toBeCloseTo(1, 12);
    expect(Math.max(...scores.flat())).toBeLessThanOrEqual(1);
  });

  test('equal scores stand by number, and the limit cuts the last of them', () => {
    const twins = buildGramIndex(['甲乙', '丙丁', '甲乙', '甲乙'], EVEN);
    expect(found(twins, '甲乙').map(([document]) => document)).toEqual([0, 2, 3]);
    expect(found(twins, '甲乙', 2).map(([document]) => document)).toEqual([0, 2]);
  });

  test('one search leaves nothing behind for the next', () => {
    const before = found(index, '户口登记');
    found(index, '食品经营许可证核发');
    expect(found(index, '户口登记')).toEqual(before);
  });

  test('a search for no documents is refused', () => {
    expect(() => index.search('证', 0)).toThrow(RangeError);
  });
});

describe('scores', () => {
  test('are the cosine of characters and pairs', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), name, (names, text) => {
        const index = buildGramIndex(names, COMMON);
        index.search(text, 5);
        for (const [document, other] of names.entries()) {
          expect(index.scoreOf(document)).toBeCloseTo(cosine(text, other, COMMON), 9);
        }
      }),
    );
  });

  test('do not depend on what else the list holds, not even in the last bit', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), name, name, (others, one, text) => {
        const alone = found(buildGramIndex([one], COMMON), text);
        const among = found(buildGramIndex([...others, one], COMMON), text, 20);
        expect(among.filter(([document]) => document === others.length).map(([, score]) => score)).toEqual(
          alone.map(([, score]) => score),
        );
      }),
    );
  });
});

describe('grams nearly every name has', () => {
  const index = buildGramIndex(['户口登记', '出生登记', '登记'], COMMON);

  test('do not find a name by themselves', () => {
    expect(found(index, '户口登记').map(([document]) => document)).toEqual([0]);
  });

  test('find when the text has nothing else', () => {
    expect(found(index, '登记').map(([document]) => document)).toEqual([2, 0, 1]);
  });

  test('count in the full score', () => {
    const best = index.search('户口登记', 1);
    expect(best.scores[0]).toBeLessThan(1);
    expect(index.scoreOf(0)).toBeCloseTo(1, 12);
  });
});

describe('shared memory', () => {
  test('an index taken over by another thread answers the same', () => {
    const index = buildGramIndex(NAMES, EVEN);
    const shared = index.shareable();
    expect(Object.values(shared).filter((part) => typeof part !== 'number')).toSatisfy(
      (parts: Int32Array[]) => parts.every(({ buffer }) => buffer instanceof SharedArrayBuffer),
    );
    const other = fromShared(structuredClone(shared), EVEN);
    for (const text of NAMES) expect(found(other, text)).toEqual(found(index, text));
  });

  test('a list of nothing can be searched', () => {
    expect(found(buildGramIndex([], EVEN), '证')).toEqual([]);
  });
});
