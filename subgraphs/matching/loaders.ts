import type { Sql } from '../../db/client.ts';
import { groupLoader, perArguments, valueLoader } from '../batch.ts';
import { typeOfId } from '../type-of-id.ts';
import { createItems } from './items.ts';
import { createCatalogItems, createLinkedItems } from './links.ts';
import { createMatchQueries, type EdgeKind } from './match-queries.ts';
import { createIndexQueries, type DoorName } from './queries.ts';
import { createSearchQueries } from './search-queries.ts';

/** Prepares the statements once; the result makes the loaders of a request. */
export const prepareMatching = (sql: Sql) => {
  const index = createIndexQueries(sql);
  const searches = createSearchQueries(sql);
  const matches = createMatchQueries(sql);
  return (release: number) => {
    const item = valueLoader(
      (ids) => index.byIds(release, ids),
      (row) => row.id,
    );
    const match = valueLoader(
      (ids) => matches.byIds(release, ids),
      (row) => row.id,
    );
    const behindDoor = perArguments((door: DoorName) =>
      valueLoader(
        (ids) => index.existing(release, door, ids),
        (row) => row.id,
      ),
    );
    const bestUp = perArguments((kind: EdgeKind) =>
      valueLoader(
        (items) => matches.bestUp(release, kind, items),
        (row) => row.leftId,
      ),
    );
    return {
      item,
      match,
      bestUp,
      adoptedVersion: valueLoader(
        (items) => matches.adoptedVersions(release, items),
        (row) => row.itemId,
      ),
      counterparts: groupLoader(
        (items) => matches.counterparts(release, items),
        (row) => row.owner,
      ),
      items: createItems(index, searches, release),
      linkedItems: createLinkedItems(matches, release),
      catalogItems: createCatalogItems(index, release),
      /** The object of an id, as far as this subgraph knows it; null when the release has none. */
      node: async (id: string): Promise<{ readonly id: string } | null> => {
        const type = typeOfId(id);
        if (type === undefined) return null;
        if (type === 'Match') return match.load(id);
        return type.endsWith('Item') ? item.load(id) : behindDoor(id, type as DoorName);
      },
    };
  };
};

export type MatchingLoaders = ReturnType<ReturnType<typeof prepareMatching>>;
