import { expect } from 'vitest';
import { stableId } from '../../intake/identity.ts';
import { type Data, throughPages } from '../subgraphs/ask.ts';

export const REFERENCE = stableId('catalog', 'reference');

/** Asks a hub and gives the data of an answer without errors. */
export type Query = (text: string, variables: object) => Promise<Data>;

const LISTS = `query Lists($level: Level) { catalogs(first: 100, level: $level) { nodes { id kind region { id } } } }`;
const ROWS = `query Rows($left: ID!, $right: ID!, $after: String) {
  compareCatalogs(left: $left, right: $right) {
    rows(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
      state reference { id state }
      adopters { main { id } item { id state catalog { id } }
        drift(state: [UNCHANGED, COSMETIC, FOLLOWED, BEHIND, LOCAL_EDIT, CONFLICT]) { element state } } } }
  }
}`;
const BEYOND_LEVEL = `query Beyond($region: ID!, $level: Level, $after: String) {
  findings(region: $region, level: $level, filter: { rule: [CMP_09] }, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor } nodes { item { id } } }
}`;

export interface Standing {
  /** By `region item reference`: every element of the item with its state. */
  readonly adopted: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** `region reference` of what a list is asked for and has not. */
  readonly owed: ReadonlySet<string>;
  /** Items that their reference does not let the level exercise. */
  readonly beyond: ReadonlySet<string>;
}

/** How every list of a level stands to the reference catalog, as comparisons tell it. */
export const standing = async (query: Query, level: string): Promise<Standing> => {
  const adopted = new Map<string, ReadonlyMap<string, string>>();
  const [owed, beyond] = [new Set<string>(), new Set<string>()];
  const { catalogs } = await query(LISTS, { level });
  const lists = (catalogs.nodes as readonly Data[]).filter(({ kind }) => kind !== 'GUIDE');
  expect(lists.length).toBeGreaterThan(2);
  for (const { id: left, region } of lists) {
    const found = await throughPages(
      async (after) => (await query(ROWS, { left, right: REFERENCE, after })).compareCatalogs.rows,
    );
    for (const { state, reference, adopters } of found) {
      if (state === 'UNANSWERED' && reference.state === 'IN_FORCE') owed.add(`${region.id} ${reference.id}`);
      for (const { main, item, drift } of adopters as readonly Data[])
        if (main === null && item.catalog.id === left && item.state !== 'CANCELLED')
          adopted.set(
            `${region.id} ${item.id} ${reference.id}`,
            new Map((drift as readonly Data[]).map((one) => [one.element, one.state])),
          );
    }
  }
  for (const region of new Set(lists.map((one) => one.region.id as string))) {
    const found = await throughPages(
      async (after) => (await query(BEYOND_LEVEL, { region, level, after })).findings,
    );
    for (const { item } of found) beyond.add(item.id);
  }
  return { adopted, owed, beyond };
};

/** Other words for the same are no change of substance, and an element that neither side had was unchanged. */
export const standingOf = (state: string | undefined): string =>
  state === undefined || state === 'COSMETIC' ? 'UNCHANGED' : state;

/** Items that stand otherwise than before: in which elements; none where the reference item is gone or of another level. */
export const changesBetween = (
  before: Standing,
  after: Standing,
): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...before.adopted].flatMap(([key, elements]) => {
      const now = after.adopted.get(key);
      const item = key.split(' ')[1] ?? '';
      const isMoved = before.beyond.has(item) !== after.beyond.has(item);
      const moved = [...(now ?? [])]
        .filter(([element, state]) => standingOf(elements.get(element)) !== standingOf(state))
        .map(([element, state]) => `${element} ${standingOf(elements.get(element))} ${standingOf(state)}`);
      return now === undefined || isMoved || moved.length > 0 ? [[key, moved.sort()] as const] : [];
    }),
  );
