import { seededRandom } from '../../support/random-query.ts';
import { type Family, type HostileRequest, written } from './hostile-request.ts';

/** Bytes of a mutant at most: many small ones try more than few large ones. */
const MOST_BYTES = 20_000;

/** A request of some family with a few bytes changed, cut out, doubled or put in; the same seed gives the same. */
export const mutant = (families: readonly Family[], seed: number): HostileRequest => {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const family = families[below(families.length)]!;
  const size = Math.max(1, Math.round(Math.min(family.most, 300) * random() ** 2));
  let bytes: Buffer = Buffer.concat(family.request(size).pieces).subarray(0, MOST_BYTES);
  for (let change = 1 + below(6); change > 0; change -= 1) bytes = changed(bytes, below);
  return written([bytes], { mayEnd: true, halfClosed: true });
};

const changed = (bytes: Buffer, below: (limit: number) => number): Buffer => {
  const from = below(bytes.length);
  const to = Math.min(bytes.length, from + 1 + below(40));
  const [before, within, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  switch (below(5)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, within, within, within, after]);
    case 2:
      return Buffer.concat([before, Buffer.from(within).reverse(), after]);
    case 3:
      return Buffer.concat([before, Buffer.from([below(256), below(256)]), within, after]);
    default: {
      const flipped = Buffer.from(bytes);
      flipped[from] = (flipped[from] ?? 0) ^ (1 << below(8));
      return flipped;
    }
  }
};

/** The mutants of so many seeds, as a family: its size is the seed. */
export const mutantsOf = (families: readonly Family[]): Family => ({
  name: 'mutants',
  most: 2 ** 31,
  request: (seed) => mutant(families, seed),
});
