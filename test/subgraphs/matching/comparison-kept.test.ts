import { describe, expect, test } from 'vitest';
import { createKept } from '../../../subgraphs/matching/comparison-kept.ts';

const one = () => 1;

/** Reads that count how often they were made. */
const counting = () => {
  const read: string[] = [];
  const reading = (key: string) => async () => {
    read.push(key);
    return key;
  };
  return { read, reading };
};

describe('what is kept', () => {
  test('is worked out once, however many ask at once', async () => {
    const kept = createKept(10);
    const { read, reading } = counting();
    const answers = await Promise.all([1, 2, 3].map(() => kept.get('a', reading('a'), one)));
    expect(answers).toEqual(['a', 'a', 'a']);
    expect(read).toEqual(['a']);
    expect(kept.has('a')).toBe(true);
  });

  test('gives way to what is newer, what was used longest ago first', async () => {
    const kept = createKept(2);
    const { read, reading } = counting();
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await kept.get(key, reading(key), one);
    expect(read).toEqual(['a', 'b', 'c', 'b']);
  });

  test.each([
    ['one that weighs as much as is kept takes the place of all', 3, ['big']],
    ['one that weighs more stays alone', 9, ['big']],
    ['one that weighs less leaves room', 2, ['b', 'big']],
  ])('%s', async (_words, weight, left) => {
    const kept = createKept(3);
    const { reading } = counting();
    for (const key of ['a', 'b']) await kept.get(key, reading(key), one);
    await kept.get('big', reading('big'), () => weight);
    expect(['a', 'b', 'big'].filter((key) => kept.has(key))).toEqual(left);
  });

  test('what failed is tried again', async () => {
    const kept = createKept(2);
    const { reading } = counting();
    const failing = async (): Promise<string> => {
      throw new Error('no');
    };
    await expect(kept.get('a', failing, one)).rejects.toThrow('no');
    await expect(kept.get('a', reading('a'), one)).resolves.toBe('a');
  });
});
