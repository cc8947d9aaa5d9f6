import { parse } from 'graphql';
import { describe, expect, test, vi } from 'vitest';
import { createExecutor } from '../../../gateway/executor/executor.ts';
import { ask } from './fixture/ask.ts';
import { CONTEXT, createFederation, supergraphSdl } from './fixture/federation.ts';
import { keylessSdl, UNPLANNABLE } from './fixture/unplannable.ts';

const { executor, calls } = createFederation();

/** Sent without validation, as a document would be that slipped past it. */
const send = (query: string, variables = {}, operationName?: string) =>
  executor.execute({ document: parse(query), query, variables, operationName, context: CONTEXT });

describe('a request error comes without data, and no subgraph is called', () => {
  test.each<[string, string, object, string | undefined, string | undefined]>([
    ['a variable that is missing', 'query ($id: ID!) { item(id: $id) { id } }', {}, undefined, undefined],
    [
      'a variable of another type',
      'query ($n: Int) { items(first: $n) { id } }',
      { n: 'x' },
      undefined,
      undefined,
    ],
    ['no operation of that name', 'query A { version }', {}, 'B', 'OPERATION_NOT_FOUND'],
    [
      'several operations and no name',
      'query A { version } query B { version }',
      {},
      undefined,
      'OPERATION_NOT_FOUND',
    ],
    ['no operation at all', 'fragment F on Query { version }', {}, undefined, 'OPERATION_NOT_FOUND'],
    ['a subscription', 'subscription { version }', {}, undefined, 'OPERATION_NOT_SUPPORTED'],
    [
      'fragments in a circle',
      '{ people { ...F } } fragment F on Person { name boss { ...F } }',
      {},
      undefined,
      'OPERATION_NOT_SUPPORTED',
    ],
  ])('%s', async (_, query, variables, operationName, code) => {
    calls.length = 0;
    const answer = await send(query, variables, operationName);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
    expect(calls).toEqual([]);
  });

  test('a query the planner has no plan for', async () => {
    const transports = { items: none, regions: none, guides: none, people: none };
    const executor = createExecutor({ supergraphSdl: keylessSdl(), transports });
    for (const query of ['{ items { region { name } } }', '{ items { label region { name } } }']) {
      const answer = await executor.execute({
        document: parse(query),
        query,
        variables: {},
        context: CONTEXT,
      });
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_NOT_SUPPORTED' });
    }
  });

  test('a query too large to plan in time, which is not planned anew each time', async () => {
    const transports = { items: none, regions: none, guides: none, people: none };
    const hasty = createExecutor({ supergraphSdl: supergraphSdl(), transports, planningDeadline: 20 });
    const again = (query: string) =>
      hasty.execute({ document: parse(query), query, variables: {}, context: CONTEXT });
    const answer = await again(UNPLANNABLE);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'OPERATION_TOO_COMPLEX' });
    const cause = answer.errors?.[0]?.originalError;
    expect(cause).toBeDefined();
    // Planning it anew would fail with another error.
    expect((await again(UNPLANNABLE)).errors?.[0]?.originalError).toBe(cause);
    expect((await again(`${UNPLANNABLE} `)).errors?.[0]?.originalError).not.toBe(cause);
  });

  test('for want of time only until its refusal has lapsed', async () => {
    const transports = { items: none, regions: none, guides: none, people: none };
    const options = { supergraphSdl: supergraphSdl(), transports, planningDeadline: 20, refusalLifetime: 1 };
    const hasty = createExecutor(options);
    const causeOf = async () => {
      const document = parse(UNPLANNABLE);
      const answer = await hasty.execute({ document, query: UNPLANNABLE, context: CONTEXT });
      return answer.errors?.[0]?.originalError;
    };
    const first = await causeOf();
    await vi.waitFor(async () => expect(await causeOf()).not.toBe(first), 5_000);
  });
});

const none = () => Promise.reject(new Error('not to be called'));

test('one of several operations is chosen by its name', async () => {
  const query = 'query A { version } query B { b: version }';
  expect(await ask(executor, query, {}, 'B')).toEqual({ data: { b: '一' } });
  expect(await ask(executor, query, {}, 'A')).toEqual({ data: { version: '一' } });
});

test('a subgraph without a transport is found at the start', () => {
  const create = () => createExecutor({ supergraphSdl: supergraphSdl(), transports: { items: none } });
  expect(create).toThrow(/regions|guides|people/);
});

test('a request whose client has gone calls no further subgraph', async () => {
  const { executor: other, calls: sent } = createFederation();
  const gone = new AbortController();
  gone.abort();
  const query = '{ version }';
  const context = { ...CONTEXT, signal: gone.signal };
  const answer = await other.execute({ document: parse(query), query, context });
  expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['SUBGRAPH_TIMEOUT']);
  expect(sent).toEqual([]);
});
