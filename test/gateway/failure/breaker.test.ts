import { expect, test } from 'vitest';
import { createBreaker } from '../../../gateway/failure/breaker.ts';
import { createRetryBudget } from '../../../gateway/failure/retry-budget.ts';

const times = (count: number, act: () => void): void => {
  for (let done = 0; done < count; done += 1) act();
};

test('opens at the fifth failure in a row, not at the fourth', () => {
  const breaker = createBreaker();
  times(4, breaker.failed);
  expect(breaker.state()).toBe('CLOSED');
  breaker.failed();
  expect(breaker.state()).toBe('OPEN');
});

test.each([0, 1, 7, 20, 1_000])('opens within twenty failures after %s answers', (answers) => {
  const breaker = createBreaker();
  times(answers, breaker.succeeded);
  let failures = 0;
  while (breaker.state() === 'CLOSED') {
    breaker.failed();
    failures += 1;
  }
  expect(failures).toBeLessThanOrEqual(20);
  expect(failures).toBeGreaterThanOrEqual(5);
});

test('stays closed while more calls are answered than not', () => {
  const breaker = createBreaker();
  for (let round = 0; round < 100; round += 1) {
    breaker.succeeded();
    breaker.failed();
    breaker.succeeded();
  }
  expect(breaker.state()).toBe('CLOSED');
});

test('opens where every other call fails', () => {
  const breaker = createBreaker();
  times(20, () => {
    breaker.succeeded();
    breaker.failed();
  });
  expect(breaker.state()).toBe('OPEN');
});

test('closes after a trial that was answered, and only then', () => {
  const breaker = createBreaker();
  const seen: string[] = [];
  const see = (): void => void seen.push(breaker.state());
  breaker.trip();
  times(30, breaker.succeeded);
  breaker.tried(true);
  expect(breaker.state()).toBe('OPEN');
  for (const wasAnswered of [false, true]) {
    breaker.tries();
    see();
    breaker.tried(wasAnswered);
    see();
  }
  expect(seen).toEqual(['TRYING', 'OPEN', 'TRYING', 'CLOSED']);
});

test('closed again, it has forgotten what was before', () => {
  const breaker = createBreaker();
  times(5, breaker.failed);
  breaker.tries();
  times(9, breaker.failed);
  breaker.tried(true);
  times(4, breaker.failed);
  expect(breaker.state()).toBe('CLOSED');
});

test('a budget gives one repetition for ten calls, whatever the order, and three at first', () => {
  const budget = createRetryBudget();
  const spent = (calls: number): number => {
    let repetitions = 0;
    times(calls, () => {
      budget.earn();
      if (budget.spend()) repetitions += 1;
    });
    return repetitions;
  };
  expect(spent(3)).toBe(3);
  expect(spent(10_000)).toBeLessThanOrEqual(1_001);
  times(10_000, budget.earn);
  let saved = 0;
  while (budget.spend()) saved += 1;
  expect(saved).toBe(10);
});
