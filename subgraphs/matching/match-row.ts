import type { LinkKind } from '../../catalog/link-kinds.ts';
import { type MatchEvidence, match, type SETTLED_STATUSES } from '../../db/matching.ts';
import { columnList } from '../column-list.ts';

/** The enum EdgeKind. */
export type EdgeKind = LinkKind;

export type SettledStatus = (typeof SETTLED_STATUSES)[number];

/** A link as its short columns tell it. */
export interface MatchRow {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly relation: string;
  readonly status: string;
  readonly method: string;
  readonly confidence: number;
  readonly leftId: string;
  readonly rightId: string;
  readonly version: number;
  readonly band: string | null;
  readonly stale: boolean;
  readonly runId: string | null;
  readonly decisionId: string | null;
}

/** What the machine left beside a link. */
export interface ExplanationRow {
  readonly id: string;
  readonly evidence: MatchEvidence | null;
}

/** The short columns of a link. */
export const matchColumns = {
  id: match.matchId,
  kind: match.kind,
  relation: match.relation,
  status: match.status,
  method: match.method,
  confidence: match.confidence,
  leftId: match.leftId,
  rightId: match.rightId,
  version: match.version,
  band: match.band,
  stale: match.stale,
  runId: match.runId,
  decisionId: match.decisionId,
};

/** The same for the alias `m`. */
export const MATCH_COLUMNS = columnList(matchColumns, 'm');
