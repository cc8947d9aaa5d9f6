import type { GraphQLSchema } from 'graphql';
import { variableValues } from '../executor/variable-values.ts';
import type { GraphQLRequest } from '../http/graphql-request.ts';
import type { Limits } from '../plugins/limits.ts';
import type { ArgumentUse, Variables } from '../plugins/operation-arguments.ts';
import { askedReleases, pinnedRelease, staleMark } from '../plugins/release-pin.ts';
import { Refusal } from '../refusal.ts';
import type { ReleaseSource } from '../release-source.ts';
import type { RequestState } from '../request-state.ts';
import { dayOf } from './day.ts';
import type { KnownOperation, KnownOperations } from './known-operations.ts';

export interface PreparingOptions {
  readonly schema: GraphQLSchema;
  readonly known: KnownOperations;
  readonly limits: Pick<Limits, 'pageSize'>;
  /** Undefined for a supergraph without releases: nothing says how long its answers hold, so none is kept. */
  readonly releases: ReleaseSource | undefined;
  readonly now: () => Date;
}

/** What a request of a known operation means: its variables, its release, and what an answer to it is kept under. */
export interface Prepared {
  readonly operation: KnownOperation;
  readonly request: GraphQLRequest;
  readonly release: number | undefined;
  /** The last day of an older release, on which its items are judged for ever. */
  readonly lastDay: string | undefined;
  readonly key: string | undefined;
}

export type Preparing = (request: GraphQLRequest, state: RequestState) => Promise<Prepared | undefined>;

/** Finds what a request means; undefined for an operation that is not known, and for whatever is to be refused. */
export const createPreparing = ({ schema, known, limits, releases, now }: PreparingOptions): Preparing => {
  const prepare: Preparing = async (request, state) => {
    const operation = known.get(request.query, request.operationName);
    if (operation === undefined) return undefined;
    const { variables = {} } = request;
    const definitions = operation.operation.variableDefinitions ?? [];
    const { coerced } = variableValues(schema, definitions, variables);
    if (coerced === undefined) return undefined;
    const uses = operation.arguments.used(variables);
    if (uses.some((use) => isWrongPage(use, limits.pageSize))) return undefined;
    if (releases === undefined || !operation.arguments.readsData)
      return { operation, request, release: undefined, lastDay: undefined, key: undefined };
    const refs = askedReleases(state.askedRelease, uses);
    const onStale = staleMark(state, operation.operation);
    const release = await pinnedRelease(releases, refs, state.requestId, onStale);
    const lastDay = refs.length === 0 ? undefined : await releases.lastDay(release, state.requestId);
    const day = lastDay ?? dayOf(now().getTime());
    const key = operation.isKeepable ? `${release}\n${day}\n${keyOf(request, coerced)}` : undefined;
    return { operation, request, release, lastDay, key };
  };
  return (request, state) => prepare(request, state).catch(unlessRefused);
};

const isWrongPage = ({ name, value }: ArgumentUse, largest: number): boolean =>
  name === 'first' && typeof value === 'number' && (value < 1 || value > largest);

const keyOf = ({ query, operationName = '' }: GraphQLRequest, variables: Variables): string =>
  `${operationName}\n${JSON.stringify(sorted(variables))}\n${query}`;

/** With the members of every object in the order of their names. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
};

/** A refusal is told by the pipeline that tells all of them. */
const unlessRefused = (failure: unknown): undefined => {
  if (failure instanceof Refusal) return undefined;
  throw failure;
};
