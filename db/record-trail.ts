import type { TransactionSql } from './client.ts';

/** What the hub does of itself, or for whoever sits at its machine. */
export const TRAIL_ACTIONS = ['IMPORT', 'PUBLISH', 'ROLLBACK', 'MATCH', 'DECIDE', 'REVOKE'] as const;

export type TrailAction = (typeof TRAIL_ACTIONS)[number];

/** Who is named where nobody is known: the hub itself. */
export const HUB = 'zongheng';

/** The chain of what concerns no region more than another. */
export const WHOLE_HUB = '000000000000';

interface Deed {
  /** The login name of whoever did it. */
  readonly subject: string | undefined;
  readonly action: TrailAction;
  readonly release: number | undefined;
  readonly now: string;
}

/** One entry to come: in whose chain, about what. */
export interface TrailLine {
  readonly region: string;
  readonly target: string;
  /** ACCEPTED; ALREADY_DECIDED where nothing was left to do; or why not. */
  readonly outcome: string;
  readonly content: unknown;
}

/**
 * Appends entries to the audit trail, in the order of their regions: two that record for the same ones never wait for
 * each other in a circle. A transaction that makes a release has taken the lock of the releases before.
 */
export const recordTrail = async (
  sql: TransactionSql,
  { subject = HUB, action, release, now }: Deed,
  lines: readonly TrailLine[],
): Promise<void> => {
  await sql`
    select audit.record(l.line ->> 'region', ${subject}, null, ${action}, l.line ->> 'target', l.line ->> 'outcome',
      null, l.line -> 'content', ${release ?? null}, ${now})
    from (
      select line from jsonb_array_elements(${sql.json(lines as never)}) with ordinality as t (line, place)
      order by (line ->> 'region') collate "C", place
    ) l`;
};

/** Appends an entry for each list that was touched, to the chain of the region the list belongs to. */
export const recordLists = async (
  sql: TransactionSql,
  deed: Deed,
  lists: readonly { readonly key: string }[],
): Promise<void> => {
  const keys = lists.map(({ key }) => key);
  const rows = await sql<{ key: string; region: string }[]>`
    select distinct on (catalog_key) catalog_key as key, region_code as region from reference.catalog
    where catalog_key = any(${keys}) order by catalog_key, from_release desc`;
  const regionOf = new Map(rows.map(({ key, region }) => [key, region]));
  const lines = lists.map((list): TrailLine => {
    const region = regionOf.get(list.key) ?? WHOLE_HUB;
    return { region, target: list.key, outcome: 'ACCEPTED', content: list };
  });
  await recordTrail(sql, deed, lines);
};
