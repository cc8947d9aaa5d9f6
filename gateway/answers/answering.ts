import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Executor } from '../executor/executor.ts';
import type { Gate } from '../gate.ts';
import type { GraphQLRequest } from '../http/graphql-request.ts';
import type { ReleaseSource } from '../release-source.ts';
import type { RequestState } from '../request-state.ts';
import { dayOf } from './day.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import { type OwnAnswer, ownAnswer } from './own-answer.ts';
import { createPreparing, type Prepared, type PreparingOptions } from './prepare.ts';
import type { SharedAnswers } from './shared/shared-answers.ts';
import { createWorkingOut, isOfOneDay } from './work-out.ts';

export interface AnsweringOptions extends Omit<PreparingOptions, 'schema'> {
  readonly executor: Executor;
  readonly kept: KeptAnswers;
  /** What other processes of the machine have worked out; see `SharedAnswers`. */
  readonly shared?: SharedAnswers | undefined;
  /** Lets in what is to be worked out; what is kept passes it by. */
  readonly gate: Gate;
  readonly logger: Logger;
}

export interface Answering {
  /** Whether the newest release is known without asking, so that `toText` finds all that is kept in known words. */
  readonly knowsNewest: () => boolean;
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

/** A request is answered by what is kept for its release, day, document and variables, or worked out once for all. */
export const createAnswering = (options: AnsweringOptions): Answering => {
  const { executor, kept, releases, now, logger } = options;
  const prepare = createPreparing({ ...options, schema: executor.schema });
  const answerTo = createOnceForAll(options);
  const textKey = createTextKey(releases, now);
  return {
    knowsNewest: () => releases?.known() !== undefined,
    toText(text, askedRelease) {
      const key = textKey(text, askedRelease);
      return key === undefined ? undefined : kept.getByText(key);
    },
    async toKnown(text, request, type, state) {
      const textBefore = textKey(text, state.askedRelease);
      const prepared = await prepare(request, state);
      if (prepared === undefined) return undefined;
      state.operation = prepared.operation.operation.name?.value;
      state.release = prepared.release;
      state.day = prepared.lastDay;
      const { key } = prepared;
      const found = key === undefined ? undefined : kept.get(key);
      const answer = found ?? (await answerTo(prepared, state));
      noteLedTo(releases, prepared, state);
      if (!('body' in answer)) return ownAnswer(answer, type, state, logger);
      // Where a release or a day has come meanwhile, the answer is still that of the one before.
      const textNow = textKey(text, state.askedRelease);
      if (textNow !== undefined && textNow === textBefore && key !== undefined) kept.keepText(textNow, key);
      return answer;
    },
  };
};

/** What a text is known under: the words mean something else with the next release, and on the next day. */
const createTextKey =
  (releases: ReleaseSource | undefined, now: () => Date) =>
  (text: string, askedRelease: string | undefined): string | undefined => {
    const newest = releases?.known();
    if (newest === undefined) return undefined;
    // A header with nothing in it is not the same as none: it names no release.
    const asked = askedRelease === undefined ? '' : `=${askedRelease}`;
    return `${newest}\n${dayOf(now().getTime())}\n${asked}\n${text}`;
  };

/** A mutation has led to another release than it was asked in: whoever has published it reads it from then on. */
const noteLedTo = (releases: ReleaseSource | undefined, { release }: Prepared, state: RequestState): void => {
  if (state.release !== undefined && state.release !== release) releases?.note(state.release);
};

type OnceForAllParts = Pick<AnsweringOptions, 'executor' | 'kept' | 'shared' | 'gate' | 'now'>;

/** Works answers out and keeps them; what many ask for at once, of one process or several, is worked out once. */
const createOnceForAll = ({ executor, kept, shared, gate, now }: OnceForAllParts) => {
  const working = createWorkingOut(executor, now);
  const workOut: typeof working = (prepared, state) =>
    gate.through(state.priority, () => working(prepared, state));
  const underWay = new Map<string, Promise<KeptAnswer | ExecutionResult>>();
  const answerAnew = async (prepared: Prepared, key: string, state: RequestState) => {
    const asked = now();
    const finding = await shared?.find(key);
    if (finding?.kind === 'FOUND') {
      kept.keep(key, finding.answer);
      return finding.answer;
    }
    let forAll: KeptAnswer | undefined;
    try {
      const answer = await workOut(prepared, state);
      if ('body' in answer && isOfOneDay(answer, asked, now())) forAll = answer;
      return answer;
    } finally {
      if (forAll !== undefined) kept.keep(key, forAll);
      shared?.tell(key, forAll);
    }
  };
  return (prepared: Prepared, state: RequestState): Promise<KeptAnswer | ExecutionResult> => {
    const { key } = prepared;
    if (key === undefined) return workOut(prepared, state);
    const found = underWay.get(key);
    if (found !== undefined) return found;
    const begun = answerAnew(prepared, key, state).finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };
};
