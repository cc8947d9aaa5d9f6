import { bestPoint, type CurvePoint, precisionRecallCurve } from '../matching/evaluation/precision-recall.ts';
import type { MatchItem } from '../matching/item.ts';
import type { LocalItem } from '../matching/training/variation/local-list.ts';
import { plainName } from './match-items.ts';

/** The reference most like a name, and how like it is, 0 to 1. */
type Baseline = (name: string) => { readonly reference: string; readonly score: number };

interface Named {
  readonly id: string;
  readonly name: string;
}

const namedOf = (references: readonly MatchItem[]): readonly Named[] =>
  references.map((item) => ({ id: item.id, name: plainName(item) }));

const bigrams = (name: string): ReadonlySet<string> => {
  const grams = new Set<string>();
  for (let at = 0; at + 1 < name.length; at++) grams.add(name.slice(at, at + 2));
  return grams.size === 0 ? new Set([name]) : grams;
};

/** Cosine of pairs of neighbouring characters, each weighed by its rarity among the references (TF-IDF). */
export const bigramCosine = (references: readonly MatchItem[]): Baseline => {
  const named = namedOf(references).map(({ id, name }) => ({ id, grams: bigrams(name) }));
  const counts = new Map<string, number>();
  for (const { grams } of named) for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const weight = (gram: string): number => Math.log((named.length + 1) / ((counts.get(gram) ?? 0) + 0.5));
  const norm = (grams: ReadonlySet<string>): number =>
    Math.sqrt([...grams].reduce((sum, gram) => sum + weight(gram) ** 2, 0));
  const norms = named.map(({ grams }) => norm(grams));
  const postings = new Map<string, number[]>();
  for (const [place, { grams }] of named.entries()) {
    for (const gram of grams) postings.set(gram, [...(postings.get(gram) ?? []), place]);
  }
  return (name) => {
    const sums = new Float64Array(named.length);
    const grams = bigrams(name);
    for (const gram of grams) {
      for (const place of postings.get(gram) ?? []) sums[place] = (sums[place] as number) + weight(gram) ** 2;
    }
    const own = norm(grams);
    return bestOf(named, (place) => (sums[place] as number) / (own * (norms[place] as number)));
  };
};

/** One minus the edit distance as a share of the longer name. */
export const levenshtein = (references: readonly MatchItem[]): Baseline => {
  const named = namedOf(references);
  return (name) =>
    bestOf(named, (place) => {
      const other = (named[place] as Named).name;
      const longer = Math.max(name.length, other.length, 1);
      return 1 - distance(name, other) / longer;
    });
};

const bestOf = (named: readonly { readonly id: string }[], scoreOf: (place: number) => number) => {
  let best = { reference: '', score: -1 };
  for (const [place, { id }] of named.entries()) {
    const score = scoreOf(place);
    if (score > best.score) best = { reference: id, score };
  }
  return best;
};

let before = new Uint16Array(256);
let row = new Uint16Array(256);

const distance = (one: string, other: string): number => {
  if (other.length >= row.length)
    [before, row] = [new Uint16Array(other.length * 2), new Uint16Array(other.length * 2)];
  for (let at = 0; at <= other.length; at++) before[at] = at;
  for (let i = 1; i <= one.length; i++) {
    row[0] = i;
    const unit = one.charCodeAt(i - 1);
    for (let j = 1; j <= other.length; j++) {
      const changed = (before[j - 1] as number) + (other.charCodeAt(j - 1) === unit ? 0 : 1);
      row[j] = Math.min(changed, (before[j] as number) + 1, (row[j - 1] as number) + 1);
    }
    [before, row] = [row, before];
  }
  return before[other.length] as number;
};

/** The point of the best F1 a baseline reaches at any threshold: chosen with the truth in hand, in its favour. */
export function bestOfBaseline(baseline: Baseline, items: readonly LocalItem[]): CurvePoint | undefined {
  const scored = items.map(({ item, partners }) => {
    const { reference, score } = baseline(plainName(item));
    return { score, isPositive: partners.has(reference) };
  });
  return bestPoint(precisionRecallCurve(scored, items.filter(({ partners }) => partners.size > 0).length));
}
