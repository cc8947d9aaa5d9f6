import { type Connection, connectionOf, type KeyShape, type PageArguments, pageOf } from '../connection.ts';
import { refusal } from '../refusal.ts';
import { regionRangeOf } from '../region-range.ts';
import type { EdgeKind, MatchRow } from './match-row.ts';
import { QUEUE_STATUSES, type QueuedMatch, type QueueOrder, type QueueQueries } from './queue-queries.ts';

export interface QueueArguments extends PageArguments {
  readonly kind?: EdgeKind | null;
  readonly region?: string | null;
  readonly catalog?: string | null;
  readonly status?: readonly string[] | null;
  readonly order?: QueueOrder | null;
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

/** The undecided links of a release; deferred ones come back on their day, or when they are asked for by name. */
export const createQueue =
  (queries: QueueQueries, release: number) =>
  async (args: QueueArguments, today: string): Promise<Connection<MatchRow>> => {
    const order = args.order ?? 'NEAREST_TO_EVEN';
    const statuses = args.status ?? QUEUE_STATUSES;
    if (!statuses.every(isQueueStatus)) throw refusal('BAD_USER_INPUT', 'QUEUE_STATUS');
    const page = pageOf(args, release, KEYS[order]);
    const filter = {
      kind: args.kind ?? undefined,
      region: regionRangeOf(args.region),
      catalog: args.catalog ?? undefined,
      statuses,
      dueBy: args.status == null ? today : undefined,
    };
    const rows = await queries.list(release, filter, order, page);
    return connectionOf(rows, page, release, keysOf[order], () => queries.count(release, filter));
  };
