import type { Sql } from '../../db/client.ts';
import type { EdgeKind } from './match-row.ts';

export type QualityGroup = 'KIND' | 'LEVEL' | 'REGION';

/** How many links of a group have one status and one band. */
export interface QualityCell {
  readonly kind: EdgeKind;
  readonly level: string | null;
  readonly regionCode: string | null;
  readonly status: string;
  readonly band: string | null;
  readonly links: number;
  readonly decided: number;
}

/** The machine's judgements of one band and one tenth of confidence that people have judged too. */
export interface ReliabilityRow {
  readonly band: string | null;
  /** 0 to 9. */
  readonly tenth: number;
  readonly decided: number;
  readonly confirmed: number;
  readonly meanConfidence: number;
}

/** What links are grouped by beside their kind; a district's towns and villages count for the district. */
const GROUPS: Readonly<Record<QualityGroup, string>> = {
  KIND: 'null::text as level, null::text as "regionCode"',
  LEVEL: 'm.left_level as level, null::text as "regionCode"',
  REGION: `null::text as level, rpad(left(m.left_region_code, 6), 12, '0') as "regionCode"`,
};

/** The statements behind the figures of quality. */
export const createQualityQueries = (sql: Sql) => {
  const valid = (release: number, kind: EdgeKind | undefined) => sql`
    m.from_release <= ${release} and m.to_release > ${release} ${kind === undefined ? sql`` : sql`and m.kind = ${kind}`}`;
  return {
    cells: (release: number, kind: EdgeKind | undefined, group: QualityGroup) => sql<QualityCell[]>`
      select m.kind, ${sql.unsafe(GROUPS[group])}, m.status, m.band, count(*)::int as links,
        count(m.decision_id)::int as decided
      from matching.match m where ${valid(release, kind)}
      group by 1, 2, 3, 4, 5
      order by array_position(array['REFERENCE', 'SOURCE', 'COUNTERPART', 'MAIN'], m.kind), 2, 3, 4, 5`,
    /** What people said of links the machine had judged: a link is its decision's, or done away with by it. */
    reliability: (release: number, kind: EdgeKind | undefined) => sql<ReliabilityRow[]>`
      select m.band, least(floor(m.machine_confidence * 10), 9)::int as tenth, count(*)::int as decided,
        (count(*) filter (where m.status <> 'REJECTED'))::int as confirmed,
        avg(m.machine_confidence) as "meanConfidence"
      from matching.decision d
      join matching.match m on m.left_id = d.left_id and m.kind = d.kind and m.decision_id = d.decision_id
      where ${valid(release, kind)} and m.machine_confidence is not null
        and m.status in ('CONFIRMED', 'STALE_EVIDENCE', 'REJECTED')
      group by 1, 2 order by 2, 1`,
  };
};

export type QualityQueries = ReturnType<typeof createQualityQueries>;
