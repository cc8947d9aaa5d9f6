import { describe, expect, test } from 'vitest';
import type { SubgraphAnswer, Transport } from '../../gateway/executor/transport.ts';
import { ask, codes, fetched } from './ask.ts';
import { CANARY, smallHub, startSmallGateway } from './small-hub.ts';

const QUERY = '{ items(first: 2) { nodes { id name guide { text } } } }';
const SECRETS = /canary|secret|select|\/srv|10\.0\.0|ECONN|\.ts|stack|127\.0\.0/iu;

const failing = (answer: () => Promise<SubgraphAnswer>): Transport => answer;

describe('what a subgraph says stays inside', () => {
  test.each<[string, Transport, string]>([
    ['throws', failing(() => Promise.reject(new Error(CANARY))), 'SUBGRAPH_UNAVAILABLE'],
    [
      'answers with text',
      failing(async () => CANARY as unknown as SubgraphAnswer),
      'SUBGRAPH_INVALID_RESPONSE',
    ],
    ['answers nothing', failing(async () => ({})), 'SUBGRAPH_INVALID_RESPONSE'],
    [
      'answers with a bug',
      failing(async () => ({
        data: null,
        errors: [{ message: CANARY, extensions: { stacktrace: [CANARY] } }],
      })),
      'INTERNAL_ERROR',
    ],
    [
      'answers with a code of its own',
      failing(async () => ({
        data: null,
        errors: [{ message: CANARY, extensions: { code: 'PG_42P01', sql: CANARY } }],
      })),
      'INTERNAL_ERROR',
    ],
    [
      'answers with a code it may use',
      failing(async () => ({
        data: null,
        errors: [{ message: CANARY, extensions: { code: 'SUBGRAPH_TIMEOUT' } }],
      })),
      'SUBGRAPH_TIMEOUT',
    ],
  ])('when it %s', async (_, guide, code) => {
    const hub = smallHub();
    await using gateway = await startSmallGateway(hub, { transports: { ...hub.transports, guide } });
    const answer = await ask(gateway.url, QUERY, { 'x-request-id': 'r-1' });
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({
      items: {
        nodes: [
          { id: '0', name: '事项0', guide: null },
          { id: '1', name: '事项1', guide: null },
        ],
      },
    });
    expect(new Set(codes(answer))).toEqual(new Set([code]));
    for (const error of answer.errors ?? []) {
      expect(Object.keys(error).sort()).toEqual(['extensions', 'message', 'path']);
      expect(error.extensions).toEqual({ code, requestId: 'r-1', retryable: true });
      expect(error.path?.slice(0, 2)).toEqual(['items', 'nodes']);
    }
    expect(answer.text).not.toMatch(SECRETS);
    expect([...answer.headers].join()).not.toMatch(SECRETS);
  });

  test('and a bug is in the log, under the id the client was given', async () => {
    await using gateway = await startSmallGateway(smallHub());
    const answer = await ask(gateway.url, '{ leak }');
    expect(codes(answer)).toEqual(['INTERNAL_ERROR']);
    expect(answer.text).not.toMatch(SECRETS);
    const logged = gateway.log.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(logged).toEqual([
      expect.objectContaining({
        requestId: answer.errors?.[0]?.extensions.requestId,
        msg: CANARY,
        subgraph: 'reference',
        path: ['leak'],
      }),
    ]);
  });
});

test('no request makes the gateway show its inside', async () => {
  await using gateway = await startSmallGateway(smallHub());
  const base = gateway.url.replace('/graphql', '');
  const answers = [
    await ask(gateway.url, {
      query: '{ items { totalCount } }',
      variables: { __proto__: null, x: '\u0000' },
    }),
    await ask(gateway.url, {
      query: 'query ($n: Int) { items(first: $n) { totalCount } }',
      variables: { n: CANARY },
    }),
    await ask(gateway.url, { query: `{ items(after: "${'\\u0000'}") { totalCount } }` }),
    await ask(gateway.url, { query: '{ constructor { __proto__ } }' }),
    await ask(gateway.url, { query: 'subscription { items { totalCount } }' }),
    await ask(gateway.url, { query: 'mutation { leak }' }),
    await fetched(`${base}/%ff`),
    await fetched(`${base}/..%2f..%2fetc/passwd`),
  ];
  for (const answer of answers) {
    expect(answer.text).not.toMatch(SECRETS);
    expect(answer.status, answer.text).toBeLessThan(500);
  }
});

test('readiness names the subgraph that does not answer, and liveness stays', async () => {
  const hub = smallHub();
  const guide: Transport = () => Promise.reject(new Error(CANARY));
  await using gateway = await startSmallGateway(hub, { transports: { ...hub.transports, guide } });
  const base = gateway.url.replace('/graphql', '');
  const ready = await fetched(`${base}/health/ready`);
  expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: 'not ready', missing: ['guide'] }]);
  expect((await fetched(`${base}/health/live`)).status).toBe(200);
});
