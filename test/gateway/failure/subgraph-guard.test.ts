import { expect, test } from 'vitest';
import type { OpenCall } from '../../../gateway/failure/open-calls.ts';
import { createSubgraphGuard, TICK } from '../../../gateway/failure/subgraph-guard.ts';

/** What was asked of the subgraph, and how the test answers it. */
interface Asked {
  readonly kind: 'IS_THERE' | 'ANSWERS';
  readonly at: number;
  readonly signal: AbortSignal;
  readonly answer: (isGood: boolean) => Promise<void>;
  readonly breakOff: () => Promise<void>;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A guard on a clock that the test moves; questions wait for the test's answer, or for being broken off. */
const guarded = () => {
  let now = 1_000;
  let tick: (() => void) | undefined;
  const asked: Asked[] = [];
  const told: boolean[] = [];
  const ask = (kind: Asked['kind']) => (signal: AbortSignal) => {
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    signal.addEventListener('abort', () => reject(new Error('broken off')));
    const answer = async (isGood: boolean): Promise<void> => {
      resolve(isGood);
      await settled();
    };
    const breakOff = async (): Promise<void> => {
      reject(new Error('socket hang up'));
      await settled();
    };
    asked.push({ kind, at: now, signal, answer, breakOff });
    return promise;
  };
  const guard = createSubgraphGuard({
    isThere: ask('IS_THERE'),
    answers: ask('ANSWERS'),
    now: () => now,
    every: (_, each) => {
      tick = each;
      return () => {
        tick = undefined;
      };
    },
  });
  guard.onChange((isAsked) => void told.push(isAsked));
  const pass = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += TICK) {
      now += TICK;
      tick?.();
      await settled();
    }
  };
  const stall = (milliseconds: number): void => {
    now += milliseconds;
    tick?.();
  };
  const begin = (): OpenCall => guard.begin(now + 60_000);
  return { guard, asked, told, pass, stall, begin, isLooking: () => tick !== undefined, now: () => now };
};

const last = (asked: readonly Asked[]): Asked => asked.at(-1) as Asked;

test('a call that nobody answers ends within 650 ms, with all that wait, and the breaker opens', async () => {
  const { guard, asked, pass, begin } = guarded();
  const first = begin();
  await pass(575);
  const second = begin();
  expect([asked.length, first.ended, guard.state()]).toEqual([1, undefined, 'CLOSED']);
  await pass(75);
  expect([first.ended, second.ended, guard.state()]).toEqual(['SILENT', 'SILENT', 'OPEN']);
  expect(guard.admits()).toBe(false);
  expect(guard.counts).toEqual({ opened: 1, spared: 1, repeated: 0 });
});

test('a long honest call goes on as long as somebody answers at the address', async () => {
  const { guard, asked, pass, begin } = guarded();
  const call = begin();
  for (let second = 0; second < 10; second += 1) {
    await pass(500);
    await last(asked).answer(true);
  }
  expect([call.ended, guard.state()]).toEqual([undefined, 'CLOSED']);
});

test('a refused connection is a word too: what a process that ends has begun, it ends', async () => {
  const { guard, asked, pass, begin } = guarded();
  const call = begin();
  await pass(350);
  await last(asked).answer(false);
  await pass(100);
  expect([call.ended, guard.state()]).toEqual([undefined, 'CLOSED']);
});

test('a question that is broken off tells that nobody is there', async () => {
  const { guard, asked, pass, begin } = guarded();
  const call = begin();
  await pass(300);
  await last(asked).breakOff();
  expect([call.ended, guard.state()]).toEqual(['SILENT', 'OPEN']);
});

test('a hundred calls that wait are asked after once', async () => {
  const { asked, pass, begin } = guarded();
  for (let call = 0; call < 100; call += 1) begin();
  await pass(700);
  expect(asked).toHaveLength(1);
});

test('nothing is asked while answers come, however long one call takes', async () => {
  const { guard, asked, pass, begin } = guarded();
  const long = begin();
  for (let round = 0; round < 20; round += 1) {
    const short = begin();
    await pass(100);
    guard.end(short, 'ANSWERED');
  }
  expect([asked.length, long.ended]).toEqual([0, undefined]);
});

test('an answer to any call clears the subgraph of a question it did not answer', async () => {
  const { guard, pass, begin } = guarded();
  const long = begin();
  const short = begin();
  await pass(500);
  guard.end(short, 'ANSWERED');
  await pass(300);
  expect([long.ended, guard.state()]).toEqual([undefined, 'CLOSED']);
});

test('that this process stood still is not laid at the door of the subgraph', async () => {
  const { guard, asked, pass, stall, begin } = guarded();
  const call = begin();
  await pass(100);
  stall(5_000);
  expect([asked.length, call.ended, guard.state()]).toEqual([0, undefined, 'CLOSED']);
});

test.each([
  ['a trickle', 10, 'STALLED'],
  ['an answer that has stopped', 0, 'STALLED'],
  ['a long answer that flows', 60_000, undefined],
])('%s', async (_, bytesPerTick, ended) => {
  const { guard, pass, begin } = guarded();
  const call = begin();
  guard.answering(call);
  for (let ticks = 0; ticks < 20; ticks += 1) {
    call.bytes += bytesPerTick;
    await pass(TICK);
  }
  expect(call.ended).toBe(ended);
});

test('a call ends when its time is up, which tells nothing of the subgraph', async () => {
  const { guard, pass, now } = guarded();
  const call = guard.begin(now() + 200);
  await pass(200);
  expect([call.ended, guard.state()]).toEqual(['LATE', 'CLOSED']);
});

const opened = async () => {
  const all = guarded();
  for (let call = 0; call < 5; call += 1) all.guard.end(all.begin(), 'FAILED');
  expect(all.guard.state()).toBe('OPEN');
  return all;
};

test('while it is open somebody has to be there before a small query is sent, and that has to be answered', async () => {
  const { guard, asked, pass, told } = await opened();
  await pass(450);
  expect(asked.map(({ kind }) => kind)).toEqual(['IS_THERE']);
  await last(asked).answer(true);
  expect([last(asked).kind, guard.state()]).toEqual(['ANSWERS', 'TRYING']);
  await last(asked).answer(true);
  expect([guard.state(), told]).toEqual(['CLOSED', [false, true]]);
  expect(guard.admits()).toBe(true);
});

test('that it is asked again is told only where it is', async () => {
  const { guard, asked, pass, told } = await opened();
  await pass(450);
  await pass(250);
  await last(asked).answer(true);
  const trial = last(asked);
  await pass(150);
  // Nobody is there any more when the small query is answered after all.
  await last(asked).breakOff();
  await trial.answer(true);
  expect([trial.kind, asked.length, guard.state(), told]).toEqual(['ANSWERS', 3, 'OPEN', [false]]);
});

test('while nobody is there no query is sent at all', async () => {
  const { asked, pass } = await opened();
  for (let round = 0; round < 20; round += 1) {
    await pass(500);
    await last(asked).answer(false);
  }
  expect(asked.filter(({ kind }) => kind === 'ANSWERS')).toHaveLength(0);
});

test('where somebody is there and answers wrongly, one small query a second is sent', async () => {
  const { guard, asked, pass } = await opened();
  for (let round = 0; round < 400; round += 1) {
    for (const { kind, answer } of asked.slice(-2)) await answer(kind === 'IS_THERE');
    await pass(TICK);
  }
  const queries = asked.filter(({ kind }) => kind === 'ANSWERS').map(({ at }) => at);
  expect(queries.length).toBeGreaterThan(8);
  expect(queries.length).toBeLessThanOrEqual(10);
  for (const [index, at] of queries.slice(1).entries())
    expect(at - (queries[index] as number)).toBeGreaterThanOrEqual(1_000);
  expect(guard.state()).not.toBe('CLOSED');
});

test('a hung subgraph is asked again and again, and is back within a second of answering', async () => {
  const { guard, asked, pass, begin } = guarded();
  begin();
  await pass(5_000);
  expect(guard.state()).toBe('OPEN');
  expect(asked.length).toBeLessThan(14);
  expect(asked.filter(({ signal }) => !signal.aborted).length).toBeLessThanOrEqual(1);
  const healed = asked.length;
  for (let passed = 0; passed < 1_000; passed += TICK) {
    await pass(TICK);
    for (const { answer } of asked.slice(healed)) await answer(true);
  }
  expect(guard.state()).toBe('CLOSED');
});

test('the calls of the time before say nothing once it is open', async () => {
  const { guard, begin } = guarded();
  const [late, ...failing] = Array.from({ length: 9 }, begin);
  for (const call of failing) guard.end(call, 'FAILED');
  guard.end(late as OpenCall, 'ANSWERED');
  expect(guard.state()).toBe('OPEN');
  expect(guard.counts.opened).toBe(1);
});

test('a query is sent once more as long as the budget lasts, never when it is over or nobody answers', async () => {
  const { guard, begin } = guarded();
  const calls = Array.from({ length: 100 }, begin);
  const repeated = calls.filter((call) => guard.mayRepeat(call)).length;
  expect(repeated).toBe(10);
  const over = begin();
  over.ended = 'LATE';
  expect(guard.mayRepeat(over)).toBe(false);
  const broken = await opened();
  expect(broken.guard.mayRepeat(broken.begin())).toBe(false);
});

test('looking ends a second after the last call, and begins with the next', async () => {
  const { guard, pass, begin, isLooking } = guarded();
  guard.end(begin(), 'ANSWERED');
  await pass(900);
  expect(isLooking()).toBe(true);
  await pass(200);
  expect(isLooking()).toBe(false);
  begin();
  expect(isLooking()).toBe(true);
});
