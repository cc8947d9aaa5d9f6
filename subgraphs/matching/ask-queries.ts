import type { Writer } from '../../catalog/authority/writer.ts';
import { COUNTRY } from '../../catalog/regions.ts';
import type { Sql, TransactionSql } from '../../db/client.ts';
import { refusal } from '../refusal.ts';
import { becomeWriter } from './as-writer.ts';
import type { Claims, Place } from './claims.ts';

/** One thing that is asked for, by the columns of matching.request that a caller may fill. */
export interface Request {
  readonly action: 'DECIDE' | 'REVOKE' | 'RUN' | 'PROPOSE' | 'SETTLE';
  readonly kind?: string;
  readonly left_id?: string;
  readonly right_id?: string;
  readonly verdict?: string;
  readonly relation?: string;
  readonly reason?: string;
  readonly deferred_until?: string;
  readonly if_version?: number;
  readonly revokes?: string;
  readonly proposal_id?: string;
  readonly accepts?: boolean;
  readonly mode?: string;
  readonly lists?: readonly string[];
}

/** What has become of one request. */
export interface Applied {
  readonly result: string;
  readonly decision: string | null;
  readonly run: string | null;
  readonly proposal: string | null;
}

/** A call of one writer: what they ask for, when, and what tells the call from others. */
export interface Call {
  readonly writer: Writer | undefined;
  readonly requests: readonly Request[];
  readonly now: string;
  readonly key: string | null;
  readonly requestId: string;
}

/** What is known of a call before it reaches the policies: where each request belongs, and what it is refused for. */
export interface Judged {
  readonly places: readonly (Place | null)[];
  /** A result for each request, or undefined where nothing stands against the call. */
  readonly refused: readonly string[] | undefined;
}

export interface Asking<Read> {
  readonly judge: (transaction: TransactionSql) => Promise<Judged>;
  /** The result where the database lets a request not pass. */
  readonly refusedAs: string;
  /** Reads what the answer says besides, in the same transaction. */
  readonly read: (transaction: TransactionSql, applied: readonly Applied[]) => Promise<Read>;
}

export type Asked<Read> =
  | { readonly kind: 'ANSWERED'; readonly applied: readonly Applied[]; readonly read: Read }
  | { readonly kind: 'BUSY' };

/** How long a writer waits for a publish to end; the gateway waits five seconds for the answer. */
const PATIENCE = '3s';
const LOCK_NOT_AVAILABLE = '55P03';
const INSUFFICIENT_PRIVILEGE = '42501';
const GRANTED: readonly string[] = ['OK', 'ALREADY_DECIDED', 'QUEUED', 'ALREADY_QUEUED'];

/** The names under which the trail speaks of requests: those of the mutations. */
const ACTIONS = {
  DECIDE: 'decideMatch',
  REVOKE: 'revokeDecision',
  RUN: 'runMatching',
  PROPOSE: 'proposeDecision',
  SETTLE: 'settleProposal',
} as const satisfies Record<Request['action'], string>;

const refusedWith = (result: string): Applied => ({ result, decision: null, run: null, proposal: null });

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A call that was not granted: thrown so that the database takes its requests back. */
class TakenBack extends Error {
  readonly applied: readonly Applied[];
  constructor(applied: readonly Applied[]) {
    super('a call was not granted');
    this.applied = applied;
  }
}

/** The requests become rows, which the policies let pass or not; then what has passed is carried out. */
const carryOut = async (
  transaction: TransactionSql,
  { requests, now, key, requestId }: Call,
): Promise<readonly Applied[]> => {
  const rows = requests.map((request, at) => ({ ...request, place: at + 1 }));
  await transaction`
    insert into matching.request (place, action, kind, left_id, right_id, verdict, relation, reason, deferred_until, if_version,
      revokes, proposal_id, accepts, mode, lists, idempotency_key, asked_at)
    select q.place, q.action, q.kind, q.left_id, q.right_id, q.verdict, q.relation, q.reason, q.deferred_until, q.if_version,
      q.revokes, q.proposal_id, q.accepts, q.mode, q.lists, ${key}::text, ${now}::timestamptz
    from jsonb_to_recordset(${transaction.json(rows as never)}) as q (place int, action text, kind text, left_id text,
      right_id text, verdict text, relation text, reason text, deferred_until date, if_version int, revokes text,
      proposal_id uuid, accepts boolean, mode text, lists text[])
    order by q.place`;
  const applied = await transaction<Applied[]>`
    select result, decision_id as decision, run_id as run, proposal_id as proposal
    from matching.apply_requests(${requestId}) order by place`;
  const isWhole = applied.length === requests.length;
  if (!isWhole || applied.some(({ result }) => !GRANTED.includes(result))) throw new TakenBack(applied);
  return applied;
};

/** What is carried out, or what it was refused for with nothing changed. */
const attempt = async (
  transaction: TransactionSql,
  call: Call,
  refusedAs: string,
): Promise<readonly Applied[]> => {
  try {
    return (await transaction.savepoint((inner) => carryOut(inner, call))) as readonly Applied[];
  } catch (error) {
    if (error instanceof TakenBack && error.applied.length === call.requests.length) return error.applied;
    if (error instanceof TakenBack || hasCode(error, INSUFFICIENT_PRIVILEGE))
      return call.requests.map(() => refusedWith(refusedAs));
    throw error;
  }
};

const targetOf = ({ proposal_id, revokes, kind, left_id, right_id, lists }: Request): string =>
  proposal_id ?? revokes ?? [kind, left_id, right_id, ...(lists ?? [])].filter(Boolean).join(' ');

/** Notes in the trail what was refused: each request in the chain of the region it is about. */
const noteRefused = async (
  transaction: TransactionSql,
  { writer, requests, now, requestId }: Call,
  results: readonly string[],
  places: readonly (Place | null)[],
): Promise<void> => {
  if (writer === undefined) return;
  const entries = requests.map((request, at) => ({
    place: at,
    region: places[at]?.region ?? COUNTRY,
    action: ACTIONS[request.action],
    target: targetOf(request),
    outcome: results[at],
    content: request,
  }));
  await transaction`
    select audit.record(t.region, ${writer.subject}, ${writer.tokenId}, t.action, t.target, t.outcome, ${requestId}, t.content,
      null, ${now})
    from (
      select * from jsonb_to_recordset(${transaction.json(entries as never)}) as x (place int, region text, action text,
        target text, outcome text, content jsonb) order by region, place offset 0
    ) t`;
};

const nowhere = ({ requests }: Call): readonly null[] => requests.map(() => null);

/**
 * The one way by which a writer changes anything: in one transaction it is asked whether their token still counts, the
 * requests are judged, and written as rows and carried out if nothing stands against them. Whatever the end, the trail
 * tells of it.
 */
export const createAskQueries = (sql: Sql, claims: Claims) => {
  const note = (call: Call, result: string): Promise<unknown> =>
    sql.begin('read write', (transaction) =>
      noteRefused(
        transaction,
        call,
        call.requests.map(() => result),
        nowhere(call),
      ),
    );
  const within = async <Read>(
    transaction: TransactionSql,
    call: Call,
    { judge, refusedAs, read }: Asking<Read>,
  ): Promise<Asked<Read> | 'REVOKED'> => {
    const isRevoked = await becomeWriter(transaction, call.writer);
    if (isRevoked && claims.areChecked) return 'REVOKED';
    await transaction`select set_config('lock_timeout', ${PATIENCE}, true)`;
    const { places, refused } = await judge(transaction);
    const applied = refused?.map(refusedWith) ?? (await attempt(transaction, call, refusedAs));
    const results = applied.map(({ result }) => result);
    if (results.some((result) => !GRANTED.includes(result)))
      await noteRefused(transaction, call, results, places);
    return { kind: 'ANSWERED', applied, read: await read(transaction, applied) };
  };
  return {
    /** Refuses with UNAUTHENTICATED where the token is revoked; BUSY when a publish keeps the writer waiting. */
    ask: async <Read>(call: Call, asking: Asking<Read>): Promise<Asked<Read>> => {
      try {
        const asked = (await sql.begin('read write', (transaction) => within(transaction, call, asking))) as
          | Asked<Read>
          | 'REVOKED';
        if (asked !== 'REVOKED') return asked;
      } catch (error) {
        if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error;
        await note(call, 'BUSY');
        return { kind: 'BUSY' };
      }
      await note(call, 'REVOKED');
      throw refusal('UNAUTHENTICATED', 'TOKEN_REVOKED');
    },
  };
};

export type AskQueries = ReturnType<typeof createAskQueries>;
