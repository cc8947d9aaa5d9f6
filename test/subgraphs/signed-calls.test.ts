import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { errorSentence } from '../../catalog/error-sentence.ts';
import { createRemoteTransport } from '../../gateway/executor/remote-transport.ts';
import { SubgraphFailure } from '../../gateway/executor/subgraph-failure.ts';
import { createSigner } from '../../signing/signer.ts';
import { createVerifier } from '../../signing/verifier.ts';
import type { SubgraphRequest } from '../../subgraphs/context.ts';
import type { Subgraph } from '../../subgraphs/open-subgraph.ts';
import { type ServeOptions, serveSubgraph } from '../../subgraphs/serve.ts';
import {
  countedBytes,
  keysOf,
  keyText,
  type SignedOptions,
  signedHeaders,
  TEST_KEYS,
  TEST_SIGNER,
  verifierOf,
} from '../signing/signed-call.ts';
import { withFolder } from '../support/hub.ts';
import { aWriter } from '../support/writers.ts';

const SDL = 'type Query { ran: Int! } type Mutation { run: Int! writer: String }';

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** A subgraph that counts what it has executed. */
async function serve(over: Partial<ServeOptions> = {}) {
  let ran = 0;
  const count = () => {
    ran += 1;
    return ran;
  };
  const writer = (_: unknown, __: unknown, context: { writer?: { subject: string } }) =>
    context.writer?.subject;
  const resolvers = { Query: { ran: count }, Mutation: { run: count, writer } };
  const schema = buildSubgraphSchema([{ typeDefs: parse(SDL), resolvers }]);
  const createContext = (given: SubgraphRequest) => ({
    ...given,
    release: 1,
    now: '',
    writer: given.writer,
    loaders: {},
    ledTo: undefined,
    readFrom: () => undefined,
  });
  const subgraph: Subgraph = { name: 'county', schema, createContext, close: async () => undefined };
  const refused: string[] = [];
  const onRefusedCall = (reason: string, requestId: string): void =>
    void refused.push(`${reason} ${requestId}`);
  const served = await serveSubgraph(subgraph, {
    port: 0,
    verify: verifierOf('county'),
    onRefusedCall,
    ...over,
  });
  ended.push(served.close);
  return { url: served.url, ran: () => ran, refused };
}

const BODY = JSON.stringify({ query: 'mutation { run }' });
const HEADERS = { 'content-type': 'application/json', 'x-request-id': 'r-1', 'x-zongheng-release': '3' };
const signed = (body = BODY, headers: Readonly<Record<string, string>> = HEADERS) =>
  signedHeaders(body, { subgraph: 'county', headers });

const post = async (url: string, headers: Readonly<Record<string, string>>, body = BODY) => {
  const response = await fetch(url, { method: 'POST', headers, body });
  return { status: response.status, body: JSON.parse(await response.text()) };
};

const REFUSAL = {
  message: errorSentence('CALL_REFUSED'),
  extensions: { code: 'CALL_REFUSED', requestId: 'r-1', retryable: false },
};

describe('a subgraph', () => {
  test('executes a signed call, once', async () => {
    const { url, ran, refused } = await serve();
    const headers = signed();
    expect(await post(url, headers)).toEqual({ status: 200, body: { data: { run: 1 } } });
    expect(await post(url, headers)).toEqual({ status: 403, body: { errors: [REFUSAL] } });
    expect([ran(), refused]).toEqual([1, ['REPLAYED r-1']]);
  });

  const signedAs = (over: Partial<SignedOptions>) => () =>
    signedHeaders(BODY, { subgraph: 'county', headers: HEADERS, ...over });
  test.each<[string, string, () => Readonly<Record<string, string>>, string?]>([
    ['an unsigned call', 'UNSIGNED', () => HEADERS],
    ['another body', 'OTHER_BODY', () => signed(JSON.stringify({ query: '{ ran }' }))],
    ['a body with a space more', 'OTHER_BODY', () => signed(), `${BODY} `],
    ['another release', 'FORGED', () => ({ ...signed(), 'x-zongheng-release': '4' })],
    ['a call to another subgraph', 'FORGED', signedAs({ subgraph: 'guide' })],
    ['an unknown key', 'UNKNOWN_KEY', signedAs({ keys: keysOf(keyText('x', 9)) })],
    ['an old call', 'TOO_OLD', signedAs({ now: () => Date.now() - 31_000 })],
    ['a call of tomorrow', 'AHEAD', signedAs({ now: () => Date.now() + 86_400_000 })],
  ])('refuses %s without executing it', async (_, reason, headers, body) => {
    const { url, ran, refused } = await serve();
    expect(await post(url, headers(), body)).toEqual({ status: 403, body: { errors: [REFUSAL] } });
    expect([ran(), refused]).toEqual([0, [`${reason} r-1`]]);
  });

  test('tells the log why, and with which request', async () => {
    const lines: string[] = [];
    const { write } = process.stderr;
    process.stderr.write = ((line: string) => lines.push(line) > 0) as typeof write;
    try {
      const { url } = await serve({ onRefusedCall: undefined as never });
      await post(url, HEADERS);
    } finally {
      process.stderr.write = write;
    }
    expect(lines).toEqual(['{"level":"warn","requestId":"r-1","subgraph":"county","refused":"UNSIGNED"}\n']);
  });

  test('does not wait for the body of a call that is not signed', async () => {
    const { url } = await serve();
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 16000000\r\n\r\n{`,
    );
    const [answer] = (await new Promise<Buffer[]>((resolve) =>
      socket.once('data', (data: Buffer) => resolve([data])),
    )) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /u);
  });

  test('tells whoever asks that it is there, and nothing else', async () => {
    const { url } = await serve();
    const health = await fetch(new URL('/health', url));
    expect([health.status, await health.text()]).toEqual([200, '{"status":"ok"}']);
    for (const path of ['/', '/metrics', '/health/ready', '/graphql', '/healthy'])
      expect([path, await post(new URL(path, url).href, HEADERS)]).toEqual([
        path,
        { status: 403, body: { errors: [REFUSAL] } },
      ]);
  });

  test.each([
    '{ _service { sdl } }',
    '{ __schema { types { name } } }',
    '{ __type(name: "Query") { name } }',
    '{ ...F } fragment F on Query { s: _service { sdl } }',
  ])('does not describe itself: %s', async (query) => {
    const { url } = await serve();
    const body = JSON.stringify({ query });
    const answer = await post(url, signed(body), body);
    expect(answer.status).toBe(400);
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(answer.body)).not.toMatch(/Mutation|type Query/u);
  });
});

describe('the gateway', () => {
  const call = { query: 'mutation { run }', variables: {}, context: { release: 3, requestId: 'r-1' } };
  const connected = (url: string, over = {}) => {
    const transport = createRemoteTransport({ subgraph: 'county', url, sign: TEST_SIGNER, ...over });
    ended.push(transport.close);
    return transport.send;
  };

  test('is answered, call after call, with its writer', async () => {
    const { url, refused } = await serve();
    const send = connected(url);
    expect(await send(call)).toEqual({ data: { run: 1 } });
    expect(await send(call)).toEqual({ data: { run: 2 } });
    const query = 'mutation { writer }';
    expect(
      await send({ ...call, query, context: { ...call.context, writer: aWriter(), day: '2026-03-01' } }),
    ).toEqual({ data: { writer: '张三' } });
    expect(refused).toEqual([]);
  });

  test('is answered on a unix socket', () =>
    withFolder(async (folder) => {
      const { url, ran } = await serve({ socket: join(folder, 'county.sock') });
      expect(url).toBe(`unix:${join(folder, 'county.sock')}`);
      expect(await connected(url)(call)).toEqual({ data: { run: 1 } });
      const unsigned = new Promise<number>((resolve, reject) => {
        httpRequest(
          { socketPath: url.slice(5), path: '/graphql', method: 'POST', headers: HEADERS },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        )
          .on('error', reject)
          .end(BODY);
      });
      expect([await unsigned, ran()]).toEqual([403, 1]);
    }));

  test.each([
    ['without a key', { sign: undefined }],
    [
      'with another key',
      { sign: createSigner({ key: keysOf(keyText('test', 2))[0], now: Date.now, random: countedBytes }) },
    ],
    [
      'with a clock that is behind',
      { sign: createSigner({ key: TEST_KEYS[0], now: () => Date.now() - 40_000, random: countedBytes }) },
    ],
    [
      'with nonces that come again',
      {
        sign: createSigner({
          key: TEST_KEYS[0],
          now: () => 1_772_323_200_000,
          random: (bytes) => Buffer.alloc(bytes),
        }),
      },
    ],
  ])('%s is told that the subgraph is not available', async (_, over) => {
    const nonces = { verify: createVerifier({ subgraph: 'county', keys: TEST_KEYS, now: () => Date.now() }) };
    const { url, ran, refused } = await serve(nonces);
    const failure = await connected(url, over)(call).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SubgraphFailure);
    expect(failure).toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      cause: { message: expect.stringMatching(/how the call is signed/u) },
    });
    expect(ran()).toBe(0);
    expect(refused).toHaveLength(1);
  });
});
