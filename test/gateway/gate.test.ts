import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createGate, type Gate, type Priority } from '../../gateway/gate.ts';
import { Refusal } from '../../gateway/refusal.ts';

let now = 0;
beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = async (milliseconds: number): Promise<void> => {
  for (let left = milliseconds; left > 0; left -= 5) {
    now += 5;
    await vi.advanceTimersByTimeAsync(5);
  }
};

interface Asked {
  readonly begun: () => boolean;
  readonly end: () => void;
  /** How it ended, so far. */
  readonly outcome: () => unknown;
}

const gate = ({ room }: { room: number }): Gate => createGate({ room, now: () => now });

const ask = (at: Gate, priority: Priority = 'OPEN'): Asked => {
  let isBegun = false;
  let outcome: unknown;
  const ending = Promise.withResolvers<string>();
  at.through(priority, () => {
    isBegun = true;
    return ending.promise;
  }).then(
    (value) => {
      outcome = value;
    },
    (error: unknown) => {
      outcome = error instanceof Refusal ? error.code : error;
    },
  );
  return { begun: () => isBegun, end: () => ending.resolve('done'), outcome: () => outcome };
};

const many = (at: Gate, count: number, priority: Priority = 'OPEN'): readonly Asked[] =>
  Array.from({ length: count }, () => ask(at, priority));

const begunOf = (asked: readonly Asked[]): number => asked.filter((one) => one.begun()).length;

describe('a gate', () => {
  test('lets in at once while there is room, and the next when one has ended', async () => {
    const at = gate({ room: 8 });
    const asked = many(at, 8);
    await pass(5);
    expect([begunOf(asked), at.underWay(), at.waiting('OPEN')]).toEqual([6, 6, 2]);
    asked[0]?.end();
    await pass(5);
    expect([begunOf(asked), asked[0]?.outcome(), at.waiting('OPEN')]).toEqual([7, 'done', 1]);
  });

  test('keeps room for stored documents, and more for who may change something', async () => {
    const at = gate({ room: 8 });
    const open = many(at, 20);
    const stored = many(at, 20, 'STORED');
    const writers = many(at, 20, 'WRITER');
    await pass(5);
    expect([begunOf(open), begunOf(stored), begunOf(writers)]).toEqual([6, 1, 1]);
  });

  test('those with priority go first, whoever came first', async () => {
    const at = gate({ room: 8 });
    const busy = [...many(at, 6), ...many(at, 1, 'STORED'), ...many(at, 1, 'WRITER')];
    const [open, stored, writer] = [ask(at), ask(at, 'STORED'), ask(at, 'WRITER')];
    for (const [ended, begun] of [
      [0, [false, false, true]],
      [1, [false, false, true]],
    ] as const) {
      busy[ended]?.end();
      await pass(5);
      expect([open.begun(), stored.begun(), writer.begun()]).toEqual(begun);
      if (ended === 0) continue;
      busy[2]?.end();
      await pass(5);
    }
    expect([open.begun(), stored.begun()]).toEqual([false, true]);
    for (const one of [3, 4, 5]) busy[one]?.end();
    await pass(5);
    expect(open.begun()).toBe(true);
  });

  test('a queue that is full refuses at once, and says so beforehand', async () => {
    const at = gate({ room: 4 });
    const asked = many(at, 3 + 256 + 1);
    await pass(5);
    expect(asked.map((one) => one.outcome())).toEqual([...Array(3 + 256).fill(undefined), 'OVERLOADED']);
    expect([at.isFull('OPEN'), at.isFull('STORED'), at.isFull('WRITER')]).toEqual([true, false, false]);
  });

  test('a burst may wait half a second, a queue that stands twenty milliseconds', async () => {
    const at = gate({ room: 4 });
    many(at, 3);
    const burst = ask(at);
    await pass(490);
    expect(burst.outcome()).toBe(undefined);
    await pass(20);
    expect(burst.outcome()).toBe('OVERLOADED');
    const standing = gate({ room: 4 });
    many(standing, 3);
    for (let time = 0; time < 60; time += 1) {
      ask(standing);
      await pass(10);
    }
    const next = many(standing, 20);
    await pass(5);
    expect(next.filter((one) => one.outcome() === 'OVERLOADED').length).toBeGreaterThanOrEqual(4);
    await pass(25);
    expect(next.map((one) => one.outcome())).toEqual(Array(20).fill('OVERLOADED'));
  });

  test('who may change something waits for two seconds while others are refused', async () => {
    const at = gate({ room: 4 });
    const busy = [...many(at, 3), ...many(at, 1, 'WRITER')];
    const writer = ask(at, 'WRITER');
    await pass(1_900);
    expect(writer.outcome()).toBe(undefined);
    busy[0]?.end();
    await pass(5);
    expect(writer.begun()).toBe(true);
    const late = ask(at, 'WRITER');
    await pass(2_010);
    expect(late.outcome()).toBe('OVERLOADED');
    // What was refused is not done later either.
    for (const one of [...busy, writer]) one.end();
    await pass(5);
    expect([at.underWay(), late.begun()]).toEqual([0, false]);
  });

  test('what was refused takes no room later, and failed work gives its room back', async () => {
    const at = gate({ room: 4 });
    const busy = many(at, 3);
    const refused = ask(at);
    await pass(600);
    expect([refused.outcome(), at.waiting('OPEN')]).toEqual(['OVERLOADED', 0]);
    for (const one of busy) one.end();
    await pass(5);
    expect(at.underWay()).toBe(0);
    await expect(at.through('OPEN', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(at.underWay()).toBe(0);
    expect(refused.begun()).toBe(false);
  });

  test('no more wait than get their turn in time, once it is known how fast turns come', async () => {
    const at = gate({ room: 4 });
    const asked = [...many(at, 3)];
    // Ten come for each that ends, a hundred a second.
    for (let time = 0; time < 40; time += 1) {
      asked.push(...many(at, 10));
      asked.find((one) => one.begun() && one.outcome() === undefined)?.end();
      await pass(10);
    }
    // The last one that ended has made room for one.
    asked.push(ask(at));
    expect(at.isFull('OPEN')).toBe(true);
    expect(asked.filter((one) => one.outcome() === 'done').length).toBeGreaterThanOrEqual(35);
    // As many wait as get their turn within a quarter of a second, and one more while the pace is a little faster.
    expect(at.waiting('OPEN')).toBeLessThanOrEqual(26);
    const last = asked.slice(-200);
    expect(last.filter((one) => one.outcome() === 'OVERLOADED').length).toBeGreaterThanOrEqual(175);
    expect(last.every((one) => one.outcome() !== 'done')).toBe(true);
    expect(asked.filter((one) => one.begun() && one.outcome() === 'OVERLOADED')).toEqual([]);
  });

  test('of a burst, those who would get no turn in time are told as soon as it is known how fast turns come', async () => {
    const at = gate({ room: 4 });
    const asked = many(at, 200);
    for (let time = 0; time < 10; time += 1) {
      asked.find((one) => one.begun() && one.outcome() === undefined)?.end();
      await pass(10);
    }
    // A hundred turns a second: half of the half second there is to wait is good for 25.
    expect(at.waiting('OPEN')).toBeLessThanOrEqual(25);
    expect(at.waiting('OPEN')).toBeGreaterThan(15);
    const refused = asked.filter((one) => one.outcome() === 'OVERLOADED');
    expect(refused.length + at.waiting('OPEN') + begunOf(asked)).toBe(200);
    // Whoever came first stays.
    expect(asked.slice(0, 25).some((one) => one.outcome() === 'OVERLOADED')).toBe(false);
  });

  test('nothing ticks while nobody waits', async () => {
    const at = gate({ room: 4 });
    const asked = many(at, 4);
    await pass(5);
    expect(vi.getTimerCount()).toBe(1);
    for (const one of asked) one.end();
    await pass(20);
    expect(vi.getTimerCount()).toBe(0);
  });
});
