import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStarting } from '../../../cli/workers/starting.ts';
import { aProcess } from '../../support/worker-process.ts';

const URL = 'http://127.0.0.1:4000/graphql';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = (): Promise<boolean> => new Promise(() => undefined);

const starting = (hasData: () => Promise<boolean>) => {
  const closing = new AbortController();
  const begun: boolean[] = [];
  const fork = () =>
    aProcess({
      begin: async (published) => {
        begun.push(published);
        return { kind: 'READY', url: URL };
      },
    }).process;
  const { start } = createStarting({ databaseUrl: '', hasData, tell: () => undefined }, fork, closing.signal);
  return { start, begun, close: () => closing.abort() };
};

describe('whether anything is published', () => {
  test.each<[string, () => Promise<boolean>, number, boolean]>([
    ['is told: it is', async () => true, 0, true],
    ['is told: it is not', async () => false, 0, false],
    ['cannot be told', () => Promise.reject(new Error('away')), 0, true],
    ['is not told by a hanging database', never, 1_000, true],
  ])('%s', async (_what, hasData, within, expected) => {
    const { start, begun } = starting(hasData);
    const one = start(0);
    await vi.advanceTimersByTimeAsync(within);
    expect(await one).toMatchObject({ url: URL });
    expect(begun).toEqual([expected]);
  });

  test('is not waited for on closing', async () => {
    const { start, begun, close } = starting(never);
    const one = start(0);
    close();
    expect(await one).toMatchObject({ kind: 'FAILED' });
    expect(begun).toEqual([]);
  });
});
