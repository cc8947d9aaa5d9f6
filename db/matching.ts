import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { codeText, indexedColumns, versionColumns } from './item-table.ts';

export const matchingSchema = pgSchema('matching');

/** The cross-level item index: what lists, searches and links need of every published item, filled by publish. */
export const indexedItem = matchingSchema.table(
  'item',
  {
    ...indexedColumns(),
    audiences: text('audiences').array(),
    topics: text('topics').array(),
    /** Hash of what a decision on the item rests on: name, codes, type, department, legal bases. */
    fingerprint: text('fingerprint').notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.itemId, table.fromRelease] }),
    index().on(table.nameKey, table.regionCode, table.itemId),
    index().on(table.regionCode, table.ordinal, table.itemId),
    index().on(table.level, table.regionCode, table.ordinal, table.itemId),
    index().on(table.catalogId, table.ordinal, table.itemId),
    index().on(table.basicKey, table.regionCode).where(sql`basic_key is not null`),
    index().on(table.codeKey, table.regionCode),
    index().on(table.basicCode).where(sql`basic_code is not null`),
    index().on(table.implementationCode).where(sql`implementation_code is not null`),
    index().on(table.localCode).where(sql`local_code is not null`),
    index().on(table.sourceItemKey).where(sql`source_item_key is not null`),
    index().on(table.organisationId),
    // A rare topic among 30,000 items: 0.05 ms instead of 7. Audiences are two or three words that most items share.
    index().using('gin', table.topics).with({ fastupdate: false }),
  ],
);

/**
 * Each distinct normalised name once, with its unigrams and bigrams. A village item's name repeats in
 * thousands of villages: searching names first keeps the cost with the vocabulary, not with the province,
 * and an array index works in any locale (pg_trgm silently finds nothing under LC_CTYPE C). Without fastupdate:
 * after a publish its pending list made the planner read all names (16 ms instead of 1.5).
 */
export const itemName = matchingSchema.table(
  'name',
  {
    nameKey: codeText('name_key').primaryKey(),
    normalizedName: codeText('normalized_name').notNull(),
    grams: text('grams').array().notNull(),
  },
  (table) => [index().using('gin', table.grams).with({ fastupdate: false })],
);

/** What the machine leaves beside a link it found: enough to explain it and to offer another. */
export interface MatchEvidence {
  /** Version of the model that judged. */
  readonly model: string;
  readonly candidates: readonly { readonly reference: string; readonly confidence: number }[];
  readonly evidence: readonly {
    readonly feature: string;
    readonly bits: number;
    readonly note: string;
    readonly left?: string;
    readonly right?: string;
  }[];
  /** The second best candidate. */
  readonly runnerUp?: { readonly reference: string; readonly confidence: number };
  /** Of an item made of several: which of them this is, what of its name it answers, and what none does. */
  readonly part?: PlaceAmongParts;
}

type PlaceAmongParts = Readonly<{ place: number; members: readonly string[]; rest: readonly string[] }>;

/** How a link came to stand: the first three are certain enough to be made at publish. */
export const MATCH_METHODS = ['CODE', 'DECLARED_SOURCE', 'UNIQUE_NAME', 'MODEL', 'PERSON'] as const;

/** ACCEPTED by the machine; CONFIRMED and REJECTED by a person; the others wait for a person. */
export const MATCH_STATUSES = [
  'ACCEPTED',
  'REVIEW',
  'CONFIRMED',
  'REJECTED',
  'DEFERRED',
  'STALE_EVIDENCE',
  'CONFLICT',
] as const;

/** The states in which a link counts: for lists, totals and coverage. A stale confirmation still rules. */
export const SETTLED_STATUSES = ['ACCEPTED', 'CONFIRMED', 'STALE_EVIDENCE'] as const;

const WAITING = sql`status in ('REVIEW', 'CONFLICT', 'STALE_EVIDENCE', 'DEFERRED')`;

/**
 * Links between items as readers see them, each valid in the releases in which both its ends exist. The columns
 * `machine…` keep what the machine says by itself, so that a decision can be taken back without a run; they are null
 * where only a person knows of the link. A link the machine found and a person did away with stays as REJECTED.
 */
export const match = matchingSchema.table(
  'match',
  {
    matchId: codeText('match_id').notNull(),
    ...versionColumns(),
    kind: text('kind').notNull(),
    relation: text('relation').notNull(),
    status: text('status').notNull(),
    method: text('method').notNull(),
    confidence: doublePrecision('confidence').notNull(),
    leftId: codeText('left_id').notNull(),
    rightId: codeText('right_id').notNull(),
    leftLevel: text('left_level').notNull(),
    leftRegionCode: codeText('left_region_code').notNull(),
    evidence: jsonb('evidence').$type<MatchEvidence>(),
    machineMethod: text('machine_method'),
    machineRelation: text('machine_relation'),
    machineConfidence: doublePrecision('machine_confidence'),
    /** ACCEPTED, REVIEW or CONFLICT: what the link's status is while no decision rules it. */
    machineStatus: text('machine_status'),
    /** AUTO or REVIEW where a run judged the pair. */
    band: text('band'),
    runId: codeText('run_id'),
    /** The decision that rules the link. */
    decisionId: codeText('decision_id'),
    /** Whether what that decision rested on has changed since. */
    stale: boolean('stale').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.fromRelease] }),
    index().on(table.leftId, table.kind),
    index().on(table.rightId, table.kind, table.leftRegionCode, table.leftId),
    index().on(table.rightId, table.kind, table.leftLevel, table.leftRegionCode, table.leftId),
    // What waits for a person: few among millions.
    index().on(table.kind, table.leftRegionCode, table.confidence, table.matchId).where(WAITING),
    // The first page of 49,000 that wait among 1.4 million links: 300 ms without these, in a few with them.
    index('match_waiting_nearest').on(sql`abs(confidence - 0.5)`, table.matchId).where(WAITING),
    index('match_waiting_surest').on(sql`(1 - confidence)`, table.matchId).where(WAITING),
    index('match_waiting_by_region').on(table.leftRegionCode, table.leftId, table.matchId).where(WAITING),
  ],
);

/**
 * Which version of its reference item each version of a local item is based on: the one in force when the two were
 * first linked. Never changed afterwards; that the reference has moved on since is what makes a copy outdated.
 */
export const adoptedVersion = matchingSchema.table(
  'adopted_version',
  {
    itemId: codeText('item_id').notNull(),
    /** The release in which the local version began. */
    fromRelease: integer('from_release').notNull(),
    referenceId: codeText('reference_id').notNull(),
    referenceVersion: integer('reference_version').notNull(),
    /** The release in which the link was first known. */
    sinceRelease: integer('since_release').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.fromRelease] })],
);

/** People's verdicts: this partner; not this partner; no partner at all; not now. REVOKE takes an earlier one back. */
export const VERDICTS = ['CONFIRM', 'REJECT', 'NO_MATCH', 'DEFER', 'REVOKE'] as const;

/** What people decided, in the order in which they did. Append-only: a trigger refuses every other change. */
export const decision = matchingSchema.table(
  'decision',
  {
    decisionId: codeText('decision_id').primaryKey(),
    /** Order of the decisions; never shown. */
    ordinal: bigint('ordinal', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    leftId: codeText('left_id').notNull(),
    rightId: codeText('right_id'),
    /** Partners of one item compete within a list; in kind SOURCE all do, and this is empty. */
    rivalry: codeText('rivalry'),
    verdict: text('verdict').notNull(),
    relation: text('relation'),
    reason: text('reason').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'string' }).notNull(),
    leftFingerprint: text('left_fingerprint').notNull(),
    rightFingerprint: text('right_fingerprint'),
    /** The decision that ruled before. */
    supersedes: codeText('supersedes'),
    /** The decision this one takes back. */
    revokes: codeText('revokes').unique(),
    deferredUntil: date('deferred_until', { mode: 'string' }),
    /** The release in which it took effect. */
    release: integer('release').notNull(),
    /** Key under which the caller may repeat the call without deciding twice, and its place in the call. */
    idempotencyKey: text('idempotency_key'),
    place: integer('place').notNull(),
    /** Hash of all that the call asked for: a key used again for something else is refused. */
    callDigest: text('call_digest').notNull(),
  },
  (table) => [
    index().on(table.leftId, table.kind, table.ordinal),
    index().on(table.rightId),
    index().on(table.release),
    index().on(table.idempotencyKey).where(sql`idempotency_key is not null`),
    check('decision_verdict', sql`verdict in ('CONFIRM', 'REJECT', 'NO_MATCH', 'DEFER', 'REVOKE')`),
    check('decision_person', sql`btrim(decided_by) <> ''`),
  ],
);

/** One run of the engine over stored lists. */
export const run = matchingSchema.table('run', {
  runId: codeText('run_id').primaryKey(),
  mode: text('mode').notNull(),
  scope: jsonb('scope').$type<{ readonly lists?: readonly string[] }>().notNull(),
  modelVersion: text('model_version').notNull(),
  status: text('status').notNull(),
  startedAt: timestamp('started_at', { withTimezone: true, mode: 'string' }).notNull(),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'string' }),
  /** The newest release when the run was opened: what it reads. */
  baseRelease: integer('base_release').notNull(),
  /** The release it made; none where nothing changed. */
  release: integer('release'),
  requestedBy: text('requested_by'),
  stats: jsonb('stats').$type<Readonly<Record<string, unknown>>>().notNull().default(sql`'{}'`),
});

/** What a block is: one list against what it may link to. Empty text: "several", "any". */
const blockColumns = () => ({
  kind: text('kind').notNull(),
  catalogId: codeText('catalog_id').notNull(),
  rightCatalogId: codeText('right_catalog_id').notNull(),
  regionCode: codeText('region_code').notNull(),
});

/** The queue of a run. A process holds the lock of a block's row while it works on it, and no longer. */
export const block = matchingSchema.table(
  'block',
  {
    runId: codeText('run_id').notNull(),
    ...blockColumns(),
    /** The larger first, so that no process ends up alone with the largest. */
    weight: integer('weight').notNull(),
    status: text('status').notNull(),
    items: integer('items').notNull().default(0),
    judged: integer('judged').notNull().default(0),
    reused: integer('reused').notNull().default(0),
    stats: jsonb('stats').$type<Readonly<Record<string, number>>>().notNull().default(sql`'{}'`),
  },
  (table) => [
    primaryKey({
      columns: [table.runId, table.kind, table.catalogId, table.rightCatalogId, table.regionCode],
    }),
  ],
);

/** Links a block puts in place of what stood there; one with `relation` null is taken away. Gone when the run ends. */
export const stagedEdge = matchingSchema.table(
  'staged_edge',
  {
    runId: codeText('run_id').notNull(),
    kind: text('kind').notNull(),
    leftId: codeText('left_id').notNull(),
    rightId: codeText('right_id').notNull(),
    method: text('method'),
    relation: text('relation'),
    confidence: doublePrecision('confidence'),
    status: text('status'),
    band: text('band'),
    evidence: jsonb('evidence').$type<MatchEvidence>(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.kind, table.leftId, table.rightId] })],
);

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** What the engine keeps of a block, so that the next run looks only at what has changed. */
export const blockState = matchingSchema.table(
  'block_state',
  {
    ...blockColumns(),
    modelVersion: text('model_version').notNull(),
    /** The release the links of the block were last brought up to; none while a run is under way. */
    release: integer('release'),
    /** What was judged of each item. */
    state: bytes('state').notNull(),
    /** What the references were, which the lists of a province share. */
    referencesHash: text('references_hash').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.kind, table.catalogId, table.rightCatalogId, table.regionCode] })],
);

/** What a run knew of the references of a block, once for all blocks that had the same. */
export const blockReferences = matchingSchema.table('block_references', {
  hash: text('hash').primaryKey(),
  state: bytes('state').notNull(),
});
