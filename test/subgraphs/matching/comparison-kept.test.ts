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
    const kept = createKept(4);
    const { read, reading } = counting();
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await kept.get(key, reading(key), one);
    expect(read).toEqual(['a', 'b', 'c', 'b']);
  });

  test.each([
    ['one that weighs as much as is kept takes the place of all', 5, ['big']],
    ['one that weighs more stays alone', 9, ['big']],
    ['one that weighs less leaves room', 3, ['b', 'big']],
  ])('%s', async (_words, weight, left) => {
    const kept = createKept(6);
    const { reading } = counting();
    for (const key of ['a', 'b']) await kept.get(key, reading(key), one);
    await kept.get('big', reading('big'), () => weight);
    expect(['a', 'b', 'big'].filter((key) => kept.has(key))).toEqual(left);
  });

  test('what has nothing in it gives way as well', async () => {
    const kept = createKept(30, 10);
    const { reading } = counting();
    const keys = Array.from({ length: 100 }, (_, at) => `empty ${at}`);
    for (const key of keys) await kept.get(key, reading(key), () => 0);
    expect(keys.filter((key) => kept.has(key))).toEqual(keys.slice(-3));
  });

  test('what failed is not kept, and tried again', async () => {
    const kept = createKept(2);
    const { reading } = counting();
    const failing = async (): Promise<string> => {
      throw new Error('no');
    };
    await expect(kept.get('a', failing, one)).rejects.toThrow('no');
    expect(kept.has('a')).toBe(false);
    await expect(kept.get('a', reading('a'), one)).resolves.toBe('a');
  });
});
