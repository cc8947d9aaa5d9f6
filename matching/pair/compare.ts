import type { ActionGroup } from '../lexicon/entries.ts';
import { classOf } from '../lexicon/knowledge.ts';
import type { Learnt } from '../model/learnt.ts';
import type { AnalysedName, Limit } from '../name/analyse.ts';
import { cosine } from '../name/weighted-grams.ts';
import { countFacets, type FacetKind, type FacetRelation, facetRelations } from './facet-relation.ts';
import { type Rest, restsOf } from './rests.ts';
import { type SetRelation, setRelation } from './set-relation.ts';

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
  /** How many facets stand in each relation. */
  readonly facetCounts: Readonly<Record<FacetKind, number>>;
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
export function compareNames(left: AnalysedName, right: AnalysedName, learnt: Learnt): Comparison {
  const objects = restsOf(left, right, learnt);
  const facets = facetRelations(left, right);
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
    cosine: cosine(left.grams, right.grams),
    left: objects.left,
    right: objects.right,
    lengths: shorter / Math.max(left.core.length, right.core.length, 1),
    facets,
    facetCounts: countFacets(facets),
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
