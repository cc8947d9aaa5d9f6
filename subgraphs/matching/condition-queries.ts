import type { PendingQuery, Row } from 'postgres';
import type { Sql } from '../../db/client.ts';
import type { ItemConditions } from './item-filter.ts';

export type Fragment = PendingQuery<Row[]>;

/** The life-cycle state of the item `i` on a day, decided as catalog/states.ts decides it. */
export const stateAt = (sql: Sql, today: string): Fragment => sql`
  case
    when i.task_state = 'CANCELLED' or i.plan_cancel_date collate "C" <= ${today} then 'CANCELLED'
    when i.plan_effective_date collate "C" > ${today} then 'SCHEDULED'
    when i.task_state = 'SCHEDULED' and i.plan_effective_date is not null then 'IN_FORCE'
    else i.task_state
  end`;

/** The condition that the item `i` is valid in a release and meets a filter. */
export const itemConditions = (
  sql: Sql,
  release: number,
  today: string,
  { levels, region, kinds, types, organisations, topics, audiences, states }: ItemConditions,
): Fragment => sql`
  i.from_release <= ${release} and i.to_release > ${release}
  ${region === undefined ? sql`` : sql`and i.region_code between ${region.from} and ${region.to}`}
  ${levels === undefined ? sql`` : sql`and i.level = any(${levels})`}
  ${kinds === undefined ? sql`` : sql`and i.kind = any(${kinds})`}
  ${types === undefined ? sql`` : sql`and i.item_type = any(${types})`}
  ${organisations === undefined ? sql`` : sql`and i.organisation_id = any(${organisations})`}
  ${topics === undefined ? sql`` : sql`and i.topics && ${topics}::text[]`}
  ${audiences === undefined ? sql`` : sql`and i.audiences && ${audiences}::text[]`}
  ${states === undefined ? sql`` : sql`and ${stateAt(sql, today)} = any(${states})`}`;
