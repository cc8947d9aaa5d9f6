import type { RunRequestResult } from '../../catalog/run-requests.ts';
import type { SubgraphContext } from '../context.ts';
import { refusal } from '../refusal.ts';
import type { Claims } from './claims.ts';
import type { RunRequestQueries } from './run-request-queries.ts';
import { storable } from './storable.ts';

export interface RunMatchingArguments {
  readonly scope?: { readonly lists: readonly string[] } | null;
  readonly mode: 'FULL' | 'INCREMENTAL';
}

/** The type RunMatchingPayload before the run it names is read. */
export interface RunRequested {
  readonly result: RunRequestResult;
  readonly runId: string | null;
}

const MOST_LISTS = 100;
const LONGEST_KEY = 100;

/** Asks for a run as the writer of the request; refuses without one. Other processes do the run. */
export const createRunRequest =
  (queries: RunRequestQueries, claims: Claims) =>
  async (context: SubgraphContext, { scope, mode }: RunMatchingArguments): Promise<RunRequested> => {
    const writer = claims.writerOf(context);
    const lists = scope?.lists;
    if (lists !== undefined && (lists.length < 1 || lists.length > MOST_LISTS))
      throw refusal('BAD_USER_INPUT', 'RUN_LISTS');
    if (lists?.some((key) => key.length > LONGEST_KEY) === true) throw refusal('BAD_USER_INPUT', 'RUN_LISTS');
    const { now, requestId } = context;
    return await queries.request(mode, storable(lists ?? null), { writer, now, key: null, requestId });
  };
