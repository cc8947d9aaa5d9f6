import { and, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from '../../db/client.ts';
import { catalog, organisation, referenceItem, region } from '../../db/reference.ts';
import { validIn } from '../../db/version.ts';
import { createItemQueries } from '../item-queries.ts';
import type { Item } from '../item-row.ts';
import type { Projection } from '../projection.ts';

/** A code looked for, in one catalog or in any. */
export interface AskedCode {
  readonly codeKey: string;
  readonly catalogId: string | null;
}

/** An item and the code it answers. */
export type FoundItem = Item & { readonly asked: AskedCode };

export const organisationColumns = {
  id: organisation.organisationId,
  name: organisation.organisationName,
  canonicalName: organisation.canonicalName,
  unifiedCreditCode: organisation.unifiedCreditCode,
  regionCode: organisation.regionCode,
};

export const regionColumns = {
  id: region.regionCode,
  name: region.regionName,
  fullName: region.fullName,
  level: region.level,
  parentCode: region.parentCode,
};

export const catalogColumns = {
  id: catalog.catalogId,
  key: catalog.catalogKey,
  name: catalog.catalogName,
  level: catalog.level,
  kind: catalog.kind,
  regionCode: catalog.regionCode,
  itemCount: catalog.itemCount,
  nilReturns: catalog.nilReturns,
  sinceRelease: catalog.fromRelease,
};

/** For each code the first item, by catalog and order in it, that bears it as its main or its basic code. */
const itemsByCode =
  (client: Sql) =>
  (release: number, codes: readonly AskedCode[], { columns }: Projection): Promise<readonly FoundItem[]> =>
    client<FoundItem[]>`
      select json_build_object('codeKey', asked.code_key, 'catalogId', asked.catalog_id) as asked, found.*
      from unnest(${codes.map((code) => code.codeKey)}::text[], ${codes.map((code) => code.catalogId)}::text[])
        as asked(code_key, catalog_id)
      cross join lateral (
        select ${client.unsafe(columns)} from reference.item i
        where (i.code_key = asked.code_key or i.basic_key = asked.code_key)
          and (asked.catalog_id is null or i.catalog_id = asked.catalog_id)
          and i.from_release <= ${release} and i.to_release > ${release}
        order by i.catalog_id, i.ordinal limit 1
      ) found`;

/** The statements that read single objects of the reference subgraph by their keys. */
export const createReferenceQueries = (client: Sql) => {
  const database = drizzle(client);
  const keys = sql.placeholder('keys');
  const release = sql`${sql.placeholder('release')}`;
  const regions = database
    .select(regionColumns)
    .from(region)
    .where(and(sql`${region.regionCode} = any(${keys})`, validIn(region, release)))
    .prepare('regions_by_code');
  const catalogs = database
    .select(catalogColumns)
    .from(catalog)
    .where(and(sql`${catalog.catalogId} = any(${keys})`, validIn(catalog, release)))
    .prepare('catalogs_by_id');
  const organisations = database
    .select(organisationColumns)
    .from(organisation)
    .where(and(sql`${organisation.organisationId} = any(${keys})`, validIn(organisation, release)))
    .prepare('organisations_by_id');
  return {
    items: createItemQueries(client, referenceItem),
    regions: (release: number, codes: readonly string[]) => regions.execute({ release, keys: codes }),
    catalogs: (release: number, ids: readonly string[]) => catalogs.execute({ release, keys: ids }),
    organisations: (release: number, ids: readonly string[]) => organisations.execute({ release, keys: ids }),
    itemsByCode: itemsByCode(client),
  };
};

export type ReferenceQueries = ReturnType<typeof createReferenceQueries>;
