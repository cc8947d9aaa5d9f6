import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ERROR_CODES } from '../../catalog/error-codes.ts';
import { readSupergraph } from '../../gateway/composed-files.ts';
import { startGateway } from '../../gateway/main.ts';
import { createSigner } from '../../signing/signer.ts';
import { keysOf, keyText } from '../signing/signed-call.ts';
import { COUNTY, OTHER_COUNTY } from '../subgraphs/matching/judged-province.ts';
import { startHubOver, type TestHub } from '../support/hub.ts';
import { everywhere, testIssuer } from '../support/tokens.ts';
import { INSIDE, type Sent, type SentAnswer, watchFor } from './canaries.ts';
import { createCanaryWords } from './leaks/canary-words.ts';
import { garbageKinds, serveGarbage } from './leaks/garbage-subgraph.ts';
import {
  type PlantedDatabase,
  plantedDatabase,
  plantProcess,
  type ServedSubgraphs,
  serveThrowing,
} from './leaks/planted-hub.ts';
import {
  BAD_HTTP,
  DOCUMENTS,
  documentsWith,
  PROVOCATIONS,
  type Provocation,
  provoke,
  sendBytes,
} from './leaks/provocations.ts';
import { thrownKinds } from './leaks/thrown.ts';

const words = createCanaryWords();
const issuer = testIssuer();
const CODES = new Set<string>(ERROR_CODES.map(({ code }) => code));

/** Nobody waits here for an answer when a hub ends. */
const DRAIN = { idle: 20, bound: 2_000 };

/** What is asked of a hub by those who watch over it. */
const WATCHED: readonly Provocation[] = [
  { name: 'readiness', path: '/health/ready' },
  { name: 'metrics', path: '/metrics' },
];

/** All that any client was sent, looked through at the end, when all canaries are known. */
const sent: { readonly where: string; readonly said: Sent }[] = [];
const codesSeen = new Set<string>();

let database: PlantedDatabase;
let subgraphs: ServedSubgraphs;
let together: TestHub;
let apart: TestHub;

beforeAll(async () => {
  plantProcess(words, (name, value) => void vi.stubEnv(name, value));
  const jwk = issuer.privateKey.export({ format: 'jwk' });
  words.add('private key of the tokens', String(jwk.d));
  words.add('file of the keys', issuer.tokens.path);
  database = await plantedDatabase(words);
  subgraphs = await serveThrowing(database.url, words);
  together = await startHubOver(database.url, {
    drainTimes: DRAIN,
    tokens: issuer.tokens,
  });
  apart = await startHubOver(database.url, {
    drainTimes: DRAIN,
    tokens: issuer.tokens,
    subgraphUrls: subgraphs.urls,
  });
});
afterAll(async () => {
  await apart.close();
  await together.close();
  await subgraphs[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  issuer[Symbol.dispose]();
  vi.unstubAllEnvs();
});

/** Every error has a code of the closed list, words in Chinese, the id of the request, and whether to try again. */
const checkErrors = (where: string, { headers, body }: SentAnswer): void => {
  const type = new Map(headers as Iterable<[string, string]>).get('content-type') ?? '';
  if (!type.includes('json')) return;
  const { errors = [] } = JSON.parse(String(body));
  for (const error of errors) {
    expect(error, where).toMatchObject({
      message: expect.stringMatching(/\p{Script=Han}/u),
      extensions: {
        code: expect.any(String),
        requestId: expect.stringMatching(/^[\w.:-]+$/u),
        retryable: expect.any(Boolean),
      },
    });
    expect(CODES.has(error.extensions.code), `${where}: ${error.extensions.code}`).toBe(true);
    expect(
      Object.keys(error).every((key) => ['message', 'path', 'locations', 'extensions'].includes(key)),
      where,
    ).toBe(true);
    expect(
      Object.keys(error.extensions).every((key) => ['code', 'requestId', 'retryable'].includes(key)),
      JSON.stringify(error),
    ).toBe(true);
    codesSeen.add(error.extensions.code);
  }
};

const provokeAll = async (
  endpoint: string,
  about: string,
  provocations: readonly Provocation[],
): Promise<void> => {
  for (const provocation of provocations) {
    const where = `${about}: ${provocation.name}`;
    const said = await provoke(endpoint, provocation);
    expect(said.status, where).toBeGreaterThan(99);
    checkErrors(where, said);
    sent.push({ where, said });
  }
};

const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
const grant = (region: string) => [{ role: 'PROPOSER', region, levels: ['COUNTY'] }] as const;

const PROPOSE = `mutation ($reason: String!) {
  proposeDecision(input: { item: "ci_b", reference: "ri_1", verdict: CONFIRM, reason: $reason, ifVersion: 1 }) { result message proposal { id reason } }
}`;
const proposing = (reason: string, headers: Record<string, string>): Provocation => ({
  name: 'a proposal',
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: PROPOSE, variables: { reason } }),
  },
});

test('the documents are such as the schema has', async () => {
  const schema = buildSchema(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
  const errors = DOCUMENTS.flatMap((text) => validate(schema, parse(text.replaceAll('$N', 'n'))));
  expect(errors.map(({ message }) => message)).toEqual([]);
});

describe('nothing of the inside is sent', () => {
  test('by requests that nobody expects', async () => {
    for (const hub of [together, apart]) await provokeAll(hub.url, 'odd', PROVOCATIONS);
  });

  test('by bytes that are no HTTP, to the gateway or to a subgraph', async () => {
    const endpoints = [together.url, String(subgraphs.urls['county']), String(subgraphs.urls['guide'])];
    for (const endpoint of endpoints)
      for (const said of await Promise.all(BAD_HTTP.map((bytes) => sendBytes(endpoint, bytes))))
        sent.push({ where: 'bad HTTP', said });
  });

  test('to whoever shows a wrong token, none, or one for another region', async () => {
    const foreign = testIssuer();
    const own = issuer.token({ subject: words.word('subject of another'), grants: grant(COUNTY) });
    const secret = words.word('reason of another’s proposal');
    const made = await provoke(apart.url, proposing(secret, bearing(own)));
    expect(String(made.body)).toContain(`"${secret}"`);
    words.add(
      'id of another’s proposal',
      String(JSON.parse(String(made.body)).data.proposeDecision.proposal.id),
    );
    const headers: Record<string, Record<string, string>> = {
      none: {},
      'of another key': bearing(foreign.token()),
      'run out': bearing(issuer.token({ issuedAt: 1_700_000_000 })),
      'for others': bearing(issuer.token({ claims: { aud: 'others' } })),
      'no token': bearing('x.y.z'),
      'another scheme': {
        authorization: `Basic ${Buffer.from(`admin:${words.word('password of a client')}`).toString('base64')}`,
      },
      'of another county': bearing(issuer.token({ grants: grant(OTHER_COUNTY) })),
      'of every role elsewhere': bearing(
        issuer.token({
          grants: everywhere('PROPOSER', 'REVIEWER', 'OPERATOR', 'AUDITOR').map((one) => ({
            ...one,
            region: OTHER_COUNTY,
          })),
        }),
      ),
      'an internal header': {
        'x-zongheng-writer': 'e30',
        'x-zongheng-signature': '1.test.1772323200000.a.b.c',
      },
    };
    for (const [about, shown] of Object.entries(headers))
      for (const hub of [together, apart]) await provokeAll(hub.url, about, documentsWith(about, shown));
    foreign[Symbol.dispose]();
  });

  test('when resolvers throw, whatever it is', async () => {
    for (const [about, thrown] of Object.entries(thrownKinds(words))) {
      subgraphs.throwing(thrown);
      await provokeAll(apart.url, about, documentsWith(about));
      await provokeAll(apart.url, about, documentsWith(about, bearing(issuer.token())));
      subgraphs.throwing(undefined);
      subgraphs.failing(thrown);
      await provokeAll(apart.url, `context: ${about}`, documentsWith(about).slice(0, 4));
      await provokeAll(apart.url, `context: ${about}`, [{ name: 'readiness', path: '/health/ready' }]);
      subgraphs.failing(undefined);
    }
  });

  test('when the database says more than it should', async () => {
    const renamed = words.word('new name of a table');
    const everything = everywhere('PROPOSER', 'REVIEWER', 'OPERATOR', 'AUDITOR');
    const elsewhere = everything.map((one) => ({ ...one, region: OTHER_COUNTY }));
    const reader = bearing(issuer.token({ grants: elsewhere }));
    const raising = proposing(
      `RAISE ${'x'.repeat(9)}`,
      bearing(issuer.token({ grants: everywhere('PROPOSER') })),
    );
    for (const hub of [together, apart]) {
      await provokeAll(hub.url, 'raised', [raising]);
      for (const table of ['county.item', 'guide.guide', 'matching.match', 'reference.item']) {
        await database.sql.unsafe(`alter table ${table} rename to "${renamed}"`);
        await provokeAll(hub.url, `without ${table}`, documentsWith('a table less', reader));
        await provokeAll(hub.url, `without ${table}`, [{ name: 'readiness', path: '/health/ready' }]);
        await database.sql.unsafe(
          `alter table ${table.split('.')[0]}."${renamed}" rename to ${table.split('.')[1]}`,
        );
      }
    }
    expect(together.log()).toContain('does not exist');
  });

  test('when subgraphs answer garbage', async () => {
    const answering = async (kind: string): Promise<void> => {
      const garbage = await serveGarbage(words, kind);
      const broken = { subgraphUrls: { guide: garbage.url, county: garbage.url } };
      const hub = await startHubOver(database.url, { tokens: issuer.tokens, drainTimes: DRAIN, ...broken });
      await provokeAll(hub.url, `garbage: ${kind}`, documentsWith(kind).slice(0, 5));
      await provokeAll(hub.url, `garbage: ${kind}`, WATCHED);
      await hub.close();
      await garbage.close();
    };
    await Promise.all(Object.keys(garbageKinds(words)).map(answering));
  });

  test('when subgraphs are dead, or do not know the gateway’s key', async () => {
    const gone = await serveGarbage(words, 'a page');
    await gone.close();
    const dead = { guide: gone.url, county: `unix:/run/${words.word('path of a dead socket')}.sock` };
    const options = { tokens: issuer.tokens, drainTimes: DRAIN, subgraphUrls: dead };
    await using hub = await startHubOver(database.url, options);
    await provokeAll(hub.url, 'dead', documentsWith('dead'));
    await provokeAll(hub.url, 'dead', PROVOCATIONS.slice(-20));
    const internalKeys = keysOf(keyText('strange', 77));
    const strange = await startGateway({
      config: { host: '127.0.0.1', port: 0, logLevel: 'silent', subgraphUrls: subgraphs.urls, internalKeys },
      supergraphSdl: await readSupergraph(),
      mode: { kind: 'HUB', databaseUrl: database.url },
      drainTimes: DRAIN,
    });
    await provokeAll(strange.url, 'wrong key', documentsWith('wrong key'));
    await provokeAll(strange.url, 'wrong key', WATCHED);
    await strange.close();
  });

  test('by a subgraph’s own process to whoever is not the gateway', async () => {
    const sign = createSigner({ key: keysOf(keyText('test', 9))[0], now: Date.now, random: randomBytes });
    const call = { method: 'POST', path: '/graphql', subgraph: 'county', headers: {} };
    const forged = { 'x-zongheng-signature': sign(call, '{}') };
    for (const url of [subgraphs.urls['county'], subgraphs.urls['matching']])
      for (const headers of [{}, forged]) {
        await provokeAll(String(url), 'a subgraph', documentsWith('a subgraph', headers));
        await provokeAll(String(url), 'a subgraph', PROVOCATIONS);
      }
  });
});

test('of all that was sent no byte is a canary', () => {
  const planted = words.all();
  const watch = watchFor([...planted, ...INSIDE]);
  for (const { where, said } of sent) watch.look(where, said);
  expect(watch.sightings().slice(0, 20)).toEqual([]);
  expect(planted.length).toBeGreaterThanOrEqual(40);
  expect(watch.looked().answers).toBeGreaterThan(500);
  for (const code of [
    'INTERNAL_ERROR',
    'SUBGRAPH_UNAVAILABLE',
    'SUBGRAPH_INVALID_RESPONSE',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'CALL_REFUSED',
    'BAD_REQUEST',
    'BODY_TOO_LARGE',
  ])
    expect([...codesSeen]).toContain(code);
});

test('the canaries were there to be seen: the log of the hub has them', () => {
  const watch = watchFor(words.all());
  watch.look('the log', together.log() + apart.log());
  const seen = new Set(watch.sightings().map(({ canary }) => canary));
  expect(seen.size).toBeGreaterThan(3);
});
