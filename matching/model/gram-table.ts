/** One or two UTF-16 units as one number: the first in the high half, the second, or 0, in the low one. */
export const gramKey = (first: number, second: number): number => (first << 16) | second;

/** Numbers grams so that what is known of them can stand in plain arrays. */
export interface GramTable {
  /** The place of a gram in the list the table was made of; -1 for a gram that is not in it. */
  readonly placeOf: (key: number) => number;
}

/**
 * The table of distinct grams, each of one or two UTF-16 units. Open addressing over integers: a Map of strings must
 * first cut every gram out of its name, which costs ten times as much.
 */
export function gramTable(grams: readonly string[]): GramTable {
  let size = 16;
  while (size < 2 * grams.length) size *= 2;
  const mask = size - 1;
  /** Key and place + 1, side by side. */
  const slots = new Int32Array(2 * size);
  for (const [place, gram] of grams.entries()) {
    const key = gramKey(gram.charCodeAt(0), gram.length > 1 ? gram.charCodeAt(1) : 0);
    let slot = mixed(key) & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = key;
    slots[2 * slot + 1] = place + 1;
  }
  return {
    placeOf: (key) => {
      let slot = mixed(key) & mask;
      for (;;) {
        const place = slots[2 * slot + 1] as number;
        if (place === 0 || slots[2 * slot] === key) return place - 1;
        slot = (slot + 1) & mask;
      }
    },
  };
}

/** Fibonacci hashing, as the low bits of a key are one character. */
const mixed = (key: number): number => {
  const spread = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
  return spread ^ (spread >>> 15);
};
