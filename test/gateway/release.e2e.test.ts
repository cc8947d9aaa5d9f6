import { expect, test } from 'vitest';
import { encodeCursor } from '../../catalog/cursor.ts';
import type { Transport } from '../../gateway/executor/transport.ts';
import { ask, codes } from './ask.ts';
import { smallHub, startSmallGateway } from './small-hub.ts';

const QUERY = '{ release { number } items(first: 1) { nodes { release guide { release } } } }';
const read = (release: number) => ({
  release: { number: release },
  items: { nodes: [{ release, guide: { release } }] },
});

const COST = { estimated: expect.any(Number), limit: expect.any(Number) };

test('every subgraph reads the newest release, and the answer names it', async () => {
  const hub = smallHub();
  await using gateway = await startSmallGateway(hub);
  const before = await ask(gateway.url, QUERY);
  expect(before).toMatchObject({ data: read(7), extensions: { release: 7 } });
  expect(before.headers.get('x-release')).toBe('7');
  hub.publish();
  expect(await ask(gateway.url, QUERY)).toMatchObject({ data: read(8), extensions: { release: 8 } });
});

test('a release published while a request is under way does not enter its answer', async () => {
  const hub = smallHub();
  const guide: Transport = (request) => {
    hub.publish();
    return hub.transports.guide(request);
  };
  await using gateway = await startSmallGateway(hub, { transports: { ...hub.transports, guide } });
  expect((await ask(gateway.url, QUERY)).data).toEqual(read(7));
});

test('an older release is read by header, by asOf and by cursor', async () => {
  await using gateway = await startSmallGateway(smallHub());
  const pinned = [
    await ask(gateway.url, QUERY, { 'x-release': '4' }),
    await ask(gateway.url, QUERY.replace('release {', 'release(asOf: { number: 4 }) {')),
    await ask(gateway.url, QUERY.replace('first: 1', `first: 1, after: "${encodeCursor(4, [1])}"`)),
  ];
  for (const answer of pinned) {
    expect(answer).toMatchObject({ data: read(4), extensions: { release: 4 } });
    expect(answer.headers.get('x-release')).toBe('4');
  }
  const march = await ask(
    gateway.url,
    '{ release(asOf: { at: "2026-03-01T00:00:00Z" }) { number } items { totalCount } }',
  );
  expect(march.extensions).toEqual({ release: 3, cost: COST });
});

test('an older release is read as on the last day it was the newest, the newest as today', async () => {
  const hub = smallHub();
  await using gateway = await startSmallGateway(hub);
  const query = 'query ($after: String) { items(first: 1, after: $after) { nodes { guide { day } } } }';
  const dayOf = async (variables: Record<string, unknown>, headers: Record<string, string> = {}) => {
    const { data } = await ask(gateway.url, { query, variables }, headers);
    return (data as { items: { nodes: { guide: { day: string | null } }[] } }).items.nodes[0]?.guide.day;
  };
  const seventh = { after: encodeCursor(7, [1]) };
  expect(await dayOf({})).toBe(null);
  expect(await dayOf({}, { 'x-release': '7' })).toBe(null);
  expect(await dayOf(seventh)).toBe(null);
  // Release 5 came on 6 March in China.
  expect(await dayOf({}, { 'x-release': '4' })).toBe('2026-03-06');
  hub.publish();
  // Pages that began on release 7 go on as on the day it ended, which is the day they began on.
  expect(await dayOf(seventh)).toBe('2026-03-09');
  expect(await dayOf({})).toBe(null);
});

test('the next page stays on the release of the first, whatever was published in between', async () => {
  const hub = smallHub();
  await using gateway = await startSmallGateway(hub);
  const page = 'query ($after: String) { items(first: 1, after: $after) { endCursor nodes { release } } }';
  const first = await ask(gateway.url, { query: page });
  hub.publish();
  const after = (first.data as { items: { endCursor: string } }).items.endCursor;
  expect(await ask(gateway.url, { query: page, variables: { after } })).toMatchObject({
    data: { items: { nodes: [{ release: 7 }] } },
    extensions: { release: 7 },
  });
});

test('refusals carry the release once it is known, and none before', async () => {
  await using gateway = await startSmallGateway(smallHub());
  const missing = await ask(gateway.url, QUERY, { 'x-release': '99' });
  expect([missing.status, ...codes(missing)]).toEqual([404, 'RELEASE_NOT_FOUND']);
  expect(missing).not.toHaveProperty('extensions');
  const torn = await ask(gateway.url, `{ items(after: "${encodeCursor(3, [])}") { totalCount } }`, {
    'x-release': '4',
  });
  expect(torn.errors?.[0]?.message).toBe(
    '一次请求中出现了两个不同的版次：3、4。同一请求只能指定一个版次；请统一 asOf 与 X-Release，或分成两次请求。',
  );
  const failed = await ask(gateway.url, '{ leak }');
  expect(failed).toMatchObject({ data: { leak: null }, extensions: { release: 7 } });
});

test('introspection needs no release', async () => {
  const hub = smallHub();
  const reference: Transport = async () => ({
    data: null,
    errors: [{ message: 'x', extensions: { code: 'NO_RELEASE' } }],
  });
  await using gateway = await startSmallGateway(hub, { transports: { ...hub.transports, reference } });
  expect((await ask(gateway.url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  const empty = await ask(gateway.url, QUERY);
  expect([empty.status, ...codes(empty)]).toEqual([503, 'NO_RELEASE']);
});

test('while the releases cannot be asked the last known one is read on', async () => {
  const hub = smallHub();
  let down = false;
  const reference: Transport = (request) => {
    if (down && request.query.includes('asOf')) throw new Error('connect ECONNREFUSED 10.0.0.7:4001');
    return hub.transports.reference(request);
  };
  await using gateway = await startSmallGateway(hub, { transports: { ...hub.transports, reference } });
  await ask(gateway.url, QUERY);
  down = true;
  hub.publish();
  expect((await ask(gateway.url, QUERY)).extensions).toEqual({ release: 7, cost: COST });
  down = false;
  expect((await ask(gateway.url, QUERY)).extensions).toEqual({ release: 8, cost: COST });
});
