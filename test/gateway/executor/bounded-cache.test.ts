import { expect, test } from 'vitest';
import { boundedCache } from '../../../gateway/executor/bounded-cache.ts';

test('lets the longest unused entry go', () => {
  const cache = boundedCache<number>(2);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');
  cache.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
  expect(cache.size).toBe(2);
});

test('a value under a long key is not kept, so that entries bound the memory too', () => {
  const cache = boundedCache<number>(2);
  cache.set('a'.repeat(8_192), 1);
  cache.set('b'.repeat(8_193), 2);
  expect(['a'.repeat(8_192), 'b'.repeat(8_193)].map((key) => cache.get(key))).toEqual([1, undefined]);
  expect(cache.size).toBe(1);
});

test('an entry set again counts once', () => {
  const cache = boundedCache<number>(2);
  for (const value of [1, 2, 3]) cache.set('a', value);
  cache.set('b', 4);
  expect([cache.get('a'), cache.get('b'), cache.size]).toEqual([3, 4, 2]);
});
