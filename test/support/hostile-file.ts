import type { ProblemCode } from '../../catalog/problems.ts';

/** What may rightly become of a file: it is read, or refused with one of these codes. */
export type Outcome = 'READ' | ProblemCode;

/** A file made to do harm, or one that only looks so and has to be read. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Buffer | string;
  readonly outcomes: readonly Outcome[];
}

/** One file of the corpus. */
export const hostile = (
  name: string,
  make: () => Buffer | string,
  ...outcomes: readonly Outcome[]
): HostileFile => ({ name, make, outcomes });

/** Numbers that look random and are the same in every run (mulberry32). */
export const seeded = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below);
  };
};

/** The bytes cut off at `count` places from the start to right before the end. */
export const truncations = (
  stem: string,
  ending: string,
  bytes: () => Buffer,
  count: number,
  ...outcomes: readonly Outcome[]
): readonly HostileFile[] =>
  Array.from({ length: count }, (_none, index) =>
    hostile(
      `${stem}-cut-${index}${ending}`,
      () => {
        const whole = bytes();
        return whole.subarray(0, 1 + Math.floor(((whole.length - 2) * index) / (count - 1)));
      },
      ...outcomes,
    ),
  );

/** The bytes with one to eight bits turned over, at other places in each file. */
export const flips = (
  stem: string,
  ending: string,
  bytes: () => Buffer,
  count: number,
  ...outcomes: readonly Outcome[]
): readonly HostileFile[] =>
  Array.from({ length: count }, (_none, index) =>
    hostile(
      `${stem}-flip-${index}${ending}`,
      () => {
        const flipped = Buffer.from(bytes());
        const random = seeded(index * 7919 + stem.length);
        for (let bit = 0; bit <= index % 8; bit += 1) {
          const at = random(flipped.length);
          flipped[at] = flipped[at]! ^ (1 << random(8));
        }
        return flipped;
      },
      ...outcomes,
    ),
  );
