import type { DecisionRequest } from '../../catalog/decision-request.ts';
import type { MissingItems } from '../../catalog/decision-results.ts';
import type { Level } from '../../catalog/levels.ts';
import type { TransactionSql } from '../../db/client.ts';
import type { Place } from './claims.ts';

interface Placed {
  readonly region: string | null;
  readonly level: Level | null;
}

const placeOf = ({ region, level }: Placed): Place | null =>
  region === null || level === null ? null : { region, level };

/** Where the left item of each request belongs, or last belonged; null where there has never been one. */
export const placesOfDecisions = async (
  transaction: TransactionSql,
  requests: readonly DecisionRequest[],
): Promise<readonly (Place | null)[]> =>
  (
    await transaction<Placed[]>`
    select i.region_code as region, i.level
    from jsonb_array_elements(${transaction.json(requests as never)}) with ordinality as q (request, place)
    left join matching.decision d on d.decision_id = q.request ->> 'revokes'
    left join lateral (
      select i.region_code, i.level from matching.item i
      where i.item_id = coalesce(d.left_id, q.request ->> 'left') order by i.from_release desc limit 1
    ) i on true
    order by q.place`
  ).map(placeOf);

/** Which of the two items of each request are not in the newest release; null where none is missing. */
export const missingItems = async (
  transaction: TransactionSql,
  requests: readonly DecisionRequest[],
): Promise<readonly (MissingItems | null)[]> => {
  const rows = await transaction<{ item: boolean; reference: boolean }[]>`
    select i.item_id is null as item, q.request ->> 'right' is not null and r.item_id is null as reference
    from jsonb_array_elements(${transaction.json(requests as never)}) with ordinality as q (request, place)
    left join matching.item i on i.item_id = q.request ->> 'left' and i.to_release = 2147483647
    left join matching.item r on r.item_id = q.request ->> 'right' and r.to_release = 2147483647
    order by q.place`;
  return rows.map(({ item, reference }) => {
    if (item) return reference ? 'BOTH' : 'ITEM';
    return reference ? 'REFERENCE' : null;
  });
};

/** Where each list belongs; null where there is none of that key. */
export const placesOfLists = async (
  transaction: TransactionSql,
  keys: readonly string[],
): Promise<readonly (Place | null)[]> =>
  (
    await transaction<Placed[]>`
    select c.region_code as region, c.level from unnest(${keys}::text[]) with ordinality as q (key, place)
    left join reference.published_catalog c on c.catalog_key = q.key and c.to_release = 2147483647
    order by q.place`
  ).map(placeOf);

/** The region that holds all lists, once for each level they have. */
export const placesOfAllLists = (transaction: TransactionSql): Promise<readonly Place[]> =>
  transaction<Place[]>`
    select distinct authority.region_of_all() as region, c.level from reference.published_catalog c
    where c.to_release = 2147483647`;
