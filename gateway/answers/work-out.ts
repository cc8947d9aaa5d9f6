import { createHash } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Executor } from '../executor/executor.ts';
import { contextOf } from '../executor-gateway.ts';
import { deadlineOf, type RequestState } from '../request-state.ts';
import { dayOf } from './day.ts';
import type { KeptAnswer } from './kept-answers.ts';
import type { Prepared } from './prepare.ts';

export type WorkingOut = (prepared: Prepared, state: RequestState) => Promise<KeptAnswer | ExecutionResult>;

/** Runs an operation: what holds for others too comes as an answer to be kept, anything else as its result. */
export const createWorkingOut =
  ({ execute }: Pick<Executor, 'execute'>, now: () => Date): WorkingOut =>
  async ({ operation, request, release, lastDay, key }, state) => {
    const begun = now().getTime();
    const context = contextOf(state);
    const result = await execute({
      document: operation.document,
      query: request.query,
      operationName: request.operationName,
      variables: request.variables,
      // Others may wait for the answer: it is worked out although the one who asked first goes away.
      context:
        key === undefined
          ? context
          : { release, day: lastDay, requestId: state.requestId, deadline: deadlineOf(state) },
    });
    const { data, errors } = result;
    if (key === undefined || release === undefined || errors !== undefined || isEmpty(data)) return result;
    const body = ownBytes(`${JSON.stringify({ data, extensions: { release, cost: state.cost } })}\n`);
    return {
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
      release,
      madeAt: begun,
      lasts: lastDay !== undefined,
      operation: operation.operation.name?.value,
    };
  };

/** Whether an answer asked for and made between two moments tells of one day alone, that of its key. */
export const isOfOneDay = ({ lasts }: KeptAnswer, asked: Date, made: Date): boolean =>
  lasts || dayOf(asked.getTime()) === dayOf(made.getTime());

/** Nothing found is soon something: codes that clients try would fill the memory. */
const isEmpty = (data: ExecutionResult['data']): boolean =>
  data === null || data === undefined || Object.values(data).includes(null);

/** A small Buffer of Node's is a part of a larger one, which it would keep alive: what is kept has its bytes to itself. */
const ownBytes = (text: string): Buffer => {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
};
