import type { DecisionRequest } from '../catalog/decision-request.ts';
import type { Sql, TransactionSql } from '../db/client.ts';
import { type DecisionAnswer, decideWithin } from '../linkage/decide.ts';

/** A link that a decision would change: null where there is none before, or none after. */
export interface LinkChange {
  readonly kind: string;
  readonly left: string;
  readonly leftName: string;
  readonly right: string;
  readonly rightName: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The decision that would no longer rule. */
export interface Superseded {
  readonly decision: string;
  readonly verdict: string;
  readonly decidedBy: string;
  /** YYYY-MM-DD in China. */
  readonly decidedOn: string;
}

/** What one request would do. */
export interface DecisionEffect {
  readonly result: DecisionAnswer['result'];
  readonly verdict: string;
  readonly left: string | null;
  readonly leftName: string;
  /** Null for a verdict on the item as a whole. */
  readonly right: string | null;
  /** Null for a verdict on the item as a whole. */
  readonly rightName: string | null;
  /** The decision it stands in place of, or takes back. */
  readonly supersedes: Superseded | null;
  /** The link it is about, where its status changes, before all others of the item. */
  readonly changes: readonly LinkChange[];
}

export interface Preview {
  /** One for each request, in their order. */
  readonly effects: readonly DecisionEffect[];
  /** Links of other items that change in consequence: whoever claims the same partner. */
  readonly elsewhere: readonly LinkChange[];
}

interface WrittenDecision {
  readonly decision: string;
  readonly kind: string;
  readonly left: string;
  readonly right: string | null;
  readonly verdict: string;
  readonly leftName: string | null;
  readonly rightName: string | null;
  readonly supersedes: Superseded | null;
}

const CURRENT_NAME = `(select i.task_name from matching.item i where i.item_id = x.item_id
  order by i.from_release desc limit 1)`;

/** A partner ruled out stays ruled out when another is confirmed: that decision is not done away with. */
const writtenIn = async (sql: TransactionSql, release: number) =>
  await sql<WrittenDecision[]>`
    select d.decision_id as decision, d.kind, d.left_id as left, d.right_id as right, d.verdict,
      (select ${sql.unsafe(CURRENT_NAME)} from (values (d.left_id)) x (item_id)) as "leftName",
      (select ${sql.unsafe(CURRENT_NAME)} from (values (d.right_id)) x (item_id)) as "rightName",
      case when s.decision_id is null then null else json_build_object('decision', s.decision_id, 'verdict', s.verdict,
        'decidedBy', s.decided_by, 'decidedOn', to_char(s.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) end as supersedes
    from matching.decision d
    left join matching.decision s on s.decision_id = coalesce(d.supersedes, d.revokes)
      and (s.verdict <> 'REJECT' or s.right_id is not distinct from d.right_id)
    where d.release = ${release}`;

/** Every link whose status the release changes. */
const changesIn = async (sql: TransactionSql, release: number) =>
  await sql<LinkChange[]>`
    select kind, left_id as left, right_id as right, before, after,
      coalesce((select ${sql.unsafe(CURRENT_NAME)} from (values (left_id)) x (item_id)), '') as "leftName",
      coalesce((select ${sql.unsafe(CURRENT_NAME)} from (values (right_id)) x (item_id)), '') as "rightName"
    from (
      select kind, left_id, right_id, max(status) filter (where to_release = ${release}) as before,
        max(status) filter (where from_release = ${release}) as after
      from matching.match where from_release = ${release} or to_release = ${release}
      group by kind, left_id, right_id
    ) link where before is distinct from after order by kind, left_id, right_id`;

class Undone extends Error {
  readonly preview: Preview;
  constructor(preview: Preview) {
    super('a preview ends without a change');
    this.preview = preview;
  }
}

const nothingOf = (request: DecisionRequest, { result }: DecisionAnswer): DecisionEffect => ({
  result,
  verdict: request.verdict,
  ...(request.verdict === 'REVOKE'
    ? { left: null, leftName: '', right: null, rightName: null }
    : {
        left: request.left,
        leftName: request.left,
        right: request.right ?? null,
        rightName: request.right ?? null,
      }),
  supersedes: null,
  changes: [],
});

const effectsOf = (
  requests: readonly DecisionRequest[],
  answers: readonly DecisionAnswer[],
  written: ReadonlyMap<string, WrittenDecision>,
  changes: readonly LinkChange[],
): Preview => {
  const told = new Set<LinkChange>();
  const effects = answers.map((answer, at): DecisionEffect => {
    const decision = written.get(answer.decision ?? '');
    if (decision === undefined) return nothingOf(requests[at] as DecisionRequest, answer);
    const { kind, left, right, verdict, supersedes } = decision;
    const own = changes.filter((change) => change.kind === kind && change.left === left && !told.has(change));
    const first = own.filter((change) => change.right === right);
    const [leftName, rightName] = [decision.leftName ?? left, right && (decision.rightName ?? right)];
    for (const change of own) told.add(change);
    return {
      result: answer.result,
      verdict,
      left,
      leftName,
      right,
      rightName,
      supersedes,
      changes: [...first, ...own.filter((change) => !first.includes(change))],
    };
  });
  return { effects, elsewhere: changes.filter((change) => !told.has(change)) };
};

/**
 * Decides in a transaction that is undone, and tells what each request would change. A request that is refused, or
 * decided like this already, changes nothing; a change that two decisions on one item share is told with the first.
 */
export const previewDecisions = async (
  sql: Sql,
  requests: readonly DecisionRequest[],
  by: { readonly actor: string; readonly now: string },
): Promise<Preview> => {
  try {
    return (await sql.begin(async (transaction) => {
      const answers = await decideWithin(transaction, requests, by);
      const release = answers.find((answer) => answer.release !== null)?.release;
      if (release == null) throw new Undone(effectsOf(requests, answers, new Map(), []));
      const written = new Map((await writtenIn(transaction, release)).map((row) => [row.decision, row]));
      throw new Undone(effectsOf(requests, answers, written, await changesIn(transaction, release)));
    })) as never;
  } catch (error) {
    if (error instanceof Undone) return error.preview;
    throw error;
  }
};
