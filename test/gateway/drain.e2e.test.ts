import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { smallHub, startSmallGateway } from './small-hub.ts';

interface Reply {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly text: string;
}

/** One POST over the agent's kept connection. */
const post = (agent: Agent, url: string, query: string): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode, connection: incoming.headers.connection, text }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify({ query }));
  });

const oneConnection = () => new Agent({ keepAlive: true, maxSockets: 1 });

/** Resolves to whether a new connection is accepted. */
const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

test('a request under way is finished, new connections are not accepted, and then the server ends', async () => {
  const hub = smallHub();
  const gateway = await startSmallGateway(hub);
  const slow = post(oneConnection(), gateway.url, '{ slow }');
  await hub.slowAsked;
  const closing = gateway.close();
  expect(await accepts(gateway.port)).toBe(false);
  hub.endSlow();
  expect(await slow).toEqual({
    status: 200,
    connection: 'close',
    text: expect.stringContaining('"slow":"done"'),
  });
  await closing;
});

test('a kept connection is served once more while draining', async () => {
  const hub = smallHub();
  const gateway = await startSmallGateway(hub, { drainTimes: { idle: 5_000, bound: 10_000 } });
  const kept = oneConnection();
  expect((await post(kept, gateway.url, '{ __typename }')).connection).toBe('keep-alive');
  const closing = gateway.close();
  const last = await post(kept, gateway.url, '{ __typename }');
  expect(last).toEqual({ status: 200, connection: 'close', text: expect.stringContaining('Query') });
  await closing;
});

test('silent connections do not hold the end back', async () => {
  const gateway = await startSmallGateway(smallHub(), { drainTimes: { idle: 20, bound: 60_000 } });
  await post(oneConnection(), gateway.url, '{ __typename }');
  await gateway.close();
  expect(await accepts(gateway.port)).toBe(false);
});

test('what the bound cuts off is told so', async () => {
  const hub = smallHub();
  const gateway = await startSmallGateway(hub, { drainTimes: { idle: 20, bound: 50 } });
  const slow = post(oneConnection(), gateway.url, '{ slow }');
  await hub.slowAsked;
  await gateway.close();
  const { status, text } = await slow;
  expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([503, 'SHUTTING_DOWN']);
  hub.endSlow();
});

test('under load no request is lost', async () => {
  const gateway = await startSmallGateway(smallHub(), { drainTimes: { idle: 500, bound: 10_000 } });
  const statuses: (number | undefined)[] = [];
  let closing: Promise<void> | undefined;
  const client = async (): Promise<void> => {
    const agent = oneConnection();
    for (let asked = 0; asked < 200; asked += 1) {
      const reply = await post(agent, gateway.url, '{ items { totalCount nodes { guide { text } } } }');
      statuses.push(reply.status);
      if (statuses.length === 200) closing = gateway.close();
      // A client that was told `Connection: close` would connect anew: to another instance, as this one is leaving.
      if (reply.connection === 'close') return;
    }
  };
  await Promise.all(Array.from({ length: 8 }, client));
  await closing;
  expect(statuses.length).toBeGreaterThanOrEqual(200);
  expect(new Set(statuses)).toEqual(new Set([200]));
});
