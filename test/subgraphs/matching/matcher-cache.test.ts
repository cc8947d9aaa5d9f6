import { expect, test } from 'vitest';
import { createMatcherCache } from '../../../subgraphs/matching/matcher-cache.ts';

/** Asks for lists of four items one after the other in a cache with room for ten; tells which of them were read. */
const readsOf = async (keys: readonly string[]): Promise<readonly string[]> => {
  const matcherOf = createMatcherCache(10);
  const reads: string[] = [];
  for (const key of keys) {
    await matcherOf(key, 4, async () => {
      reads.push(key);
      return [{ id: key, name: '食品经营许可' }];
    });
  }
  return reads;
};

test.each([
  ['aaa', 'a'],
  ['abab', 'ab'],
  ['abca', 'abca'],
  ['abacab', 'abcb'],
])('%s: reads %s', async (asked, read) => {
  expect((await readsOf([...asked])).join('')).toBe(read);
});

test('a list that many ask for at once is read once', async () => {
  const matcherOf = createMatcherCache();
  let reads = 0;
  const read = async () => {
    reads += 1;
    return [{ id: 'a', name: '食品经营许可' }];
  };
  const [one, other] = await Promise.all([matcherOf('a', 1, read), matcherOf('a', 1, read)]);
  expect(one).toBe(other);
  expect(reads).toBe(1);
});

test('a list that could not be read is read again', async () => {
  const matcherOf = createMatcherCache();
  await expect(matcherOf('a', 1, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  const matcher = await matcherOf('a', 1, async () => [{ id: 'a', name: '食品经营许可' }]);
  expect(matcher.match({ id: 'x', name: '食品经营许可' }).candidates[0]?.reference).toBe('a');
});
