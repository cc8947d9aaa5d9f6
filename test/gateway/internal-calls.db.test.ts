import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeWriter, WRITER_HEADER } from '../../catalog/authority/writer-header.ts';
import { errorSentence } from '../../catalog/error-sentence.ts';
import type { SubgraphName } from '../../db/client.ts';
import { subgraphAddress } from '../../gateway/executor/subgraph-address.ts';
import { HUB_PROBES } from '../../gateway/readiness.ts';
import { SIGNATURE_HEADER } from '../../signing/call.ts';
import { createVerifier } from '../../signing/verifier.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import { serveSubgraph } from '../../subgraphs/serve.ts';
import { keysOf, keyText, type SignedOptions, signedHeaders, TEST_KEYS } from '../signing/signed-call.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { withFolder } from '../support/hub.ts';
import { aWriter } from '../support/writers.ts';

/** 5,000 and more in the long form: `INTERNAL_CALLS=5000`. */
const CALLS = Number(process.env['INTERNAL_CALLS'] ?? '500');

const NAMES = Object.keys(SUBGRAPHS) as SubgraphName[];

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

type Sent = Readonly<Record<string, string>>;

/** Every subgraph as in a process of its own, the guide's on a unix socket; and what each has asked the database. */
async function serveAll(folder: string) {
  const statements: string[] = [];
  const refused: string[] = [];
  const all = NAMES.map(async (name) => {
    const subgraph = SUBGRAPHS[name]({
      url: database.url,
      onStatement: (statement) => void statements.push(statement),
    });
    const served = await serveSubgraph(subgraph, {
      port: 0,
      socket: name === 'guide' ? join(folder, 'guide.sock') : undefined,
      verify: createVerifier({ subgraph: name, keys: TEST_KEYS, now: Date.now }),
      onRefusedCall: (reason, requestId) => void refused.push(`${reason} ${requestId}`),
      onError: (error) => {
        throw error;
      },
    });
    const close = async () => {
      await served.close();
      await subgraph.close();
    };
    return { name, url: served.url, close };
  });
  return { subgraphs: await Promise.all(all), statements, refused };
}

const asked = (url: string, headers: Sent, body: string, path = '/graphql') => {
  const { target, open } = subgraphAddress(url);
  return new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    open({ ...target, path, method: 'POST', headers }, async (response) =>
      resolve({ status: response.statusCode, body: await text(response) }),
    )
      .on('error', reject)
      .end(body);
  });
};

/** A question that has to read a table, or a change that would write one. */
const bodyFor = (name: SubgraphName, number: number): string => {
  if (name === 'matching' && number % 2 === 0)
    return JSON.stringify({
      query: `mutation { runMatching(input: { lists: ["l${number}"], mode: FULL }) { __typename } }`,
    });
  const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';
  return JSON.stringify({ query, variables: { of: [HUB_PROBES[name]] } });
};

interface Attack {
  readonly reason: string;
  readonly headers?: (headers: Sent, signed: (over?: Partial<SignedOptions>) => Sent) => Sent;
  readonly body?: (body: string) => string;
  readonly path?: string;
}

const altered = (name: string, value: string) => (headers: Sent) => ({ ...headers, [name]: value });
const cut = (headers: Sent, ...names: readonly string[]): Sent =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
const signature = (change: (parts: string[]) => string[]) => (headers: Sent) => ({
  ...headers,
  [SIGNATURE_HEADER]: change(String(headers[SIGNATURE_HEADER]).split('.')).join('.'),
});
const at = (place: number, part: (old: string) => string) =>
  signature((parts) => parts.map((old, index) => (index === place ? part(old) : old)));
const turned = (old: string): string => (old.startsWith('A') ? 'B' : 'A') + old.slice(1);

const STRONGER = encodeWriter(aWriter({ subject: '李四' }));

const ATTACKS: Readonly<Record<string, Attack>> = {
  unsigned: { reason: 'UNSIGNED', headers: (headers) => cut(headers, SIGNATURE_HEADER) },
  'an empty signature': { reason: 'MALFORMED', headers: altered(SIGNATURE_HEADER, '') },
  'words for a signature': { reason: 'MALFORMED', headers: altered(SIGNATURE_HEADER, 'trust me') },
  'two signatures': {
    reason: 'MALFORMED',
    headers: (headers) => ({
      ...headers,
      [SIGNATURE_HEADER]: `${headers[SIGNATURE_HEADER]}, ${headers[SIGNATURE_HEADER]}`,
    }),
  },
  'another version': { reason: 'MALFORMED', headers: at(0, () => '2') },
  'a signature cut short': { reason: 'MALFORMED', headers: at(5, (code) => code.slice(0, 42)) },
  'no HMAC': { reason: 'MALFORMED', headers: at(5, () => '') },
  'another HMAC': { reason: 'FORGED', headers: at(5, turned) },
  'another nonce': { reason: 'FORGED', headers: at(3, turned) },
  'another time': { reason: 'FORGED', headers: at(2, (time) => String(Number(time) + 1)) },
  'the digest of another body': { reason: 'FORGED', headers: at(4, turned) },
  'an unknown key': {
    reason: 'UNKNOWN_KEY',
    headers: (_, signed) => signed({ keys: keysOf(keyText('other', 5)) }),
  },
  'a guessed key under its name': {
    reason: 'FORGED',
    headers: (_, signed) => signed({ keys: keysOf(keyText('test', 5)) }),
  },
  'another body': { reason: 'OTHER_BODY', body: (body) => body.replace('__typename', '__typename # x') },
  'a body with more': { reason: 'OTHER_BODY', body: (body) => `${body} ` },
  'no body': { reason: 'OTHER_BODY', body: () => '' },
  'another writer': { reason: 'FORGED', headers: altered(WRITER_HEADER, STRONGER) },
  'no writer': { reason: 'FORGED', headers: (headers) => cut(headers, WRITER_HEADER) },
  'another release': { reason: 'FORGED', headers: altered('x-zongheng-release', '2') },
  'another day': { reason: 'FORGED', headers: altered('x-zongheng-day', '2020-01-01') },
  'another deadline': { reason: 'FORGED', headers: altered('x-zongheng-deadline', '99999') },
  'a header more': { reason: 'FORGED', headers: altered('x-zongheng-anything', '1') },
  'another request id': {
    reason: 'FORGED',
    headers: (headers) => ({ ...headers, 'x-request-id': `${headers['x-request-id']}.` }),
  },
  'another path': { reason: 'FORGED', path: '/graphql?x' },
  'signed as a GET': { reason: 'FORGED', headers: (_, signed) => signed({ method: 'GET' }) },
  'more than thirty seconds old': {
    reason: 'TOO_OLD',
    headers: (_, signed) => signed({ now: () => Date.now() - 30_500 }),
  },
  'of the minute after next': {
    reason: 'AHEAD',
    headers: (_, signed) => signed({ now: () => Date.now() + 90_000 }),
  },
};

test(`of ${CALLS} calls that are not the gateway's own, none reaches the database`, () =>
  withFolder(async (folder) => {
    const { subgraphs, statements, refused } = await serveAll(folder);
    const kinds = Object.entries(ATTACKS);
    const tried = new Set<string>();
    /** One good call, and the same call again and to the others: what an ear on the line could send. */
    const heard = async (name: SubgraphName, url: string, number: number) => {
      const body = bodyFor(name, number);
      const headers = {
        'content-type': 'application/json',
        'x-request-id': `good-${number}`,
        'x-zongheng-release': '1',
      };
      const signed = signedHeaders(body, { subgraph: name, headers });
      const answer = await asked(url, signed, body);
      expect(answer.status, answer.body).not.toBe(403);
      return { signed, body };
    };
    try {
      let number = 0;
      while (number < CALLS) {
        for (const { name, url } of subgraphs) {
          const { signed: used, body: usedBody } = await heard(name, url, number);
          const before = statements.length;
          const replays = subgraphs.map((one) => ({
            one,
            reason: one.name === name ? 'REPLAYED' : 'FORGED',
          }));
          for (const { one, reason } of replays) {
            const answer = await asked(one.url, used, usedBody);
            expect([answer.status, refused.pop()], `${name} to ${one.name}`).toEqual([
              403,
              `${reason} ${used['x-request-id']}`,
            ]);
            number += 1;
          }
          for (const [kind, attack] of kinds) {
            number += 1;
            const body = bodyFor(name, number);
            const requestId = `attack-${number}`;
            const headers = {
              'content-type': 'application/json',
              'x-request-id': requestId,
              'x-zongheng-release': '1',
              'x-zongheng-day': '2026-03-01',
              'x-zongheng-deadline': '900',
              [WRITER_HEADER]: encodeWriter(aWriter()),
            };
            const signed = (over: Partial<SignedOptions> = {}) =>
              signedHeaders(body, { subgraph: name, headers, ...over });
            const sent = attack.headers?.(signed(), signed) ?? signed();
            const answer = await asked(url, sent, attack.body?.(body) ?? body, attack.path);
            expect(answer.status, `${kind} to ${name}`).toBe(403);
            expect(JSON.parse(answer.body)).toEqual({
              errors: [
                {
                  message: errorSentence('CALL_REFUSED'),
                  extensions: { code: 'CALL_REFUSED', requestId: sent['x-request-id'], retryable: false },
                },
              ],
            });
            expect(refused.pop(), `${kind} to ${name}`).toBe(`${attack.reason} ${sent['x-request-id']}`);
            tried.add(kind);
          }
          expect(statements.slice(before), name).toEqual([]);
        }
      }
      expect(tried.size).toBe(kinds.length);
      expect(refused).toEqual([]);
      // The good calls have: the count of statements is no blind eye.
      expect(statements.length).toBeGreaterThan(subgraphs.length);
    } finally {
      await Promise.all(subgraphs.map(({ close }) => close()));
    }
  }));
