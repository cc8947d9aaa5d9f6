import { request } from 'node:http';
import { expect, test } from 'vitest';
import { createGate } from '../../gateway/gate.ts';
import { counted, get, started } from './answers/counted-hub.ts';
import { ask, fetched } from './ask.ts';

/** As many as are worked on at once for anybody, and wait beyond them, in a burst. */
const UNDER_WAY = 12;
const WAITING = 256;

/** What a refusal says, without what is its own. */
const told = ({ status, headers, text }: Awaited<ReturnType<typeof fetched>>) => {
  const { date: _date, 'x-request-id': requestId = '', ...others } = Object.fromEntries(headers);
  return { status, others, text: text.replace(requestId, '') };
};

/** A gateway whose field `slow` answers nobody yet, with so many who ask for it. */
const crowded = async () => {
  const { hub, transports } = counted();
  const held = Promise.withResolvers<void>();
  const reference: typeof transports.reference = async (asked) => {
    if (asked.query.includes('slow')) await held.promise;
    return await transports.reference(asked);
  };
  // Whose clock stands still loses no patience.
  const gate = createGate({ now: () => 0 });
  const gateway = await started({ hub, transports: { ...transports, reference } }, { gate });
  hub.endSlow();
  await get(gateway.url);
  // The first time it is learnt, the second time kept.
  for (const _ of [1, 2]) await ask(gateway.url, { query: '{ known: items { totalCount } }' });
  const crowd = Array.from({ length: UNDER_WAY + WAITING }, (_, index) =>
    ask(gateway.url, { query: `{ a${index}: slow }` }).then(({ status }) => status),
  );
  await expect.poll(() => gate.waiting('OPEN'), { timeout: 20_000 }).toBe(WAITING);
  return { gateway, crowd, let: held.resolve };
};

test('beyond what can be done soon, requests are refused at once, and all else is answered', async () => {
  const { gateway, crowd, let: answer } = await crowded();
  try {
    const refused = await ask(gateway.url, { query: '{ late: slow }' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(refused.text).errors[0].extensions).toMatchObject({
      code: 'OVERLOADED',
      retryable: true,
    });
    // Through GET it takes the long way: the same is told.
    const headers = { accept: 'application/graphql-response+json' };
    const long = await fetched(`${gateway.url}?query=${encodeURIComponent('{ late: slow }')}`, { headers });
    expect(told(refused)).toEqual(told(long));
    // What is wrong is not told before there is room to look at it, except what is no request.
    expect((await ask(gateway.url, { query: '{ nothing' })).status).toBe(503);
    expect((await ask(gateway.url, { query: 1 })).status).toBe(400);
    // What is kept, in either way of asking.
    expect((await get(gateway.url)).status).toBe(200);
    expect((await ask(gateway.url, { query: '{ known: items { totalCount } }' })).status).toBe(200);
    // A stored document that is not kept goes first.
    expect((await get(gateway.url, { first: 3 })).status).toBe(200);
    expect((await fetched(new URL('/health/live', gateway.url))).status).toBe(200);
    const { text } = await fetched(new URL('/metrics', gateway.url));
    expect(text).toContain(`zongheng_gate_waiting{priority="open"} ${WAITING}`);
    answer();
    const statuses = await Promise.all(crowd);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await ask(gateway.url, { query: '{ late: slow }' })).status).toBe(200);
  } finally {
    answer();
    await gateway.close();
  }
});

test('a long body is not read where there is no room', async () => {
  const { gateway, crowd, let: answer } = await crowded();
  try {
    const refused = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': 30_000 };
      const sent = request(gateway.url, { method: 'POST', headers }, ({ statusCode }) => {
        resolve(statusCode);
        sent.destroy();
      });
      sent.on('error', reject);
      // Nothing of the body is ever sent.
      sent.flushHeaders();
    });
    expect(refused).toBe(503);
  } finally {
    answer();
    await Promise.all(crowd);
    await gateway.close();
  }
});
