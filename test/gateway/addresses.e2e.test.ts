import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredDocuments } from '../../gateway/stored-documents.ts';
import { ask, codes, fetched } from './ask.ts';
import { smallHub, startSmallGateway } from './small-hub.ts';

const ID = `sha256:${'a'.repeat(64)}`;
const TEXT =
  'query Items($first: Int) { items(first: $first) { totalCount nodes { id name guide { text } } } }';
const documents: StoredDocuments = {
  byId: new Map([[ID, { id: ID, name: 'items', text: TEXT, operationNames: ['Items'] }]]),
  operationNames: new Set(['Items']),
};

let gateway: Awaited<ReturnType<typeof startSmallGateway>>;
let base: string;

beforeAll(async () => {
  gateway = await startSmallGateway(smallHub(), { documents });
  base = gateway.url.replace('/graphql', '');
});
afterAll(() => gateway.close());

describe('other addresses', () => {
  test.each([
    ['/health/live', 200, 'application/json'],
    ['/health/ready', 200, 'application/json'],
    ['/metrics', 200, 'text/plain'],
    ['/schema.graphql', 200, 'text/plain'],
    ['/operations.json', 200, 'application/json'],
    ['/graphiql', 200, 'text/html'],
    ['/nothing', 404, 'application/json'],
    ['//graphql', 404, 'application/json'],
    ['/constructor', 404, 'application/json'],
  ])('GET %s: %i', async (path, status, type) => {
    const answer = await fetched(base + path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain(type);
    if (status !== 200) expect(codes(answer)).toEqual(['NOT_FOUND']);
  });

  test.each([
    ['http://hub.example/health/live', 200],
    ['HTTPS://hub.example:8443/health/live', 200],
    ['http://hub.example/nothing', 404],
    ['http://', 404],
  ])('a target in absolute form: %s', async (path, status) => {
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(base);
      request({ hostname, port, path }, (incoming) => resolve(incoming.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(answered).toBe(status);
  });

  test('a method that an address does not know is refused with those it knows', async () => {
    const answer = await fetched(`${base}/metrics`, { method: 'POST', body: '' });
    expect([answer.status, ...codes(answer)]).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect((await fetched(gateway.url, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD, POST');
  });

  test('HEAD gives the headers of GET', async () => {
    const answer = await fetched(`${base}/schema.graphql`, { method: 'HEAD' });
    expect(answer.text).toBe('');
    expect(answer.headers.get('content-length')).not.toBe('0');
  });

  test('the explorer holds everything it needs, and may ask nobody else', async () => {
    const { text, headers } = await fetched(`${base}/graphiql`);
    expect(text).toContain('<title>纵横 GraphiQL</title>');
    expect(text).toContain('query Items');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-encoding')).toBe('gzip');
    const plain = await new Promise<number>((resolve) => {
      request(`${base}/graphiql`, (incoming) => {
        // Its length is not known, as it is expanded while it is sent: 9 MB are never held for one client.
        expect(incoming.headers).not.toHaveProperty('content-length');
        let size = 0;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
        });
        incoming.on('end', () => resolve(size));
      }).end();
    });
    expect(plain).toBe(Buffer.byteLength(text));
    expect((await fetched(`${base}/graphiql`, { method: 'HEAD' })).text).toBe('');
  });

  test('metrics name known operations only', async () => {
    await ask(gateway.url, { documentId: ID });
    await ask(gateway.url, 'query Invented { __typename }');
    await ask(gateway.url, '{ items(first: 500) { totalCount } }');
    const { text } = await fetched(`${base}/metrics`);
    expect(text).toMatch(/zongheng_requests_total\{operation="Items",status="200"\} [1-9]/u);
    expect(text).not.toContain('Invented');
    expect(text).toMatch(/zongheng_refusals_total\{code="PAGE_TOO_LARGE"\} [1-9]/u);
    expect(text).toMatch(/zongheng_subgraph_call_duration_seconds_count\{subgraph="guide"\} [1-9]/u);
    expect(text).toMatch(/zongheng_event_loop_lag_seconds [\d.]+/u);
  });

  test('every request has one line in the log, under the id the caller gave', async () => {
    await ask(gateway.url, 'query Invented { items { totalCount } }', { 'x-request-id': 'trace-42' });
    const lines = gateway.log
      .map((line) => JSON.parse(line))
      .filter(({ requestId }) => requestId === 'trace-42');
    expect(lines).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/graphql',
        status: 200,
        operation: 'Invented',
        release: 7,
      }),
    ]);
  });
});
