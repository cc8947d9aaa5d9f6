import type { Sql, TransactionSql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';
import type { Block } from './blocks.ts';
import type { MachineLink } from './links.ts';

/** How the items of a block stand before it is judged. */
export interface CurrentLinks {
  /** Items with a link that needs no judgement; the engine is not asked about them. */
  readonly firm: ReadonlySet<string>;
  /** Equal codes under different names: item → partners. */
  readonly coded: ReadonlyMap<string, readonly string[]>;
  /** The links that are the engine's to keep, change or take away. */
  readonly open: readonly MachineLink[];
  /** Partners that a person has ruled out: item → partners. */
  readonly barred: ReadonlyMap<string, ReadonlySet<string>>;
}

const groupedBy = (rows: readonly { readonly left: string; readonly right: string }[]) => {
  const groups = new Map<string, string[]>();
  for (const { left, right } of rows) groups.set(left, [...(groups.get(left) ?? []), right]);
  return groups;
};

/** Links made without a judgement: declared, of a unique name, or of a code under the same name. */
const isFirm = ({ method, confidence }: MachineLink): boolean =>
  method === 'DECLARED_SOURCE' || method === 'UNIQUE_NAME' || (method === 'CODE' && confidence === 1);

const reachOf = (sql: Sql | TransactionSql, block: Block) => sql`
  m.kind = ${block.kind} and l.catalog_id = ${block.catalogId}
  ${block.rightCatalogId === '' ? sql`` : sql`and r.catalog_id = ${block.rightCatalogId}`}
  ${block.kind === 'SOURCE' ? sql`and left(l.region_code, 6) = ${block.regionCode.slice(0, 6)}` : sql``}
  ${block.kind === 'COUNTERPART' ? sql`and l.region_code = ${block.regionCode}` : sql``}`;

/** The machine's links of a block, and what people have ruled out there. */
export const readCurrentLinks = async (sql: Sql | TransactionSql, block: Block): Promise<CurrentLinks> => {
  const rows = await sql<MachineLink[]>`
    select m.left_id as left, m.right_id as right, coalesce(m.machine_method, m.method) as method,
      coalesce(m.machine_relation, m.relation) as relation, coalesce(m.machine_confidence, m.confidence) as confidence,
      coalesce(m.machine_status, m.status) as status, m.band, m.evidence
    from matching.item l join matching.match m on m.left_id = l.item_id
    join matching.item r on r.item_id = m.right_id and r.to_release = ${CURRENT}
    where l.to_release = ${CURRENT} and m.to_release = ${CURRENT} and ${reachOf(sql, block)}
      and (m.machine_method is not null or m.decision_id is null)`;
  const ruledOut = await sql<{ left: string; right: string }[]>`
    select left_id as left, right_id as right from (
      select distinct on (d.left_id, d.right_id) d.left_id, d.right_id, d.verdict
      from matching.decision d join matching.item l on l.item_id = d.left_id and l.to_release = ${CURRENT}
      where d.kind = ${block.kind} and l.catalog_id = ${block.catalogId} and d.right_id is not null and d.verdict <> 'REVOKE'
        and not exists (select 1 from matching.decision x where x.revokes = d.decision_id)
      order by d.left_id, d.right_id, d.ordinal desc
    ) newest where verdict = 'REJECT'`;
  const barred = groupedBy(ruledOut);
  const links = rows.map((row) => ({ ...row }));
  // What a list declares of its main items is for the run to read, like everything else of kind MAIN.
  const firm = block.kind === 'MAIN' ? [] : links.filter(isFirm);
  const open = block.kind === 'MAIN' ? links : links.filter((link) => !isFirm(link));
  return {
    firm: new Set(firm.map((link) => link.left)),
    coded: groupedBy(open.filter((link) => link.method === 'CODE')),
    open,
    barred: new Map([...barred].map(([left, rights]) => [left, new Set(rights)])),
  };
};
