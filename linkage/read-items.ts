import type postgres from 'postgres';
import type { LegalBasis } from '../catalog/legal-basis.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import type { BlockItem } from '../matching/block/block-item.ts';
import type { Block } from './blocks.ts';

/** A stored item as the engine takes it, and what else the rules of linking look at. */
export interface StoredItem extends BlockItem {
  readonly regionCode: string;
  readonly mainItemCode?: string;
}

interface ItemRow {
  readonly id: string;
  readonly name: string;
  readonly catalogId: string;
  readonly codes: readonly string[];
  readonly type: string;
  readonly department: string | null;
  readonly legalBases: readonly LegalBasis[] | null;
  readonly region: string | null;
  readonly regionCode: string;
  readonly parentName: string | null;
  readonly mainItemCode: string | null;
}

const itemOf = (row: ItemRow): StoredItem => ({
  id: row.id,
  name: row.name,
  // Two villages may list the same service of offices of the same name: each is a list of its own.
  list: `${row.catalogId} ${row.regionCode}`,
  codes: row.codes,
  region: row.region ?? row.regionCode,
  regionCode: row.regionCode,
  ...(row.type === 'UNRECOGNISED' ? {} : { type: row.type }),
  ...(row.department === null ? {} : { department: row.department }),
  ...(row.legalBases === null ? {} : { legalBases: row.legalBases }),
  ...(row.parentName === null ? {} : { parentName: row.parentName }),
  ...(row.mainItemCode === null ? {} : { mainItemCode: row.mainItemCode }),
});

type Fragment = postgres.PendingQuery<postgres.Row[]>;

const readWhere = async (
  sql: Sql | TransactionSql,
  release: number,
  condition: Fragment,
): Promise<readonly StoredItem[]> => {
  const rows = await sql<ItemRow[]>`
    select i.item_id as id, i.task_name as name, i.catalog_id as "catalogId",
      array_remove(array[i.basic_code, i.implementation_code, i.local_code], null) as codes, i.item_type as type,
      o.organisation_name as department, i.elements -> 'legalBases' as "legalBases", r.full_name as region,
      i.region_code as "regionCode", i.elements ->> 'mainItemName' as "parentName",
      i.elements ->> 'mainItemCode' as "mainItemCode"
    from (select * from reference.item union all select * from county.item union all select * from township.item) i
    left join reference.organisation o on o.organisation_id = i.organisation_id
      and o.from_release <= ${release} and o.to_release > ${release}
    left join reference.region r on r.region_code = i.region_code
      and r.from_release <= ${release} and r.to_release > ${release}
    where i.from_release <= ${release} and i.to_release > ${release} and ${condition}
    order by i.item_id`;
  return rows.map(itemOf);
};

/** The items of a block that look for a partner. */
export const readLefts = (
  sql: Sql | TransactionSql,
  block: Block,
  release: number,
): Promise<readonly StoredItem[]> => {
  const own = sql`i.catalog_id = ${block.catalogId}`;
  const local = sql`${own} and i.level in ('CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')`;
  switch (block.kind) {
    case 'REFERENCE':
      return readWhere(
        sql,
        release,
        sql`${local} and exists (
        select 1 from reference.item r where r.catalog_id = ${block.rightCatalogId}
          and (r.region_code = '000000000000' or left(r.region_code, 2) = left(i.region_code, 2)))`,
      );
    case 'SOURCE':
      return readWhere(
        sql,
        release,
        sql`${own} and i.level in ('TOWNSHIP', 'VILLAGE')
        and left(i.region_code, 6) = ${block.regionCode.slice(0, 6)}`,
      );
    case 'COUNTERPART':
      return readWhere(sql, release, sql`${local} and i.region_code = ${block.regionCode}`);
    case 'MAIN':
      return readWhere(sql, release, own);
  }
};

/** The items a block's may be linked to. */
export const readRights = (
  sql: Sql | TransactionSql,
  block: Block,
  release: number,
): Promise<readonly StoredItem[]> => {
  const own = sql`i.catalog_id = ${block.rightCatalogId}`;
  switch (block.kind) {
    case 'SOURCE':
      return readWhere(
        sql,
        release,
        sql`i.level = 'COUNTY' and i.region_code = ${block.regionCode}
        and i.catalog_id in (select catalog_id from matching.item where region_code = ${block.regionCode})
        and i.kind in (select kind from matching.item where catalog_id = ${block.catalogId})`,
      );
    case 'COUNTERPART':
      return readWhere(sql, release, sql`${own} and i.region_code = ${block.regionCode}`);
    default:
      return readWhere(sql, release, own);
  }
};
