import { describe, expect, test } from 'vitest';
import { createTurns } from '../../db/turns.ts';

/** A loop by hand: what is put off for its next round, and a clock. */
const loop = () => {
  let now = 0;
  let later: (() => void)[] = [];
  const done: string[] = [];
  const turns = createTurns({ now: () => now, later: (act) => later.push(act) });
  return {
    done,
    /** Something that takes so many milliseconds. */
    take: (name: string, milliseconds: number) =>
      turns(() => {
        done.push(name);
        now += milliseconds;
      }),
    round: (milliseconds = 0) => {
      now += milliseconds;
      const due = later;
      later = [];
      for (const act of due) act();
      return due.length;
    },
  };
};

describe('turns', () => {
  test('what there is time for is done at once', () => {
    const { take, done } = loop();
    for (const name of ['a', 'b', 'c']) take(name, 1);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('what comes when the time of a round is over waits for the next, and each round takes one', () => {
    const { take, round, done } = loop();
    for (const name of ['a', 'b', 'c', 'd']) take(name, 20);
    expect(done).toEqual(['a']);
    round();
    expect(done).toEqual(['a', 'b']);
    round();
    round();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  test('nobody overtakes: while some wait, whoever comes waits behind them, however short', () => {
    const { take, round, done } = loop();
    for (const name of ['a', 'b', 'c']) take(name, 20);
    round();
    take('d', 0);
    expect(done).toEqual(['a', 'b']);
    round();
    round();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a new round has its time anew, and nothing goes on while nobody comes', () => {
    const { take, round, done } = loop();
    take('a', 20);
    expect(round()).toBe(1);
    expect(round()).toBe(0);
    take('b', 1);
    take('c', 1);
    expect(done).toEqual(['a', 'b', 'c']);
    expect([round(), round()]).toEqual([1, 0]);
  });
});
