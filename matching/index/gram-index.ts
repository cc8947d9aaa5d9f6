import type { GramWeights } from '../model/background.ts';
import { type BestDocuments, bestDocuments } from './best-documents.ts';
import { type GramReader, gramReader, slotOf } from './gram-reader.ts';

/** An index as plain arrays over shared memory: posting it to another thread copies nothing. */
export interface SharedGramIndex {
  readonly documents: number;
  readonly grams: number;
  /** Open table: gram key and gram number + 1, side by side. */
  readonly table: Int32Array;
  /** Postings of gram g: the documents from starts[g] to starts[g + 1], ascending. */
  readonly starts: Int32Array;
  readonly postings: Int32Array;
  /** Grams of document d: from textStarts[d] to textStarts[d + 1], in order of first sight. */
  readonly textStarts: Int32Array;
  readonly textGrams: Int32Array;
  /** 1 ÷ length of the document's vector; 0 for a text without grams. */
  readonly inverseNorms: Float64Array;
}

/** Finds the texts most like another by cosine over shared grams, wherever in the text they stand. */
export interface GramIndex {
  readonly documents: number;
  /** Bytes of shared memory. */
  readonly bytes: number;
  /**
   * Looks for the `limit` best documents, better score first, equal ones by number. What is returned is overwritten
   * by the next search. Their scores leave out the grams not looked up; `scoreOf` has them all.
   */
  readonly search: (text: string, limit: number) => BestDocuments;
  /** The full cosine, 0 to 1, of one document with the text searched for last. */
  readonly scoreOf: (document: number) => number;
  readonly shareable: () => SharedGramIndex;
}

/** Single characters find nothing (recall at ten 0.9950 with or without) that this many rare pairs do not find. */
const ENOUGH_PAIRS = 3;
type Lookup = 'PAIRS' | 'RARE' | 'ALL';

const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));
const sharedFloats = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length));

/**
 * Indexes texts already brought into normal form; a document's number is its place in the list. Weights come from the
 * model alone, so a score depends on the two texts and on nothing else in the list.
 */
export const buildGramIndex = (documents: readonly string[], weights: GramWeights): GramIndex =>
  fromShared(collect(documents, gramReader(weights)), weights);

const collect = (documents: readonly string[], reader: GramReader): SharedGramIndex => {
  const numbers = new Map<number, number>();
  const frequency: number[] = [];
  const texts: number[] = [];
  const textStarts = sharedInts(documents.length + 1);
  const inverseNorms = sharedFloats(documents.length);
  for (const [document, text] of documents.entries()) {
    const count = reader.read(text);
    const [keys, squares] = [reader.keys(), reader.squares()];
    let norm = 0;
    for (let index = 0; index < count; index += 1) {
      const key = keys[index] as number;
      const gram = numbers.get(key) ?? numbers.size;
      numbers.set(key, gram);
      frequency[gram] = (frequency[gram] ?? 0) + 1;
      texts.push(gram);
      norm += squares[index] as number;
    }
    textStarts[document + 1] = texts.length;
    inverseNorms[document] = norm > 0 ? 1 / Math.sqrt(norm) : 0;
  }
  const textGrams = sharedInts(texts.length);
  textGrams.set(texts);
  const counts = { documents: documents.length, grams: numbers.size };
  return {
    ...counts,
    table: tableOf(numbers),
    ...inverted(frequency, textStarts, textGrams),
    textStarts,
    textGrams,
    inverseNorms,
  };
};

const tableOf = (numbers: ReadonlyMap<number, number>): Int32Array => {
  let size = 16;
  while (size < 2 * numbers.size) size *= 2;
  const table = sharedInts(2 * size);
  for (const [key, gram] of numbers) {
    let slot = slotOf(key, size - 1);
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & (size - 1);
    table[2 * slot] = key;
    table[2 * slot + 1] = gram + 1;
  }
  return table;
};

const inverted = (frequency: readonly number[], textStarts: Int32Array, textGrams: Int32Array) => {
  const starts = sharedInts(frequency.length + 1);
  for (const [gram, count] of frequency.entries()) starts[gram + 1] = (starts[gram] as number) + count;
  const next = starts.slice();
  const postings = sharedInts(textGrams.length);
  for (let document = 0; document + 1 < textStarts.length; document += 1) {
    for (let at = textStarts[document] as number; at < (textStarts[document + 1] as number); at += 1) {
      const gram = textGrams[at] as number;
      postings[next[gram] as number] = document;
      next[gram] = (next[gram] as number) + 1;
    }
  }
  return { starts, postings };
};

/**
 * Which grams are looked up follows from the text and the weights alone: rare pairs; of a text with few of them its
 * single characters too; of a text with nothing rare everything.
 */
const lookupOf = (reader: GramReader, count: number): Lookup => {
  const [keys, common] = [reader.keys(), reader.common()];
  let pairs = 0;
  let singles = 0;
  for (let index = 0; index < count; index += 1) {
    if (common[index] === 1) continue;
    if (isSingle(keys[index] as number)) singles += 1;
    else pairs += 1;
  }
  if (pairs >= ENOUGH_PAIRS) return 'PAIRS';
  return pairs + singles > 0 ? 'RARE' : 'ALL';
};

const isSingle = (key: number): boolean => (key & 0xffff) === 0;

const inverseNormOf = (reader: GramReader, count: number): number => {
  const squares = reader.squares();
  let norm = 0;
  for (let index = 0; index < count; index += 1) norm += squares[index] as number;
  return norm > 0 ? 1 / Math.sqrt(norm) : 0;
};

/** The products of the text read last with the documents that share a gram looked up. */
const accumulator = ({ table, starts, postings, documents, grams }: SharedGramIndex, reader: GramReader) => {
  const mask = table.length / 2 - 1;
  const sums = new Float64Array(documents);
  const touched = new Int32Array(documents);
  /** Squares of the weights of the text's grams; 0 for the others. */
  const marks = new Float64Array(grams);
  const marked: number[] = [];
  const gramOf = (key: number): number => {
    let slot = slotOf(key, mask);
    while (table[2 * slot + 1] !== 0 && table[2 * slot] !== key) slot = (slot + 1) & mask;
    return (table[2 * slot + 1] as number) - 1;
  };
  const addPostings = (gram: number, square: number, found: number): number => {
    let total = found;
    const end = starts[gram + 1] as number;
    for (let at = starts[gram] as number; at < end; at += 1) {
      const document = postings[at] as number;
      const sum = sums[document] as number;
      if (sum === 0) {
        touched[total] = document;
        total += 1;
      }
      sums[document] = sum + square;
    }
    return total;
  };
  /** Adds up the grams the reader has read; returns how many documents were touched. Whoever takes a sum zeroes it. */
  const add = (count: number): number => {
    for (let index = 0; index < marked.length; index += 1) marks[marked[index] as number] = 0;
    marked.length = 0;
    const lookup = lookupOf(reader, count);
    const [keys, squares, common] = [reader.keys(), reader.squares(), reader.common()];
    let found = 0;
    for (let index = 0; index < count; index += 1) {
      const key = keys[index] as number;
      const square = squares[index] as number;
      const gram = gramOf(key);
      if (gram < 0 || square === 0) continue;
      marks[gram] = square;
      marked.push(gram);
      if (common[index] === 1 && lookup !== 'ALL') continue;
      if (isSingle(key) && lookup === 'PAIRS') continue;
      found = addPostings(gram, square, found);
    }
    return found;
  };
  return { sums, touched, marks, add };
};

/** The index over arrays built before, perhaps in another thread; the weights must be those it was built with. */
export const fromShared = (shared: SharedGramIndex, weights: GramWeights): GramIndex => {
  const { textStarts, textGrams, inverseNorms } = shared;
  const reader = gramReader(weights);
  const { sums, touched, marks, add } = accumulator(shared, reader);
  const best = bestDocuments();
  let inverseNorm = 0;
  return {
    documents: shared.documents,
    bytes: bytesOf(shared),
    search: (text, limit) => {
      best.begin(limit);
      const count = reader.read(text);
      inverseNorm = inverseNormOf(reader, count);
      const found = add(count);
      for (let index = 0; index < found; index += 1) {
        const document = touched[index] as number;
        best.offer(document, (sums[document] as number) * (inverseNorms[document] as number) * inverseNorm);
        sums[document] = 0;
      }
      return best;
    },
    scoreOf: (document) => {
      let sum = 0;
      const end = textStarts[document + 1] as number;
      for (let at = textStarts[document] as number; at < end; at += 1) {
        sum += marks[textGrams[at] as number] as number;
      }
      return Math.min(1, sum * (inverseNorms[document] as number) * inverseNorm);
    },
    shareable: () => shared,
  };
};

const bytesOf = ({ table, starts, postings, textStarts, textGrams, inverseNorms }: SharedGramIndex): number =>
  [table, starts, postings, textStarts, textGrams, inverseNorms].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
