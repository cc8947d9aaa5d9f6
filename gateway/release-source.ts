import { dayInChina } from '../catalog/day-in-china.ts';
import type { SubgraphAnswer, Transport } from './executor/transport.ts';
import { createNewestQuestion } from './newest-question.ts';
import { Refusal } from './refusal.ts';
import { withinTime } from './within-time.ts';

/** A release asked for: by its number, or the newest at a moment (ISO 8601). */
export type ReleaseRef = { readonly number: number } | { readonly at: string };

export interface ReleaseSource {
  /** The newest release where it is known without asking; undefined where `resolve` has to be asked. */
  readonly known: () => number | undefined;
  /**
   * The number of the release asked for, or of the newest; undefined when there is none. Where the newest cannot be
   * asked now the last one known stands in and `onStale` is called; for who gives it also where the answer is late.
   * Throws a Refusal with SUBGRAPH_UNAVAILABLE when nothing is known, and BAD_USER_INPUT for a moment that is none.
   */
  resolve(ref?: ReleaseRef, requestId?: string, onStale?: () => void): Promise<number | undefined>;
  /** A release has been published by this process: from now on none before it stands in for the newest. */
  readonly note: (number: number) => void;
  /**
   * The last day on which a release was the newest, in China (YYYY-MM-DD); undefined while it is. Throws a Refusal with
   * SUBGRAPH_UNAVAILABLE when that cannot be known now.
   */
  lastDay(number: number, requestId?: string): Promise<string | undefined>;
}

export interface ReleaseSourceOptions {
  /** Transport of the subgraph that owns `Query.release`. */
  readonly transport: Transport;
  /** The newest release where somebody of this process knows it for certain. */
  readonly newest?: (() => number | undefined) | undefined;
  /** Milliseconds the newest release is waited for before the last known one is taken. */
  readonly patience?: number;
  /** Called when the newest release could not be asked for the first time, so that the last known one stands in. */
  readonly onFallback?: (failure: unknown) => void;
}

const QUERY = 'query ($ref: ReleaseRef) { release(asOf: $ref) { number } }';
const DATED = 'query ($ref: ReleaseRef) { release(asOf: $ref) { number publishedAt } }';

/** GraphQL's Int; a forged cursor may claim more. */
const LARGEST_INT = 2_147_483_647;

/** Asks the subgraph that owns the releases; every newest release is asked after the request that needs it began. */
export function createReleaseSource(options: ReleaseSourceOptions): ReleaseSource {
  const { transport, newest = () => undefined, patience = 3_000, onFallback = () => undefined } = options;
  // A published release stays for ever: its number need not be asked twice.
  const exists = new Set<number>();
  // So does the day on which the next one came.
  const lastDays = new Map<number, string>();

  const answerTo = async (
    query: string,
    ref: ReleaseRef | undefined,
    requestId: string,
    signal: AbortSignal,
  ) => {
    const context = { release: undefined, requestId, signal };
    const variables = { ref: ref ?? null };
    return await withinTime(signal, () => transport({ query, variables, context }));
  };
  const ask = async (
    ref: ReleaseRef | undefined,
    requestId: string,
    signal = AbortSignal.timeout(patience),
  ): Promise<number | undefined> => {
    const answer = await answerTo(QUERY, ref, requestId, signal);
    const number = numberIn(answer, ref);
    if (number !== undefined && exists.size < 100_000) exists.add(number);
    return number;
  };
  const question = createNewestQuestion({
    ask: (signal) => ask(undefined, 'newest-release', signal),
    patience,
    onFallback,
  });
  return {
    known: newest,
    note: question.note,
    async resolve(ref, requestId = 'release', onStale = undefined) {
      const certain = ref === undefined ? newest() : undefined;
      if (certain !== undefined) {
        question.note(certain);
        return certain;
      }
      if (ref !== undefined && 'number' in ref) {
        if (ref.number > LARGEST_INT) return undefined;
        if (exists.has(ref.number)) return ref.number;
      }
      try {
        return await (ref === undefined ? question.answer(onStale) : ask(ref, requestId));
      } catch (failure) {
        if (failure instanceof Refusal) throw failure;
        throw new Refusal('SUBGRAPH_UNAVAILABLE', undefined, failure);
      }
    },
    async lastDay(number, requestId = 'release') {
      const known = lastDays.get(number);
      if (known !== undefined || number >= LARGEST_INT) return known;
      const ref = { number: number + 1 };
      try {
        const answer = await answerTo(DATED, ref, requestId, AbortSignal.timeout(patience));
        if (numberIn(answer, ref) === undefined) return undefined;
        const day = dayIn(answer);
        if (lastDays.size < 100_000) lastDays.set(number, day);
        return day;
      } catch (failure) {
        throw new Refusal('SUBGRAPH_UNAVAILABLE', undefined, failure);
      }
    },
  };
}

function dayIn({ data }: SubgraphAnswer): string {
  const { publishedAt } = (data?.['release'] ?? {}) as { readonly publishedAt?: unknown };
  return dayInChina(new Date(String(publishedAt)));
}

function numberIn({ data, errors }: SubgraphAnswer, ref: ReleaseRef | undefined): number | undefined {
  const release = data?.['release'];
  if (typeof release === 'object' && release !== null && 'number' in release) {
    if (typeof release.number === 'number') return release.number;
  }
  const code = errors?.[0]?.extensions?.['code'];
  if (code === 'RELEASE_NOT_FOUND' || code === 'NO_RELEASE') return undefined;
  // Coercion of variables refuses a text that is no moment before any resolver runs: an answer without data.
  const uncoerced = data === undefined && code === undefined && ref !== undefined && 'at' in ref;
  if (code === 'BAD_USER_INPUT' || uncoerced) throw new Refusal('BAD_USER_INPUT', 'asOf 应给出版次号或时刻');
  throw new Error('The subgraph gave no release', { cause: errors?.[0] });
}
