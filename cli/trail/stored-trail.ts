import type { Sql, TransactionSql } from '../../db/client.ts';
import { createChainCheck, type Place } from '../../trail/check-chains.ts';
import { createSealCheck, type SealedRelease } from '../../trail/check-seals.ts';
import type { Entry } from '../../trail/entry.ts';
import type { Anchor, Finding } from '../../trail/finding.ts';

/** Rows held at a time; a trail of any length takes the same memory. */
const BATCH = 5_000;

/** An entry as one row, with what else is stored of its place. */
interface PlaceRow extends Omit<Entry, 'hash' | 'sequence'> {
  readonly sequence: string;
  readonly hash: string | null;
  readonly heads: Place['heads'] | null;
  readonly unsealed: boolean;
}

const placeOf = ({ heads, unsealed, ...row }: PlaceRow): Place => {
  const sequence = Number(row.sequence);
  const { region, hash } = row;
  return {
    region,
    sequence,
    entry: hash === null ? null : { ...row, sequence, hash },
    heads: heads ?? [],
    unsealed,
  };
};

const places = (sql: TransactionSql) => sql<PlaceRow[]>`
  select region, sequence, audit.moment_text(e.moment) as moment, e.subject, e.token_id as "tokenId", e.action, e.target,
    e.outcome, e.request_id as "requestId", e.content_digest as "contentDigest", e.release,
    e.previous_hash as "previousHash", e.hash, h.heads, u.mark is not null as unsealed
  from audit.entry e
  full join (
    select region, sequence, json_agg(json_build_object('release', release, 'hash', hash) order by release) as heads
    from audit.head group by region, sequence
  ) h using (region, sequence)
  full join (select region, sequence, true as mark from audit.unsealed) u using (region, sequence)
  order by region, sequence`;

const releases = (sql: TransactionSql) => sql<SealedRelease[]>`
  select release, r.number is not null as exists,
    case when s.digest is not null
      then json_build_object('previousDigest', s.previous_digest, 'digest', s.digest) end as seal,
    coalesce(h.heads, '[]') as heads
  from (select number as release, number from release.release) r
  full join audit.seal s using (release)
  full join (
    select release, json_agg(json_build_object('region', region, 'sequence', sequence, 'hash', hash) order by region) as heads
    from audit.head group by release
  ) h using (release)
  order by release`;

/** How much was looked at. */
export interface TrailSize {
  readonly entries: number;
  readonly releases: number;
}

/**
 * Checks the stored trail, all of it as it is at one moment, and returns how long it is. `report` is told whatever is
 * wrong, `onProgress` how many entries have been looked at.
 */
export const checkStoredTrail = async (
  sql: Sql,
  anchors: readonly Anchor[],
  report: (finding: Finding) => void,
  onProgress: (entries: number) => void = () => undefined,
): Promise<TrailSize> =>
  (await sql.begin('isolation level repeatable read read only', async (transaction) => {
    // The order is that of the index: a plan that sorts would write the whole trail to the disk first.
    await transaction`set local enable_hashjoin = off`;
    await transaction`set local cursor_tuple_fraction = 1`;
    const chains = createChainCheck(report, anchors);
    let entries = 0;
    for await (const rows of places(transaction).cursor(BATCH)) {
      for (const row of rows) chains.next(placeOf(row));
      entries += rows.length;
      onProgress(entries);
    }
    chains.end();
    const seals = createSealCheck(report, anchors);
    let count = 0;
    for await (const rows of releases(transaction).cursor(BATCH)) {
      for (const row of rows) seals.next(row);
      count += rows.length;
    }
    seals.end();
    return { entries, releases: count };
  })) as TrailSize;
