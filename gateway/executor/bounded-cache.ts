/** A map from texts that holds at most `limit` entries and lets the longest unused one go. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  readonly size: number;
}

/**
 * Characters of a key at most. A limit of entries alone bounds no memory: a thousand texts of 250 KB are 600 MB with
 * their plans, and clients that send such texts seldom send one twice.
 */
const LONGEST_KEY = 8_192;

/** An empty cache; `limit` is a positive number of entries. A value under a long key is not kept. */
export function boundedCache<Value>(limit: number): BoundedCache<Value> {
  const entries = new Map<string, Value>();
  return {
    get(key) {
      const value = entries.get(key);
      // A Map iterates in insertion order: putting a used entry back makes the first one the longest unused.
      if (value !== undefined) {
        entries.delete(key);
        entries.set(key, value);
      }
      return value;
    },
    set(key, value) {
      if (key.length > LONGEST_KEY) return;
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > limit) {
        const oldest = entries.keys().next();
        if (!oldest.done) entries.delete(oldest.value);
      }
    },
    delete(key) {
      entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}
