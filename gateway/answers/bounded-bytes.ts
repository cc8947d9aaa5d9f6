/** Values by text that take at most so many bytes together; the longest unused are let go first. */
export interface BoundedBytes<Value> {
  readonly get: (key: string) => Value | undefined;
  /** Keeps a value that takes so many bytes besides its key; one that would fill a sixteenth of the room is not kept. */
  readonly keep: (key: string, value: Value, bytes: number) => void;
  readonly bytes: number;
}

/** What an entry costs besides value and key. */
const OVERHEAD = 200;

/** Room for so many bytes; none keeps nothing. */
export const boundedBytes = <Value>(mostBytes: number): BoundedBytes<Value> => {
  const entries = new Map<string, { readonly value: Value; readonly cost: number }>();
  let bytes = 0;
  const drop = (key: string, cost: number): void => {
    entries.delete(key);
    bytes -= cost;
  };
  return {
    get(key) {
      const found = entries.get(key);
      if (found === undefined) return undefined;
      entries.delete(key);
      entries.set(key, found);
      return found.value;
    },
    keep(key, value, own) {
      const cost = own + 2 * key.length + OVERHEAD;
      if (cost > mostBytes / 16) return;
      const former = entries.get(key);
      if (former !== undefined) drop(key, former.cost);
      entries.set(key, { value, cost });
      bytes += cost;
      for (const [oldest, held] of entries) {
        if (bytes <= mostBytes) break;
        drop(oldest, held.cost);
      }
    },
    get bytes() {
      return bytes;
    },
  };
};
