import { describe, expect, test } from 'vitest';
import { hashText, randomFor } from '../../demo/random.ts';

const first = (seed: number, ...purpose: (string | number)[]) => {
  const { next } = randomFor(seed, ...purpose);
  return [next(), next(), next()];
};

describe('randomFor', () => {
  test('the same seed and purpose give the same stream', () => {
    expect(first(7, 'lists', '880121')).toEqual(first(7, 'lists', '880121'));
  });

  test.each([
    ['another seed', first(8, 'lists', '880121')],
    ['another purpose', first(7, 'offers', '880121')],
    ['another place', first(7, 'lists', '880122')],
    ['parts joined otherwise', first(7, 'lists8', '80121')],
  ])('%s gives another stream', (_case, stream) => {
    expect(stream).not.toEqual(first(7, 'lists', '880121'));
  });

  test('numbers stay within their bounds and reach both ends', () => {
    const { between } = randomFor(1, 'bounds');
    const drawn = new Set(Array.from({ length: 200 }, () => between(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  test('a chance of a fifth comes true about every fifth time', () => {
    const { chance } = randomFor(1, 'chance');
    const hits = Array.from({ length: 5_000 }, () => chance(0.2)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(900);
    expect(hits).toBeLessThan(1_100);
  });

  test('shuffling keeps every element and leaves the list as it was', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = randomFor(1, 'shuffle').shuffle(list);
    expect([...shuffled].sort()).toEqual(list);
    expect(shuffled).not.toEqual(list);
  });

  test('picking from nothing is a mistake of the caller', () => {
    expect(() => randomFor(1, 'pick').pick([])).toThrow(/at least one/u);
  });
});

test('near texts have far hashes', () => {
  const hashes = ['880121000000', '880122000000', '880123000000'].map((code) => hashText(code) % 1_000);
  expect(new Set(hashes).size).toBe(3);
});
