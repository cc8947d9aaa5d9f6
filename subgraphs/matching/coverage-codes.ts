import {
  ADOPTION_STATES,
  type Adoption,
  type AdoptionState,
  type NotOfferedReason,
} from '../../comparison/adoption.ts';
import type { ListComparison, ReferenceRow } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';

/** What a reference item is to an authority. A main item has no state: its sub-items answer for it. */
export interface Standing {
  readonly state?: AdoptionState;
  readonly reason?: NotOfferedReason;
}

/**
 * Every standing there is. Of several lists of an authority the one that comes first here counts: what one list offers
 * is offered, what one is asked for and none has is missing.
 */
export const STANDINGS: readonly Standing[] = [
  { state: 'ADAPTED' },
  { state: 'ADOPTED' },
  { state: 'PART_OF' },
  { state: 'SUSPENDED' },
  { state: 'NOT_OFFERED', reason: 'SCHEDULED' },
  { state: 'NOT_OFFERED', reason: 'CANCELLED' },
  { state: 'NIL_RETURN' },
  { state: 'UNANSWERED' },
  { state: 'NOT_OFFERED', reason: 'NOT_ON_THIS_LIST' },
  { state: 'NOT_OFFERED', reason: 'NOT_AT_THIS_LEVEL' },
  {},
];

const MAIN = STANDINGS.length - 1;

const codeOf = ({ state, reason }: Adoption): number =>
  STANDINGS.findIndex((one) => one.state === state && one.reason === reason);

/** Where each item of a catalog stands in it. */
export const placesOf = ({ items }: Pick<ComparedList, 'items'>): ReadonlyMap<string, number> =>
  new Map(items.map(({ id }, place) => [id, place]));

/**
 * The standing of every item of a catalog at an authority: a place in STANDINGS an item. `bare` is how the items stand
 * at each of its lists as if it had none of them, `touched` the items of which that need not be so: their rows count.
 */
export const codesOver = (
  places: ReadonlyMap<string, number>,
  bare: readonly Uint8Array[],
  touched: readonly ComparedItem[],
  rows: readonly ReferenceRow[],
): Uint8Array => {
  const codes = new Uint8Array(places.size).fill(MAIN);
  for (const one of bare)
    for (let place = 0; place < codes.length; place += 1)
      codes[place] = Math.min(codes[place] as number, one[place] as number);
  for (const { id } of touched) codes[places.get(id) ?? -1] = MAIN;
  for (const { reference, adoption } of rows) {
    const place = places.get(reference.id) ?? -1;
    codes[place] = Math.min(codes[place] ?? MAIN, codeOf(adoption));
  }
  return codes;
};

/** The standing of every item of a catalog at an authority, from the rows of its lists. */
export const codesOf = (
  catalog: Pick<ComparedList, 'items'>,
  comparisons: readonly Pick<ListComparison, 'rows'>[],
): Uint8Array =>
  codesOver(
    placesOf(catalog),
    [],
    [],
    comparisons.flatMap(({ rows }) => rows),
  );

/** A number of reference items at authorities, and the standings they have. */
export interface Count {
  readonly standings: readonly Standing[];
  readonly count: number;
}

export interface Figures {
  readonly states: readonly Count[];
  /** Offered, whole or in part. */
  readonly numerator: Count;
  /** All that the authorities are asked for: what is not excluded. */
  readonly denominator: Count;
  readonly exclusions: readonly Count[];
}

const OFFERED: readonly AdoptionState[] = ['ADOPTED', 'ADAPTED', 'PART_OF'];

const isExcluded = ({ state, reason }: Standing): boolean =>
  state === undefined || reason === 'NOT_AT_THIS_LEVEL' || reason === 'NOT_ON_THIS_LIST';

/** The figures of how often each standing occurs. */
export const figuresOf = (occurring: readonly number[]): Figures => {
  const those = (test: (standing: Standing) => boolean): Count => {
    const standings = STANDINGS.filter(test);
    const count = STANDINGS.reduce((sum, one, code) => sum + (test(one) ? (occurring[code] ?? 0) : 0), 0);
    return { standings, count };
  };
  return {
    states: ADOPTION_STATES.map((wanted) => those(({ state }) => state === wanted)),
    numerator: those(({ state }) => state !== undefined && OFFERED.includes(state)),
    denominator: those((standing) => !isExcluded(standing)),
    exclusions: STANDINGS.filter(isExcluded).map((excluded) => those((one) => one === excluded)),
  };
};

/** Codes of the standings that are wanted of items. */
export interface WantedStandings {
  readonly state?: readonly AdoptionState[] | null;
  readonly reason?: readonly NotOfferedReason[] | null;
  /** Only main items, which have no state. */
  readonly mains?: boolean | null;
}

/** For each place in STANDINGS whether it is wanted; main items only where they are asked for. */
export const wantedCodes = ({ state, reason, mains }: WantedStandings): readonly boolean[] =>
  STANDINGS.map((standing) => {
    if (standing.state === undefined) return mains === true;
    if (mains === true) return false;
    if (state != null && !state.includes(standing.state)) return false;
    return reason == null || standing.reason === undefined || reason.includes(standing.reason);
  });

/** The department groups of an item: what its department is for, or its name where that is not known. */
export const departmentOf = ({ departmentFunctions, department }: ComparedItem): string =>
  departmentFunctions.length > 0 ? departmentFunctions.join('、') : (department ?? '');
