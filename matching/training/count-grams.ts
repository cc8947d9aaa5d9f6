/** How often each character and each pair of neighbours stands in distinct texts. */
export interface GramCounts {
  readonly names: number;
  readonly grams: Readonly<Record<string, number>>;
}

/** Counts the grams of distinct texts; one that stands in a single text is left out, as if never seen. */
export function countGrams(texts: Iterable<string>): GramCounts {
  const distinct = new Set(texts);
  const counts = new Map<string, number>();
  for (const text of distinct) {
    const grams = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      grams.add(text.charAt(at));
      if (at + 1 < text.length) grams.add(text.slice(at, at + 2));
    }
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count > 1).sort(([one], [other]) => (one < other ? -1 : 1));
  return { names: distinct.size, grams: Object.fromEntries(kept) };
}
