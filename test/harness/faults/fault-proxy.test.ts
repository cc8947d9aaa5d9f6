import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSchema } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import { createAnswerForm } from '../../../gateway/answers/answer-form.ts';
import { createRemoteTransport, type RemoteTransport } from '../../../gateway/executor/remote-transport.ts';
import type { SubgraphAnswer } from '../../../gateway/executor/transport.ts';
import { seededRandom } from '../../support/random-query.ts';
import { FAULTS, type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts';

const SEED = Number(process.env['FAULT_SEED'] ?? '20260301');
const SCHEMA = buildSchema('type Query { name: String items: [Item!] } type Item { id: ID! count: Int! }');
const QUERY = '{ name items { id count } }';
const ANSWER = { data: { name: '事项', items: [{ id: 'a', count: 1 }] } };
const MUTATION = 'mutation { decide }';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** A subgraph that counts what it is asked, behind a proxy, before a transport whose clock stands still until it is let run. */
const behindProxy = async (): Promise<{
  readonly proxy: FaultProxy;
  readonly ask: (query?: string) => Promise<SubgraphAnswer | string>;
  readonly transport: RemoteTransport;
  readonly mutations: () => number;
  readonly letClockRun: () => void;
}> => {
  let mutations = 0;
  const server: Server = createServer(async (request, response) => {
    const asked = await text(request);
    if (asked.includes(MUTATION)) mutations += 1;
    const body = JSON.stringify(
      asked.includes('{ __typename }') ? { data: { __typename: 'Query' } } : ANSWER,
    );
    response.setHeader('x-zongheng-read', '12');
    response.setHeader('content-length', Buffer.byteLength(body));
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy = await startFaultProxy(`http://127.0.0.1:${port}/graphql`, seededRandom(SEED));
  let now = 0;
  let isRunning = false;
  const transport = createRemoteTransport({
    subgraph: 'county',
    url: proxy.url,
    clock: {
      now: () => now,
      // Ten times as fast as time.
      every: (milliseconds, tick) => {
        const timer = setInterval(() => {
          if (!isRunning) return;
          now += milliseconds;
          tick();
        }, milliseconds / 10);
        return () => clearInterval(timer);
      },
    },
  });
  const formed = createAnswerForm(() => SCHEMA, {})('county', transport.send);
  ended.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => server.closeAllConnections(),
    () => proxy[Symbol.asyncDispose](),
    transport.close,
  );
  const ask = (query = QUERY): Promise<SubgraphAnswer | string> =>
    formed({ query, variables: {}, context: { release: 12, requestId: 'r' } }).catch(
      ({ code }: { code: string }) => code,
    );
  const letClockRun = (): void => {
    isRunning = true;
  };
  return { proxy, ask, transport, mutations: () => mutations, letClockRun };
};

/** What a call comes to under each fault; an answer that passes is the right one. */
const OUTCOMES: Readonly<Record<Fault, readonly (string | SubgraphAnswer)[]>> = {
  down: ['SUBGRAPH_UNAVAILABLE'],
  reset_peer: ['SUBGRAPH_UNAVAILABLE'],
  timeout: ['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE'],
  latency: ['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE'],
  slicer: ['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE'],
  bandwidth: ['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE'],
  slow_close: [ANSWER],
  truncated: ['SUBGRAPH_UNAVAILABLE'],
  garbage: ['SUBGRAPH_INVALID_RESPONSE'],
  'not-http': ['SUBGRAPH_INVALID_RESPONSE'],
  'wrong-type': ['SUBGRAPH_INVALID_RESPONSE'],
  'wrong-shape': ['SUBGRAPH_INVALID_RESPONSE'],
  empty: ['SUBGRAPH_INVALID_RESPONSE'],
  'fewer-entities': [ANSWER],
  proto: [ANSWER],
  'other-release': ['SUBGRAPH_INVALID_RESPONSE'],
  'error-500': ['SUBGRAPH_UNAVAILABLE'],
  large: ['SUBGRAPH_INVALID_RESPONSE'],
  'large-chunked': ['SUBGRAPH_INVALID_RESPONSE'],
};

test.each(FAULTS)(
  '%s: a call fails as it should, no mutation is sent twice, and all is well afterwards',
  async (fault) => {
    const { proxy, ask, mutations, transport, letClockRun } = await behindProxy();
    if (OUTCOMES[fault].includes('SUBGRAPH_TIMEOUT')) letClockRun();
    expect(await ask()).toEqual(ANSWER);
    await proxy.become(fault);
    const outcomes: (SubgraphAnswer | string)[] = [];
    for (let call = 0; call < 3; call += 1) outcomes.push(await ask());
    // What was added to an object under names of its prototype nobody has asked for.
    for (const outcome of outcomes)
      expect(OUTCOMES[fault], `seed ${SEED}`).toContainEqual(typeof outcome === 'string' ? outcome : ANSWER);
    for (const outcome of outcomes)
      if (typeof outcome !== 'string') expect(outcome.data).toMatchObject(ANSWER.data);
    for (let call = 0; call < 3; call += 1) await ask(MUTATION);
    expect(mutations()).toBeLessThanOrEqual(3);
    expect(proxy.arrivals().mutations).toBeLessThanOrEqual(3);
    await proxy.become(undefined);
    letClockRun();
    let answer = await ask();
    for (let call = 0; typeof answer === 'string' && call < 500; call += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      answer = await ask();
    }
    expect(answer).toEqual(ANSWER);
    expect(transport.guard.counts.repeated).toBeLessThanOrEqual(4);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);
