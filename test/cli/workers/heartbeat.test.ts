import type { Worker } from 'node:cluster';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToHeart } from '../../../cli/workers/heartbeat.ts';

const ALIVE = { kind: 'ALIVE' };
const HEARTBEAT = { every: 1_000, unanswered: 3 };

/** A worker that answers each question after so many milliseconds; none: never. */
const aWorker = (answersAfter: (question: number) => number | undefined, isConnected = () => true) => {
  let asked = 0;
  const worker = Object.assign(new EventEmitter(), {
    isConnected,
    send: () => {
      asked += 1;
      const wait = answersAfter(asked);
      if (wait !== undefined) setTimeout(() => worker.emit('message', ALIVE), wait);
      return true;
    },
  });
  return { worker: worker as unknown as Worker, asked: () => asked };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a worker', () => {
  test.each([
    ['answers at once', () => 0, 0],
    ['is busy for some hundred milliseconds each time', () => 900, 0],
    [
      'is busy once for longer than between two questions',
      (question: number) => (question === 5 ? 2_500 : 0),
      0,
    ],
    ['never answers', () => undefined, 1],
    ['stops answering', (question: number) => (question < 10 ? 0 : undefined), 1],
  ])('that %s', (_what, answersAfter, silences) => {
    const onSilence = vi.fn();
    const { worker } = aWorker(answersAfter);
    listenToHeart(worker, HEARTBEAT, onSilence);
    worker.emit('message', ALIVE);
    vi.advanceTimersByTime(60_000);
    expect(onSilence).toHaveBeenCalledTimes(silences);
  });

  test('that is silent is told of after so many questions', () => {
    const onSilence = vi.fn();
    const { worker } = aWorker(() => undefined);
    listenToHeart(worker, HEARTBEAT, onSilence);
    worker.emit('message', ALIVE);
    vi.advanceTimersByTime(3_999);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onSilence).toHaveBeenCalledOnce();
  });

  test.each<[string, (worker: Worker) => unknown, () => boolean]>([
    ['has not yet spoken', () => undefined, () => true],
    ['is leaving', (worker) => worker.emit('message', ALIVE), () => false],
    ['has ended', (worker) => worker.emit('message', ALIVE) && worker.emit('exit'), () => true],
  ])('that %s is not asked', (_what, prepare, isConnected) => {
    const onSilence = vi.fn();
    const { worker, asked } = aWorker(() => undefined, isConnected);
    listenToHeart(worker, HEARTBEAT, onSilence);
    prepare(worker);
    vi.advanceTimersByTime(60_000);
    expect(asked()).toBe(0);
    expect(onSilence).not.toHaveBeenCalled();
  });
});
