import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { countyItem } from '../db/county.ts';
import { guide } from '../db/guide.ts';
import { indexedItem, match } from '../db/matching.ts';
import { catalog, organisation, referenceItem, region } from '../db/reference.ts';
import { townshipItem } from '../db/township.ts';
import { guideStoredFields } from '../subgraphs/guide/queries.ts';
import { guideResolvers } from '../subgraphs/guide/resolvers.ts';
import { coreItemFields, itemFields, sharedItemTypes } from '../subgraphs/item-fields.ts';
import { BEHIND_ITEM_FIELDS, itemStoredFields } from '../subgraphs/item-queries.ts';
import { indexColumns } from '../subgraphs/matching/columns.ts';
import { matchColumns } from '../subgraphs/matching/match-row.ts';
import type { StoredFields } from '../subgraphs/projection.ts';
import { catalogColumns, organisationColumns, regionColumns } from '../subgraphs/reference/queries.ts';

/** A field told from its row alone, as the subgraph's own resolver tells it. */
type RowResolver = (row: never, args: never, context: never) => unknown;

export type Resolvers = Readonly<Record<string, RowResolver>>;

/** Where rows are read from, and how they answer fields. */
export interface Source {
  readonly table: string;
  readonly id: string;
  readonly fields: StoredFields;
  readonly resolvers: Resolvers;
}

const nameOf = (table: PgTable): string => {
  const { schema, name } = getTableConfig(table);
  return `${schema}.${name}`;
};

const plain = (columns: StoredFields['columns'], behind: StoredFields['behind'] = {}): StoredFields => ({
  columns,
  always: ['id'],
  behind,
  document: '',
  members: () => [],
});

const itemSource = (table: typeof countyItem): Source => ({
  table: nameOf(table),
  id: 'item_id',
  fields: itemStoredFields(table),
  resolvers: itemFields,
});

/**
 * The tables by the type whose objects they hold; `IndexedItem` holds the shared fields of every item, and
 * `PublishedCatalog` is the door behind which other subgraphs see that a catalog is there.
 */
export const SOURCES = {
  ReferenceItem: itemSource(referenceItem),
  CountyItem: itemSource(countyItem),
  TownshipItem: itemSource(townshipItem),
  IndexedItem: {
    table: nameOf(indexedItem),
    id: 'item_id',
    fields: plain(indexColumns, BEHIND_ITEM_FIELDS),
    resolvers: coreItemFields,
  },
  Match: { table: nameOf(match), id: 'match_id', fields: plain(matchColumns), resolvers: {} },
  Guide: {
    table: nameOf(guide),
    id: 'guide_id',
    fields: guideStoredFields,
    resolvers: guideResolvers.Guide as Resolvers,
  },
  Region: { table: nameOf(region), id: 'region_code', fields: plain(regionColumns), resolvers: {} },
  Organisation: {
    table: nameOf(organisation),
    id: 'organisation_id',
    fields: plain(organisationColumns),
    resolvers: {},
  },
  Catalog: { table: nameOf(catalog), id: 'catalog_id', fields: plain(catalogColumns), resolvers: {} },
  PublishedCatalog: {
    table: 'reference.published_catalog',
    id: 'catalog_id',
    fields: plain({ id: catalog.catalogId }),
    resolvers: {},
  },
} as const satisfies Readonly<Record<string, Source>>;

/** The types an item may have. */
export const ITEMS = ['ReferenceItem', 'CountyItem', 'TownshipItem'] as const;

export type SourceName = keyof typeof SOURCES;

/** What lies in documents and has resolvers of its own; all other fields there are members by their names. */
export const RESOLVERS_IN_DOCUMENTS: Readonly<Record<string, Resolvers>> = {
  Code: sharedItemTypes.Code,
  Material: guideResolvers.Material,
};
