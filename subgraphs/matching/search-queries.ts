import type { Sql } from '../../db/client.ts';
import type { Page } from '../connection.ts';
import type { ItemCore } from '../item-row.ts';
import { INDEX_COLUMNS } from './columns.ts';
import { type Fragment, itemConditions } from './condition-queries.ts';
import type { ItemConditions } from './item-filter.ts';
import type { SearchText } from './search-text.ts';

/** An item found, with what it is ranked by: -1 by its code, 0 the name is the text, 1 it starts so, 2 it contains it. */
export type Hit = ItemCore & { readonly rank: number; readonly length: number; readonly text: string };

/** One search in one release. */
export interface Search {
  readonly release: number;
  readonly today: string;
  readonly search: SearchText;
  readonly conditions: ItemConditions;
}

const CODE_COLUMNS = ['basic_code', 'implementation_code', 'local_code'] as const;
type CodeColumn = (typeof CODE_COLUMNS)[number];

/** No code contains the last character of Unicode: everything with a beginning sorts before it. */
const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`;

const all = (sql: Sql, conditions: readonly Fragment[]): Fragment =>
  conditions.reduce((sum, condition) => sql`${sum} and ${condition}`);

/** A condition that a code starts with a text, written so that the column's index answers it. */
const startsWith = (sql: Sql, column: CodeColumn, prefix: string): Fragment =>
  sql`(i.${sql(column)} >= ${prefix} and i.${sql(column)} < ${endOf(prefix)})`;

/** Each code column with each beginning, every one without what those before it have found already. */
const codeBranches = (sql: Sql, prefixes: readonly string[]) => {
  const starts = CODE_COLUMNS.flatMap((column) =>
    prefixes.map((prefix) => ({ column, condition: startsWith(sql, column, prefix) })),
  );
  return starts.map(({ column, condition }, index) => ({
    column,
    condition,
    earlier: starts.slice(0, index).map((start) => sql`${start.condition} is not true`),
  }));
};

const codeHits = (
  sql: Sql,
  { release, today, search, conditions }: Search,
  { first, after }: Page,
): Fragment[] => {
  const [rank, , text, region, id] = after ?? [];
  if (typeof rank === 'number' && rank >= 0) return [];
  return codeBranches(sql, search.codePrefixes).map(({ column, condition, earlier }) => {
    const behind =
      after === undefined
        ? []
        : [
            sql`(i.${sql(column)}, i.region_code, i.item_id) > (${String(text)}, ${String(region)}, ${String(id)})`,
          ];
    return sql`
      (select -1 as rank, 0 as length, i.${sql(column)} as text, ${sql.unsafe(INDEX_COLUMNS)}
      from matching.item i
      where ${all(sql, [condition, ...earlier, ...behind, itemConditions(sql, release, today, conditions)])}
      order by i.${sql(column)}, i.region_code, i.item_id limit ${first + 1})`;
  });
};

/** The names that contain every term, with their rank. */
const namesFound = (sql: Sql, { whole, terms, grams }: SearchText): Fragment => sql`
  select n.name_key, n.normalized_name as text, char_length(n.normalized_name) as length,
    case when n.normalized_name = ${whole} then 0
      when starts_with(n.normalized_name, ${terms[0] ?? ''}) then 1 else 2 end as rank
  from matching.name n
  where ${all(sql, [
    ...(grams.length === 0 ? [] : [sql`n.grams @> ${grams}::text[]`]),
    ...terms.map((term) => sql`position(${term} in n.normalized_name) > 0`),
  ])}`;

/** What is found by name but not by code already. */
const notByCode = (sql: Sql, prefixes: readonly string[]): Fragment[] =>
  codeBranches(sql, prefixes).map(({ condition }) => sql`${condition} is not true`);

/**
 * Names first, in their order, then each name's items: the statement stops as soon as the page is full, so its cost
 * follows the vocabulary and the page, not the number of items.
 */
const nameHits = (
  sql: Sql,
  { release, today, search, conditions }: Search,
  { first, after }: Page,
): Fragment => {
  const [rank, length, text, region, id] = after ?? [];
  const behind = typeof rank === 'number' && rank >= 0;
  const position = sql`(${Number(rank)}::int, ${Number(length)}::int, ${String(text)} collate "C")`;
  const limit = first + 1;
  return sql`
    (select n.rank, n.length, n.text, found.*
    from (
      select * from (${namesFound(sql, search)}) names
      ${behind ? sql`where (rank, length, text) >= ${position}` : sql``}
      order by rank, length, text
    ) n
    cross join lateral (
      select ${sql.unsafe(INDEX_COLUMNS)} from matching.item i
      where i.name_key = n.name_key
        and ${all(sql, [itemConditions(sql, release, today, conditions), ...notByCode(sql, search.codePrefixes)])}
        ${behind ? sql`and ((n.rank, n.length, n.text) > ${position} or (i.region_code, i.item_id) > (${String(region)}, ${String(id)}))` : sql``}
      order by i.region_code, i.item_id limit ${limit}
    ) found
    order by n.rank, n.length, n.text, found."regionCode", found.id limit ${limit})`;
};

/** The statements that search items by name and by code. */
export const createSearchQueries = (sql: Sql) => ({
  hits: (search: Search, page: Page): Promise<readonly Hit[]> => {
    const branches = [...codeHits(sql, search, page), nameHits(sql, search, page)];
    const hits = branches.reduce((sum, branch) => sql`${sum} union all ${branch}`);
    return branches.length === 1
      ? sql<Hit[]>`${hits}`
      : sql<Hit[]>`
        select * from (${hits}) hits
        order by rank, length, text, "regionCode", id limit ${page.first + 1}`;
  },
  count: async ({ release, today, search, conditions }: Search): Promise<number> => {
    const byCode = codeBranches(sql, search.codePrefixes).map(({ condition }) => condition);
    const byName = sql`i.name_key in (select name_key from (${namesFound(sql, search)}) names)`;
    const either = byCode.reduce((sum, condition) => sql`${sum} or ${condition}`, byName);
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from matching.item i
      where (${either}) and ${itemConditions(sql, release, today, conditions)}`;
    return row?.count ?? 0;
  },
});

export type SearchQueries = ReturnType<typeof createSearchQueries>;
