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
  /** The answer that was asked for in just these words. */
  readonly getByText: (text: string) => KeptAnswer | undefined;
  /** Notes that these words ask for the answer kept under a key; nothing where none is. */
  readonly keepText: (text: string, key: string) => void;
  /** Bytes of all bodies, keys and texts, and what holding them costs. */
  readonly bytes: number;
}

interface Entry {
  readonly key: string;
  readonly answer: KeptAnswer;
  /** The words it was last asked for in, the oldest first; they go with the answer. */
  readonly texts: string[];
  bytes: number;
}

/** Bytes of answers a process keeps where nothing else is said: some twenty thousand of a guide's size. */
export const ANSWER_BYTES = 64 * 1_048_576;

/** What an entry costs besides its body: the key twice as wide as its characters, headers and the map's own part. */
const OVERHEAD = 400;
/** A text's own part of map and list. */
const TEXT_OVERHEAD = 100;
/**
 * Ways of asking for one answer that are known at once. There are few that mean anything; one who varies what means
 * nothing (a parameter, an order, an escape) replaces the ways to the answer asked for, and no other answer.
 */
const MOST_TEXTS = 4;
/** Characters of a text: what is longer is read, and found by what it means. */
export const LONGEST_TEXT = 8_192;

/** The entries by key, the longest unused first, and by text; none is in the one and not in the other. */
const createEntries = (mostBytes: number) => {
  const byKey = new Map<string, Entry>();
  const byText = new Map<string, Entry>();
  let bytes = 0;
  const charge = (entry: Entry, cost: number): void => {
    entry.bytes += cost;
    bytes += cost;
    for (const oldest of byKey.values()) {
      if (bytes <= mostBytes) break;
      drop(oldest);
    }
  };
  const drop = (entry: Entry): void => {
    for (const text of entry.texts) byText.delete(text);
    byKey.delete(entry.key);
    bytes -= entry.bytes;
  };
  return {
    byKey: byKey as ReadonlyMap<string, Entry>,
    byText: byText as ReadonlyMap<string, Entry>,
    bytes: () => bytes,
    drop,
    add(entry: Entry, cost: number): void {
      byKey.set(entry.key, entry);
      charge(entry, cost);
    },
    /** A Map iterates in the order of insertion: put back, an entry is the last to be let go. */
    use(entry: Entry): KeptAnswer {
      byKey.delete(entry.key);
      byKey.set(entry.key, entry);
      return entry.answer;
    },
    addText(entry: Entry, text: string): void {
      entry.texts.push(text);
      byText.set(text, entry);
      charge(entry, costOfText(text));
    },
    dropText(text: string): void {
      const entry = byText.get(text);
      if (entry === undefined) return;
      byText.delete(text);
      entry.texts.splice(entry.texts.indexOf(text), 1);
      charge(entry, -costOfText(text));
    },
  };
};

/** Answers of at most so many bytes together, the longest unused let go first; one alone holds a sixteenth at most. */
export const createKeptAnswers = (mostBytes: number): KeptAnswers => {
  const entries = createEntries(mostBytes);
  const { byKey, byText, use } = entries;
  const mostOfOne = mostBytes / 16;
  return {
    get(key) {
      const found = byKey.get(key);
      return found === undefined ? undefined : use(found);
    },
    getByText(text) {
      const found = byText.get(text);
      return found === undefined ? undefined : use(found);
    },
    keep(key, answer) {
      const cost = answer.body.length + 2 * key.length + OVERHEAD;
      if (cost > mostOfOne) return;
      const former = byKey.get(key);
      if (former !== undefined) entries.drop(former);
      entries.add({ key, answer, texts: [], bytes: 0 }, cost);
    },
    keepText(text, key) {
      const entry = byKey.get(key);
      if (entry === undefined || text.length > LONGEST_TEXT || byText.get(text) === entry) return;
      const cost = costOfText(text);
      // While a release is being published, the same words may ask for one answer and a moment later for another.
      entries.dropText(text);
      for (const oldest of [...entry.texts])
        if (entry.texts.length === MOST_TEXTS || entry.bytes + cost > mostOfOne) entries.dropText(oldest);
      if (entry.bytes + cost <= mostOfOne) entries.addText(entry, text);
    },
    get bytes() {
      return entries.bytes();
    },
  };
};

const costOfText = (text: string): number => 2 * text.length + TEXT_OVERHEAD;
