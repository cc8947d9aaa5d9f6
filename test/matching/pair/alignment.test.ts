import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, MOST_ALIGNED } from '../../../matching/pair/alignment.ts';

const unitsOf = (text: string): readonly number[] => [...text].map((one) => one.charCodeAt(0));

/** What stands in each other's place, from the beginning on. */
const runsOf = (left: string, right: string): readonly string[] => {
  const found = align(unitsOf(left), unitsOf(right));
  return Array.from({ length: found.count }, (_, run) => {
    const one = left.slice(found.leftFrom[run], found.leftTo[run]);
    return `${one}|${right.slice(found.rightFrom[run], found.rightTo[run])}`;
  }).reverse();
};

describe('two texts side by side', () => {
  test.each([
    ['取水许可', '取水许可', 0, []],
    ['取水许克', '取水许可', 1, ['克|可']],
    ['取许可', '取水许可', 1, ['|水']],
    ['取水水许可', '取水许可', 1, ['水|']],
    ['取水可许', '取水许可', 1, ['可许|许可']],
    ['去水许克变更', '取水许可变更', 2, ['去|取', '克|可']],
    ['取水许可注销', '取水许可变更', 2, ['注销|变更']],
    ['', '取水', 2, ['|取水']],
  ])('%s and %s: %d edits', (left, right, edits, runs) => {
    expect(align(unitsOf(left), unitsOf(right)).edits).toBe(edits);
    expect(runsOf(left, right)).toEqual(runs);
  });

  test('stretches too long to be aligned are one run', () => {
    const [left, right] = ['甲'.repeat(MOST_ALIGNED + 1), '乙丙'];
    expect(runsOf(`取${left}可`, `取${right}可`)).toEqual([`${left}|${right}`]);
  });

  /** The distance by its definition (Damerau 1964, restricted), without anything that makes it fast. */
  const distance = (one: string, other: string): number => {
    const known = new Map<string, number>();
    const of = (i: number, j: number): number => {
      if (i === 0 || j === 0) return i + j;
      const key = `${i},${j}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const least = Math.min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + same);
      const value = isTurned ? Math.min(least, of(i - 2, j - 2) + 1) : least;
      known.set(key, value);
      return value;
    };
    return of(one.length, other.length);
  };

  const texts = fc
    .array(fc.constantFrom('取', '水', '许', '可'), { maxLength: 12 })
    .map((all) => all.join(''));

  test('are as far apart as by definition, and outside the runs they are the same', () =>
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        expect(align(unitsOf(left), unitsOf(right)).edits).toBe(distance(left, right));
        const { count, leftFrom, leftTo, rightFrom, rightTo } = align(unitsOf(left), unitsOf(right));
        let [one, other] = [left, right];
        // Runs come last one first, so that cutting one out moves no other.
        for (let run = 0; run < count; run++) {
          one = one.slice(0, leftFrom[run]) + one.slice(leftTo[run]);
          other = other.slice(0, rightFrom[run]) + other.slice(rightTo[run]);
        }
        expect(one).toBe(other);
      }),
    ));
});
