import { COUNTRY, normalizeRegionCode } from '../catalog/regions.ts';
import type { Sql } from '../db/client.ts';
import { CURRENT } from '../db/version.ts';

/**
 * The 12-digit code of a region that neither a list, published or drafted, nor any item of this hub is of: mistyped, or
 * its first list. Undefined where it is known, is no code, or the hub knows no region yet.
 */
export const unheardRegion = async (sql: Sql, raw: string): Promise<string | undefined> => {
  const read = normalizeRegionCode(raw);
  if ('problem' in read || read.code === COUNTRY) return undefined;
  const [known] = await sql<{ any: boolean; this: boolean }[]>`
    with known as (
      select region_code from reference.region where to_release = ${CURRENT}
      union select region_code from reference.catalog where to_release = ${CURRENT}
      union select region_code from intake.draft
    )
    select exists (select from known where region_code <> ${COUNTRY}) as any,
      exists (select from known where region_code = ${read.code}) as this`;
  return known?.any === true && !known.this ? read.code : undefined;
};
