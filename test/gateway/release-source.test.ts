import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SubgraphAnswer, Transport } from '../../gateway/executor/transport.ts';
import { PROMPT } from '../../gateway/newest-question.ts';
import { createReleaseSource, type ReleaseSource } from '../../gateway/release-source.ts';

/** A subgraph whose answers the test gives one by one, in the order of the calls. */
function questionedSubgraph() {
  const calls: {
    variables: unknown;
    answer: (answer: SubgraphAnswer) => void;
    fail: (error: Error) => void;
  }[] = [];
  const transport: Transport = ({ variables }) =>
    new Promise((resolve, reject) => calls.push({ variables, answer: resolve, fail: reject }));
  return { calls, transport };
}

const release = (number: number): SubgraphAnswer => ({ data: { release: { number } } });
const error = (code: string): SubgraphAnswer => ({
  data: null,
  errors: [{ message: 'x', extensions: { code } }],
});

/** Lets everything that is already due happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const answering = (answer: SubgraphAnswer) => {
  const asked: unknown[] = [];
  const transport: Transport = async ({ variables }) => {
    asked.push(variables['ref']);
    return answer;
  };
  return { source: createReleaseSource({ transport }), asked };
};

describe('the newest release', () => {
  test('an answer begun before a request arrived is not shared with it', async () => {
    const { calls, transport } = questionedSubgraph();
    const source = createReleaseSource({ transport });
    const early = source.resolve();
    await settle();
    // Release 8 is published here: whoever asks from now on must see it.
    const late = [source.resolve(), source.resolve()];
    await settle();
    expect(calls).toHaveLength(1);
    calls[0]?.answer(release(7));
    expect(await early).toBe(7);
    await settle();
    calls[1]?.answer(release(8));
    expect(await Promise.all(late)).toEqual([8, 8]);
    expect(calls).toHaveLength(2);
  });

  test('a failure under way does not fail those who came later', async () => {
    const { calls, transport } = questionedSubgraph();
    const source = createReleaseSource({ transport });
    const early = expect(source.resolve()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    const late = source.resolve();
    calls[0]?.fail(new Error('connection refused'));
    await early;
    await settle();
    calls[1]?.answer(release(3));
    expect(await late).toBe(3);
  });

  test.each([
    ['does not answer', new Error('connection refused')],
    ['answers with an error of its own', error('INTERNAL_ERROR')],
  ])('while the subgraph %s the last known release stands in', async (_, failure) => {
    let answer: SubgraphAnswer | Error = release(5);
    const failures: unknown[] = [];
    const source = createReleaseSource({
      transport: async () => {
        if (answer instanceof Error) throw answer;
        return answer;
      },
      onFallback: (reason) => failures.push(reason),
    });
    expect(await source.resolve()).toBe(5);
    answer = failure;
    expect(await source.resolve()).toBe(5);
    expect(failures).toHaveLength(1);
    answer = release(6);
    expect(await source.resolve()).toBe(6);
  });

  test('a subgraph that hangs is given up, whether or not it heeds the signal', async () => {
    const { calls, transport } = questionedSubgraph();
    const source = createReleaseSource({ transport, patience: 20 });
    await expect(source.resolve()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(calls).toHaveLength(1);
  });

  describe('that is late', () => {
    const askedTwice = async () => {
      const { calls, transport } = questionedSubgraph();
      const source = createReleaseSource({ transport });
      const first = source.resolve();
      calls[0]?.answer(release(7));
      expect(await first).toBe(7);
      return { calls, source };
    };
    /** What a request that can say so is told, and whether it was told that it may not be the newest. */
    const asking = async (source: ReleaseSource) => {
      let isStale = false;
      const onStale = (): void => {
        isStale = true;
      };
      return { number: await source.resolve(undefined, 'r', onStale), isStale };
    };
    beforeEach(() => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => {
      vi.useRealTimers();
    });

    test('is stood in for by the last one known, for those who can say so; the others wait', async () => {
      const { calls, source } = await askedTwice();
      const [early, writing] = [asking(source), source.resolve()];
      await settle();
      vi.advanceTimersByTime(PROMPT - 1);
      await settle();
      const together = asking(source);
      vi.advanceTimersByTime(1);
      expect(await Promise.all([early, together])).toEqual([
        { number: 7, isStale: true },
        { number: 7, isStale: true },
      ]);
      // Nobody who comes now waits, nor has it asked once more.
      expect(await asking(source)).toEqual({ number: 7, isStale: true });
      expect(vi.getTimerCount()).toBe(1);
      calls[1]?.answer(release(8));
      await settle();
      calls[2]?.answer(release(8));
      expect(await writing).toBe(8);
      await settle();
      const later = asking(source);
      calls[3]?.answer(release(9));
      expect(await later).toEqual({ number: 9, isStale: false });
      expect(calls).toHaveLength(4);
      expect(vi.getTimerCount()).toBe(0);
    });

    test('is no older than one that this process has published', async () => {
      const { calls, source } = await askedTwice();
      const before = source.resolve();
      source.note(8);
      calls[1]?.answer(release(7));
      expect(await before).toBe(7);
      const after = asking(source);
      await settle();
      vi.advanceTimersByTime(PROMPT);
      expect(await after).toEqual({ number: 8, isStale: true });
    });

    test('is waited for where none is known', async () => {
      const { calls, transport } = questionedSubgraph();
      const asked = asking(createReleaseSource({ transport }));
      vi.advanceTimersByTime(PROMPT);
      await settle();
      calls[0]?.answer(release(3));
      expect(await asked).toEqual({ number: 3, isStale: false });
    });

    test('one that has come while this process stood still is not late', async () => {
      const { calls, source } = await askedTwice();
      const asked = asking(source);
      // As after a long piece of work: the timer is due, and the answer is there to be read.
      vi.advanceTimersByTime(PROMPT);
      calls[1]?.answer(release(8));
      expect(await asked).toEqual({ number: 8, isStale: false });
    });
  });

  test('a hub without publications has none', async () => {
    expect(await answering(error('NO_RELEASE')).source.resolve()).toBeUndefined();
  });
});

describe('a release asked for', () => {
  test('by number is asked once, as it stays for ever', async () => {
    const { source, asked } = answering(release(4));
    expect([await source.resolve({ number: 4 }), await source.resolve({ number: 4 })]).toEqual([4, 4]);
    expect(asked).toEqual([{ number: 4 }]);
  });

  test('by moment is asked each time', async () => {
    const { source, asked } = answering(release(4));
    const ref = { at: '2026-03-01T00:00:00Z' };
    expect([await source.resolve(ref), await source.resolve(ref)]).toEqual([4, 4]);
    expect(asked).toEqual([ref, ref]);
  });

  test('that does not exist is asked again: it may be published yet', async () => {
    const { source, asked } = answering(error('RELEASE_NOT_FOUND'));
    expect([await source.resolve({ number: 9 }), await source.resolve({ number: 9 })]).toEqual([
      undefined,
      undefined,
    ]);
    expect(asked).toHaveLength(2);
  });

  test('beyond what a number of a release can be is not asked at all', async () => {
    const { source, asked } = answering(release(4));
    expect(await source.resolve({ number: 3_000_000_000 })).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test.each([
    ['its code', error('BAD_USER_INPUT')],
    ['an answer without data', { errors: [{ message: 'Variable "$ref" got invalid value' }] }],
  ])('at a moment that is none is refused, told by %s', async (_, answer) => {
    await expect(answering(answer).source.resolve({ at: '昨天' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('while the subgraph is down cannot be known', async () => {
    const source = createReleaseSource({ transport: () => Promise.reject(new Error('10.0.0.7 refused')) });
    await expect(source.resolve({ number: 2 })).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      message: '部分数据暂时无法取得。其余数据仍然有效；稍后重试可取得缺少的部分。',
    });
  });
});

describe('the last day of a release', () => {
  const dated = (number: number, publishedAt: string): SubgraphAnswer => ({
    data: { release: { number, publishedAt } },
  });

  test('is the day in China on which the next one came, asked once', async () => {
    const { source, asked } = answering(dated(5, '2026-03-31T18:00:00.000Z'));
    expect(await source.lastDay(4)).toBe('2026-04-01');
    expect(await source.lastDay(4)).toBe('2026-04-01');
    expect(asked).toEqual([{ number: 5 }]);
  });

  test('is not known of the newest, and asked again: the next may have come', async () => {
    const { source, asked } = answering(error('RELEASE_NOT_FOUND'));
    expect(await source.lastDay(7)).toBeUndefined();
    expect(await source.lastDay(7)).toBeUndefined();
    expect(asked).toHaveLength(2);
    expect(await source.lastDay(2_147_483_647)).toBeUndefined();
  });

  test('is refused where it cannot be asked', async () => {
    const source = createReleaseSource({ transport: () => Promise.reject(new Error('10.0.0.7 refused')) });
    await expect(source.lastDay(4)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });
});
