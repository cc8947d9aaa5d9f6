import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Writer } from '../../../catalog/authority/writer.ts';
import { composed, composeSupergraph } from '../../../gateway/compose.ts';
import { createLogger } from '../../../gateway/plugins/logging.ts';
import { createGateway, type Gateway } from '../../../gateway/server.ts';
import { openTokens } from '../../../gateway/tokens/open-tokens.ts';
import { FORGED_CLAIMS } from './forged-claims.ts';
import { FORGED_HEADERS } from './forged-headers.ts';
import { FORGED_SIGNATURES } from './forged-signatures.ts';
import { forgingGround, NOW } from './forging-ground.ts';

const SUPERGRAPH = composeSupergraph({
  hub: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@tag"])
    type Query { name: String impact: String @tag(name: "protected") }
    type Mutation { runMatching: String }`,
});

const QUERIES = { public: '{ name }', protected: '{ impact }', mutation: 'mutation { runMatching }' };
type Kind = keyof typeof QUERIES;

const ground = forgingGround();
let gateway: Gateway;
/** Who has reached the subgraph, in order. */
const reached: (Writer | undefined)[] = [];

beforeAll(async () => {
  if (!composed(SUPERGRAPH)) throw new Error(SUPERGRAPH.errors.join('\n'));
  const logger = createLogger('silent');
  gateway = await createGateway({
    supergraphSdl: SUPERGRAPH.supergraphSdl,
    transports: {
      hub: async ({ context }) => {
        reached.push(context.writer);
        return { data: { name: 'n', impact: 'i', runMatching: 'm' } };
      },
    },
    verifyToken: await openTokens(ground.tokens, { now: () => new Date(NOW * 1000), logger }),
    logger,
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(async () => {
  await gateway.close();
  ground[Symbol.dispose]();
});

interface Answer {
  readonly status: number;
  readonly challenge: string | undefined;
  readonly text: string;
}

/** Sent as it is given: several headers stay several. */
const send = (kind: Kind, authorization: string | readonly string[]): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const outgoing = request(gateway.url, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: authorization as string,
      },
    });
    outgoing.on('response', (incoming) => {
      let text = '';
      incoming.on('data', (chunk) => (text += String(chunk)));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, challenge: incoming.headers['www-authenticate'], text }),
      );
    });
    // Nobody reads a megabyte of headers: the connection is cut, before or after it is answered.
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const isCut = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      if (isCut) resolve({ status: 431, challenge: undefined, text: '' });
      else reject(error);
    });
    outgoing.end(JSON.stringify({ query: QUERIES[kind] }));
  });

const FORGERIES = [...FORGED_SIGNATURES, ...FORGED_HEADERS, ...FORGED_CLAIMS];

test('there are more than a hundred and twenty kinds of forged tokens, no two of one name', () => {
  expect(FORGERIES.length).toBeGreaterThan(120);
  expect(new Set(FORGERIES.map(([name]) => name)).size).toBe(FORGERIES.length);
});

describe.each(Object.keys(QUERIES) as Kind[])('for a %s field none is taken:', (kind) => {
  test.each(FORGERIES)('%s', async (name, forge) => {
    reached.length = 0;
    const { status, challenge, text } = await send(kind, forge(ground));
    expect(reached).toEqual([]);
    if (name === '1 MB') {
      expect(status).toBe(431);
      return;
    }
    expect([status, challenge]).toEqual([401, 'Bearer']);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(JSON.parse(text).data).toBeUndefined();
  });
});

describe('a good token is taken', () => {
  const good = (header: object = {}, claims: object = {}, key: 'ed' | 'ec' | 'rsa' = 'ed') =>
    ground.signed({ ...ground.header, ...header }, { ...ground.claims, ...claims }, ground.keys[key]);

  test.each<[string, string]>([
    ['of Ed25519', `Bearer ${good()}`],
    ['of P-256', `Bearer ${good({ alg: 'ES256', kid: 'ec' }, {}, 'ec')}`],
    ['of RSA', `Bearer ${good({ alg: 'RS256', kid: 'rsa' }, {}, 'rsa')}`],
    ['with the scheme in small letters', `bearer ${good()}`],
    ['with the scheme in capitals and spaces', `BEARER   ${good()}`],
    ['with further claims', `Bearer ${good({}, { client_id: 'portal', scope: 'all' })}`],
    ['half a minute ahead', `Bearer ${good({}, { iat: NOW + 30, nbf: NOW + 30 })}`],
    ['half a minute late', `Bearer ${good({}, { iat: NOW - 90, exp: NOW - 29 })}`],
  ])('%s', async (_, authorization) => {
    reached.length = 0;
    for (const kind of Object.keys(QUERIES) as Kind[]) {
      expect(await send(kind, authorization)).toMatchObject({ status: 200 });
    }
    expect(reached.map((writer) => writer?.subject)).toEqual(['张三', '张三', '张三']);
  });

  test('with as many grants as there may be, within the bound of its length', async () => {
    const grants = Array.from({ length: 32 }, (_, at) => ({
      role: 'OPERATOR',
      region: `3310220000${10 + at}`,
      levels: ['COUNTY', 'TOWNSHIP'],
    }));
    expect(await send('mutation', `Bearer ${good({}, { grants })}`)).toMatchObject({ status: 200 });
  });

  test('of 8,192 characters, and not of one more', async () => {
    const bare = `Bearer ${good({}, { more: '' })}`.length;
    const statuses: number[] = [];
    // Three characters of the claims are four of the token.
    for (const length of [8_190, 8_191, 8_192, 8_193, 8_194, 8_195]) {
      const more = 'x'.repeat(Math.round(((length - bare) * 3) / 4));
      const token = `Bearer ${good({}, { more })}`;
      const { status } = await send('public', token);
      expect(status, String(token.length)).toBe(token.length > 8_192 ? 401 : 200);
      statuses.push(status);
    }
    expect(new Set(statuses)).toEqual(new Set([200, 401]));
    const exact = `Bearer ${' '.repeat(8_192 - 7 - good().length)}${good()}`;
    expect([exact.length, (await send('public', exact)).status]).toEqual([8_192, 200]);
    expect((await send('public', exact.replace('Bearer ', 'Bearer  '))).status).toBe(401);
  });

  test('an expired one is told from a forged one, to its bearer alone', async () => {
    const expired = await send('mutation', `Bearer ${good({}, { exp: NOW - 31 })}`);
    expect(expired.text).toContain('令牌已过期');
    const forged = await send(
      'mutation',
      `Bearer ${ground.signed(ground.header, { ...ground.claims, exp: NOW - 31 }, ground.keys.otherEd)}`,
    );
    expect(forged.text).not.toContain('过期');
  });
});

describe('without a token', () => {
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    reached.length = 0;
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...headers,
      },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: await response.json(), reached: reached.length };
  };

  test('what is public is answered, and nothing else', async () => {
    expect(await ask(QUERIES.public)).toMatchObject({
      status: 200,
      body: { data: { name: 'n' } },
      reached: 1,
    });
    for (const kind of ['protected', 'mutation'] as const) {
      const refused = {
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
        reached: 0,
      };
      expect(await ask(QUERIES[kind])).toMatchObject(refused);
    }
  });

  test('what was allowed to one is not allowed to the next', async () => {
    const query = '{ again: impact }';
    const authorization = `Bearer ${ground.signed(ground.header, ground.claims)}`;
    for (let time = 0; time < 3; time += 1) {
      expect(await ask(query, { authorization })).toMatchObject({ status: 200, reached: 1 });
      expect(await ask(query)).toMatchObject({ status: 401, reached: 0 });
    }
  });

  test.each(['{ _entities(representations: []) { __typename } }', '{ _service { sdl } }'])(
    '%s: what subgraphs are asked is not to be reached from outside, with a token neither',
    async (query) => {
      const authorization = `Bearer ${ground.signed(ground.header, ground.claims)}`;
      for (const headers of [{}, { authorization }]) {
        const refused = {
          body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
          reached: 0,
        };
        expect(await ask(query, headers)).toMatchObject(refused);
      }
    },
  );

  test.each([
    [[{ role: 'PROPOSER', region: '000000000000', levels: ['COUNTY'] }], 403, 403],
    [[{ role: 'AUDITOR', region: '000000000000', levels: ['COUNTY'] }], 403, 403],
    [[{ role: 'REVIEWER', region: '331022000000', levels: ['COUNTY'] }], 403, 200],
    [[{ role: 'OPERATOR', region: '331022000000', levels: ['COUNTY'] }], 200, 200],
  ])('the grants %j: mutation %i, draft %i', async (grants, mutation, draft) => {
    const authorization = `Bearer ${ground.signed(ground.header, { ...ground.claims, grants })}`;
    const answers = [
      await ask(QUERIES.mutation, { authorization }),
      await ask(QUERIES.protected, { authorization }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([mutation, draft]);
    for (const { status, body, reached: count } of answers) {
      expect(count).toBe(status === 200 ? 1 : 0);
      if (status === 403) expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    }
  });

  test('several fields at once: one without a role refuses all', async () => {
    const grants = [{ role: 'REVIEWER', region: '331022000000', levels: ['COUNTY'] }];
    const authorization = `Bearer ${ground.signed(ground.header, { ...ground.claims, grants })}`;
    const query = 'mutation { __typename ...M } fragment M on Mutation { a: runMatching }';
    expect(await ask(query, { authorization })).toMatchObject({ status: 403, reached: 0 });
  });
});
