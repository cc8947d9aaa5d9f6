import type { GramWeights } from '../model/background.ts';
import type { Learnt } from '../model/learnt.ts';
import { type RestWords, type RestWordTable, restWords } from '../model/rest-words.ts';
import { ACT, type AnalysedName, ASIDE, OBJECT } from '../name/analyse.ts';
import { JOINT } from '../name/unified-text.ts';
import { tile } from './tiles.ts';

/** What is left of one name's object when what the other shares with it is taken away. */
export interface Rest {
  /** Weight of the object's characters without a partner, as a share of all of them, 0 to 1. */
  readonly share: number;
  /** Share of the characters that found a partner only alone. */
  readonly scattered: number;
  /** The longest run without a partner, and whether it stands beside a joint of an enumeration. */
  readonly longest: string;
  readonly enumerated: boolean;
  /** The share of those that belong to no word of the lexicon's facets. */
  readonly unknown: number;
  /** Characters without a partner at the very beginning and at the very end of the object. */
  readonly atStart: number;
  readonly atEnd: number;
  /** Share of the characters in brackets without a partner. */
  readonly aside: number;
  /** Joints of enumerations in the object. */
  readonly joints: number;
  /** What the words without a partner say, by the model's own lexicon. */
  readonly words: RestWords;
}

/** Takes away what two names share. */
export function restsOf(
  left: AnalysedName,
  right: AnalysedName,
  { weights, restWords: table }: Learnt,
): { readonly left: Rest; readonly right: Rest } {
  const tiling = tile(left.marked, right.marked, JOINT);
  return {
    left: restOf(left, tiling.left, weights, table),
    right: restOf(right, tiling.right, weights, table),
  };
}

/** Sums over the characters of an object and its brackets, each by its weight. */
const restOf = (
  { marked, roles, known }: AnalysedName,
  tiles: Uint8Array,
  weights: GramWeights,
  table: RestWordTable,
): Rest => {
  let [total, lost, unknown, scattered, asideTotal, asideLost, joints] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < marked.length; at++) {
    if (marked.charAt(at) === JOINT) {
      if (roles[at] === OBJECT) joints++;
      continue;
    }
    if (roles[at] === ACT) continue;
    const weight = weights.weightOf(marked.charAt(at));
    const free = tiles[at] === 0;
    if (roles[at] === ASIDE) {
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
  return {
    share: share(lost, total),
    unknown: share(unknown, total),
    scattered: share(scattered, total),
    aside: share(asideLost, asideTotal + total),
    joints,
    ...edges(roles, tiles),
    ...longestRun(marked, roles, tiles),
    words: restWords(marked, tiles, table),
  };
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Free characters of the object at its beginning and at its end; acts in between do not count. */
const edges = (roles: Uint8Array, tiles: Uint8Array): Pick<Rest, 'atStart' | 'atEnd'> => {
  const freeFrom = (start: number, step: number): number => {
    let free = 0;
    for (let at = start; at >= 0 && at < roles.length; at += step) {
      if (roles[at] !== OBJECT) continue;
      if (tiles[at] !== 0) break;
      free++;
    }
    return free;
  };
  return { atStart: freeFrom(0, 1), atEnd: freeFrom(roles.length - 1, -1) };
};

const longestRun = (
  marked: string,
  roles: Uint8Array,
  tiles: Uint8Array,
): Pick<Rest, 'longest' | 'enumerated'> => {
  let [from, best, length] = [0, 0, 0];
  for (let at = 0; at <= marked.length; at++) {
    const free = at < marked.length && tiles[at] === 0 && roles[at] !== ACT && marked.charAt(at) !== JOINT;
    if (free) continue;
    if (at - from > length) [best, length] = [from, at - from];
    from = at + 1;
  }
  return {
    longest: marked.slice(best, best + length),
    enumerated: length > 0 && (marked.charAt(best - 1) === JOINT || marked.charAt(best + length) === JOINT),
  };
};
