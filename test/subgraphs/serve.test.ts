import { request } from 'node:http';
import { buildSchema, GraphQLSchema } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeWriter } from '../../catalog/authority/writer-header.ts';
import { toBeAnsweredBy } from '../../db/time-left.ts';
import type { SubgraphRequest } from '../../subgraphs/context.ts';
import type { Subgraph } from '../../subgraphs/open-subgraph.ts';
import { refusal } from '../../subgraphs/refusal.ts';
import { type ServedSubgraph, type ServeOptions, serveSubgraph } from '../../subgraphs/serve.ts';
import { signedHeaders, verifierOf } from '../signing/signed-call.ts';
import { aWriter } from '../support/writers.ts';

const SDL =
  'type Query { context: String! refused: String broken: String slow: String list(first: Int): String }';

let open: ServedSubgraph | undefined;
afterEach(() => open?.close());

const subgraphWith = (root: object, createContext?: Subgraph['createContext']): Subgraph => {
  const schema = buildSchema(SDL);
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(root)) Object.assign(fields[name] ?? {}, { resolve });
  const contextOf = (given: SubgraphRequest) => ({
    ...given,
    release: given.release ?? 9,
    now: given.now ?? '',
    writer: given.writer,
    loaders: {},
    ledTo: undefined,
    readFrom: () => undefined,
  });
  return { name: 'county', schema, createContext: createContext ?? contextOf, close: async () => undefined };
};

const ROOT = {
  context: (_root: unknown, _args: unknown, context: object) => JSON.stringify(context),
  refused: () => {
    throw refusal('CURSOR_INVALID');
  },
  broken: () => {
    throw new Error('relation "county.item" does not exist at /srv/app');
  },
  list: () => 'list',
};

const serve = async (subgraph: Subgraph, options: Partial<ServeOptions> = {}): Promise<string> => {
  const now = () => new Date('2026-02-28T16:00:00Z');
  open = await serveSubgraph(subgraph, { port: 0, verify: verifierOf('county'), now, ...options });
  return open.url;
};

const post = async (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', 'x-request-id': 'r-1', ...headers };
  const signed = signedHeaders(text, { subgraph: 'county', headers: all });
  const response = await fetch(url, { method: 'POST', headers: signed, body: text });
  return {
    status: response.status,
    body: JSON.parse(await response.text()),
    read: response.headers.get('x-zongheng-read'),
  };
};

describe('a subgraph that listens', () => {
  test('hands down release, request id and the day in China', async () => {
    const url = await serve(subgraphWith(ROOT));
    const context = async (headers: Readonly<Record<string, string>>) =>
      JSON.parse((await post(url, { query: '{ context }' }, headers)).body.data.context);
    const told = { requestId: 'r-1', today: '2026-03-01', now: '2026-02-28T16:00:00.000Z', loaders: {} };
    expect(await context({})).toEqual({ ...told, release: 9 });
    expect(await context({ 'x-zongheng-release': '3' })).toEqual({ ...told, release: 3 });
    expect(await context({ 'x-zongheng-day': '2026-01-31' })).toEqual({
      ...told,
      release: 9,
      today: '2026-01-31',
    });
    expect(await context({ 'x-zongheng-writer': encodeWriter(aWriter()) })).toEqual({
      ...told,
      release: 9,
      writer: aWriter(),
    });
    expect(await context({ 'x-request-id': 'x y' })).not.toMatchObject({ requestId: 'x y' });
  });

  test('works by what the gateway has left, and says what was read', async () => {
    const left: number[] = [];
    const slow = (): string => {
      left.push(toBeAnsweredBy() - performance.now());
      return 'x';
    };
    const url = await serve(subgraphWith({ slow }));
    const ask = (headers: Readonly<Record<string, string>>) => post(url, { query: '{ slow }' }, headers);
    const told = await ask({ 'x-zongheng-deadline': '1500', 'x-zongheng-release': '4' });
    await ask({});
    expect(left[0]).toBeLessThanOrEqual(1_500);
    expect(left[1]).toBe(Number.POSITIVE_INFINITY);
    expect(told.read).toBe('4');
    expect((await ask({ 'x-zongheng-deadline': 'soon' })).status).toBe(400);
  });

  test('tells the release a mutation has led to', async () => {
    let context: { ledTo: number | undefined } | undefined;
    const subgraph = subgraphWith({
      ...ROOT,
      list: () => {
        if (context !== undefined) context.ledTo = 12;
      },
    });
    const url = await serve({
      ...subgraph,
      createContext: async (request) => {
        context = { ...(await subgraph.createContext(request)) };
        return context as never;
      },
    });
    const released = async (query: string): Promise<string | null> => {
      const body = JSON.stringify({ query });
      const headers = { 'content-type': 'application/json' };
      const signed = signedHeaders(body, { subgraph: 'county', headers });
      const response = await fetch(url, { method: 'POST', headers: signed, body });
      await response.text();
      return response.headers.get('x-zongheng-release');
    };
    expect(await released('{ context }')).toBeNull();
    expect(await released('{ list }')).toBe('12');
  });

  test.each([
    {
      query: '{ refused }',
      status: 200,
      code: 'CURSOR_INVALID',
      says: /^翻页游标无效。游标只能原样使用上一页返回的 endCursor/u,
    },
    { query: '{ broken }', status: 200, code: 'INTERNAL_ERROR', says: /^服务内部出错。$/u },
    { query: '{ none }', status: 400, code: 'GRAPHQL_VALIDATION_FAILED', says: /Cannot query field "none"/u },
    { query: '{ ', status: 400, code: 'GRAPHQL_PARSE_FAILED', says: /^查询语句有语法错误。/u },
    {
      query: 'query ($n: Int) { list(first: $n) }',
      variables: { n: 'x' },
      status: 400,
      code: 'BAD_USER_INPUT',
      says: /^参数的值不合要求。$/u,
    },
    {
      query: 'query A { context } query B { context }',
      operationName: 'C',
      status: 400,
      code: 'BAD_USER_INPUT',
      says: /^参数/u,
    },
  ])('answers $query with $code', async ({ status, code, says, ...body }) => {
    const seen: unknown[] = [];
    const url = await serve(subgraphWith(ROOT), { onError: (error) => seen.push(error) });
    // Twice: the second answer comes from the parsed document.
    await post(url, body);
    const answer = await post(url, body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({
        extensions: { code, requestId: 'r-1', retryable: code === 'INTERNAL_ERROR' },
      }),
    ]);
    expect(answer.body.errors[0].message).toMatch(says);
    expect(JSON.stringify(answer.body)).not.toMatch(/county\.item|srv|at /u);
    expect(seen).toHaveLength(code === 'INTERNAL_ERROR' ? 2 : 0);
  });

  test('says when nothing has been published', async () => {
    const url = await serve(subgraphWith(ROOT, async () => Promise.reject(refusal('NO_RELEASE'))));
    const answer = await post(url, { query: '{ context }' });
    expect(answer).toMatchObject({
      status: 503,
      body: {
        errors: [
          { message: '还没有发布任何目录。先导入并发布目录，再重试。', extensions: { code: 'NO_RELEASE' } },
        ],
      },
    });
  });

  test('hides why a context could not be made, but tells its keeper', async () => {
    const seen: unknown[] = [];
    const down = subgraphWith(ROOT, async () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1')));
    const url = await serve(down, { onError: (error) => seen.push(error) });
    const answer = await post(url, { query: '{ context }' });
    expect(answer.status).toBe(500);
    expect(answer.body.errors[0]).toEqual({
      message: '服务内部出错。',
      extensions: { code: 'INTERNAL_ERROR', requestId: 'r-1', retryable: true },
    });
    expect(seen).toHaveLength(1);
  });

  test('a bug met while a document is checked is no mistake in the document', async () => {
    const seen: unknown[] = [];
    const broken = { ...subgraphWith(ROOT), schema: new GraphQLSchema({}) };
    const url = await serve(broken, { onError: (error) => seen.push(error) });
    const answer = await post(url, { query: '{ context }' });
    expect(answer).toMatchObject({
      status: 500,
      body: { errors: [{ message: '服务内部出错。', extensions: { code: 'INTERNAL_ERROR' } }] },
    });
    expect(seen).toEqual([expect.objectContaining({ message: 'Query root type must be provided.' })]);
  });

  test.each([
    { body: '{', code: 'BAD_REQUEST', status: 400 },
    { body: '[]', code: 'BAD_REQUEST', status: 400 },
    { body: '{"query":1}', code: 'BAD_REQUEST', status: 400 },
    { body: '{"query":"{ context }","variables":[]}', code: 'BAD_REQUEST', status: 400 },
    { body: '{"query":"{ context }","operationName":1}', code: 'BAD_REQUEST', status: 400 },
    {
      body: '{"query":"{ context }"}',
      headers: { 'x-zongheng-release': 'x' },
      code: 'BAD_REQUEST',
      status: 400,
    },
    {
      body: '{"query":"{ context }"}',
      headers: { 'x-zongheng-release': '0' },
      code: 'BAD_REQUEST',
      status: 400,
    },
    {
      body: '{"query":"{ context }"}',
      headers: { 'x-zongheng-day': 'today' },
      code: 'BAD_REQUEST',
      status: 400,
    },
    {
      body: '{"query":"{ context }"}',
      headers: { 'x-zongheng-writer': encodeWriter(aWriter()).slice(0, -4) },
      code: 'BAD_REQUEST',
      status: 400,
    },
    {
      body: '{"query":"{ context }"}',
      headers: { 'content-type': 'text/plain' },
      code: 'UNSUPPORTED_MEDIA_TYPE',
      status: 415,
    },
    { body: ' '.repeat(17 * 1024 * 1024), code: 'BODY_TOO_LARGE', status: 413 },
  ])('refuses with $code', async ({ body, headers, code, status }) => {
    const url = await serve(subgraphWith(ROOT));
    const answer = await post(url, body, headers);
    expect({ status: answer.status, code: answer.body.errors[0].extensions.code }).toEqual({ status, code });
  });

  test.each([
    { path: '/health', method: 'GET', status: 200, code: undefined },
    { path: '/graphql', method: 'GET', status: 405, code: 'METHOD_NOT_ALLOWED' },
    { path: '/', method: 'GET', status: 404, code: 'NOT_FOUND' },
    { path: '/graphql/x', method: 'POST', status: 404, code: 'NOT_FOUND' },
  ])('$method $path is $status', async ({ path, method, status, code }) => {
    const url = await serve(subgraphWith(ROOT));
    const headers = signedHeaders('', { subgraph: 'county', method, path });
    const response = await fetch(new URL(path, url), { method, headers });
    const body = JSON.parse(await response.text());
    expect({ status: response.status, code: body.errors?.[0].extensions.code }).toEqual({ status, code });
  });
});

test('a request under way is answered before the end; a kept connection does not hold it up', async () => {
  const started = Promise.withResolvers<void>();
  const released = Promise.withResolvers<string>();
  const slow = () => {
    started.resolve();
    return released.promise;
  };
  const options = { port: 0, verify: verifierOf('county') };
  const served = await serveSubgraph(subgraphWith({ ...ROOT, slow }), options);
  await post(served.url, { query: '{ context }' });
  const answer = post(served.url, { query: '{ slow }' });
  await started.promise;
  const closed = served.close();
  released.resolve('done');
  expect((await answer).body).toEqual({ data: { slow: 'done' } });
  await closed;
  await expect(post(served.url, { query: '{ context }' })).rejects.toThrow();
});

test('a port that is taken is an error', async () => {
  const url = await serve(subgraphWith(ROOT));
  const options = { port: Number(new URL(url).port), verify: verifierOf('county') };
  await expect(serveSubgraph(subgraphWith(ROOT), options)).rejects.toThrow(/EADDRINUSE/u);
  await new Promise((done) =>
    request(new URL('/health', url))
      .on('response', (response) => response.resume().on('end', done))
      .end(),
  );
});
