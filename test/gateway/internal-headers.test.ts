import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeWriter } from '../../catalog/authority/writer-header.ts';
import { openRemoteTransports } from '../../gateway/hub-transports.ts';
import { SIGNATURE_HEADER } from '../../signing/call.ts';
import { signedHeaders, TEST_SIGNER, verifierOf } from '../signing/signed-call.ts';
import { aWriter } from '../support/writers.ts';
import { smallHub, startSmallGateway } from './small-hub.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** What a subgraph is sent, which answers nothing of use. */
async function listener() {
  const heard: { method: string; path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = '', url: path = '', headers } = incoming;
    heard.push({ method, path, headers, body: await text(incoming) });
    outgoing.end(
      JSON.stringify({
        data: { release: { number: 7, publishedAt: '2026-03-07T16:30:00Z' }, leak: 'x', __typename: 'Query' },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close().closeAllConnections());
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

/** What a client may try to hand through, in every spelling. */
const FORGED: readonly (readonly [string, string])[] = [
  ['x-zongheng-writer', encodeWriter(aWriter({ subject: 'nobody' }))],
  ['X-Zongheng-Writer', encodeWriter(aWriter({ subject: 'nobody' }))],
  ['X-ZONGHENG-RELEASE', '3'],
  ['x-zongheng-day', '1999-01-01'],
  ['x-zongheng-deadline', '999999'],
  ['x-zongheng-reviewer', 'nobody'],
  ['x-zongheng-anything', '1'],
  [SIGNATURE_HEADER, signedHeaders('{}', { subgraph: 'reference' })[SIGNATURE_HEADER] ?? ''],
  ['x_zongheng_writer', 'nobody'],
  ['connection', 'x-zongheng-signature, keep-alive'],
];

/** Sends the headers as they are spelt, which fetch would not. */
const send = (
  url: string,
  method: string,
  headers: readonly (readonly [string, string])[],
  body = '',
): Promise<string> =>
  new Promise((resolve, reject) => {
    const flat = [
      ...headers,
      ['host', 'hub'],
      ['content-length', String(Buffer.byteLength(body))],
    ].flat() as string[];
    request(url, { method, headers: flat }, (response) => resolve(text(response)))
      .on('error', reject)
      .end(body);
  });

describe('what a client sends in headers of the hub', () => {
  test.each([
    ['POST', '', JSON.stringify({ query: '{ release { number } leak }' })],
    ['GET', `?query=${encodeURIComponent('{ release { number } leak }')}`, ''],
  ])('through %s reaches no subgraph', async (method, query, body) => {
    const { heard, url } = await listener();
    const verify = verifierOf('reference');
    const remote = openRemoteTransports({ reference: url, guide: url }, TEST_SIGNER);
    const gateway = await startSmallGateway(smallHub(), {
      transports: remote.transports,
      newestRelease: () => 7,
    });
    cleanups.push(remote.close, gateway.close);
    const told = [...FORGED, ['content-type', 'application/json'], ['x-request-id', 'mine']] as const;
    await send(gateway.url + query, method, told, body);
    const calls = heard.filter(({ path }) => path === '/graphql');
    expect(calls.length).toBeGreaterThan(0);
    for (const { headers, path, body: sent, ...call } of calls) {
      const internal = Object.entries(headers).filter(([name]) => /zongheng/iu.test(name));
      const names = internal.map(([name]) => name).filter((name) => name !== 'x-zongheng-day');
      expect(names.sort()).toEqual(['x-zongheng-deadline', 'x-zongheng-release', SIGNATURE_HEADER]);
      expect(headers).toMatchObject({ 'x-zongheng-release': '7', 'x-request-id': 'mine' });
      expect(Number(headers['x-zongheng-deadline'])).toBeLessThan(100_000);
      expect(JSON.stringify(headers)).not.toMatch(/nobody|1999/u);
      const verdict = verify({ method: call.method, path, headers });
      expect(verdict.kind === 'VERIFIED' && verdict.isBody(sent)).toBe(true);
    }
  });
});

test('the subgraphs of another supergraph are sent no signature', async () => {
  const { heard, url } = await listener();
  const remote = openRemoteTransports({ reference: url, guide: url });
  const gateway = await startSmallGateway(smallHub(), { transports: remote.transports });
  cleanups.push(remote.close, gateway.close);
  await send(
    gateway.url,
    'POST',
    [['content-type', 'application/json'], ...FORGED],
    JSON.stringify({ query: '{ leak }' }),
  );
  expect(heard.length).toBeGreaterThan(0);
  for (const { headers } of heard) expect(headers).not.toHaveProperty(SIGNATURE_HEADER);
});
