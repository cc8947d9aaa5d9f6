import { inOrder } from '../block/reference-list.ts';
import type { MatchItem } from '../item.ts';
import type { Candidate, Evidence } from '../judgement.ts';
import { candidatesOf } from './candidates.ts';
import { type ListedItem, listedItem } from './listed-item.ts';
import { bySegment, neighboursOf, segmentsOf } from './neighbours.ts';
import { noteOf } from './notes.ts';
import type { OpenItem } from './open-item.ts';
import { REASONS, type Settled, settle } from './settle.ts';

/** The main item of an item, or null for one that is its own. */
export interface MainAssignment {
  readonly item: string;
  readonly main: string | null;
  /** Chance that this is right, 0 to 1. */
  readonly confidence: number;
  /** Whether an item in the same segment of codes states this main item itself. */
  readonly backed: boolean;
  /** The likeliest main items, best first; five at most. */
  readonly candidates: readonly Candidate[];
  /** For the main item, or for the likeliest one where there is none, against having none; largest effect first. */
  readonly evidence: readonly Evidence[];
}

/** What a list says of main items itself: by the id of the item the id of its main item, or null for none. */
export type StatedMains = ReadonlyMap<string, string | null>;

/** Main items that are known to be the wrong ones: by the id of the item their ids. */
export type BarredMains = ReadonlyMap<string, ReadonlySet<string>>;

const SHOWN_CANDIDATES = 5;

/**
 * Finds the main item (主项) of each item of one list among `mains`: by wording, by acts, by the segment of the code that
 * sub-items of one main item share, and by what the items near it turn out to be. Items that state theirs, and rows that
 * are main items themselves, keep it and speak for the others; what is `barred` is nobody's answer. What it says does
 * not depend on the order of the rows.
 */
export function assignMains(
  items: readonly MatchItem[],
  mains: readonly MatchItem[],
  stated: StatedMains = new Map(),
  barred: BarredMains = new Map(),
): readonly MainAssignment[] {
  const listed = inOrder(items).map(listedItem);
  const heads = inOrder(mains).map(listedItem);
  const open = openItems(listed, heads, stated, barred);
  const settled = settle(open, heads);
  const told = statedSegments(open);
  const byItem = new Map(
    listed.map(({ id }, place) => [id, assignmentOf(open[place] as OpenItem, place, settled, heads, told)]),
  );
  return items.map(({ id }) => byItem.get(id) as MainAssignment);
}

const openItems = (
  listed: readonly ListedItem[],
  heads: readonly ListedItem[],
  stated: StatedMains,
  barred: BarredMains,
): readonly OpenItem[] => {
  const places = new Map(heads.map(({ id }, place) => [id, place]));
  const statedOf = ({ id }: ListedItem): number | null | undefined => {
    if (places.has(id)) return null;
    const main = stated.get(id);
    return typeof main === 'string' ? places.get(main) : main;
  };
  const told = listed.map(statedOf);
  const neighbours = neighboursOf(listed);
  const segments = bySegment(heads);
  const candidates = candidatesOf(listed, heads, neighbours, {
    heads: segments,
    stated: told.map((main) => main ?? undefined),
  });
  return listed.map((item, place) => ({
    item,
    neighbours: neighbours[place] ?? [],
    candidates: (candidates[place] ?? []).filter(
      ({ main }) => main === told[place] || barred.get(item.id)?.has((heads[main] as ListedItem).id) !== true,
    ),
    headed: new Set(segmentsOf(item).flatMap((segment) => segments.get(segment) ?? [])),
    stated: told[place],
  }));
};

const backing = (segment: string, main: number): string => `${main} ${segment}`;

/** The segments in which items state a main item, with that main item. */
const statedSegments = (open: readonly OpenItem[]): ReadonlySet<string> =>
  new Set(
    open.flatMap(({ item, stated }) =>
      typeof stated === 'number' ? segmentsOf(item).map((segment) => backing(segment, stated)) : [],
    ),
  );

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

const assignmentOf = (
  { item, candidates, stated }: OpenItem,
  place: number,
  { chances, reasons }: Settled,
  heads: readonly ListedItem[],
  told: ReadonlySet<string>,
): MainAssignment => {
  const own = chances[place] as Float64Array;
  const none = own[candidates.length] as number;
  let best = 0;
  for (const at of candidates.keys()) if ((own[at] as number) > (own[best] as number)) best = at;
  const chosen = candidates[best];
  const found = chosen !== undefined && (own[best] as number) > none;
  const main = found ? (heads[chosen.main] as ListedItem).id : null;
  const confidence = rounded(found ? (own[best] as number) : none);
  const backed = found && segmentsOf(item).some((segment) => told.has(backing(segment, chosen.main)));
  if (stated !== undefined || chosen === undefined)
    return { item: item.id, main, confidence, backed, candidates: [], evidence: [] };
  const likeliest = candidates
    .map((candidate, at) => ({
      reference: (heads[candidate.main] as ListedItem).id,
      confidence: rounded(own[at] as number),
    }))
    .sort((one, other) => other.confidence - one.confidence || (one.reference < other.reference ? -1 : 1))
    .slice(0, SHOWN_CANDIDATES);
  const bits = reasons(place, best);
  const head = (heads[chosen.main] as ListedItem).prepared;
  const evidence = REASONS.filter((reason) => bits[reason] !== 0)
    .map((feature) => ({ feature, bits: rounded(bits[feature]), ...noteOf(feature, item.prepared, head) }))
    .sort(
      (one, other) => Math.abs(other.bits) - Math.abs(one.bits) || (one.feature < other.feature ? -1 : 1),
    );
  return { item: item.id, main, confidence, backed, candidates: likeliest, evidence };
};
