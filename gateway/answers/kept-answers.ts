/** An answer as it was sent. */
export interface KeptAnswer {
  readonly body: Buffer;
  /** Strong validator of HTTP, with its quotes. */
  readonly etag: string;
  readonly release: number;
  /** Milliseconds since 1970 when it was worked out. */
  readonly madeAt: number;
  /** Whether it may be taken for a while without asking: that of an older release stays the same. */
  readonly lasts: boolean;
  /** Name of the operation, for the log and the figures. */
  readonly operation: string | undefined;
}

export interface KeptAnswers {
  readonly get: (key: string) => KeptAnswer | undefined;
  readonly keep: (key: string, answer: KeptAnswer) => void;
  /** Bytes of all bodies and keys, and what holding them costs. */
  readonly bytes: number;
}

/** What an entry costs besides its body: the key twice as wide as its characters, headers and the map's own part. */
const OVERHEAD = 400;

/** Answers of at most so many bytes together, the longest unused let go first; one alone holds a sixteenth at most. */
export const createKeptAnswers = (mostBytes: number): KeptAnswers => {
  const entries = new Map<string, KeptAnswer>();
  let bytes = 0;
  const costOf = (key: string, { body }: KeptAnswer): number => body.length + 2 * key.length + OVERHEAD;
  const drop = (key: string, answer: KeptAnswer): void => {
    entries.delete(key);
    bytes -= costOf(key, answer);
  };
  return {
    get(key) {
      const found = entries.get(key);
      if (found !== undefined) {
        entries.delete(key);
        entries.set(key, found);
      }
      return found;
    },
    keep(key, answer) {
      const cost = costOf(key, answer);
      if (cost > mostBytes / 16) return;
      const former = entries.get(key);
      if (former !== undefined) drop(key, former);
      entries.set(key, answer);
      bytes += cost;
      for (const [oldest, held] of entries) {
        if (bytes <= mostBytes) break;
        drop(oldest, held);
      }
    },
    get bytes() {
      return bytes;
    },
  };
};
