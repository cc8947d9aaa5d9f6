import { describe, expect, test } from 'vitest';
import { createTurns } from '../../../subgraphs/matching/comparison-turns.ts';

/** Work that says when it begins and ends when told to. */
const workable = (log: string[], name: string) => {
  const end = Promise.withResolvers<string>();
  const work = async () => {
    log.push(name);
    return end.promise;
  };
  return { work, end };
};

describe('turns', () => {
  test('come one after the other, also after one that failed', async () => {
    const [turns, log] = [createTurns(2), [] as string[]];
    const [a, b] = [workable(log, 'a'), workable(log, 'b')];
    const [first, second] = [turns(a.work), turns(b.work)];
    a.end.reject(new Error('no'));
    expect(log).toEqual([]);
    await expect(first).rejects.toThrow('no');
    b.end.resolve('done');
    expect(await second).toBe('done');
    expect(log).toEqual(['a', 'b']);
  });

  test('are refused when too many wait, and given again once they are done', async () => {
    const [turns, log] = [createTurns(1), [] as string[]];
    const [a, b] = [workable(log, 'a'), workable(log, 'b')];
    const both = [turns(a.work), turns(b.work)];
    await expect(turns(async () => 'c')).rejects.toMatchObject({
      extensions: { code: 'SUBGRAPH_TIMEOUT', detail: 'COMPARISON_BUSY' },
    });
    expect(log).toEqual(['a']);
    for (const { end } of [a, b]) end.resolve('done');
    expect(await Promise.all(both)).toEqual(['done', 'done']);
    expect(await turns(async () => 'c')).toBe('c');
  });
});
