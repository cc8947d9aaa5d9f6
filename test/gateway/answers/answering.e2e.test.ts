import { describe, expect, test } from 'vitest';
import type { Transport } from '../../../gateway/executor/transport.ts';
import type { GatewayOptions } from '../../../gateway/server.ts';
import { ask, codes, fetched } from '../ask.ts';
import { smallHub } from '../small-hub.ts';
import { counted, get, ID, started, steady } from './counted-hub.ts';

describe.each([
  ['the newest release known', true],
  ['the newest release asked for', false],
])('%s', (_, isKnown) => {
  const options: Partial<GatewayOptions> = isKnown ? {} : { newestRelease: undefined };

  test('the same request is answered the same however often, and worked out once', async () => {
    const { calls, ...parts } = counted();
    await using gateway = await started(parts, options);
    const first = await get(gateway.url);
    const second = await get(gateway.url);
    const worked = calls.guide;
    for (let time = 0; time < 5; time += 1) expect(steady(await get(gateway.url))).toEqual(steady(first));
    expect(steady(second)).toEqual(steady(first));
    expect(calls.guide).toBe(worked);
  });

  test('variables, release, operation and document make answers of their own', async () => {
    await using gateway = await started({ hub: smallHub() }, options);
    for (let time = 0; time < 3; time += 1) {
      const sizes = await Promise.all([1, 2, 3].map(async (first) => await get(gateway.url, { first })));
      expect(
        sizes.map(({ data }) => (data?.['items'] as { nodes: unknown[] } | undefined)?.nodes.length),
      ).toEqual([1, 2, 3]);
      const older = await get(gateway.url, { first: 1 }, { 'x-release': '4' });
      expect(older.data).toMatchObject({ release: { number: 4 }, items: { nodes: [{ release: 4 }] } });
      const two =
        'query A { items(first: 1) { nodes { id } } } query B { items(first: 1) { nodes { name } } }';
      expect((await ask(gateway.url, { query: two, operationName: 'A' })).data).toEqual({
        items: { nodes: [{ id: '0' }] },
      });
      expect((await ask(gateway.url, { query: two, operationName: 'B' })).data).toEqual({
        items: { nodes: [{ name: '事项0' }] },
      });
    }
  });

  test('what is published is seen by the next request, and what was before by whoever asks for it', async () => {
    const hub = smallHub();
    await using gateway = await started({ hub }, options);
    for (let release = 7; release < 12; release += 1) {
      for (let time = 0; time < 3; time += 1)
        expect((await get(gateway.url)).data).toMatchObject({ release: { number: release } });
      hub.publish();
      expect((await get(gateway.url, { first: 2 }, { 'x-release': '7' })).extensions).toEqual({
        release: 7,
        cost: { estimated: expect.any(Number), limit: expect.any(Number) },
      });
    }
  });

  test('what is published while an answer is worked out is not hidden by that answer', async () => {
    const hub = smallHub();
    let isPublishing = false;
    const guide: Transport = (request) => {
      if (isPublishing) hub.publish();
      isPublishing = false;
      return hub.transports.guide(request);
    };
    await using gateway = await started({ hub, transports: { ...hub.transports, guide } }, options);
    await get(gateway.url);
    isPublishing = true;
    expect((await get(gateway.url, { first: 3 })).data).toMatchObject({ release: { number: 7 } });
    expect((await get(gateway.url, { first: 3 })).data).toMatchObject({ release: { number: 8 } });
  });

  test("what is worked out over midnight in China is not the next day's answer", async () => {
    const hub = smallHub();
    let now = new Date('2026-03-01T23:59:59+08:00');
    let isLate = false;
    const worked: string[] = [];
    const guide: Transport = (request) => {
      if (isLate) now = new Date('2026-03-02T00:00:01+08:00');
      worked.push(now.toISOString());
      return hub.transports.guide(request);
    };
    const transports = { ...hub.transports, guide };
    await using gateway = await started({ hub, transports }, { ...options, now: () => now });
    await get(gateway.url);
    isLate = true;
    await get(gateway.url, { first: 3 });
    await get(gateway.url, { first: 3 });
    expect(worked).toHaveLength(3);
  });

  test('many ask at once for what nobody has asked yet: it is worked out once', async () => {
    const { hub, calls, transports } = counted();
    await using gateway = await started({ hub, transports }, options);
    await get(gateway.url, { first: 1 });
    hub.publish();
    const before = calls.guide;
    const answers = await Promise.all(
      Array.from({ length: 50 }, async () => await get(gateway.url, { first: 3 })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(calls.guide - before).toBe(1);
  });
});

test('parameters that mean nothing are answered alike, and push out no answer that others ask for', async () => {
  const { calls, ...parts } = counted();
  // Room for some sixty answers: as many texts of their own would have filled it.
  await using gateway = await started(parts, { answerBytes: 100_000 });
  await get(gateway.url, { first: 1 });
  const asked = await get(gateway.url, { first: 1 });
  const other = await get(gateway.url, { first: 2 });
  const { guide } = calls;
  const target = `${gateway.url}?documentId=${ID}&variables=${encodeURIComponent('{"first":1}')}`;
  for (let x = 0; x < 300; x += 1) expect((await fetched(`${target}&x=${x}`)).text).toBe(asked.text);
  expect((await fetched(target.replace('%3A1', '%3A%201'))).text).toBe(asked.text);
  expect(steady(await get(gateway.url, { first: 2 }))).toEqual(steady(other));
  expect(calls.guide).toBe(guide);
});

describe('what is never kept', () => {
  const TWICE = 2;
  test.each([
    ['an answer with an error', '{ release { number } leak }'],
    ['an answer that has found nothing', '{ slow }'],
  ])('%s', async (_, query) => {
    const { hub, calls, transports } = counted();
    hub.endSlow();
    const nothing: Transport = async (request) => {
      const answer = await transports.reference(request);
      return answer.data != null && 'slow' in answer.data ? { data: { ...answer.data, slow: null } } : answer;
    };
    await using gateway = await started({ hub, transports: { ...transports, reference: nothing } });
    await ask(gateway.url, query);
    const before = calls.reference;
    for (let time = 0; time < TWICE; time += 1) await ask(gateway.url, query);
    expect(calls.reference).toBe(before + TWICE);
  });

  test('what a token was shown for', async () => {
    const { calls, ...parts } = counted();
    await using gateway = await started(parts);
    await get(gateway.url);
    await get(gateway.url);
    const before = calls.guide;
    const open = await get(gateway.url, { first: 2 }, { authorization: 'Bearer x' });
    expect(calls.guide).toBe(before + 1);
    expect(open.headers.get('etag')).toBe(null);
  });

  test('anything, where there is no room', async () => {
    const { calls, ...parts } = counted();
    await using gateway = await started(parts, { answerBytes: 0 });
    for (let time = 0; time < 4; time += 1) await get(gateway.url);
    expect(calls.guide).toBe(4);
  });
});

test('a known operation is refused as an unknown one is', async () => {
  await using knowing = await started({ hub: smallHub() });
  await get(knowing.url);
  await get(knowing.url);
  const requests: readonly [unknown, Record<string, string>][] = [
    [{ first: 1_000 }, {}],
    [{ first: 0 }, {}],
    [{ first: 'two' }, {}],
    [{ first: 2 }, { 'x-release': '99' }],
    [{ first: 2 }, { 'x-release': 'newest' }],
    [{ first: 2 }, { 'x-release': '' }],
    [{ first: 2 }, { accept: 'text/html' }],
  ];
  for (const [variables, headers] of requests) {
    await using fresh = await started({ hub: smallHub() });
    const same = { ...headers, 'x-request-id': 'same' };
    const [known, unknown] = [await get(knowing.url, variables, same), await get(fresh.url, variables, same)];
    expect(codes(known).length, JSON.stringify(variables)).toBeGreaterThan(0);
    expect(steady(known)).toEqual(steady(unknown));
  }
});

test('a body that is the address of a kept answer, and a name that is part of a known text, are refused', async () => {
  await using gateway = await started({ hub: smallHub() });
  await get(gateway.url);
  await get(gateway.url);
  const { pathname, search } = new URL(
    `${gateway.url}?documentId=${ID}&variables=${encodeURIComponent('{"first":2}')}`,
  );
  const headers = { 'content-type': 'application/json' };
  const posted = await fetched(gateway.url, { method: 'POST', headers, body: pathname + search });
  expect(codes(posted)).toEqual(['BAD_REQUEST']);
  const [first, second] = ['query A { release { number } }', '{ items(first: 1) { nodes { id } } }'];
  await ask(gateway.url, { query: `#\n${first}`, operationName: 'A' });
  const forged = await ask(gateway.url, { query: first, operationName: 'A\n#' });
  expect(codes(forged)).toEqual(['BAD_REQUEST']);
  expect((await ask(gateway.url, { query: second, operationName: 'A' })).data).toBeUndefined();
});

test('errors of a known operation are those of an unknown one, and leak nothing', async () => {
  await using gateway = await started({ hub: smallHub() });
  const id = { 'x-request-id': 'same' };
  const query = '{ release { number } leak }';
  const [first, second] = [await ask(gateway.url, query, id), await ask(gateway.url, query, id)];
  expect(second.text).toBe(first.text);
  expect(second.status).toBe(first.status);
  expect(codes(second)).toEqual(['INTERNAL_ERROR']);
  expect(second.text).not.toContain('canary');
});

test('the release cannot be asked: what was answered before is answered still, and marked', async () => {
  const { hub, transports } = counted();
  let isAway = false;
  const away: Transport = (request) =>
    isAway ? Promise.reject(new Error('the database is away')) : transports.reference(request);
  await using gateway = await started(
    { hub, transports: { ...transports, reference: away } },
    { newestRelease: undefined },
  );
  await get(gateway.url);
  const whole = await get(gateway.url);
  isAway = true;
  const stale = await get(gateway.url);
  expect(steady(stale)).toEqual(steady(whole));
  expect(stale.headers.get('warning')).toBe('110 - "Response is Stale"');
  isAway = false;
  expect((await get(gateway.url)).headers.get('warning')).toBe(null);
});

test('hits are counted, and logged by the name of their operation', async () => {
  await using gateway = await started({ hub: smallHub() });
  await get(gateway.url);
  await get(gateway.url);
  for (let time = 0; time < 3; time += 1)
    await get(gateway.url, { first: 2 }, { 'x-request-id': `hit-${time}` });
  const { text } = await fetched(new URL('/metrics', gateway.url));
  expect(text).toContain('zongheng_kept_answers_total{operation="Items",status="200"} 3');
  const line = gateway.log.map((one) => JSON.parse(one)).find(({ requestId }) => requestId === 'hit-1');
  expect(line).toMatchObject({ status: 200, operation: 'Items', release: 7, kept: true });
});
