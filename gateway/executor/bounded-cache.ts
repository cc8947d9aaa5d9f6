/** A map from texts that holds at most so many entries and characters, and lets the longest unused ones go. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** Keeps a value made from so many characters: those of its key unless told. */
  set(key: string, value: Value, characters?: number): void;
  delete(key: string): void;
  readonly size: number;
}

/** Characters of one text at most: clients that send longer ones seldom send one twice. */
const LONGEST = 8_192;
/**
 * Characters of all texts together. Entries alone bound no memory: what is made of a text, syntax trees and plans, takes
 * some hundred bytes a character in each cache. The hub's own operations are a quarter of this.
 */
const MOST_CHARACTERS = 131_072;

/** An empty cache; `limit` is a positive number of entries. A value made from a long text is not kept. */
export function boundedCache<Value>(limit: number, mostCharacters = MOST_CHARACTERS): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value; readonly characters: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= entries.get(key)?.characters ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const found = entries.get(key);
      if (found === undefined) return undefined;
      // A Map iterates in insertion order: putting a used entry back makes the first one the longest unused.
      entries.delete(key);
      entries.set(key, found);
      return found.value;
    },
    set(key, value, characters = key.length) {
      drop(key);
      if (characters > LONGEST) return;
      entries.set(key, { value, characters });
      total += characters;
      for (const oldest of entries.keys()) {
        if (entries.size <= limit && total <= mostCharacters) break;
        drop(oldest);
      }
    },
    delete: drop,
    get size() {
      return entries.size;
    },
  };
}
