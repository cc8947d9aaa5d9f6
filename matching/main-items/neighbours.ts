import type { CodeKey } from '../fields/code-key.ts';
import { buildGramIndex } from '../index/gram-index.ts';
import { BACKGROUND } from '../model/background.ts';
import { cosine } from '../name/weighted-grams.ts';
import type { ListedItem } from './listed-item.ts';

/** An item near another one, and how much its main item says of the other's. */
export interface Neighbour {
  readonly place: number;
  readonly weight: number;
  /** Whether their codes share the segment of the main item. */
  readonly coded: boolean;
}

/** Neighbours looked at in one segment: of hundreds of items under one code, the nearest ones. */
const NEAREST = 60;
/** Items of like wording looked at beyond the segment. */
const ALIKE = 6;
const LEAST_ALIKE = 0.4;
/** What items of another type or another office say of each other. */
const OTHER_TYPE = 0.1;
const OTHER_OFFICE = 0.6;

const segmentOf = ({ space, main }: CodeKey): string => `${space}/${main}`;

const numberOf = ({ sub }: CodeKey): number => Number.parseInt(sub.replaceAll(/\D/gu, ''), 10) || 0;

/** The segments of an item's codes, each once. */
export const segmentsOf = ({ prepared }: ListedItem): readonly string[] => [
  ...new Set(prepared.codes.map(segmentOf)),
];

/** Items by the segment of their codes, in the order of the numbers behind it. */
export function bySegment(items: readonly ListedItem[]): ReadonlyMap<string, readonly number[]> {
  const segments = new Map<string, { place: number; number: number }[]>();
  for (const [place, { prepared }] of items.entries()) {
    const seen = new Set<string>();
    for (const code of prepared.codes) {
      const segment = segmentOf(code);
      if (seen.has(segment)) continue;
      seen.add(segment);
      const list = segments.get(segment) ?? [];
      list.push({ place, number: numberOf(code) });
      segments.set(segment, list);
    }
  }
  return new Map(
    [...segments].map(([segment, list]) => [
      segment,
      list
        .sort((one, other) => one.number - other.number || one.place - other.place)
        .map(({ place }) => place),
    ]),
  );
}

const fieldsWeight = (one: ListedItem, other: ListedItem): number =>
  (one.type === other.type ? 1 : OTHER_TYPE) * (one.office === other.office ? 1 : OTHER_OFFICE);

/** For each item those whose main items speak for its own: in the same segment, and of like wording in one office. */
export function neighboursOf(items: readonly ListedItem[]): readonly (readonly Neighbour[])[] {
  const found: Map<number, Neighbour>[] = items.map(() => new Map());
  const wording = (one: ListedItem, other: ListedItem): number =>
    cosine(one.prepared.name.grams, other.prepared.name.grams);
  for (const segment of bySegment(items).values()) {
    for (const [rank, place] of segment.entries()) {
      const one = items[place] as ListedItem;
      for (const near of nearest(segment, rank)) {
        const other = items[near.place] as ListedItem;
        // Numbers given out one after the other mostly belong together, and so do like names under one number.
        const close = 0.7 + 0.3 / (1 + 0.3 * (near.distance - 1));
        const weight = close * (0.5 + 2 * wording(one, other)) * fieldsWeight(one, other);
        found[place]?.set(near.place, { place: near.place, weight, coded: true });
      }
    }
  }
  addAlike(items, found, wording);
  return found.map((near) => [...near.values()].sort((one, other) => one.place - other.place));
}

const nearest = (segment: readonly number[], rank: number) => {
  const from = Math.max(0, rank - NEAREST / 2);
  return segment
    .slice(from, rank + NEAREST / 2 + 1)
    .map((place, at) => ({ place, distance: Math.abs(from + at - rank) }))
    .filter(({ distance }) => distance > 0);
};

const addAlike = (
  items: readonly ListedItem[],
  found: readonly Map<number, Neighbour>[],
  wording: (one: ListedItem, other: ListedItem) => number,
): void => {
  const index = buildGramIndex(
    items.map(({ prepared }) => prepared.core),
    BACKGROUND,
  );
  for (const [place, item] of items.entries()) {
    const { documents, count } = index.search(item.prepared.core, ALIKE + 1);
    for (const other of documents.slice(0, count())) {
      const near = items[other] as ListedItem;
      const alike = wording(item, near);
      if (other === place || found[place]?.has(other) === true) continue;
      if (alike <= LEAST_ALIKE || item.office !== near.office || item.type !== near.type) continue;
      found[place]?.set(other, { place: other, weight: alike - LEAST_ALIKE, coded: false });
    }
  }
};
