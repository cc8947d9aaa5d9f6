import { describe, expect, test } from 'vitest';
import { type Attempt, allAttempts, tryAll } from './matrix.ts';

const SEED = Number(process.env['ZONGHENG_RANDOM_SEED'] ?? 1);
/** How many tries; `all` of them take minutes. */
const COUNT = process.env['ZONGHENG_MATRIX'] ?? '400';

/** A number from 0 to 1 that follows from the seed and the place in the row (mulberry32). */
const chanceAt = (at: number): number => {
  let state = (SEED * 0x9e3779b1 + at * 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
};

const sampled = (attempts: readonly Attempt[]): readonly Attempt[] => {
  if (COUNT === 'all') return attempts;
  const ranked = attempts.map((attempt, at) => ({ attempt, chance: chanceAt(at) }));
  return ranked
    .sort((one, other) => one.chance - other.chance)
    .slice(0, Number(COUNT))
    .map(({ attempt }) => attempt);
};

describe.each([
  ['with every wall', false],
  ['with nothing but the database', true],
])('%s', (_, isLeftToDatabase) => {
  test(`nobody is let in who may not, and nobody kept out who may (seed ${SEED})`, async () => {
    const attempts = sampled(allAttempts());
    const result = await tryAll(attempts, { isLeftToDatabase });
    process.stderr.write(`${result.tried} tries, ${result.allowed} of them allowed, ${result.wrong.length} answered wrongly
`);
    expect(result.wrong.slice(0, 20)).toEqual([]);
    expect(result.foreignRows).toEqual([]);
    expect(result.entries).toBe(result.wantedEntries);
    expect(result.allowed).toBeGreaterThan(0);
  }, 3_600_000);
});
