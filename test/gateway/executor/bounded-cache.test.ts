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

test('texts together are bounded, and the longest unused go first', () => {
  const cache = boundedCache<number>(100, 10);
  for (const key of ['aaaa', 'bbbb']) cache.set(key, 1);
  cache.get('aaaa');
  cache.set('cccc', 1);
  expect(['aaaa', 'bbbb', 'cccc'].map((key) => cache.get(key))).toEqual([1, undefined, 1]);
  cache.delete('aaaa');
  cache.delete('aaaa');
  cache.set('dddd', 1);
  cache.set('cccc', 2);
  expect(['cccc', 'dddd'].map((key) => cache.get(key))).toEqual([2, 1]);
  expect(cache.size).toBe(2);
});

test('a value may be made from more than its key', () => {
  const cache = boundedCache<number>(100, 10);
  cache.set('a', 1, 6);
  cache.set('b', 1, 6);
  cache.set('c', 1, 8_193);
  expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, 1, undefined]);
});
