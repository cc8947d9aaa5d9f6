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
  /** The same of what stands in brackets. */
  readonly aside: number;
}

/** Everything two names say of each other; the order of the sides is kept. */
export interface Comparison {
  readonly sameText: boolean;
  readonly sameExact: boolean;
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
  /** Whether one name negates what the other affirms. */
  readonly negation: boolean;
  readonly truncated: boolean;
}

/** Compares two analysed names. */
export function compareNames(left: AnalysedName, right: AnalysedName, weights: GramWeights): Comparison {
  const objects = restsOf(left, right, weights);
  return {
    sameText: left.text === right.text,
    sameExact: left.exact === right.exact,
    cosine: cosine(left.core, right.core, weights),
    left: objects.left,
    right: objects.right,
    lengths: Math.min(left.core.length, right.core.length) / Math.max(left.core.length, right.core.length, 1),
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
    left: restOf(leftText, left.object.length, tiling.left, weights),
    right: restOf(rightText, right.object.length, tiling.right, weights),
  };
};

const restOf = (text: string, objectLength: number, tiles: Uint8Array, weights: GramWeights): Rest => {
  let [total, lost, scattered, asideTotal, asideLost] = [0, 0, 0, 0, 0];
  let longest = '';
  let enumerated = false;
  let run = '';
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    const free = at < text.length && tiles[at] === 0 && character !== JOINT;
    if (free) run += character;
    else {
      if (run.length > longest.length) {
        longest = run;
        enumerated = text.charAt(at) === JOINT || text.charAt(at - run.length - 1) === JOINT;
      }
      run = '';
    }
    if (character === JOINT || at === text.length) continue;
    const weight = weights.weightOf(character);
    if (at > objectLength) {
      asideTotal += weight;
      if (free) asideLost += weight;
      continue;
    }
    total += weight;
    if (free) lost += weight;
    else if (tiles[at] === 1) scattered += weight;
  }
  return {
    share: total === 0 ? 0 : lost / total,
    scattered: total === 0 ? 0 : scattered / total,
    longest,
    enumerated,
    aside: asideTotal === 0 ? 0 : asideLost / (asideTotal + total),
  };
};
