import type { ActionGroup } from '../lexicon/entries.ts';
import { classOf, termKey } from '../lexicon/knowledge.ts';
import type { GramWeights } from '../model/background.ts';
import type { AnalysedName, Limit } from '../name/analyse.ts';
import { JOINT } from '../name/unified-text.ts';
import { cosine } from './cosine.ts';
import { type FacetRelation, facetRelations } from './facet-relation.ts';
import { type SetRelation, setRelation } from './set-relation.ts';
import { tile } from './tiles.ts';

/** What is left of one name when what the other shares with it is taken away. */
export interface Rest {
  /** Weight of the object's characters without a partner, as a share of all of them, 0 to 1. */
  readonly share: number;
  /** Characters that found a partner only alone count half; this is their share. */
  readonly scattered: number;
  /** The longest run without a partner, and whether it stands beside a joint of an enumeration. */
  readonly longest: string;
  readonly enumerated: boolean;
  /** The share of those that belong to no word of the lexicon's facets. */
  readonly unknown: number;
  /** Characters without a partner at the very beginning and at the very end of the object. */
  readonly atStart: number;
  readonly atEnd: number;
  /** The same of what stands in brackets. */
  readonly aside: number;
  /** Joints of enumerations in the object and its brackets. */
  readonly joints: number;
}

/** Everything two names say of each other; the order of the sides is kept. */
export interface Comparison {
  readonly sameText: boolean;
  readonly sameExact: boolean;
  readonly sameObject: boolean;
  /** One core holds the other as it stands. */
  readonly contains: boolean;
  /** Characters the cores share at their beginnings and ends, as shares of the shorter one. */
  readonly prefix: number;
  readonly suffix: number;
  /** Characters between the shared beginning and the shared end, the fewer and the more of the two sides. */
  readonly middle: readonly [fewer: number, more: number];
  /** Characters of the shorter core. */
  readonly shortest: number;
  /** Cosine of the weighted grams of the cores, 0 to 1. */
  readonly cosine: number;
  readonly left: Rest;
  readonly right: Rest;
  /** Length of the shorter core divided by that of the longer. */
  readonly lengths: number;
  readonly facets: readonly FacetRelation[];
  readonly actions: Readonly<Record<ActionGroup, SetRelation>>;
  /** Kinds of act in one form: 审批, 核发 and 许可 are one. */
  readonly limits: {
    readonly contrast: number;
    readonly leftOnly: number;
    readonly rightOnly: number;
    readonly equal: number;
  };
  readonly counts: SetRelation;
  readonly excluded: SetRelation;
  /** One name leaves out by 不含 or 除外 what the other is about. */
  readonly excludesIncluded: boolean;
  /** How much the longest runs without partner have in common, as a share of the shorter one. */
  readonly restAlike: number;
  /** Whether one name negates what the other affirms. */
  readonly negation: boolean;
  readonly truncated: boolean;
}

/** Compares two analysed names. */
export function compareNames(left: AnalysedName, right: AnalysedName, weights: GramWeights): Comparison {
  const objects = restsOf(left, right, weights);
  const shorter = Math.max(1, Math.min(left.core.length, right.core.length));
  return {
    sameText: left.text === right.text,
    sameExact: left.exact === right.exact,
    sameObject: left.object === right.object,
    contains: left.core.includes(right.core) || right.core.includes(left.core),
    prefix: sharedStart(left.core, right.core) / shorter,
    suffix: sharedEnd(left.core, right.core) / shorter,
    middle: middleOf(left.core, right.core),
    shortest: shorter,
    cosine: cosine(left.core, right.core, weights),
    left: objects.left,
    right: objects.right,
    lengths: shorter / Math.max(left.core.length, right.core.length, 1),
    facets: facetRelations(left.terms, right.terms).filter((one) => !isImplied(one, left, right)),
    actions: {
      LIFE_CYCLE: actionRelation(left, right, 'LIFE_CYCLE'),
      KIND: actionRelation(left, right, 'KIND'),
      STAGE: actionRelation(left, right, 'STAGE'),
      ABOUT: actionRelation(left, right, 'ABOUT'),
    },
    limits: limitRelation(left.limits, right.limits),
    counts: setRelation(left.counts, right.counts),
    excluded: setRelation(left.excluded, right.excluded),
    excludesIncluded: excludesIncluded(left, right) || excludesIncluded(right, left),
    restAlike: restAlike(objects.left.longest, objects.right.longest),
    negation: negates(left, right) || negates(right, left),
    truncated: left.truncated || right.truncated,
  };
}

const actionRelation = (left: AnalysedName, right: AnalysedName, group: ActionGroup): SetRelation =>
  setRelation(classes(left.actions[group]), classes(right.actions[group]));

const classes = (places: readonly number[]): readonly number[] => [...new Set(places.map(classOf))];

const limitRelation = (left: readonly Limit[], right: readonly Limit[]): Comparison['limits'] => {
  const sets = new Set([...left, ...right].map(({ set }) => set));
  let contrast = 0;
  let leftOnly = 0;
  let rightOnly = 0;
  let equal = 0;
  for (const set of sets) {
    const places = (limits: readonly Limit[]) => [
      ...new Set(limits.filter((one) => one.set === set).map(({ place }) => place)),
    ];
    const relation = setRelation(places(left), places(right));
    if (relation === 'DISJOINT' || relation === 'OVERLAP') contrast++;
    else if (relation === 'LEFT_ONLY' || relation === 'LEFT_MORE') leftOnly++;
    else if (relation === 'RIGHT_ONLY' || relation === 'RIGHT_MORE') rightOnly++;
    else equal++;
  }
  return { contrast, leftOnly, rightOnly, equal };
};

/** One side leaves out what the other side's words imply. */
const isImplied = (relation: FacetRelation, left: AnalysedName, right: AnalysedName): boolean => {
  const { facet, kind } = relation;
  if (kind === 'LEFT_ONLY') return relation.left.every(({ term }) => right.implied.has(termKey(facet, term)));
  return kind === 'RIGHT_ONLY' && relation.right.every(({ term }) => left.implied.has(termKey(facet, term)));
};

const sharedStart = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && length < other.length && one.charCodeAt(length) === other.charCodeAt(length))
    length++;
  return length;
};

const sharedEnd = (one: string, other: string): number => {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  ) {
    length++;
  }
  return length;
};

const middleOf = (one: string, other: string): readonly [number, number] => {
  const shortest = Math.min(one.length, other.length);
  const start = sharedStart(one, other);
  const end = Math.min(sharedEnd(one, other), shortest - start);
  return [shortest - start - end, Math.max(one.length, other.length) - start - end];
};

const restAlike = (one: string, other: string): number => {
  if (one === '' || other === '') return 0;
  let shared = 0;
  for (const character of one) if (other.includes(character)) shared++;
  return shared / Math.min(one.length, other.length);
};

const excludesIncluded = (one: AnalysedName, other: AnalysedName): boolean =>
  one.excluded.some(
    (left) =>
      left.length > 1 && other.text.includes(left) && !other.excluded.some((own) => own.includes(left)),
  );

const negates = (one: AnalysedName, other: AnalysedName): boolean =>
  one.negated.some((word) => other.text.includes(word.slice(1)) && !other.text.includes(word));

const restsOf = (
  left: AnalysedName,
  right: AnalysedName,
  weights: GramWeights,
): { left: Rest; right: Rest } => {
  const [leftText, rightText] = [left.object + JOINT + left.aside, right.object + JOINT + right.aside];
  const tiling = tile(leftText, rightText);
  return {
    left: restOf(leftText, left, tiling.left, weights),
    right: restOf(rightText, right, tiling.right, weights),
  };
};

/** Sums over the characters of an object and its brackets, each by its weight. */
const restOf = (
  text: string,
  { object, known }: AnalysedName,
  tiles: Uint8Array,
  weights: GramWeights,
): Rest => {
  let [total, lost, unknown, scattered, asideTotal, asideLost, joints] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === JOINT) {
      if (at !== object.length) joints++;
      continue;
    }
    const weight = weights.weightOf(character);
    const free = tiles[at] === 0;
    if (at > object.length) {
      asideTotal += weight;
      if (free) asideLost += weight;
      continue;
    }
    total += weight;
    if (free) {
      lost += weight;
      if (known[at] === 0) unknown += weight;
    } else if (tiles[at] === 1) scattered += weight;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    share: share(lost, total),
    unknown: share(unknown, total),
    scattered: share(scattered, total),
    aside: share(asideLost, asideTotal + total),
    joints,
    atStart: freeFrom(tiles, object.length, 0, 1),
    atEnd: freeFrom(tiles, object.length, object.length - 1, -1),
    ...longestRun(text, tiles),
  };
};

const freeFrom = (tiles: Uint8Array, length: number, start: number, step: number): number => {
  let free = 0;
  for (let at = start; at >= 0 && at < length && tiles[at] === 0; at += step) free++;
  return free;
};

const longestRun = (text: string, tiles: Uint8Array): Pick<Rest, 'longest' | 'enumerated'> => {
  let [from, best, length] = [0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && tiles[at] === 0 && text.charAt(at) !== JOINT) continue;
    if (at - from > length) [best, length] = [from, at - from];
    from = at + 1;
  }
  return {
    longest: text.slice(best, best + length),
    enumerated: length > 0 && (text.charAt(best - 1) === JOINT || text.charAt(best + length) === JOINT),
  };
};
