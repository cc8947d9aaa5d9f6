import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SharedAnswers } from '../../../../gateway/answers/shared/shared-answers.ts';
import type { Transport } from '../../../../gateway/executor/transport.ts';
import type { GatewayOptions } from '../../../../gateway/server.ts';
import { ask, fetched } from '../../ask.ts';
import { smallHub } from '../../small-hub.ts';
import { counted, get, started, steady } from '../counted-hub.ts';
import { joined, keeperOf } from './joined.ts';

type Parts = Parameters<typeof started>[0];

/** Several gateways over one hub that share answers, each of which knows the operation already. */
const gateways = async (count: number, parts: Parts, options: Partial<GatewayOptions> = {}) => {
  const keeper = keeperOf();
  const shares = Array.from({ length: count }, () => joined(keeper));
  const all = await Promise.all(shares.map((sharedAnswers) => started(parts, { sharedAnswers, ...options })));
  for (const { url } of all) await get(url, { first: 99 });
  const urls = all.map(({ url }) => url);
  const end = async () => {
    await Promise.all(all.map((one) => one[Symbol.asyncDispose]()));
  };
  return { url: (index: number) => urls[index] ?? expect.fail(), keeper, shares, [Symbol.asyncDispose]: end };
};

describe('gateways that share answers', () => {
  test('answer alike, headers and all, and work out once between them what many ask of each at once', async () => {
    const { hub, calls, transports } = counted();
    await using three = await gateways(3, { hub, transports });
    const before = calls.guide;
    const urls = Array.from({ length: 30 }, (_, at) => three.url(at % 3));
    const answers = await Promise.all(urls.map((url) => get(url, { first: 3 })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    expect(calls.guide).toBe(before + 1);
  });

  test.each([
    ['an answer with an error', '{ release { number } leak }'],
    ['an answer that has found nothing', '{ slow }'],
  ])('do not share %s', async (_, query) => {
    const { hub, calls, transports } = counted();
    hub.endSlow();
    const nothing: Transport = async (request) => {
      const answer = await transports.reference(request);
      return answer.data != null && 'slow' in answer.data ? { data: { ...answer.data, slow: null } } : answer;
    };
    await using two = await gateways(2, { hub, transports: { ...transports, reference: nothing } });
    for (const index of [0, 1]) await ask(two.url(index), query);
    const before = calls.reference;
    for (const index of [0, 1]) await ask(two.url(index), query);
    expect(calls.reference).toBe(before + 2);
  });

  test('do not share what was worked out over midnight', async () => {
    const { hub, calls, transports } = counted();
    let now = new Date('2026-03-01T23:59:59+08:00');
    let isLate = false;
    const guide: Transport = (request) => {
      if (isLate) now = new Date('2026-03-02T00:00:01+08:00');
      return transports.guide(request);
    };
    await using two = await gateways(2, { hub, transports: { ...transports, guide } }, { now: () => now });
    isLate = true;
    await get(two.url(0), { first: 3 });
    const before = calls.guide;
    await get(two.url(1), { first: 3 });
    expect(calls.guide).toBe(before + 1);
  });

  test('do not share what was worked out after a midnight that came while the others were asked', async () => {
    let now = new Date('2026-03-01T23:59:59+08:00');
    const told: unknown[] = [];
    const sharedAnswers: SharedAnswers = {
      find: async () => {
        now = new Date('2026-03-02T00:00:01+08:00');
        return { kind: 'ABSENT' };
      },
      tell: (_key, answer) => void told.push(answer),
    };
    const { calls, ...parts } = counted();
    await using gateway = await started(parts, { sharedAnswers, now: () => now });
    await get(gateway.url);
    await get(gateway.url);
    expect(told).toEqual([undefined]);
    now = new Date('2026-03-01T23:59:59+08:00');
    const before = calls.guide;
    await get(gateway.url);
    expect(calls.guide).toBe(before + 1);
  });

  test('go on by themselves once the keeper is gone', async () => {
    const { hub, calls, transports } = counted();
    await using two = await gateways(2, { hub, transports });
    const before = calls.guide;
    for (const { cut } of two.shares) cut();
    const answers = await Promise.all([0, 1].map((index) => get(two.url(index), { first: 3 })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(calls.guide).toBe(before + 2);
  });

  test('keep nothing in common where nothing is kept', async () => {
    const { hub, calls, transports } = counted();
    await using two = await gateways(2, { hub, transports }, { answerBytes: 0 });
    const before = calls.guide;
    for (const index of [0, 1, 0, 1]) await get(two.url(index), { first: 3 });
    expect(calls.guide).toBe(before + 4);
    expect(two.keeper.bytes).toBe(0);
  });

  test('count what the others had', async () => {
    await using two = await gateways(2, { hub: smallHub() });
    await get(two.url(0), { first: 3 });
    await get(two.url(1), { first: 3 });
    const { text } = await fetched(new URL('/metrics', two.url(1)));
    expect(text).toContain('zongheng_shared_answers_total{outcome="found"} 1');
  });
});

const EVENTS = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ kind: 'PUBLISH' } as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'DAY' } as const) },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('ASK' as const),
        of: fc.nat(2),
        first: fc.integer({ min: 1, max: 4 }),
        release: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
        isPosted: fc.boolean(),
      }),
    },
  ),
  { minLength: 5, maxLength: 25 },
);

const DATED = `query Dated($first: Int) { release { number publishedAt }
  items(first: $first) { endCursor nodes { id release guide { release day } } } }`;

test('whatever is asked of whom, published in between or dated: the answer is the one that is worked out', async () => {
  const hub = smallHub();
  let now = Date.parse('2026-03-01T12:00:00+08:00');
  const dated = { now: () => new Date(now) };
  await using three = await gateways(3, { hub }, dated);
  await using alone = await started({ hub }, { ...dated, answerBytes: 0 });
  await fc.assert(
    fc.asyncProperty(EVENTS, async (events) => {
      for (const event of events) {
        if (event.kind === 'PUBLISH') hub.publish();
        else if (event.kind === 'DAY') now += 86_400_000;
        else {
          const { first, release, isPosted } = event;
          const headers = {
            'x-request-id': 'same',
            ...(release === undefined ? {} : { 'x-release': String(release) }),
          };
          const asked = (url: string) =>
            isPosted
              ? ask(url, { query: DATED, variables: { first } }, headers)
              : get(url, { first }, headers);
          expect(steady(await asked(three.url(event.of)))).toEqual(steady(await asked(alone.url)));
        }
      }
    }),
    { numRuns: 40 },
  );
});
