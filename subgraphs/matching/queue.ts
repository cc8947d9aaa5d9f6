import { type Connection, connectionOf, type KeyShape, type PageArguments, pageOf } from '../connection.ts';
import { refusal } from '../refusal.ts';
import { regionRangeOf } from '../region-range.ts';
import type { EdgeKind, MatchRow } from './match-row.ts';
import { rewriteOf } from './queue-group.ts';
import {
  QUEUE_STATUSES,
  type QueuedMatch,
  type QueueFilter,
  type QueueOrder,
  type QueueQueries,
} from './queue-queries.ts';

/** What the queue and its groups are narrowed by. */
export interface QueueFilterArguments extends PageArguments {
  readonly kind?: EdgeKind | null;
  readonly region?: string | null;
  readonly catalog?: string | null;
  readonly status?: readonly string[] | null;
}

export interface QueueArguments extends QueueFilterArguments {
  readonly order?: QueueOrder | null;
  readonly group?: string | null;
}

const KEYS: Readonly<Record<QueueOrder, KeyShape>> = {
  NEAREST_TO_EVEN: ['share', 'string'],
  CONFIDENCE: ['share', 'string'],
  REGION: ['string', 'string', 'string'],
};

// The same arithmetic in the same format as in the statement: the keys meet to the last bit.
const keysOf: Readonly<Record<QueueOrder, (link: QueuedMatch) => readonly (string | number)[]>> = {
  NEAREST_TO_EVEN: ({ confidence, id }) => [Math.abs(confidence - 0.5), id],
  CONFIDENCE: ({ confidence, id }) => [1 - confidence, id],
  REGION: ({ region, leftId, id }) => [region, leftId, id],
};

const isQueueStatus = (status: string): boolean => (QUEUE_STATUSES as readonly string[]).includes(status);

/** What is wanted of the queue; refuses with BAD_USER_INPUT a status that nothing waits in. */
export const filterOf = (args: QueueFilterArguments, today: string): QueueFilter => {
  const statuses = args.status ?? QUEUE_STATUSES;
  if (!statuses.every(isQueueStatus)) throw refusal('BAD_USER_INPUT', 'QUEUE_STATUS');
  return {
    kind: args.kind ?? undefined,
    region: regionRangeOf(args.region),
    catalog: args.catalog ?? undefined,
    statuses,
    dueBy: args.status == null ? today : undefined,
    rewrite: undefined,
  };
};

/** The undecided links of a release; deferred ones come back on their day, or when they are asked for by name. */
export const createQueue =
  (queries: QueueQueries, release: number) =>
  async (args: QueueArguments, today: string): Promise<Connection<MatchRow>> => {
    const order = args.order ?? 'NEAREST_TO_EVEN';
    const rewrite = args.group == null ? undefined : rewriteOf(args.group);
    const filter = { ...filterOf(args, today), rewrite };
    const page = pageOf(args, release, KEYS[order]);
    const rows = await queries.list(release, filter, order, page);
    return connectionOf(rows, page, release, keysOf[order], () => queries.count(release, filter));
  };
