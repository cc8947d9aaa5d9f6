import { afterEach, describe, expect, test } from 'vitest';
import { createMatcherCache } from '../../../subgraphs/matching/matcher-cache.ts';
import { createReconcileJudge, type ReconcileTask } from '../../../subgraphs/matching/reconcile-task.ts';
import {
  createReconcileThread,
  type ReconcileThreadOptions,
} from '../../../subgraphs/matching/reconcile-thread.ts';

const TASK: ReconcileTask = {
  release: 1,
  against: 'ca_a',
  state: { items: 1, changed: 1 },
  items: [{ id: '0', name: '食品经营许可' }],
};

let closing = new AbortController();
afterEach(() => {
  closing.abort();
  closing = new AbortController();
});

/** A thread that is busy without a pause until `raise` is called. */
const busyThread = (options: Partial<ReconcileThreadOptions> = {}) => {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const judge = createReconcileThread({
    url: flag as unknown as string,
    signal: closing.signal,
    entry: new URL('./spinning-worker.ts', import.meta.url),
    patience: 60_000,
    ...options,
  });
  return { judge, raise: () => void Atomics.store(flag, 0, 1) };
};

const refused = (detail: string) => ({ extensions: { code: 'SUBGRAPH_TIMEOUT', detail } });

describe('while the thread is busy', () => {
  test('this one goes on: what it does now ends what keeps the thread busy', async () => {
    const { judge, raise } = busyThread();
    const answer = judge(TASK);
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    raise();
    expect(await answer).toEqual([{ item: '0' }]);
  });

  test('who has waited long enough is refused, and finds it ready later', async () => {
    const { judge, raise } = busyThread({ patience: 50 });
    await expect(judge(TASK)).rejects.toMatchObject(refused('RECONCILE_PREPARING'));
    raise();
    for (;;) {
      const answer = await judge(TASK).catch((error: unknown) => error);
      if (Array.isArray(answer)) break;
      expect(answer).toMatchObject({ extensions: { code: 'SUBGRAPH_TIMEOUT' } });
    }
  });

  test('one too many is refused at once; the others are answered', async () => {
    const { judge, raise } = busyThread({ mostWaiting: 2 });
    const answers = [judge(TASK), judge(TASK)];
    await expect(judge(TASK)).rejects.toMatchObject(refused('RECONCILE_BUSY'));
    raise();
    expect(await Promise.all(answers)).toHaveLength(2);
    expect(await judge(TASK)).toHaveLength(1);
  });
});

/** The warnings of the process from now on. */
const warningsFromNow = () => {
  const heard: string[] = [];
  const hear = (warning: Error) => void heard.push(warning.message);
  process.on('warning', hear);
  return { heard, [Symbol.dispose]: () => void process.off('warning', hear) };
};

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('a task that has no end', () => {
  test('is ended at the limit and told of; the next request has a thread of its own', async () => {
    using warnings = warningsFromNow();
    const { judge, raise } = busyThread({ patience: 50, limit: 300 });
    await expect(judge(TASK)).rejects.toMatchObject(refused('RECONCILE_PREPARING'));
    while (warnings.heard.length === 0) await turns(1);
    expect(warnings.heard).toEqual(['a task failed whose result nobody waited for']);
    raise();
    for (;;) {
      const answer = await judge(TASK).catch((error: unknown) => error);
      if (Array.isArray(answer)) break;
      expect(answer).toMatchObject({ extensions: { code: 'SUBGRAPH_TIMEOUT' } });
    }
  });

  test('does not fill the queue: who gives up waiting makes room', async () => {
    const { judge } = busyThread({ patience: 50, mostWaiting: 3 });
    const refusals: unknown[] = [];
    for (let request = 0; request < 6; request += 1) {
      refusals.push(await judge(TASK).catch((error: unknown) => error));
    }
    expect(refusals).toMatchObject(Array(6).fill(refused('RECONCILE_PREPARING')));
  });

  test('is dropped without a word where the hub closes', async () => {
    using warnings = warningsFromNow();
    const { judge } = busyThread({ patience: 50 });
    await expect(judge(TASK)).rejects.toMatchObject(refused('RECONCILE_PREPARING'));
    closing.abort();
    await expect(judge(TASK)).rejects.toThrow();
    await turns(100);
    expect(warnings.heard).toEqual([]);
  });
});

test('threads that could not be started for a while are started anew for a later request', async () => {
  const { judge } = busyThread({ entry: new URL('./dying-worker.ts', import.meta.url) });
  await expect(judge(TASK)).rejects.toThrow('a task failed on two workers');
  expect(await judge(TASK)).toEqual([{ item: '0' }]);
});

describe('a catalog', () => {
  test('is read once, until it changes', async () => {
    const read: string[] = [];
    const judge = createReconcileJudge(
      {
        itemsOf: async (release, against) => {
          read.push(`${against} ${release}`);
          return [{ id: 'a', name: '食品经营许可' }];
        },
      },
      createMatcherCache(),
    );
    const asked = [
      ['ca_a', 1, 1],
      ['ca_a', 2, 1],
      ['ca_a', 3, 3],
      ['ca_b', 3, 1],
      ['ca_a', 4, 3],
      ['ca_a', 1, 1],
    ] as const;
    for (const [against, release, changed] of asked) {
      const [judgement] = await judge({ ...TASK, against, release, state: { items: 1, changed } });
      expect(judgement?.candidates[0]?.reference).toBe('a');
    }
    expect(read).toEqual(['ca_a 1', 'ca_a 3', 'ca_b 3']);
  });
});
