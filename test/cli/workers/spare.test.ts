import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSpare } from '../../../cli/workers/spare.ts';
import { aProcess } from '../../support/worker-process.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const aSpare = () => {
  const closing = new AbortController();
  const forked: ReturnType<typeof aProcess>[] = [];
  const told: string[] = [];
  const fork = () => {
    const one = aProcess();
    forked.push(one);
    return one.process;
  };
  const spare = createSpare({ fork, tell: (sentence) => told.push(sentence), closing: closing.signal });
  /** Lets the newest die; seconds until there is another one, at most so many. */
  const die = async (sentence?: string, wasPrepared?: boolean): Promise<number> => {
    const before = forked.length;
    forked.at(-1)?.die(sentence, wasPrepared);
    for (let seconds = 0; seconds <= 1_000; seconds += 1) {
      await vi.advanceTimersByTimeAsync(seconds === 0 ? 0 : 1_000);
      if (forked.length > before) return seconds;
    }
    return Number.POSITIVE_INFINITY;
  };
  return { spare, forked, told, die, close: () => closing.abort() };
};

describe('a process in reserve that dies', () => {
  test('is followed by another one, later each time, and its cause is told once', async () => {
    const { spare, told, die } = aSpare();
    spare.keep();
    const waits: number[] = [];
    for (let death = 0; death < 8; death += 1) waits.push(await die('数据库拒绝'));
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
    expect(told).toEqual([expect.stringContaining('数据库拒绝')]);
    await die();
    await die('数据库拒绝');
    await die();
    expect(told).toHaveLength(2);
  });

  test.each<[string, (one: ReturnType<typeof aSpare>) => Promise<unknown>]>([
    ['one was prepared', ({ die }) => die('甲', true)],
    [
      'another program may be there',
      async ({ spare, die }) => {
        await spare.discard();
        spare.keep();
        await die('甲');
      },
    ],
  ])('once %s it begins anew', async (_what, change) => {
    const one = aSpare();
    one.spare.keep();
    for (let death = 0; death < 4; death += 1) await one.die('甲');
    expect(one.told).toHaveLength(1);
    await change(one);
    expect(one.told).toHaveLength(2);
    expect(await one.die('甲')).toBe(10);
  });

  test('is told of and followed by none on closing, or where it was to end', async () => {
    const { spare, told, die, close, forked } = aSpare();
    spare.keep();
    await spare.discard();
    expect(await die()).toBe(Number.POSITIVE_INFINITY);
    spare.keep();
    close();
    expect(await die()).toBe(Number.POSITIVE_INFINITY);
    expect(told).toEqual([]);
    expect(forked).toHaveLength(2);
  });

  test('is followed by one only, where another was asked for meanwhile', async () => {
    const { spare, forked } = aSpare();
    spare.keep();
    forked[0]?.die();
    await vi.advanceTimersByTimeAsync(1_000);
    spare.keep();
    const taken = spare.take();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(taken).toBe(forked[1]?.process);
    expect(forked).toHaveLength(2);
  });
});
