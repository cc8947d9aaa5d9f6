import { describe, expect, test } from 'vitest';
import { bodiesByChance, errorsByChance, headersByChance } from './fuzz/by-chance.ts';
import { FATES } from './fuzz/through-the-gates.ts';

/** `npm run bench -- attack` does 200,000. */
const RUNS = 5_000;
const seed = 20_261_122;

describe('hostile inputs by chance', () => {
  test('of every body each gate makes a request or a refusal, and nothing else', async () => {
    const fates = await bodiesByChance({ runs: RUNS, seed });
    // Every gate is reached: a generator that is refused at the first one tries nothing.
    expect([...fates.keys()].sort()).toEqual([...FATES].sort());
    expect([...fates.values()].reduce((sum, one) => sum + one, 0)).toBe(RUNS);
  });

  test('nothing of an error that is not of the closed list goes out', () => {
    expect(() => errorsByChance({ runs: RUNS / 5, seed })).not.toThrow();
  });

  test('headers of every kind are read, and none is repeated that could forge another', () => {
    expect(() => headersByChance({ runs: RUNS / 5, seed })).not.toThrow();
  });
});
