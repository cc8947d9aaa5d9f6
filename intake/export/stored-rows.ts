import type { Sql, TransactionSql } from '../../db/client.ts';
import { BLOCK_OWNERS, type Block } from '../layouts/slots.ts';

type Values = Readonly<Record<string, unknown>>;

/** A row of a list as a release has it, in the terms of an import: one for each row of the source. */
export interface StoredRow {
  /** The source's own key, or what stands for it. */
  readonly key: string;
  readonly level: string | undefined;
  readonly regionCode: string;
  readonly regionName: string | undefined;
  readonly organisationName: string | undefined;
  readonly organisationCode: string | undefined;
  readonly name: string;
  readonly itemType: string | undefined;
  readonly basicCode: string | undefined;
  readonly implementationCode: string | undefined;
  /** `SCHEME:normalized` of the code a row of a guide collection goes by. */
  readonly codeKey: string | undefined;
  readonly state: string | undefined;
  readonly item: Values;
  readonly guide: Values;
  readonly blocks: Readonly<Partial<Record<Block, readonly Values[]>>>;
  readonly unrecognised: readonly { readonly element: string; readonly raw: string }[];
  readonly otherColumns: readonly { readonly title: string; readonly value: string }[];
  /** Codes of the problems stored with the row. */
  readonly problems: readonly string[];
}

interface Queried {
  readonly key: string;
  readonly level: string | null;
  readonly regionCode: string;
  readonly regionName: string | null;
  readonly organisationName: string | null;
  readonly organisationCode: string | null;
  readonly name: string;
  readonly itemType: string | null;
  readonly basicCode: string | null;
  readonly implementationCode: string | null;
  readonly codeKey: string | null;
  readonly state: string | null;
  readonly elements: Values;
  readonly guide: Values | null;
  readonly problems: readonly { readonly code: string }[] | null;
}

const told = (value: string | null): string | undefined => value ?? undefined;

/** Splits the elements of a guide into texts and blocks; materials that are only the names of one cell are no block. */
const splitGuide = (elements: Values) => {
  const guide: Record<string, unknown> = {};
  const blocks: Partial<Record<Block, readonly Values[]>> = {};
  for (const [element, value] of Object.entries(elements)) {
    if (Object.hasOwn(BLOCK_OWNERS, element)) blocks[element as Block] = value as readonly Values[];
    else guide[element] = value;
  }
  const names = guide['materialsText'];
  const derived = Array.isArray(names) && JSON.stringify(names.map((name) => ({ name })));
  if (derived === JSON.stringify(blocks.materials)) delete blocks.materials;
  return { guide, blocks };
};

const storedRow = (row: Queried, isGuide: boolean): StoredRow => {
  const { unrecognised = [], otherColumns = [], itemElements, ...own } = row.elements;
  const { legalBases, ...item } = (isGuide ? (itemElements ?? {}) : own) as Values;
  const { guide, blocks } = splitGuide((isGuide ? own : row.guide) ?? {});
  return {
    key: row.key,
    level: told(row.level),
    regionCode: row.regionCode,
    // A place nobody has named goes by its code; that is no name.
    regionName: row.regionName === row.regionCode ? undefined : told(row.regionName),
    organisationName: told(row.organisationName),
    organisationCode: told(row.organisationCode),
    name: row.name,
    itemType: told(row.itemType),
    basicCode: told(row.basicCode),
    implementationCode: told(row.implementationCode),
    codeKey: told(row.codeKey),
    state: told(row.state),
    item,
    guide,
    blocks: legalBases === undefined ? blocks : { ...blocks, legalBases: legalBases as readonly Values[] },
    unrecognised: unrecognised as StoredRow['unrecognised'],
    otherColumns: otherColumns as StoredRow['otherColumns'],
    problems: (row.problems ?? []).map(({ code }) => code),
  };
};

const itemQuery = (sql: TransactionSql, table: string, catalogId: string, release: number) => sql`
  select i.ordinal, i.item_id as id, i.source ->> 'key' as key, i.level, i.region_code as "regionCode",
    r.full_name as "regionName", o.organisation_name as "organisationName",
    o.unified_credit_code as "organisationCode", i.task_name as name, i.item_type as "itemType",
    i.basic_code as "basicCode", i.implementation_code as "implementationCode", null as "codeKey",
    i.task_state as state, i.elements, g.elements as guide, i.problems
  from ${sql(table)} i
  left join guide.guide g on g.guide_id = 'gd_' || substr(i.item_id, 4) and g.precedence = 1
    and g.from_release <= ${release} and g.to_release > ${release}
  left join reference.region r on r.region_code = i.region_code
    and r.from_release <= ${release} and r.to_release > ${release}
  left join reference.organisation o on o.organisation_id = i.organisation_id
    and o.from_release <= ${release} and o.to_release > ${release}
  where i.catalog_id = ${catalogId} and i.from_release <= ${release} and i.to_release > ${release}`;

const guideQuery = (sql: TransactionSql, catalogId: string, release: number) => sql`
  select g.ordinal, g.guide_id as id, g.source ->> 'key' as key, null as level, g.item_region_code as "regionCode",
    r.full_name as "regionName", null as "organisationName", null as "organisationCode", g.guide_name as name,
    null as "itemType", null as "basicCode", null as "implementationCode", g.item_code_key as "codeKey",
    null as state, g.elements, null as guide, g.problems
  from guide.guide g
  left join reference.region r on r.region_code = g.item_region_code
    and r.from_release <= ${release} and r.to_release > ${release}
  where g.catalog_id = ${catalogId} and g.precedence = 0
    and g.from_release <= ${release} and g.to_release > ${release}`;

/** Rows fetched at once: what stands in memory of a list of any length. */
const FETCH = 500;

/** The rows of a list in a release, in the order of the source, fetched piece by piece. */
export async function* storedRows(
  sql: TransactionSql,
  catalogId: string,
  isGuide: boolean,
  release: number,
): AsyncGenerator<readonly StoredRow[]> {
  const items = (table: string) => itemQuery(sql, table, catalogId, release);
  const query = isGuide
    ? sql<Queried[]>`${guideQuery(sql, catalogId, release)} order by ordinal, id`
    : sql<
        Queried[]
      >`${items('reference.item')} union all ${items('county.item')} union all ${items('township.item')}
        order by ordinal, id`;
  for await (const rows of query.cursor(FETCH)) yield rows.map((row) => storedRow(row, isGuide));
}

/** A list as a release has it. */
export interface StoredList {
  readonly catalogId: string;
  readonly key: string;
  readonly level: string;
  readonly kind: string;
  readonly regionCode: string;
}

export type FoundList =
  | { readonly kind: 'FOUND'; readonly list: StoredList; readonly release: number }
  | { readonly kind: 'NO_RELEASE'; readonly newest: number }
  | { readonly kind: 'NO_LIST'; readonly release: number; readonly keys: readonly string[] };

/** Finds a list in a release, the newest where none is named; else says what there is. */
export const findList = async (
  sql: Sql | TransactionSql,
  key: string,
  wanted: number | undefined,
): Promise<FoundList> => {
  const [row] = await sql<
    { newest: number }[]
  >`select coalesce(max(number), 0)::int as newest from release.release`;
  const newest = row?.newest ?? 0;
  const release = wanted ?? newest;
  if (newest === 0 || release < 1 || release > newest) return { kind: 'NO_RELEASE', newest };
  const lists = await sql<StoredList[]>`
    select catalog_id as "catalogId", catalog_key as key, level, kind, region_code as "regionCode"
    from reference.catalog where from_release <= ${release} and to_release > ${release} order by catalog_key`;
  const list = lists.find((each) => each.key === key);
  if (list === undefined) return { kind: 'NO_LIST', release, keys: lists.map((each) => each.key) };
  return { kind: 'FOUND', list, release };
};

/** How many guides a list of items holds as rows of their own, which only a workbook has room for beside the items. */
export const guidesBeside = async (
  sql: Sql,
  { catalogId, kind }: StoredList,
  release: number,
): Promise<number> => {
  if (kind === 'GUIDE') return 0;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from guide.guide
    where catalog_id = ${catalogId} and precedence = 0 and from_release <= ${release} and to_release > ${release}`;
  return row?.count ?? 0;
};
