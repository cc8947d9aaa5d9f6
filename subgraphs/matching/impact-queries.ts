import type { ComparedLink } from '../../comparison/compared-item.ts';
import type { Sql } from '../../db/client.ts';
import { SETTLED_STATUSES } from '../../db/matching.ts';

/** The statements that read what stands on the catalog a draft will replace. */
export const createImpactQueries = (sql: Sql) => ({
  /** Settled links of lists to some reference items; `most` of them and one more. */
  links: (release: number, lists: readonly string[], references: readonly string[], most: number) => sql<
    ComparedLink[]
  >`
    select m.match_id as id, m.kind, m.left_id as "leftId", m.right_id as "rightId", m.relation, m.confidence,
      true as "isSettled"
    from matching.match m
    join matching.item l on l.item_id = m.left_id and l.catalog_id = any(${lists})
      and l.from_release <= ${release} and l.to_release > ${release}
    where m.right_id = any(${references}) and m.kind = 'REFERENCE' and m.relation <> 'RELATED'
      and m.status = any(${[...SETTLED_STATUSES]}) and m.from_release <= ${release} and m.to_release > ${release}
    order by m.match_id limit ${most + 1}`,
  /** The guides of items. */
  guides: (release: number, items: readonly string[]) => sql<{ itemId: string; guideId: string }[]>`
    select item_id as "itemId", guide_id as "guideId" from guide.published
    where item_id = any(${items}) and from_release <= ${release} and to_release > ${release}
    order by item_id, precedence, guide_id`,
});

export type ImpactQueries = ReturnType<typeof createImpactQueries>;
