import type { Level } from '../../catalog/levels.ts';
import type { Authority, BasedOn } from '../../comparison/authority.ts';
import { compareLists, isOwedAt, type ReferenceRow } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';
import { type MainItems, mainItemsOf } from '../../comparison/main-items.ts';
import type { DraftChange } from './impact-draft.ts';

/** A reference catalog as it is and as a draft would make it. */
export interface BothCatalogs {
  readonly published: readonly ComparedItem[];
  readonly drafted: readonly ComparedItem[];
}

/** How one list stands to one reference item, as it is and as it would be; none where there is no such row. */
export interface BothRows {
  readonly referenceId: string;
  readonly before?: ReferenceRow;
  readonly after?: ReferenceRow;
}

/** The items of both catalogs that a draft can make a list stand to otherwise: what it changes, and with it mains and subs. */
export const concerned = (
  { published, drafted }: BothCatalogs,
  changes: readonly DraftChange[],
): BothCatalogs => {
  const changed = new Set(
    changes.flatMap((change) => [change.published, change.drafted].flatMap((one) => one?.id ?? [])),
  );
  const looked = new Set(changed);
  for (const items of [published, drafted]) {
    const mains = mainItemsOf({ items });
    for (const item of items) {
      const above = mains.of(item);
      if (!changed.has(item.id) && !above.some(({ id }) => changed.has(id))) continue;
      for (const { id } of [item, ...above]) looked.add(id);
    }
  }
  const those = (items: readonly ComparedItem[]) => items.filter(({ id }) => looked.has(id));
  return { published: those(published), drafted: those(drafted) };
};

/** What decides whether a list without it is asked for an item. */
const askedBy = (item: ComparedItem | undefined, mains: MainItems, level: Level): string =>
  item === undefined
    ? ''
    : [
        ...[item.state, item.itemType, item.elements['serviceMode']],
        isOwedAt(item, mains.of(item), level),
        ...[mains.ids.has(item.id), ...mains.of(item).map(({ id }) => id), ...item.departmentFunctions],
      ].join(' ');

const byId = (items: readonly ComparedItem[]) => new Map(items.map((item) => [item.id, item]));

const versionOf = ({ id, version, elements }: ComparedItem): BasedOn => ({
  referenceId: id,
  version,
  elements,
  sinceRelease: 0,
  sinceDay: '',
});

/**
 * Sets the lists of an authority beside a catalog as it is and as it would be. `whole` tells which items are main items;
 * `looked` (`concerned`) are the only ones looked at.
 */
export const createWorlds = (whole: BothCatalogs, looked: BothCatalogs, level: Level) => {
  const mains = {
    before: mainItemsOf({ items: whole.published }),
    after: mainItemsOf({ items: whole.drafted }),
  };
  const [published, drafted] = [byId(looked.published), byId(looked.drafted)];
  const asked = new Set(
    [...new Set([...published.keys(), ...drafted.keys()])].filter(
      (id) =>
        askedBy(published.get(id), mains.before, level) !== askedBy(drafted.get(id), mains.after, level),
    ),
  );

  /** Items that may stand otherwise at an authority: those it has taken up, with their subs, and what asks otherwise. */
  const wantedAt = ({ links }: Authority, items: readonly ComparedItem[], { of }: MainItems) => {
    const isLinked = ({ id }: ComparedItem): boolean => links.to('REFERENCE', id).length > 0;
    const wanted = items.filter((item) => asked.has(item.id) || isLinked(item) || of(item).some(isLinked));
    const ids = new Set([...wanted, ...wanted.flatMap(of)].map(({ id }) => id));
    return items.filter(({ id }) => ids.has(id));
  };

  const rowsOf = (
    authority: Authority,
    list: ComparedList,
    items: readonly ComparedItem[],
    own: MainItems,
  ): ReadonlyMap<string, ReferenceRow> => {
    const [catalog] = authority.references as readonly [ComparedList];
    const { rows } = compareLists(authority, list, { ...catalog, items });
    // A main item without its subs beside it looks like any other.
    const isRow = ({ reference, adoption: { by, besides } }: ReferenceRow) =>
      !own.ids.has(reference.id) || by.length + besides.length > 0;
    return new Map(rows.filter(isRow).map((row) => [row.reference.id, row]));
  };

  /** The rows of every list of an authority that may come out otherwise, list by list. */
  return (
    authority: Authority,
  ): readonly { readonly list: ComparedList; readonly rows: readonly BothRows[] }[] => {
    const then: Authority = {
      ...authority,
      earlierVersions: (id) => {
        const now = published.get(id);
        return [...(now === undefined ? [] : [versionOf(now)]), ...authority.earlierVersions(id)];
      },
    };
    const before = wantedAt(authority, looked.published, mains.before);
    const after = wantedAt(authority, looked.drafted, mains.after);
    return authority.lists.map((list) => {
      const [was, willBe] = [
        rowsOf(authority, list, before, mains.before),
        rowsOf(then, list, after, mains.after),
      ];
      const ids = new Set([...was.keys(), ...willBe.keys()]);
      const rows = [...ids].map((referenceId): BothRows => {
        const [one, other] = [was.get(referenceId), willBe.get(referenceId)];
        return {
          referenceId,
          ...(one === undefined ? {} : { before: one }),
          ...(other === undefined ? {} : { after: other }),
        };
      });
      return { list, rows };
    });
  };
};
