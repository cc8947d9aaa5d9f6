import { createHash } from 'node:crypto';
import { type ExecutionResult, getVariableValues } from 'graphql';
import type { Logger } from 'pino';
import type { Executor } from '../executor/executor.ts';
import { contextOf } from '../executor-gateway.ts';
import type { GraphQLRequest } from '../http/graphql-request.ts';
import type { Limits } from '../plugins/limits.ts';
import type { Variables } from '../plugins/operation-arguments.ts';
import { logErrors, publicAnswer } from '../plugins/public-answer.ts';
import { askedReleases, pinnedRelease } from '../plugins/release-pin.ts';
import { Refusal } from '../refusal.ts';
import type { ReleaseSource } from '../release-source.ts';
import type { RequestState } from '../request-state.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import type { KnownOperation, KnownOperations } from './known-operations.ts';

export interface AnsweringOptions {
  readonly executor: Executor;
  readonly known: KnownOperations;
  readonly kept: KeptAnswers;
  readonly limits: Pick<Limits, 'objects' | 'pageSize'>;
  /** Undefined for a supergraph without releases: nothing says how long its answers hold, so none is kept. */
  readonly releases: ReleaseSource | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** An answer that holds for nobody else. */
export interface OwnAnswer {
  readonly status: number;
  readonly body: string;
}

/** What a request of a known operation means: its variables, its release, and what an answer to it is kept under. */
interface Prepared {
  readonly operation: KnownOperation;
  readonly request: GraphQLRequest;
  readonly release: number | undefined;
  /** The last day of an older release, on which its items are judged for ever. */
  readonly lastDay: string | undefined;
  readonly key: string | undefined;
}

export interface Answering {
  /** Whether the newest release cannot be asked just now, so that the last known one stands in. */
  readonly isStale: () => boolean;
  /**
   * A kept answer to just this text of a request, and the release its header asks for; nothing of it is read. The text
   * is the target of a GET, or the body of a POST behind a line's end, which no target has.
   */
  readonly toText: (text: string, askedRelease: string | undefined) => KeptAnswer | undefined;
  /** Answers a request of a known operation; undefined for any other, and for whatever is to be refused. */
  readonly toKnown: (
    text: string,
    request: GraphQLRequest,
    type: string,
    state: RequestState,
  ) => Promise<KeptAnswer | OwnAnswer | undefined>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Days since 1970 in China, whose midnight changes the states of items. */
const dayOf = (moment: number): number => Math.floor((moment + 8 * HOUR) / DAY);

/** A request is answered by what is kept for its release, day, document and variables, or worked out once for all. */
export const createAnswering = (options: AnsweringOptions): Answering => {
  const { executor, known, kept, limits, releases, now, logger } = options;
  const underWay = new Map<string, Promise<KeptAnswer | ExecutionResult>>();

  // A header with nothing in it is not the same as none: it names no release.
  const textKey = (text: string, askedRelease: string | undefined): string | undefined => {
    const newest = releases?.known();
    if (newest === undefined) return undefined;
    const asked = askedRelease === undefined ? '' : `=${askedRelease}`;
    return `${newest}\n${dayOf(now().getTime())}\n${asked}\n${text}`;
  };
  const prepare = async (request: GraphQLRequest, state: RequestState): Promise<Prepared | undefined> => {
    const operation = known.get(request.query, request.operationName);
    if (operation === undefined) return undefined;
    const { variables = {} } = request;
    const definitions = operation.operation.variableDefinitions ?? [];
    const { coerced } = getVariableValues(executor.schema, definitions, variables);
    if (coerced === undefined) return undefined;
    const uses = operation.arguments.used(variables);
    if (uses.some(({ name, value }) => name === 'first' && isWrongPage(value, limits.pageSize)))
      return undefined;
    if (operation.objects(coerced) > limits.objects) return undefined;
    if (releases === undefined || !operation.arguments.readsData)
      return { operation, request, release: undefined, lastDay: undefined, key: undefined };
    const refs = askedReleases(state.askedRelease, uses);
    const release = await pinnedRelease(releases, refs, state.requestId);
    const lastDay = refs.length === 0 ? undefined : await releases.lastDay(release, state.requestId);
    const day = lastDay ?? dayOf(now().getTime());
    const key = operation.isKeepable ? `${release}\n${day}\n${keyOf(request, coerced)}` : undefined;
    return { operation, request, release, lastDay, key };
  };
  /** Runs an operation; an answer that holds for others too is kept. */
  const work = async (prepared: Prepared, state: RequestState): Promise<KeptAnswer | ExecutionResult> => {
    const { operation, request, release, lastDay, key } = prepared;
    const begun = now().getTime();
    const context = contextOf(state);
    const result = await executor.execute({
      document: operation.document,
      query: request.query,
      operationName: request.operationName,
      variables: request.variables,
      // Others may wait for the answer: it is worked out although the one who asked first goes away.
      context: key === undefined ? context : { release, day: lastDay, requestId: state.requestId },
    });
    const { data, errors } = result;
    if (key === undefined || release === undefined || errors !== undefined || isEmpty(data)) return result;
    const body = ownBytes(`${JSON.stringify({ data, extensions: { release } })}\n`);
    const answer: KeptAnswer = {
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
      release,
      madeAt: begun,
      lasts: lastDay !== undefined,
      operation: operation.operation.name?.value,
    };
    // An answer begun before midnight may tell of the day after.
    if (lastDay !== undefined || dayOf(now().getTime()) === dayOf(begun)) kept.keep(key, answer);
    return answer;
  };
  const shared = (prepared: Prepared, state: RequestState): Promise<KeptAnswer | ExecutionResult> => {
    const { key } = prepared;
    if (key === undefined) return work(prepared, state);
    const found = underWay.get(key);
    if (found !== undefined) return found;
    const working = work(prepared, state).finally(() => underWay.delete(key));
    underWay.set(key, working);
    return working;
  };
  return {
    isStale: () => releases?.isStale() === true,
    toText(text, askedRelease) {
      const key = textKey(text, askedRelease);
      return key === undefined ? undefined : kept.getByText(key);
    },
    async toKnown(text, request, type, state) {
      const textBefore = textKey(text, state.askedRelease);
      const prepared = await prepare(request, state).catch(unlessRefused);
      if (prepared === undefined) return undefined;
      state.operation = prepared.operation.operation.name?.value;
      state.release = prepared.release;
      state.day = prepared.lastDay;
      const found = prepared.key === undefined ? undefined : kept.get(prepared.key);
      const answer = found ?? (await shared(prepared, state));
      if (!('body' in answer)) return ownAnswer(answer, type, state, logger);
      // Where a release or a day has come meanwhile, the answer is still that of the one before.
      const textNow = textKey(text, state.askedRelease);
      if (textNow !== undefined && textNow === textBefore && prepared.key !== undefined)
        kept.keepText(textNow, prepared.key);
      return answer;
    },
  };
};

const isWrongPage = (value: unknown, largest: number): boolean =>
  typeof value === 'number' && (value < 1 || value > largest);

/** Nothing found is soon something: codes that clients try would fill the memory. */
const isEmpty = (data: ExecutionResult['data']): boolean =>
  data === null || data === undefined || Object.values(data).includes(null);

const keyOf = ({ query, operationName = '' }: GraphQLRequest, variables: Variables): string =>
  `${operationName}\n${JSON.stringify(sorted(variables))}\n${query}`;

/** A small Buffer of Node's is a part of a larger one, which it would keep alive: what is kept has its bytes to itself. */
const ownBytes = (text: string): Buffer => {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
};

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

const ownAnswer = (
  { data, errors: found = [] }: ExecutionResult,
  type: string,
  state: RequestState,
  logger: Logger,
): OwnAnswer => {
  logErrors(logger, found, state);
  const { status, errors } = publicAnswer(found, data !== undefined, state, type);
  const result = {
    ...(errors.length === 0 ? {} : { errors }),
    ...(data === undefined ? {} : { data }),
    ...(state.release === undefined ? {} : { extensions: { release: state.release } }),
  };
  return { status, body: `${JSON.stringify(result)}\n` };
};
