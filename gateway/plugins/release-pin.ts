import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { decodeCursor } from '../../catalog/cursor.ts';
import { isDataObject } from '../executor/answer-shape.ts';
import { variableValues } from '../executor/variable-values.ts';
import { Refusal } from '../refusal.ts';
import type { ReleaseRef, ReleaseSource } from '../release-source.ts';
import { type GatewayContext, type RequestState, STALE } from '../request-state.ts';
import { type ArgumentUse, operationArguments } from './operation-arguments.ts';

/**
 * Pins the whole request to one release before anything is executed, and says which on every answer. Without the
 * pin two subgraphs read "the newest" at different moments, and a fifth of the answers mixes two while
 * publishing. The release is that of the header, of `release(asOf:)` or of a cursor; these must agree. An older release
 * is read as on the last day it was the newest: pages that began then go on alike, and the answer never changes. A
 * mutation names none, in no way: what is written takes effect in the newest, today, whatever was read before.
 */
export const releasePinPlugin = (releases: ReleaseSource): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ schema, document, operation, request, contextValue: { state } }) {
      if (operation === undefined) return;
      const found = operationArguments(document, operation);
      if (!found.readsData) return;
      const { variables = {} } = request;
      // Variables of the wrong type are told all at once by the executor, which will not run anything.
      const { errors } = variableValues(schema, operation.variableDefinitions, variables);
      if (errors !== undefined) return;
      const uses = found.used(variables);
      const refs = askedReleases(state.askedRelease, uses);
      if (operation.operation === 'mutation' && refs.length > 0)
        throw new Refusal('BAD_USER_INPUT', {
          says: '修改总在最新版次上进行，不能带请求头 X-Release 或翻页游标 after',
          help: '去掉它们再发送。',
        });
      const onStale = staleMark(state, operation);
      state.release = await pinnedRelease(releases, refs, state.requestId, onStale);
      // Without any it is the newest, and its day is today.
      if (refs.length > 0) state.day = await releases.lastDay(state.release, state.requestId);
    },
    async willSendResponse({ response, operation, contextValue: { state } }) {
      if (state.release === undefined || response.body.kind !== 'single') return;
      // Whoever has published by it reads what was published from then on.
      if (operation?.operation === 'mutation') releases.note(state.release);
      const { singleResult } = response.body;
      // What is refused beforehand has read no release, whether one was looked up meanwhile or not.
      if (singleResult.data === undefined) return;
      singleResult.extensions = { ...singleResult.extensions, release: state.release };
      response.http.headers.set('x-release', String(state.release));
      if (state.isStale === true) response.http.headers.set('warning', STALE);
    },
  }),
});

/**
 * What marks a request as answered by a release that may not be the newest. A mutation is not: what is written takes
 * effect in the newest, for which it waits.
 */
export const staleMark = (
  state: RequestState,
  { operation }: OperationDefinitionNode,
): (() => void) | undefined => {
  if (operation === 'mutation') return undefined;
  return () => {
    state.isStale = true;
  };
};

/** A release that a request names, and how it names it: a half-sentence. */
export interface AskedRelease {
  readonly ref: ReleaseRef;
  readonly says: string;
}

/** Every release a request names: in its header, as `asOf`, inside cursors. Throws a Refusal for what names none. */
export function askedReleases(
  header: string | undefined,
  uses: readonly ArgumentUse[],
): readonly AskedRelease[] {
  const refs: AskedRelease[] = [];
  if (header !== undefined) {
    const number = headerNumber(header);
    refs.push({ ref: { number }, says: `请求头 X-Release 为 ${number}` });
  }
  for (const { name, root, field, value } of uses) {
    if (name === 'asOf' && root && field === 'release' && isDataObject(value)) {
      const ref = refOf(value);
      const says = 'at' in ref ? 'asOf 的 at 早于第一个版次' : `asOf 的 number 为 ${ref.number}`;
      refs.push({ ref, says });
    }
    if (name === 'after' && typeof value === 'string') {
      const number = cursorRelease(value);
      refs.push({ ref: { number }, says: `翻页游标 after 属于版次 ${number}` });
    }
  }
  return refs;
}

/**
 * The one release that all references mean, the newest without any; `onStale` as `ReleaseSource.resolve` has it. Throws
 * a Refusal otherwise.
 */
export async function pinnedRelease(
  releases: ReleaseSource,
  refs: readonly AskedRelease[],
  requestId: string,
  onStale?: () => void,
): Promise<number> {
  if (refs.length === 0) {
    const newest = await releases.resolve(undefined, requestId, onStale);
    if (newest === undefined) throw new Refusal('NO_RELEASE');
    return newest;
  }
  const distinct = new Map(refs.map((asked) => [JSON.stringify(asked.ref), asked]));
  const numbers = new Set<number>();
  for (const { ref, says } of distinct.values()) {
    const number = await releases.resolve(ref, requestId);
    if (number === undefined) throw new Refusal('RELEASE_NOT_FOUND', says);
    numbers.add(number);
  }
  const [number, ...others] = numbers;
  if (number === undefined || others.length > 0)
    throw new Refusal('RELEASE_CONFLICT', [...numbers].sort((one, other) => one - other).join('、'));
  return number;
}

function headerNumber(header: string): number {
  if (!/^[1-9]\d{0,9}$/u.test(header))
    throw new Refusal('BAD_USER_INPUT', {
      says: '请求头 X-Release 应为版次号，即从 1 起的整数',
      help: '现有的版次用 releases 查询；去掉这个请求头即读最新版次。',
    });
  return Number(header);
}

function refOf({ number, at }: Readonly<Record<string, unknown>>): ReleaseRef {
  const byNumber = number !== undefined && number !== null;
  if (byNumber !== (at !== undefined && at !== null)) {
    if (byNumber && Number.isInteger(number)) return { number: number as number };
    if (typeof at === 'string') return { at };
  }
  throw new Refusal('BAD_USER_INPUT', 'asOf 应给出版次号或时刻，二者择一');
}

function cursorRelease(cursor: string): number {
  const release = decodeCursor(cursor)?.release;
  if (release === undefined) throw new Refusal('CURSOR_INVALID');
  return release;
}
