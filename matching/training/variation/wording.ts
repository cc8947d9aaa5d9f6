/** A source of chance; the same one gives the same lists. */
export interface Draw {
  /** An integer from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Value>(list: readonly Value[]) => Value;
  readonly shuffle: <Value>(list: readonly Value[]) => readonly Value[];
}

/** Who writes a name down. */
export interface Writer {
  /** The place as it may stand before a name: 青溪县, 长风市青溪县. */
  readonly places: readonly string[];
  /** 县级, 区级. */
  readonly level: string;
  /** The office without its place: 民政局. */
  readonly office: string;
}

/** One way in which the same name is written otherwise. */
export interface Wording {
  /** What was done, in Chinese: the heading its figures stand under. */
  readonly kind: string;
  /** Names written so are undecidable as soon as another name is one character away. */
  readonly slips?: true;
  /** The name as written, or undefined where this way does not apply. */
  readonly write: (name: string, draw: Draw, writer: Writer) => string | undefined;
}

/** Words of which each may stand for the other, the first or the second way round. */
export type WordPair = readonly [string, string];

/** The name with one of the pairs' words put for its partner; the longer of a pair is looked for first. */
export function withOther(name: string, pairs: readonly WordPair[], draw: Draw): string | undefined {
  const found = pairs.flatMap(([one, two]) => {
    const [longer, shorter] = one.length < two.length ? [two, one] : [one, two];
    if (name.includes(longer)) return [name.replace(longer, shorter)];
    return name.includes(shorter) ? [name.replace(shorter, longer)] : [];
  });
  return found.length === 0 ? undefined : draw.pick(found);
}

/** The same for words at the end of the name or of a bracket that ends it. */
export function withOtherTail(name: string, pairs: readonly WordPair[], draw: Draw): string | undefined {
  const bracket = /[）)]$/u.exec(name)?.[0] ?? '';
  const text = name.slice(0, name.length - bracket.length);
  const found = pairs.flatMap(([one, two]) => {
    const [longer, shorter] = one.length < two.length ? [two, one] : [one, two];
    const swap = (from: string, to: string) => [text.slice(0, -from.length) + to + bracket];
    if (text.endsWith(longer)) return swap(longer, shorter);
    return text.endsWith(shorter) ? swap(shorter, longer) : [];
  });
  return found.length === 0 ? undefined : draw.pick(found);
}
