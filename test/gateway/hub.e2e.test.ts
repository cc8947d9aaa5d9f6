import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type SubgraphName } from '../../db/client.ts';
import type { Transport } from '../../gateway/executor/transport.ts';
import { openHubTransports } from '../../gateway/hub-transports.ts';
import { createLogger } from '../../gateway/plugins/logging.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import { serveSubgraph } from '../../subgraphs/serve.ts';
import { verifierOf } from '../signing/signed-call.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { DEMO_NOW, demoDatabase, startHubOver } from '../support/hub.ts';
import { type Answer, ask, codes, fetched } from './ask.ts';

const operation = (name: string): Promise<string> =>
  readFile(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

const readiness = (url: string) => fetched(url.replace('/graphql', '/health/ready'));

/** One subgraph in front of HTTP over a database. */
async function serve(name: SubgraphName, url: string, port = 0) {
  const subgraph = SUBGRAPHS[name]({ url });
  const served = await serveSubgraph(subgraph, {
    port,
    verify: verifierOf(name),
    now: () => new Date(DEMO_NOW),
  });
  const close = async (): Promise<void> => {
    await served.close();
    await subgraph.close();
  };
  return { url: served.url, close };
}

describe('a hub over the demonstration province', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await demoDatabase();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  interface Example {
    readonly items: {
      readonly nodes: readonly {
        readonly sourceItem?: {
          readonly implementationCode: string;
          readonly guide: unknown;
          readonly referenceMatch: unknown;
        } | null;
      }[];
    };
  }

  /** Codes of county items that townships extend, that have a guide and stand for a reference item. */
  const linkedCodes = async (url: string): Promise<readonly [string, string]> => {
    const { data } = await ask(url, await operation('example-values'));
    const sources = (data as unknown as Example).items.nodes.map(({ sourceItem }) => sourceItem);
    const linked = sources.filter((source) => source?.guide && source.referenceMatch);
    const [code, other] = new Set(linked.map((source) => source?.implementationCode));
    if (!code || !other) throw new Error('no two items of the demonstration province are linked both ways');
    return [code, other];
  };

  test('one query is answered by all five subgraphs from one release', async () => {
    await using hub = await startHubOver(database.url);
    expect((await readiness(hub.url)).status).toBe(200);
    const [code] = await linkedCodes(hub.url);
    const variables = { code, first: 5 };
    const answer = await ask(hub.url, { query: await operation('cross-levels'), variables });
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions?.release).toBeGreaterThan(0);
    expect(answer.data).toMatchObject({
      countyItem: {
        implementationCode: variables.code,
        region: { fullName: expect.any(String) },
        referenceMatch: { right: { level: 'PROVINCE' } },
        townshipItems: { totalCount: expect.any(Number), nodes: expect.arrayContaining([expect.anything()]) },
        guide: { id: expect.stringMatching(/^gd_/u) },
      },
    });
  });

  test('subgraphs in processes of their own give the same bytes; a lost one takes only its fields', async () => {
    const names = Object.keys(SUBGRAPHS) as SubgraphName[];
    const served = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await serve(name, database.url)] as const)),
    ) as Record<SubgraphName, Awaited<ReturnType<typeof serve>>>;
    await using local = await startHubOver(database.url);
    await using apart = await startHubOver(database.url, {
      subgraphUrls: Object.fromEntries(names.map((name) => [name, served[name].url])),
    });
    const [code, other] = await linkedCodes(local.url);
    const variables = { code, first: 5 };
    const query = await operation('cross-levels');
    const id = { 'x-request-id': 'same' };
    const requests = [
      { query, variables },
      { query: await operation('find-items'), variables: { words: '登记', first: 30 } },
      { query: await operation('what-is-loaded') },
      { query: '{ regions(after: "bad") { totalCount } }' },
      { query: `{ items(filter: { search: "${'养'.repeat(201)}" }) { totalCount } }` },
      { query: '{ items(filter: { region: "x" }) { totalCount } }' },
      { query: '{ release(asOf: { number: 99 }) { number } }' },
      { query: '{ release(asOf: { at: "no moment" }) { number } }' },
      { query: '{ node(id: "ci_none") { id } countyItem(code: "") { id } }' },
    ];
    for (const request of requests) {
      const [here, there] = [await ask(local.url, request, id), await ask(apart.url, request, id)];
      expect([there.status, there.text], request.query).toEqual([here.status, here.text]);
    }

    // Nobody has asked for it: what the gateway was told before it tells still.
    const others = { code: other, first: 6 };
    const whole = await ask(local.url, { query, variables: others });
    await served.guide.close();
    const without = await ask(apart.url, { query, variables: others });
    const item = (answer: Answer) => answer.data?.['countyItem'] as Record<string, unknown>;
    expect(item(without)).toEqual({ ...item(whole), guide: null });
    expect(new Set(codes(without))).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
    const known = { query, variables: { code, first: 6 } };
    expect((await ask(apart.url, known)).data).toEqual((await ask(local.url, known)).data);
    expect(JSON.parse((await readiness(apart.url)).text)).toEqual({
      status: 'not ready',
      missing: ['guide'],
    });

    served.guide = await serve('guide', database.url, Number(new URL(served.guide.url).port));
    let back = await ask(apart.url, { query, variables: others });
    for (let attempt = 2; back.errors !== undefined && attempt <= 20; attempt += 1)
      back = await ask(apart.url, { query, variables: others });
    expect(back.data).toEqual(whole.data);
    await Promise.all(names.map((name) => served[name].close()));
  });

  test.each([
    [
      `search: "${'养'.repeat(201)}"`,
      '检索文字 search 不能超过 200 个字符。按接口定义检查变量和参数的类型与取值范围',
    ],
    [
      'region: "nowhere"',
      '区划 region、parent 应为 12 位（或 2、4、6、9 位）数字的区划代码。区划及其代码用 regions 查询',
    ],
  ])('what a subgraph refuses is told to the client: %s', async (filter, detail) => {
    await using hub = await startHubOver(database.url);
    const { errors } = await ask(hub.url, `{ items(filter: { ${filter} }) { totalCount } }`);
    expect(errors?.map(({ message }) => message)).toEqual([`参数的值不合要求：${detail}。`]);
  });

  test('a subgraph of this process that waits for its database is not waited for', async () => {
    const hub = openHubTransports({
      urls: {},
      databaseUrl: database.url,
      now: () => new Date(DEMO_NOW),
      deadline: 100,
      logger: createLogger('silent'),
    });
    const owner = connect(database.url);
    const query = '{ countyItem(code: "11880121116711525N4882008003001") { id } }';
    const asked = hub.transports['county'] as Transport;
    const request = { query, variables: {}, context: { release: 1, requestId: 'r' } };
    await owner.begin(async (sql) => {
      await sql`lock table county.item in access exclusive mode`;
      await expect(asked(request)).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT', subgraph: 'county' });
    });
    await owner.end();
    await hub.close();
  });

  test('the page, its files and the stored operations are served', async () => {
    await using hub = await startHubOver(database.url);
    const base = hub.url.replace('/graphql', '');
    const page = await fetched(`${base}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const linked = [...page.text.matchAll(/(?:src|href)="(\/[\w.-]+\.(?:js|css|svg))"/gu)].map(
      ([, path]) => path,
    );
    expect(linked.length).toBeGreaterThan(0);
    for (const path of linked) expect((await fetched(base + path)).status, path).toBe(200);
    const etag = page.headers.get('etag') ?? '';
    expect((await fetched(`${base}/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const [first] = JSON.parse((await fetched(`${base}/operations.json`)).text);
    expect(first).toEqual({
      id: expect.stringMatching(/^sha256:[\da-f]{64}$/u),
      name: expect.any(String),
      text: expect.any(String),
    });
    expect((await fetched(`${base}/tsconfig.json/../../package.json`)).status).toBe(404);
  });
});

test('a hub without publications is ready, and says that there is nothing yet', async () => {
  await using database = await freshDatabase();
  await using hub = await startHubOver(database.url);
  expect((await readiness(hub.url)).status).toBe(200);
  const answer = await ask(hub.url, '{ regions { totalCount } }');
  expect([answer.status, ...codes(answer)]).toEqual([503, 'NO_RELEASE']);
  expect((await ask(hub.url, '{ __schema { queryType { name } } }')).errors).toBeUndefined();
});

test('a database that is gone is told by code, not by address', async () => {
  const database = await freshDatabase();
  await using hub = await startHubOver(database.url);
  await ask(hub.url, '{ regions { totalCount } }');
  await database[Symbol.asyncDispose]();
  const answer = await ask(hub.url, '{ regions { totalCount } }');
  expect([answer.status, ...codes(answer)]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
  expect(answer.text).not.toMatch(/postgres|127\.0\.0|test_|database|select/iu);
  expect((await readiness(hub.url)).status).toBe(503);
});
