/** A word found in a text: `[start, end)` in UTF-16 units, and what the word means. */
export interface Found<Sense> {
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
}

/** Words found by a search, side by side in lists that the tree's next search overwrites. */
export interface FoundWords<Sense> {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly senses: readonly Sense[];
}

/** Words by their characters, so that all words of a text are found in one walk. */
export interface WordTree<Sense> {
  /** Whether a word begins at a place of the text; the longest one comes to stand first in `found`. */
  readonly longestAt: (text: string, start: number) => boolean;
  /** What a word of the tree means. */
  readonly senseOf: (word: string) => Sense | undefined;
  /** Every word that stands in the text, by start and then by length. */
  readonly allIn: (text: string) => readonly Found<Sense>[];
  /** The same, told by their number and in `found`: nothing is made for a word that is found. */
  readonly search: (text: string) => number;
  readonly found: FoundWords<Sense>;
}

const ROOT = 0;

/** Builds the tree of the given words; of a word given twice the senses are joined by `join`. */
export function wordTree<Sense>(
  entries: Iterable<readonly [word: string, sense: Sense]>,
  join: (one: Sense, other: Sense) => Sense = (one) => one,
): WordTree<Sense> {
  const branches = new Map<number, number>();
  /** What the word that ends at a node means. */
  const senseAt: (Sense | undefined)[] = [undefined];
  for (const [word, sense] of entries) {
    let node = ROOT;
    for (let at = 0; at < word.length; at++) {
      const key = branchKey(node, word.charCodeAt(at));
      const next = branches.get(key) ?? senseAt.push(undefined) - 1;
      branches.set(key, next);
      node = next;
    }
    const known = senseAt[node];
    senseAt[node] = known === undefined ? sense : join(known, sense);
  }
  return searches(nextNode(branches), senseAt);
}

function searches<Sense>(
  next: (node: number, unit: number) => number,
  senseAt: readonly (Sense | undefined)[],
): WordTree<Sense> {
  const starts: number[] = [];
  const ends: number[] = [];
  const senses: Sense[] = [];
  const search = (text: string): number => {
    let count = 0;
    for (let start = 0; start < text.length; start++) {
      let node = ROOT;
      for (let at = start; at < text.length; at++) {
        node = next(node, text.charCodeAt(at));
        if (node < 0) break;
        const sense = senseAt[node];
        if (sense === undefined) continue;
        starts[count] = start;
        ends[count] = at + 1;
        senses[count] = sense;
        count++;
      }
    }
    return count;
  };
  const longestAt = (text: string, start: number): boolean => {
    let node = ROOT;
    let any = false;
    for (let at = start; at < text.length; at++) {
      node = next(node, text.charCodeAt(at));
      if (node < 0) break;
      const sense = senseAt[node];
      if (sense === undefined) continue;
      any = true;
      ends[0] = at + 1;
      senses[0] = sense;
    }
    if (any) starts[0] = start;
    return any;
  };
  const senseOf = (word: string): Sense | undefined => {
    let node = ROOT;
    for (let at = 0; at < word.length && node >= 0; at++) node = next(node, word.charCodeAt(at));
    return senseAt[node];
  };
  const allIn = (text: string): readonly Found<Sense>[] =>
    Array.from({ length: search(text) }, (_, at) => ({
      start: starts[at] as number,
      end: ends[at] as number,
      sense: senses[at] as Sense,
    }));
  return { longestAt, senseOf, allIn, search, found: { starts, ends, senses } };
}

const branchKey = (node: number, unit: number): number => node * 0x10000 + unit;

/**
 * The node that a node's branch of a character leads to, -1 where it has none. The branches stand in one open table of
 * integers; with a Map in every node a name took three times as long to walk.
 */
const nextNode = (branches: ReadonlyMap<number, number>): ((node: number, unit: number) => number) => {
  let size = 16;
  while (size < 2 * branches.size) size *= 2;
  const mask = size - 1;
  /** Per slot the node left, the character, and the node come to; 0 there marks an empty slot. */
  const slots = new Int32Array(3 * size);
  const slotOf = (node: number, unit: number): number => {
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & mask;
  };
  for (const [key, next] of branches) {
    const [node, unit] = [Math.floor(key / 0x10000), key % 0x10000];
    let slot = slotOf(node, unit);
    while (slots[3 * slot + 2] !== 0) slot = (slot + 1) & mask;
    slots.set([node, unit, next], 3 * slot);
  }
  return (node, unit) => {
    let slot = slotOf(node, unit);
    for (;;) {
      const next = slots[3 * slot + 2] as number;
      if (next === 0) return -1;
      if (slots[3 * slot] === node && slots[3 * slot + 1] === unit) return next;
      slot = (slot + 1) & mask;
    }
  };
};
