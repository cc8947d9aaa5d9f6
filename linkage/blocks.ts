import type { Level } from '../catalog/levels.ts';
import type { LinkKind } from '../catalog/link-kinds.ts';
import { LOCAL_LEVELS, referenceRegions } from '../catalog/reference-scope.ts';
import type { Sql, TransactionSql } from '../db/client.ts';

/** One list against what its items may be linked to: what a run does at a time. */
export interface Block {
  readonly kind: LinkKind;
  /** The list whose items look for a partner. */
  readonly catalogId: string;
  /** The list the partners stand in; empty: all lists of the county that kind SOURCE allows. */
  readonly rightCatalogId: string;
  /** The region both sides are limited to; empty where the lists themselves are the limit. */
  readonly regionCode: string;
  /** Items on the left, a measure of the work. */
  readonly weight: number;
}

/** The part of a list that lies in one region at one level. */
export interface ListPart {
  readonly catalogId: string;
  readonly listKind: string;
  readonly level: Level;
  readonly regionCode: string;
  readonly items: number;
  /** Whether one of its items names a main item. */
  readonly namesMain: boolean;
}

/** The lists of a release, by region and level. */
export const readParts = async (sql: Sql | TransactionSql, release: number): Promise<readonly ListPart[]> =>
  await sql<ListPart[]>`
  with naming as (
    select distinct catalog_id from (
      select catalog_id, elements, from_release, to_release from county.item
      union all select catalog_id, elements, from_release, to_release from township.item) i
    where i.elements ?| array['mainItemName', 'mainItemCode'] and i.from_release <= ${release} and i.to_release > ${release}
  )
  select i.catalog_id as "catalogId", i.kind as "listKind", i.level, i.region_code as "regionCode",
    count(*)::int as items, n.catalog_id is not null as "namesMain"
  from matching.item i left join naming n using (catalog_id)
  where i.from_release <= ${release} and i.to_release > ${release}
  group by 1, 2, 3, 4, 6 order by 1, 4, 3`;

const countyOf = (region: string): string => region.slice(0, 6).padEnd(12, '0');

/** Sums the parts that make the same block. */
const gathered = (blocks: readonly Block[]): readonly Block[] => {
  const sums = new Map<string, Block>();
  for (const block of blocks) {
    const key = [block.kind, block.catalogId, block.rightCatalogId, block.regionCode].join(' ');
    const before = sums.get(key);
    sums.set(key, before === undefined ? block : { ...before, weight: before.weight + block.weight });
  }
  return [...sums.values()];
};

const isReference = (part: ListPart): boolean => part.listKind === 'REFERENCE';

/** A local item may answer an item of its own province's catalog, and one of a national one. */
const referenceBlocks = (parts: readonly ListPart[]): readonly Block[] => {
  const catalogs = new Map<string, ReadonlySet<string>>();
  for (const part of parts.filter(isReference)) {
    catalogs.set(part.regionCode, new Set([...(catalogs.get(part.regionCode) ?? []), part.catalogId]));
  }
  return parts
    .filter((part) => !isReference(part) && LOCAL_LEVELS.includes(part.level))
    .flatMap((part) =>
      referenceRegions(part.regionCode).flatMap((region) =>
        [...(catalogs.get(region) ?? [])].map((rightCatalogId): Block => {
          const { catalogId, items } = part;
          return { kind: 'REFERENCE', catalogId, rightCatalogId, regionCode: '', weight: items };
        }),
      ),
    );
};

/** 乡镇延伸事项: the source stands in a list of the same county and kind. */
const sourceBlocks = (parts: readonly ListPart[]): readonly Block[] => {
  const offered = new Set(
    parts.filter((part) => part.level === 'COUNTY').map((part) => `${part.listKind} ${part.regionCode}`),
  );
  return parts
    .filter((part) => part.level === 'TOWNSHIP' || part.level === 'VILLAGE')
    .filter((part) => offered.has(`${part.listKind} ${countyOf(part.regionCode)}`))
    .map(({ catalogId, regionCode, items }) => ({
      kind: 'SOURCE',
      catalogId,
      rightCatalogId: '',
      regionCode: countyOf(regionCode),
      weight: items,
    }));
};

/** 武陵源, 镇坪: the same service on the power list and the service lists of one place. */
const counterpartBlocks = (parts: readonly ListPart[]): readonly Block[] => {
  const services = new Map<string, ListPart[]>();
  for (const part of parts) {
    if (part.listKind !== 'PUBLIC_SERVICE' && part.listKind !== 'GOVERNMENT_SERVICE') continue;
    services.set(part.regionCode, [...(services.get(part.regionCode) ?? []), part]);
  }
  return parts
    .filter((part) => part.listKind === 'POWER' || part.listKind === 'PUBLIC_SERVICE')
    .filter((part) => LOCAL_LEVELS.includes(part.level))
    .flatMap(({ catalogId, listKind, regionCode, items }) =>
      (services.get(regionCode) ?? [])
        .filter((right) => right.listKind !== listKind)
        .map((right): Block => {
          const rightCatalogId = right.catalogId;
          return { kind: 'COUNTERPART', catalogId, rightCatalogId, regionCode, weight: items };
        }),
    );
};

/** A sub-item and its main item stand in one list, as far as the main item has a row of its own. */
const mainBlocks = (parts: readonly ListPart[]): readonly Block[] =>
  parts
    .filter((part) => part.namesMain)
    .map(({ catalogId, items }) => ({
      kind: 'MAIN',
      catalogId,
      rightCatalogId: catalogId,
      regionCode: '',
      weight: items,
    }));

/** Every block that the lists of a release call for, each once. */
export const blocksOf = (parts: readonly ListPart[]): readonly Block[] =>
  gathered([
    ...referenceBlocks(parts),
    ...sourceBlocks(parts),
    ...counterpartBlocks(parts),
    ...mainBlocks(parts),
  ]);

/** The lists a block reads: its own and those its partners stand in. */
export const listsOfBlock = (block: Block, parts: readonly ListPart[]): ReadonlySet<string> => {
  if (block.rightCatalogId !== '') return new Set([block.catalogId, block.rightCatalogId]);
  const kinds = new Set(
    parts.filter((part) => part.catalogId === block.catalogId).map((part) => part.listKind),
  );
  const sources = parts.filter(
    (part) => part.level === 'COUNTY' && part.regionCode === block.regionCode && kinds.has(part.listKind),
  );
  return new Set([block.catalogId, ...sources.map((part) => part.catalogId)]);
};
