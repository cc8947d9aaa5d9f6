import type { GramWeights } from '../model/background.ts';

/** Beside its pairs a name's single characters say little; without them a name of one character is never found. */
const SINGLE = 0.35;

/** Slots to begin with; a power of two, as the table is addressed by the low bits. */
const FIRST_SIZE = 1 << 14;

/**
 * The distinct grams of the text read last, in order of first sight. The arrays belong to the reader and are
 * overwritten by the next text.
 */
export interface GramReader {
  /** Reads a text; returns how many distinct grams it has. */
  readonly read: (text: string) => number;
  /** Gram as two UTF-16 units: first in the high half, second, or 0, in the low one. */
  readonly keys: () => Int32Array;
  /** Square of the gram's weight: what it adds to the product of two texts that have it. */
  readonly squares: () => Float64Array;
  /**
   * 1 where the gram is too common to be looked up. Judged by the frozen weights: if the list's own shares decided, its
   * growth would change answers about what has not changed.
   */
  readonly common: () => Uint8Array;
}

/** Places in an open table of 2^n slots: Fibonacci hashing, as the keys' low bits are one character. */
export const slotOf = (key: number, mask: number): number => {
  const mixed = Math.imul(key ^ (key >>> 15), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & mask;
};

const UNKNOWN = 0;
const WORD = 1;
const BREAK = 2;

/** Letters, digits and halves of characters beyond the basic plane; grams do not reach over anything else. */
const kindOfUnit = (unit: number): number =>
  /[\p{L}\p{N}\p{Cs}\p{Co}]/u.test(String.fromCharCode(unit)) ? WORD : BREAK;

const readers = new WeakMap<GramWeights, GramReader>();

/** The reader of a model's weights in this thread; a weight is asked for once per gram. */
export const gramReader = (weights: GramWeights): GramReader => {
  const known = readers.get(weights) ?? createReader(weights);
  readers.set(weights, known);
  return known;
};

const gramOf = (key: number): string =>
  (key & 0xffff) === 0 ? String.fromCharCode(key >>> 16) : String.fromCharCode(key >>> 16, key & 0xffff);

const createReader = ({ weightOf, commonBelow }: GramWeights): GramReader => {
  const kinds = new Uint8Array(0x10000);
  let memo = emptyMemo(FIRST_SIZE);
  let known = 0;
  let text = 0;
  let count = 0;
  let keys = new Int32Array(256);
  let squares = new Float64Array(256);
  let common = new Uint8Array(256);

  const learn = (key: number, slot: number): void => {
    const gram = gramOf(key);
    const weight = weightOf(gram);
    const counted = gram.length === 1 ? weight * SINGLE : weight;
    memo.keys[slot] = key;
    memo.squares[slot] = counted * counted;
    memo.common[slot] = weight < commonBelow ? 1 : 0;
    known += 1;
  };
  const add = (key: number): void => {
    const mask = memo.keys.length - 1;
    let slot = slotOf(key, mask);
    while (memo.keys[slot] !== key && memo.keys[slot] !== 0) slot = (slot + 1) & mask;
    if (memo.keys[slot] === 0) learn(key, slot);
    if (memo.texts[slot] === text) return;
    memo.texts[slot] = text;
    keys[count] = key;
    squares[count] = memo.squares[slot] as number;
    common[count] = memo.common[slot] as number;
    count += 1;
  };
  const makeRoom = (length: number): void => {
    if (keys.length < 2 * length) {
      keys = new Int32Array(4 * length);
      squares = new Float64Array(4 * length);
      common = new Uint8Array(4 * length);
    }
    if (2 * (known + 2 * length) > memo.keys.length) memo = larger(memo, known + 2 * length);
    // Stamps never wrap: 2^31 texts are more than a run has.
    text += 1;
    count = 0;
  };
  return {
    read: (name) => {
      makeRoom(name.length);
      let before = 0;
      for (let index = 0; index < name.length; index += 1) {
        const unit = name.charCodeAt(index);
        if (kinds[unit] === UNKNOWN) kinds[unit] = kindOfUnit(unit);
        const word = kinds[unit] === WORD;
        if (word && before !== 0) add((before << 16) | unit);
        if (word) add(unit << 16);
        before = word ? unit : 0;
      }
      return count;
    },
    keys: () => keys,
    squares: () => squares,
    common: () => common,
  };
};

interface Memo {
  /** 0 marks an empty slot: NUL is no letter. */
  readonly keys: Int32Array;
  readonly squares: Float64Array;
  readonly common: Uint8Array;
  /** Number of the text the gram was last seen in. */
  readonly texts: Int32Array;
}

const emptyMemo = (size: number): Memo => ({
  keys: new Int32Array(size),
  squares: new Float64Array(size),
  common: new Uint8Array(size),
  texts: new Int32Array(size),
});

const larger = (memo: Memo, known: number): Memo => {
  let size = memo.keys.length;
  while (size < 4 * known) size *= 2;
  const grown = emptyMemo(size);
  for (const [from, key] of memo.keys.entries()) {
    if (key === 0) continue;
    let slot = slotOf(key, size - 1);
    while (grown.keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    grown.keys[slot] = key;
    grown.squares[slot] = memo.squares[from] as number;
    grown.common[slot] = memo.common[from] as number;
    grown.texts[slot] = memo.texts[from] as number;
  }
  return grown;
};
