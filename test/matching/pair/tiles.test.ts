import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tile } from '../../../matching/pair/tiles.ts';

const JOINT = '、';
const unitsOf = (text: string): readonly number[] => Array.from(text, (one) => one.charCodeAt(0));

const tiled = (left: string, right: string) => {
  const tiling = tile(unitsOf(left), unitsOf(right), JOINT.charCodeAt(0));
  return {
    left: [...tiling.left.subarray(0, left.length)],
    right: [...tiling.right.subarray(0, right.length)],
  };
};

/** The same by its definition: the longest free run, the first in left and then in right, again and again. */
const plainly = (left: string, right: string) => {
  const tiles = { left: Array.from(left, () => 0), right: Array.from(right, () => 0) };
  const runAt = (i: number, j: number): number => {
    let length = 0;
    while (
      i + length < left.length &&
      j + length < right.length &&
      tiles.left[i + length] === 0 &&
      tiles.right[j + length] === 0 &&
      left[i + length] === right[j + length] &&
      left[i + length] !== JOINT
    )
      length++;
    return length;
  };
  for (;;) {
    let best = { length: 0, i: 0, j: 0 };
    for (let i = 0; i < left.length; i++) {
      for (let j = 0; j < right.length; j++) {
        const length = runAt(i, j);
        if (length > best.length) best = { length, i, j };
      }
    }
    if (best.length === 0) return tiles;
    tiles.left.fill(best.length, best.i, best.i + best.length);
    tiles.right.fill(best.length, best.j, best.j + best.length);
  }
};

const shared = (left: string, right: string): number => {
  const rest = [...right].filter((one) => one !== JOINT);
  let count = 0;
  for (const character of left) {
    const place = rest.indexOf(character);
    if (place >= 0) {
      rest.splice(place, 1);
      count++;
    }
  }
  return count;
};

const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊、'), maxLength: 14 });

describe('tiling of two texts', () => {
  test.each([
    ['取水许可', '取水许可', [4, 4, 4, 4], [4, 4, 4, 4]],
    ['设置户外广告', '户外广告设置', [2, 2, 4, 4, 4, 4], [4, 4, 4, 4, 2, 2]],
    ['取水许可', '许可采砂', [0, 0, 2, 2], [2, 2, 0, 0]],
    ['甲乙丙', '丙乙甲', [1, 1, 1], [1, 1, 1]],
    ['甲甲', '甲', [1, 0], [1]],
    // A joint is never shared, and no run goes over it.
    ['甲、乙', '甲、乙', [1, 0, 1], [1, 0, 1]],
    // What an earlier tile cuts off a run is shared by what is left of it.
    ['甲乙丙丁、乙丙', '甲乙丙丁乙', [4, 4, 4, 4, 0, 1, 0], [4, 4, 4, 4, 1]],
    ['', '甲', [], [0]],
  ])('%s and %s', (left, right, ofLeft, ofRight) =>
    expect(tiled(left, right)).toEqual({ left: ofLeft, right: ofRight }),
  );

  test('covers as many characters as the two have in common', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const tiling = tiled(left, right);
        const count = shared(left, right);
        expect(tiling.left.filter((one) => one > 0)).toHaveLength(count);
        expect(tiling.right.filter((one) => one > 0)).toHaveLength(count);
      }),
      { numRuns: 500 },
    );
  });

  test('takes the longest run first, whatever is cut off others', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const sizes = (tiles: readonly number[]): readonly number[] => [...tiles].sort();
        const [found, expected] = [tiled(left, right), plainly(left, right)];
        expect(sizes(found.left)).toEqual(sizes(expected.left));
        expect(sizes(found.right)).toEqual(sizes(expected.right));
      }),
      { numRuns: 500 },
    );
  });

  test('takes runs of any length whole', () => {
    const long = Array.from({ length: 700 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
    const { left, right } = tiled(long, `甲${long}乙`);
    expect(left.filter((one) => one === 0)).toEqual([]);
    expect(right.filter((one) => one === 0)).toHaveLength(2);
    expect(Math.max(...left)).toBe(255);
  });

  test('gives back the room that two pages of few characters took', () => {
    const page = (step: number): string =>
      Array.from({ length: 1000 }, (_, at) => ((at * at * step) % 7 < 3 ? '许' : '可')).join('');
    const before = process.memoryUsage().heapUsed;
    tiled(page(3), page(5));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100e6);
    expect(tiled('甲乙丙丁', '丙丁甲')).toEqual({ left: [1, 0, 2, 2], right: [2, 2, 1] });
  });

  test('knows nothing of the texts before', () => {
    const first = tiled('甲乙丙丁', '丙丁甲');
    tiled('甲'.repeat(600), '乙'.repeat(600));
    tiled('丁丙乙甲'.repeat(100), '甲乙丙丁'.repeat(90));
    expect(tiled('甲乙丙丁', '丙丁甲')).toEqual(first);
  });
});
