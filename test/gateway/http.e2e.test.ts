import { request } from 'node:http';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANES, lanesFrom } from '../../gateway/lanes.ts';
import type { StoredDocuments } from '../../gateway/stored-documents.ts';
import { ask, codes, fetched } from './ask.ts';
import { keylessSdl, UNPLANNABLE } from './executor/fixture/unplannable.ts';
import { smallHub, startSmallGateway } from './small-hub.ts';

const ID = `sha256:${'a'.repeat(64)}`;
const TEXT =
  'query Items($first: Int) { items(first: $first) { totalCount nodes { id name guide { text } } } }';
const documents: StoredDocuments = {
  byId: new Map([[ID, { id: ID, name: 'items', text: TEXT, operationNames: ['Items'] }]]),
  operationNames: new Set(['Items']),
};

let gateway: Awaited<ReturnType<typeof startSmallGateway>>;

beforeAll(async () => {
  gateway = await startSmallGateway(smallHub(), { documents });
});
afterAll(() => gateway.close());

describe('GraphQL over HTTP', () => {
  test('all 61 audits are passed', async () => {
    const results = await auditServer({ url: gateway.url });
    expect(results).toHaveLength(61);
    const short = results.filter(({ status }) => status !== 'ok').map(({ id, status }) => `${id} ${status}`);
    expect(short).toEqual([]);
  });

  test.each<[string, number, RequestInit]>([
    [
      'UNSUPPORTED_MEDIA_TYPE',
      415,
      { headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' },
    ],
    [
      'UNSUPPORTED_MEDIA_TYPE',
      415,
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=x' },
    ],
    [
      'UNSUPPORTED_MEDIA_TYPE',
      415,
      { headers: { 'content-type': 'application/json; charset=gbk' }, body: '{}' },
    ],
    ['UNSUPPORTED_MEDIA_TYPE', 415, { headers: { 'content-encoding': 'gzip' }, body: '{}' }],
    ['UNSUPPORTED_MEDIA_TYPE', 415, { body: Buffer.from([0x7b, 0xff, 0x7d]) }],
    ['BODY_TOO_LARGE', 413, { body: JSON.stringify({ query: `#${'x'.repeat(256 * 1024)}\n{__typename}` }) }],
    ['BAD_REQUEST', 400, { body: '' }],
    ['BAD_REQUEST', 400, { body: '{"query":' }],
    ['TOO_DEEP', 400, { body: '['.repeat(100_000) }],
    [
      'TOO_DEEP',
      400,
      { body: `{"extensions":${'{"a":'.repeat(100)}1${'}'.repeat(100)},"query":"{__typename}"}` },
    ],
    ['BAD_REQUEST', 400, { body: '[{"query":"{__typename}"}]' }],
    ['BAD_REQUEST', 400, { body: '{"variables":{}}' }],
    ['BAD_REQUEST', 400, { body: '{"query":"{__typename}","operationName":"Other"}' }],
    ['BAD_REQUEST', 400, { body: `{"query":"{__typename}","documentId":"${ID}"}` }],
    ['DOCUMENT_NOT_FOUND', 404, { body: '{"documentId":"sha256:00"}' }],
    ['NOT_ACCEPTABLE', 406, { headers: { accept: 'text/html' }, body: '{"query":"{__typename}"}' }],
  ])('POST: %s', async (code, status, { headers, body }) => {
    const answer = await fetched(gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...headers,
      },
      body: body ?? null,
    });
    expect([answer.status, ...codes(answer)]).toEqual([status, code]);
    expect(answer.errors?.[0]?.message).toMatch(/\p{Script=Han}.*。$/u);
    expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'));
  });

  test('a body announced as too large is refused before it is sent', async () => {
    const status = await new Promise((resolve, reject) => {
      const outgoing = request(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': 1e9 },
      });
      outgoing.on('response', (incoming) => resolve(incoming.resume().statusCode));
      outgoing.on('error', reject);
      outgoing.flushHeaders();
    });
    expect(status).toBe(413);
  });

  test.each([
    ['under application/graphql-response+json by its code', 'application/graphql-response+json', 400],
    [
      'under application/json as 200, for clients that take 4xx for a broken network',
      'application/json',
      200,
    ],
  ])('what is wrong with a document is told %s', async (_, accept, status) => {
    for (const query of ['{', '{ nothing }', '{ a: items(first: 500) { totalCount } }']) {
      const answer = await ask(gateway.url, query, { accept });
      expect(answer.status, query).toBe(status);
      expect(answer.headers.get('content-type')).toContain(accept);
      expect(answer, query).not.toHaveProperty('data');
    }
  });

  test.each([
    ['GRAPHQL_VALIDATION_FAILED', { query: 'mutation { items { totalCount } }' }, '接口没有 mutation 操作'],
    [
      'GRAPHQL_VALIDATION_FAILED',
      { query: 'subscription { items { totalCount } }' },
      '接口没有 subscription 操作',
    ],
    ['BAD_REQUEST', { query: '{ __typename }', operationName: 'Other' }, 'operationName 不是请求中的操作'],
    [
      'BAD_REQUEST',
      { query: 'query A { __typename } query B { __typename }' },
      '有几个操作时须用 operationName 指明一个',
    ],
  ])('%s: %j', async (code, body, detail) => {
    const answer = await ask(gateway.url, body);
    expect([answer.status, ...codes(answer)]).toEqual([400, code]);
    expect(answer.errors?.[0]?.message).toContain(detail);
  });

  test('nothing suggests what a name might have been', async () => {
    const answer = await ask(gateway.url, '{ item { id } }');
    expect(answer.errors?.[0]?.message).toBe(
      '查询与接口定义不符：类型 Query 没有字段 item。在 /graphiql 中查看可用的类型、字段和参数。',
    );
    expect(answer.text).not.toMatch(/did you mean|items/iu);
  });

  test('at most five errors of a document are told, and that there are more', async () => {
    const answer = await ask(gateway.url, `{ ${'abcdefgh'.split('').join(' ')} }`);
    expect(answer.errors).toHaveLength(6);
    expect(answer.errors?.at(-1)?.message).toContain('错误过多');
  });

  test('introspection is allowed', async () => {
    const { data } = await ask(gateway.url, '{ __schema { queryType { name } } }');
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test.each([
    ['a literal', '{ items(first: 101) { totalCount } }', {}],
    ['zero', '{ items(first: 0) { totalCount } }', {}],
    ['a variable', 'query ($n: Int) { items(first: $n) { totalCount } }', { n: 101 }],
    ['a default of a variable', 'query ($n: Int = 101) { items(first: $n) { totalCount } }', {}],
  ])('a page out of bounds as %s', async (_, query, variables) => {
    const answer = await ask(gateway.url, { query, variables });
    expect([answer.status, ...codes(answer)]).toEqual([400, 'PAGE_TOO_LARGE']);
  });

  test('an answer that could hold too many objects is refused before any subgraph is called', async () => {
    const hub = smallHub();
    const uncalled = () => Promise.reject(new Error('not to be called'));
    await using strict = await startSmallGateway(hub, {
      transports: { reference: uncalled, guide: uncalled },
      lanes: lanesFrom({ ...LANES.OPEN, cost: 200 }),
    });
    const query = 'query ($n: Int) { items(first: $n) { nodes { guide { text } } } }';
    const answer = await ask(strict.url, { query, variables: { n: 100 } });
    expect([answer.status, ...codes(answer)]).toEqual([400, 'TOO_COSTLY']);
    expect(answer.errors?.[0]?.message).toBe(
      '查询的费用过高：估计为 201，上限为 200。减小各层的 first，少嵌套列表，或拆成几个查询分别翻页。',
    );
    expect(codes(await ask(strict.url, { query, variables: { n: 99 } }))).not.toContain('TOO_COSTLY');
  });

  test.each([
    ['OPERATION_NOT_SUPPORTED', '{ items { region { name } } }'],
    ['TOO_COMPLEX_TO_PLAN', UNPLANNABLE],
  ])('%s: a query that cannot be planned is the client’s to change', async (code, query) => {
    const none = () => Promise.reject(new Error('not to be called'));
    const many = Number.MAX_SAFE_INTEGER;
    await using narrow = await startSmallGateway(smallHub(), {
      supergraphSdl: keylessSdl(),
      transports: { items: none, regions: none, guides: none, people: none },
      lanes: lanesFrom({ ...LANES.OPEN, depth: many, aliases: many, selections: many, cost: many }),
      planningDeadline: code === 'TOO_COMPLEX_TO_PLAN' ? 20 : 5_000,
    });
    const answer = await ask(narrow.url, query);
    expect([answer.status, ...codes(answer)]).toEqual([400, code]);
    expect(answer.errors?.[0]?.extensions.retryable).toBe(false);
  });

  test.each([
    ['application/json', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['text/html', 'application/json'],
  ])('a refusal before GraphQL has the type the client takes: %s', async (accept, type) => {
    const answer = await fetched(gateway.url, { headers: { accept } });
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(answer.status).toBe(accept === 'text/html' ? 406 : 400);
  });

  test('an empty operationName is none', async () => {
    const query = 'query A { __typename }';
    expect((await ask(gateway.url, { query, operationName: '' })).data).toEqual({ __typename: 'Query' });
    expect(
      codes(await ask(gateway.url, { query: `${query} query B { __typename }`, operationName: '' })),
    ).toEqual(['BAD_REQUEST']);
  });

  test('a page of 100 is given', async () => {
    expect((await ask(gateway.url, '{ items(first: 100) { totalCount } }')).data).toEqual({
      items: { totalCount: 3 },
    });
  });
});

describe('a query through GET', () => {
  const got = (search: Record<string, string>, headers: Record<string, string> = {}) =>
    fetched(`${gateway.url}?${new URLSearchParams(search)}`, { headers });

  test('is answered as through POST, with variables', async () => {
    const query = 'query ($first: Int) { items(first: $first) { totalCount } }';
    const answer = await got({ query, variables: '{"first":1}' });
    expect([answer.status, answer.data]).toEqual([200, { items: { totalCount: 3 } }]);
  });

  test('is refused to who shows a token: what is for one alone belongs into no address', async () => {
    const answer = await got({ query: '{ __typename }' }, { authorization: 'Bearer 0123456789abcdef' });
    expect([answer.status, ...codes(answer)]).toEqual([405, 'GET_ONLY_FOR_STORED_DOCUMENTS']);
    expect(answer.headers.get('allow')).toBe('POST');
  });
});

describe('stored documents', () => {
  const stored = (search: Record<string, string>) => fetched(`${gateway.url}?${new URLSearchParams(search)}`);

  test('are run by GET, with variables', async () => {
    const answer = await stored({ documentId: ID, variables: '{"first":1}' });
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({
      items: { totalCount: 3, nodes: [{ id: '0', name: '事项0', guide: { text: '指南0' } }] },
    });
  });

  test('are run by POST', async () => {
    const answer = await ask(gateway.url, { documentId: ID, variables: { first: 1 } });
    expect(answer.data).toEqual((await stored({ documentId: ID, variables: '{"first":1}' })).data);
  });

  test.each<[string, number, Record<string, string>]>([
    ['BAD_REQUEST', 400, { query: '{__typename}', documentId: ID }],
    ['BAD_REQUEST', 400, {}],
    ['BAD_REQUEST', 400, { query: ' ' }],
    ['GRAPHQL_PARSE_FAILED', 200, { query: '{' }],
    ['DOCUMENT_NOT_FOUND', 404, { documentId: 'sha256:0' }],
    ['BAD_REQUEST', 400, { documentId: ID, variables: '[1]' }],
    ['BAD_REQUEST', 400, { documentId: ID, variables: '{' }],
  ])('GET: %s', async (code, status, search) => {
    const answer = await stored(search);
    expect([answer.status, ...codes(answer)]).toEqual([status, code]);
  });

  test('a parameter given twice is refused', async () => {
    const answer = await fetched(`${gateway.url}?documentId=${ID}&documentId=${ID}`);
    expect(codes(answer)).toEqual(['BAD_REQUEST']);
  });
});
