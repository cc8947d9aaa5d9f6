/** A stream of numbers that depends on its key alone: the same key gives the same stream on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** An integer from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One element; throws for an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** A shuffled copy. */
  readonly shuffle: <T>(list: readonly T[]) => readonly T[];
}

/** A 32-bit hash of a text (FNV-1a, finished as in MurmurHash3 so that near keys give far values). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The stream of a seed and a purpose (mulberry32). Each county and each purpose has a stream of its own, so that a
 * change in one list moves nothing in another.
 */
export function randomFor(seed: number, ...purpose: readonly (string | number)[]): Random {
  let state = hashText([seed, ...purpose].join('\u0000'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('pick needs at least one element');
    return list[between(0, list.length - 1)] as T;
  };
  const shuffle = <T>(list: readonly T[]) => {
    const copy = [...list];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = between(0, index);
      [copy[index], copy[other]] = [copy[other] as T, copy[index] as T];
    }
    return copy;
  };
  return { next, between, chance: (probability) => next() < probability, pick, shuffle };
}
