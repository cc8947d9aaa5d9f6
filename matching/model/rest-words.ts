import stored from './rest-words.json' with { type: 'json' };

/** What the characters and pairs that only one name has say for each class, in nats: together, at most, at least. */
export interface RestWords {
  readonly same: readonly [together: number, most: number, least: number];
  readonly partial: readonly [together: number, most: number, least: number];
  readonly different: readonly [together: number, most: number, least: number];
}

/** Per gram the log-odds ratios of same, partial and different. */
export type RestWordTable = ReadonlyMap<string, readonly number[]>;

/** The words learnt from the labels; trained together with the models. */
export const REST_WORDS: RestWordTable = new Map(
  Object.entries(stored as Readonly<Record<string, readonly number[]>>),
);

/** The grams of the runs without a partner, each once. */
export function restGrams(text: string, tiles: Uint8Array): ReadonlySet<string> {
  const grams = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (tiles[at] !== 0) continue;
    grams.add(text.charAt(at));
    if (at + 1 < text.length && tiles[at + 1] === 0) grams.add(text.slice(at, at + 2));
  }
  return grams;
}

/** Sums up what the words without a partner say; words the model has seen too seldom say nothing. */
export function restWords(text: string, tiles: Uint8Array, table: RestWordTable): RestWords {
  const grams = restGrams(text, tiles);
  const sums = [0, 0, 0];
  const most = [-Infinity, -Infinity, -Infinity];
  const least = [Infinity, Infinity, Infinity];
  let found = false;
  for (const gram of grams) {
    const ratios = table.get(gram);
    if (ratios === undefined) continue;
    found = true;
    for (let place = 0; place < 3; place++) {
      const ratio = ratios[place] as number;
      sums[place] = (sums[place] as number) + ratio;
      most[place] = Math.max(most[place] as number, ratio);
      least[place] = Math.min(least[place] as number, ratio);
    }
  }
  const root = Math.sqrt(grams.size + 1);
  const triple = (place: number): readonly [number, number, number] =>
    found ? [(sums[place] as number) / root, most[place] as number, least[place] as number] : [0, 0, 0];
  return { same: triple(0), partial: triple(1), different: triple(2) };
}
