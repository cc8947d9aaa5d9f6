import { expect, test } from 'vitest';
import { createRest } from '../../fusion/rest.ts';

const rested = () => {
  let now = 0;
  const rest = createRest({ now: () => now, first: 10_000, longest: 60_000 });
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { ...rest, pass };
};

test('what has never failed may be tried by all', () => {
  const rest = rested();
  expect([rest.mayBeTried(), rest.mayBeTried()]).toEqual([true, true]);
});

test('what fails together counts once, and after the rest one may try', () => {
  const rest = rested();
  for (let time = 0; time < 20; time += 1) rest.fails();
  rest.pass(9_999);
  expect(rest.mayBeTried()).toBe(false);
  rest.pass(1);
  expect([rest.mayBeTried(), rest.mayBeTried()]).toEqual([true, false]);
});

test('a try that fails makes the rest twice as long, up to the longest; one that works ends it', () => {
  const rest = rested();
  const rests: number[] = [];
  rest.fails();
  for (let time = 0; time < 5; time += 1) {
    let waited = 0;
    while (!rest.mayBeTried()) {
      rest.pass(1_000);
      waited += 1_000;
    }
    rests.push(waited);
    rest.fails();
  }
  expect(rests).toEqual([10_000, 20_000, 40_000, 60_000, 60_000]);
  rest.pass(60_000);
  expect(rest.mayBeTried()).toBe(true);
  rest.works();
  expect([rest.mayBeTried(), rest.mayBeTried()]).toEqual([true, true]);
  rest.fails();
  rest.pass(10_000);
  expect(rest.mayBeTried()).toBe(true);
});

test('one that tries and never tells what it found keeps nobody out for good', () => {
  const rest = rested();
  rest.fails();
  rest.pass(10_000);
  expect(rest.mayBeTried()).toBe(true);
  rest.pass(2_000);
  expect(rest.mayBeTried()).toBe(true);
});
