import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONNECTION_LIMITS } from '../../../gateway/http/connection-limits.ts';
import { type Answered, readAnswers } from '../../harness/attack/answers.ts';
import { asked, head, written } from '../../harness/attack/hostile-request.ts';
import { send } from '../../harness/attack/send.ts';
import { ask } from '../ask.ts';
import { smallHub, startSmallGateway } from '../small-hub.ts';

const HURRIED = {
  ...CONNECTION_LIMITS,
  connections: 20,
  headWithin: 300,
  requestWithin: 500,
  takenWithin: 200,
  checkedEvery: 50,
};
const LIVE = head('GET /health/live');
const POST = head('POST /graphql', ['Content-Type: application/json', 'Content-Length: 1000']);

let gateway: Awaited<ReturnType<typeof startSmallGateway>>;
const sockets: Socket[] = [];

const opened = async (): Promise<Socket> => {
  const socket = connect({ port: gateway.port, host: '127.0.0.1' });
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
};

/** Everything a server says until it ends the connection. */
const untilTheEnd = async (socket: Socket): Promise<readonly Answered[]> => {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (!socket.closed) await new Promise((resolve) => socket.on('close', resolve));
  return readAnswers(Buffer.concat(chunks));
};

const codesOf = (answers: readonly Answered[]): readonly unknown[] =>
  answers.map(({ status, body }) => [status, JSON.parse(body).errors?.[0].extensions.code]);

beforeAll(async () => {
  gateway = await startSmallGateway(smallHub(), { connectionLimits: HURRIED });
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await gateway.close();
});

test('whoever sends the headers drop by drop is told so, and cut', async () => {
  const socket = await opened();
  socket.write('GET /health/live HTTP/1.1\r\nHost: a\r\n');
  const dripping = setInterval(() => socket.write('X: 1\r\n'), 20);
  const answers = await untilTheEnd(socket);
  clearInterval(dripping);
  expect(codesOf(answers)).toEqual([[408, 'REQUEST_TIMEOUT']]);
});

test('whoever sends a body drop by drop is told so, and cut; others are answered meanwhile', async () => {
  const socket = await opened();
  socket.write(`${POST}{`);
  const dripping = setInterval(() => socket.write(' '), 20);
  const cut = untilTheEnd(socket);
  expect((await ask(gateway.url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  const answers = await cut;
  clearInterval(dripping);
  expect(codesOf(answers)).toEqual([[408, 'REQUEST_TIMEOUT']]);
});

test('connections that never ask give way to those that do, the oldest first', async () => {
  const silent = await Promise.all(Array.from({ length: HURRIED.connections }, opened));
  const asking = await opened();
  asking.write(LIVE);
  const [answer] = await once(asking, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200/u);
  const given = silent.filter(({ closed }) => closed).length;
  expect(given).toBeGreaterThanOrEqual(1);
  expect(given).toBeLessThan(silent.length);
  for (const socket of [...silent, asking]) socket.destroy();
});

test('whoever does not read what it has asked for is cut', async () => {
  const socket = await opened();
  socket.pause();
  socket.write(head('GET /graphiql').repeat(3));
  const cut = new Promise((resolve) => socket.on('close', resolve));
  // Bytes that are not read keep the end from being seen: the attacker learns of it once it writes.
  const writing = setInterval(() => socket.write('x'), 50);
  await cut;
  clearInterval(writing);
});

test('a head that is no HTTP is refused behind what was asked before it, in its turn', async () => {
  const request = written([`${LIVE}${LIVE}GARBAGE\r\n\r\n`], { answers: 3 });
  const { answers } = await send(gateway.port, request);
  expect(codesOf(answers)).toEqual([
    [200, undefined],
    [200, undefined],
    [400, 'BAD_REQUEST'],
  ]);
  expect(answers[2]?.headers).toMatchObject({ connection: 'close', 'cache-control': 'no-store' });
  expect(answers[2]?.body).not.toMatch(/parse|HPE|method/iu);
});

test.each([
  [63, 200, undefined],
  [64, 431, 'BAD_REQUEST'],
  [300, 431, 'BAD_REQUEST'],
])('%i headers beside the host', async (count, status, code) => {
  const headers = Array.from({ length: count }, (_, index) => `X${index}: 1`);
  const { answers } = await send(gateway.port, written([head('GET /health/live', headers)]));
  expect(codesOf(answers)).toEqual([[status, code]]);
});

test('headers of more than 16 kB are refused', async () => {
  const { answers } = await send(
    gateway.port,
    written([head('GET /health/live', [`X: ${'x'.repeat(20_000)}`])]),
  );
  expect(codesOf(answers)).toEqual([[431, 'BAD_REQUEST']]);
});

test('no tunnel is opened', async () => {
  const { answers } = await send(
    gateway.port,
    written(['CONNECT db:5432 HTTP/1.1\r\nHost: db:5432\r\n\r\n']),
  );
  expect(codesOf(answers)).toEqual([[405, 'METHOD_NOT_ALLOWED']]);
});

test('the reason is heard however much follows: the rest is read for a while', async () => {
  const body = 'x'.repeat(10_000_000);
  const large = head('POST /graphql', ['Content-Type: application/json', `Content-Length: ${body.length}`]);
  for (let turn = 0; turn < 5; turn += 1) {
    const { answers } = await send(gateway.port, written([large, body]));
    expect(codesOf(answers)).toEqual([[413, 'BODY_TOO_LARGE']]);
  }
});

test('whoever goes on sending what was refused is cut after a second', async () => {
  const socket = await opened();
  socket.write(head('POST /graphql', ['Content-Type: text/plain', 'Content-Length: 1000000000']));
  const sending = setInterval(() => socket.write('x'.repeat(1000)), 20);
  const startedAt = performance.now();
  const answers = await untilTheEnd(socket);
  clearInterval(sending);
  // One answer, though the time for the body runs out as well.
  expect(codesOf(answers)).toEqual([[415, 'UNSUPPORTED_MEDIA_TYPE']]);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test('a client that has been answered is kept while there is room', async () => {
  const socket = await opened();
  socket.write(LIVE);
  await once(socket, 'data');
  await wait(4 * HURRIED.checkedEvery);
  socket.write(LIVE);
  expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 200/u);
});

test('requests in a row on one connection let others have their turn', async () => {
  const documents = Array.from({ length: 100 }, (_, index) => asked(`{ a${index}: __typename }`).pieces[0]!);
  let isOver = false;
  const row = send(gateway.port, written([Buffer.concat(documents)], { answers: documents.length }));
  const over = row.then(() => {
    isOver = true;
  });
  const other = await ask(gateway.url, '{ release { number } }');
  expect([other.data, isOver]).toEqual([{ release: { number: 7 } }, false]);
  await over;
  const { answers } = await row;
  expect(answers.map(({ body }) => Object.keys(JSON.parse(body).data)[0])).toEqual(
    documents.map((_, index) => `a${index}`),
  );
});
