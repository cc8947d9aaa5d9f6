import { describe, expect, test } from 'vitest';
import { ask, fetched } from '../ask.ts';
import { smallHub } from '../small-hub.ts';
import { counted, get, ID, started, TEXT } from './counted-hub.ts';

describe('what is told to those who keep answers themselves', () => {
  test('a tag by which they may ask again, and not a byte of the answer if it is the same', async () => {
    const hub = smallHub();
    await using gateway = await started({ hub });
    await get(gateway.url);
    const { headers } = await get(gateway.url);
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/u);
    const same = await get(gateway.url, { first: 2 }, { 'if-none-match': etag });
    expect(same).toMatchObject({ status: 304, text: '' });
    expect(same.headers.get('etag')).toBe(etag);
    hub.publish();
    const next = await get(gateway.url, { first: 2 }, { 'if-none-match': etag });
    expect(next.status).toBe(200);
    expect(next.headers.get('etag')).not.toBe(etag);
  });

  test('the newest release may change with every request, an older one stays', async () => {
    await using gateway = await started(
      { hub: smallHub() },
      { now: () => new Date('2026-03-01T12:00:00+08:00') },
    );
    await get(gateway.url);
    await get(gateway.url, { first: 2 }, { 'x-release': '4' });
    const newest = await get(gateway.url);
    const older = await get(gateway.url, { first: 2 }, { 'x-release': '4' });
    expect(newest.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(older.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(older.headers.get('vary')).toBe('accept, authorization, x-release');
    expect(older.headers.get('age')).toBe('0');
  });

  test('not beyond midnight in China, when items begin and end; an older release stays on its last day', async () => {
    let now = new Date('2026-03-01T23:59:30+08:00');
    const { calls, ...parts } = counted();
    await using gateway = await started(parts, { now: () => now });
    const both = async () =>
      [await get(gateway.url), await get(gateway.url, { first: 2 }, { 'x-release': '4' })] as const;
    await both();
    const [late, older] = await both();
    const before = calls.guide;
    now = new Date('2026-03-02T00:00:01+08:00');
    const [early, still] = await both();
    expect(calls.guide).toBe(before + 1);
    expect(early.headers.get('etag')).toBe(late.headers.get('etag'));
    expect(still.headers.get('etag')).toBe(older.headers.get('etag'));
  });

  test('through POST nothing, though the answer comes from what is kept', async () => {
    const { calls, ...parts } = counted();
    await using gateway = await started(parts);
    const request = { query: TEXT, variables: { first: 2 } };
    const [first, , third] = [
      await ask(gateway.url, request),
      await ask(gateway.url, request),
      await ask(gateway.url, request),
    ];
    expect(third.text).toBe(first.text);
    expect(calls.guide).toBe(2);
    expect(third.headers.get('cache-control')).toBe('no-store');
    expect(third.headers.get('etag')).toBe(null);
  });

  test('HEAD gets the headers of GET', async () => {
    await using gateway = await started({ hub: smallHub() });
    await get(gateway.url);
    await get(gateway.url);
    const url = `${gateway.url}?documentId=${ID}&variables=${encodeURIComponent('{"first":2}')}`;
    const [whole, head] = [await fetched(url), await fetched(url, { method: 'HEAD' })];
    expect(head.text).toBe('');
    for (const name of ['etag', 'content-length', 'x-release', 'cache-control'])
      expect(head.headers.get(name), name).toBe(whole.headers.get(name));
  });
});
