import { afterEach, describe, expect, test } from 'vitest';
import { encodeWriter } from '../../../catalog/authority/writer-header.ts';
import type { RemoteTransportOptions } from '../../../gateway/executor/remote-transport.ts';
import { SubgraphFailure } from '../../../gateway/executor/subgraph-failure.ts';
import type { Call } from '../../../signing/call.ts';
import type { Signer } from '../../../signing/signer.ts';
import { aWriter } from '../../support/writers.ts';

import { type Behaviour, connect, endAll, ok, request, serve } from './fixture/answering-server.ts';

afterEach(endAll);

test('sends the operation as JSON, with the release and the identity of the request', async () => {
  const { received, url } = await serve(ok);
  const signed: (readonly [Call, string])[] = [];
  const sign: Signer = (call, body) => {
    signed.push([call, body]);
    return 'abc';
  };
  const { send } = connect(url, { sign });
  expect(await send(request({ operationName: 'A' }))).toEqual({ data: { a: 1 } });
  const [first] = received;
  expect(JSON.parse(first?.body ?? '')).toEqual({ query: '{ a }', operationName: 'A', variables: { x: 1 } });
  expect(first?.headers).toMatchObject({
    'x-zongheng-release': '12',
    'x-request-id': 'r-1',
    'x-zongheng-signature': 'abc',
    'content-type': 'application/json',
  });
  const headers = expect.objectContaining({ 'x-zongheng-release': '12', 'x-request-id': 'r-1' });
  expect(signed).toEqual([[{ method: 'POST', path: '/graphql', subgraph: 'county', headers }, first?.body]]);
});

test('leaves the release out where there is none', async () => {
  const { received, url } = await serve(ok);
  await connect(url).send(request({ context: { release: undefined, requestId: 'r-2' } }));
  expect(received[0]?.headers).not.toHaveProperty('x-zongheng-release');
});

test('names the writer whatever the alphabet, and nobody where there is none', async () => {
  const { received, url } = await serve(ok);
  const { send } = connect(url);
  await send(request({ context: { release: 1, requestId: 'r-3', writer: aWriter() } }));
  await send(request());
  const names = received.map(({ headers }) => headers['x-zongheng-writer']);
  expect(names).toEqual([encodeWriter(aWriter()), undefined]);
});

test.each([
  ['13', [13]],
  [undefined, []],
  ['0', []],
  ['13.5', []],
  ['newest', []],
])('an answer that leads to the release %s', async (header, told) => {
  const { url } = await serve((response) => {
    if (header !== undefined) response.setHeader('x-zongheng-release', header);
    response.end('{"data":{"a":1}}');
  });
  const releases: number[] = [];
  const onRelease = (release: number) => void releases.push(release);
  await connect(url).send(request({ context: { release: 12, requestId: 'r-4', onRelease } }));
  expect(releases).toEqual(told);
});

test('an answer with errors is an answer, whatever its status', async () => {
  const answer = { errors: [{ message: '语法错误', extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] };
  const { url } = await serve((response) => response.writeHead(400).end(JSON.stringify(answer)));
  expect(await connect(url).send(request())).toEqual(answer);
});

describe('no usable answer', () => {
  test.each<[string, Behaviour, Partial<RemoteTransportOptions>, string]>([
    ['none within the deadline', () => undefined, { deadline: 30 }, 'SUBGRAPH_TIMEOUT'],
    [
      'only its beginning within the deadline',
      (response) => response.write('{"data"'),
      { deadline: 30 },
      'SUBGRAPH_TIMEOUT',
    ],
    ['no JSON', (response) => response.end('<html>'), {}, 'SUBGRAPH_INVALID_RESPONSE'],
    ['JSON that is no answer', (response) => response.end('[1]'), {}, 'SUBGRAPH_INVALID_RESPONSE'],
    [
      'JSON without data and errors',
      (response) => response.end('{"ok":true}'),
      {},
      'SUBGRAPH_INVALID_RESPONSE',
    ],
    ['the page of a proxy', (response) => response.writeHead(502).end('<html>'), {}, 'SUBGRAPH_UNAVAILABLE'],
    ['JSON of a proxy', (response) => response.writeHead(503).end('{}'), {}, 'SUBGRAPH_UNAVAILABLE'],
    [
      'too long',
      (response) => response.end(`{"data":{"a":"${'x'.repeat(999)}"}}`),
      { answerLimit: 500 },
      'SUBGRAPH_INVALID_RESPONSE',
    ],
    ['a new socket that is reset', (_, __, socket) => socket.resetAndDestroy(), {}, 'SUBGRAPH_UNAVAILABLE'],
    [
      'a socket that ends in the middle',
      (response, _, socket) => response.write('{"data"', () => socket.destroy()),
      {},
      'SUBGRAPH_UNAVAILABLE',
    ],
  ])('%s', async (_, behaviour, options, code) => {
    const { url, received } = await serve(behaviour);
    const failure = await connect(url, options)
      .send(request())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SubgraphFailure);
    expect(failure).toMatchObject({ code, subgraph: 'county' });
    expect((failure as Error).message).not.toMatch(/127\.0\.0\.1|ECONN/);
    expect(received).toHaveLength(1);
  });

  test('nobody at the address', async () => {
    const { url, close } = await serve(ok);
    await close();
    await expect(connect(url).send(request())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  });

  test('the client has gone', async () => {
    const gone = new AbortController();
    const { url } = await serve(() => gone.abort());
    const context = { release: 1, requestId: 'r', signal: gone.signal };
    await expect(connect(url).send(request({ context }))).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  });
});

describe('nobody waits without end', () => {
  test('for an answer in another protocol', async () => {
    const { url } = await serve((_response, _number, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: upgrade\r\n\r\nwords');
    });
    const begun = performance.now();
    await expect(connect(url).send(request())).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(performance.now() - begun).toBeLessThan(200);
  });

  test('for a socket, when the client has gone', async () => {
    const gone = new AbortController();
    const { url } = await serve(() => undefined);
    const { send } = connect(url, { connections: 1 });
    const first = send(request()).catch((error: unknown) => error);
    const context = { release: 1, requestId: 'r', signal: gone.signal };
    const waiting = send(request({ context }));
    gone.abort();
    const begun = performance.now();
    await expect(waiting).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    // The one before it is given up for silence only later.
    expect(performance.now() - begun).toBeLessThan(100);
    await first;
  });
});

describe('kept sockets', () => {
  test('are used again', async () => {
    const { url, received } = await serve(ok);
    const { send } = connect(url);
    await send(request());
    await send(request());
    expect(received[0]?.socket).toBe(received[1]?.socket);
  });

  test('that turn out dead cost a query nothing', async () => {
    // The second request meets a process that is going away: its socket is reset before any byte of an answer.
    const { url, received } = await serve((response, number, socket) => {
      if (number === 1) socket.resetAndDestroy();
      else response.end(JSON.stringify({ data: { number } }));
    });
    const { send } = connect(url);
    await send(request());
    expect(await send(request())).toEqual({ data: { number: 2 } });
    expect(received[1]?.socket).toBe(received[0]?.socket);
    expect(received[2]?.socket).not.toBe(received[0]?.socket);
  });

  test('do not carry mutations, which are sent once', async () => {
    const { url, received } = await serve((response, number, socket) => {
      if (number === 2) socket.resetAndDestroy();
      else ok(response, number, socket);
    });
    const { send } = connect(url);
    const mutation = request({ query: 'mutation($x:Int){a(x:$x)}' });
    await send(request());
    await send(mutation);
    await expect(send(mutation)).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ socket }) => socket)).size).toBe(3);
  });

  test('do not outlive a restart of the subgraph: the next queries are answered at once', async () => {
    const before = await serve(ok);
    const { send } = connect(before.url);
    await Promise.all([send(request()), send(request()), send(request())]);
    await before.close();
    await serve((response) => response.end('{"data":{"a":2}}'), before.port);
    const answers = await Promise.all([send(request()), send(request()), send(request())]);
    expect(answers).toEqual([{ data: { a: 2 } }, { data: { a: 2 } }, { data: { a: 2 } }]);
  });
});
