import { afterEach, expect, test } from 'vitest';
import { connect, endAll, ok, request, serve } from './fixture/answering-server.ts';

afterEach(endAll);

test('tells how many milliseconds are left, of its own or of the request', async () => {
  const { received, url } = await serve(ok);
  const { send } = connect(url);
  await send(request());
  const deadline = performance.now() + 1_000;
  await send(request({ context: { release: 1, requestId: 'r', deadline } }));
  const [own, ofRequest] = received.map(({ headers }) => Number(headers['x-zongheng-deadline']));
  expect(own).toBe(5_000);
  expect(ofRequest).toBeLessThanOrEqual(1_000);
  expect(ofRequest).toBeGreaterThan(500);
});

test('a moment whose sum is rounded adds no millisecond', async () => {
  const { received, url } = await serve(ok);
  const begun = 3_500.8296;
  expect(begun + 5_000 - begun).toBeGreaterThan(5_000);
  const { send } = connect(url, { clock: { now: () => begun, every: () => () => undefined } });
  await send(request());
  expect(received[0]?.headers['x-zongheng-deadline']).toBe('5000');
});

test('a request without any time left is not sent', async () => {
  const { received, url } = await serve(ok);
  const context = { release: 1, requestId: 'r', deadline: performance.now() };
  await expect(connect(url).send(request({ context }))).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
  expect(received).toHaveLength(0);
});

test.each([
  ['12', 'answers'],
  [undefined, 'answers'],
  ['11', 'SUBGRAPH_INVALID_RESPONSE'],
])('an answer read from the release %s where 12 was asked for', async (read, outcome) => {
  const { url } = await serve((response, ...rest) => {
    if (read !== undefined) response.setHeader('x-zongheng-read', read);
    ok(response, ...rest);
  });
  const answer = connect(url).send(request());
  expect(
    await answer.then(
      () => 'answers',
      ({ code }) => code,
    ),
  ).toBe(outcome);
});

test('what announces more than is taken is not read', async () => {
  let sent = 0;
  const { url } = await serve((response, _, socket) => {
    response.writeHead(200, { 'content-length': 50_000_000 });
    const piece = Buffer.alloc(64 * 1024);
    const write = (): void => {
      while (!socket.destroyed && response.write(piece)) sent += piece.length;
    };
    response.on('drain', write);
    write();
  });
  await expect(connect(url).send(request())).rejects.toMatchObject({ code: 'SUBGRAPH_INVALID_RESPONSE' });
  expect(sent).toBeLessThan(25_000_000);
});

test('answers under way are taken no more of together than four of the longest', async () => {
  // The others go on once one has been refused.
  const refused = Promise.withResolvers<void>();
  const { url } = await serve((response) => {
    response.write(`{"data":{"a":"${'x'.repeat(900)}`);
    response.on('close', refused.resolve);
    refused.promise.then(() => response.end('"}}'));
  });
  const { send } = connect(url, { answerLimit: 1_000 });
  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => send(request())));
  expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(await send(request()).catch(({ code }) => code)).toMatchObject({ data: {} });
});

test('with the breaker open nothing is sent, and mutations least of all', async () => {
  const { url, received } = await serve((response) => response.end('<html>'));
  const { send, guard } = connect(url);
  for (let call = 0; call < 30; call += 1) await send(request()).catch(() => undefined);
  expect([received.length, guard.state()]).toEqual([5, 'OPEN']);
  await expect(send(request({ query: 'mutation{a}' }))).rejects.toMatchObject({
    code: 'SUBGRAPH_UNAVAILABLE',
  });
  expect(received).toHaveLength(5);
});
