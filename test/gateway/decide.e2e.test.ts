import postgres from 'postgres';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { encodeWriter } from '../../catalog/authority/writer-header.ts';
import { encodeCursor } from '../../catalog/cursor.ts';
import type { SubgraphName } from '../../db/client.ts';
import { LANES } from '../../gateway/lanes.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import { serveSubgraph } from '../../subgraphs/serve.ts';
import { verifierOf } from '../signing/signed-call.ts';
import { storeJudgedProvince } from '../subgraphs/matching/judged-province.ts';
import { freshDatabase } from '../support/database.ts';
import { DEMO_NOW, startHubOver, type TestHub } from '../support/hub.ts';
import { storeOrganisations, storeRegions } from '../support/rows.ts';
import { testIssuer } from '../support/tokens.ts';
import { aWriter } from '../support/writers.ts';
import { type Answer, ask, codes, fetched } from './ask.ts';

const issuer = testIssuer();
afterAll(() => issuer[Symbol.dispose]());
const bearing = (token: string) => ({ authorization: `Bearer ${token}` });
const TOKEN = issuer.token();
const OTHER_TOKEN = issuer.token({ subject: '李四' });

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const judgedDatabase = async (): Promise<string> => {
  const database = await freshDatabase();
  cleanups.push(async () => database[Symbol.asyncDispose]());
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  await storeJudgedProvince(sql);
  await storeRegions(sql, [{ code: '880121000000', name: '青溪县' }]);
  await storeOrganisations(sql, [{ id: 'or_police', name: '青溪县公安局' }]);
  await sql.end();
  return database.url;
};

/** Every subgraph in front of HTTP, as in a process of its own. */
const serveAll = async (url: string): Promise<Readonly<Record<string, string>>> => {
  const urls: Record<string, string> = {};
  for (const name of Object.keys(SUBGRAPHS) as SubgraphName[]) {
    const subgraph = SUBGRAPHS[name]({ url });
    const served = await serveSubgraph(subgraph, {
      port: 0,
      verify: verifierOf(name),
      now: () => new Date(DEMO_NOW),
    });
    cleanups.push(subgraph.close, served.close);
    urls[name] = served.url;
  }
  return urls;
};

const hubOver = async (kind: string, url: string): Promise<TestHub> => {
  const apart = kind === 'apart' ? { subgraphUrls: await serveAll(url) } : {};
  const hub = await startHubOver(url, { tokens: issuer.tokens, ...apart });
  cleanups.push(hub.close);
  return hub;
};

const DECIDE = `mutation Decide($input: DecideMatchInput!, $key: String) {
  decideMatch(input: $input, idempotencyKey: $key) {
    result message release
    decision { id decidedBy decidedAt left { name region { name } organisation { name } } }
    match { status version left { id name catalog { key } } right { name } decisions { verdict decidedBy } }
  }
}`;

const INPUT = {
  item: 'ci_b',
  reference: 'ri_1',
  verdict: 'CONFIRM',
  reason: '名称为旧称',
  ifVersion: 1,
};

const decide = (url: string, headers: Record<string, string>, input: object = INPUT, key = 'k-1') =>
  ask(url, { query: DECIDE, variables: { input, key } }, headers);

interface Payload {
  readonly result: string;
  readonly release: number;
  readonly decision: { readonly id: string } | null;
  readonly match: Readonly<Record<string, unknown>> | null;
}
const payload = ({ data }: Answer): Payload => (data as { decideMatch: Payload }).decideMatch;

const LINK =
  '{ countyItem(code: "none") { id } node(id: "ci_b") { ... on CountyItem { referenceMatch { status } } } }';
const statusSeen = async (url: string, headers: Record<string, string> = {}) => {
  const { data, extensions } = await ask(url, LINK, headers);
  const node = data?.['node'] as { referenceMatch: { status: string } };
  return [extensions?.release, node.referenceMatch.status];
};

describe.each(['together', 'apart'])('with the subgraphs %s', (kind) => {
  test('a day that no calendar has is refused, as a variable and as a literal', async () => {
    const hub = await hubOver(kind, await judgedDatabase());
    const deferred = { ...INPUT, verdict: 'DEFER', deferredUntil: '2026-02-30' };
    expect(codes(await decide(hub.url, bearing(TOKEN), deferred))).toEqual(['BAD_USER_INPUT']);
    const literal = 'input: { item: "ci_b", verdict: DEFER, deferredUntil: "2026-02-30", reason: "等答复" }';
    const answer = await ask(hub.url, `mutation { decideMatch(${literal}) { result } }`, bearing(TOKEN));
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
  });

  test('a decision is answered in its release, and whoever asks afterwards sees it', async () => {
    const hub = await hubOver(kind, await judgedDatabase());
    expect(await statusSeen(hub.url)).toEqual([1, 'REVIEW']);
    const answer = await decide(hub.url, bearing(TOKEN));
    expect([answer.status, answer.errors]).toEqual([200, undefined]);
    const cost = { estimated: expect.any(Number), limit: LANES.WRITER.cost };
    expect(answer.extensions).toEqual({ release: 2, cost });
    expect(answer.headers.get('x-release')).toBe('2');
    expect(payload(answer)).toEqual({
      result: 'OK',
      message: '已生效。',
      release: 2,
      decision: {
        id: expect.stringMatching(/^de_/u),
        decidedBy: '张三',
        decidedAt: DEMO_NOW,
        // From other subgraphs, in the release the decision has made.
        left: {
          name: '食品经营许可核发',
          region: { name: '青溪县' },
          organisation: { name: '青溪县公安局' },
        },
      },
      match: {
        status: 'CONFIRMED',
        version: 2,
        left: { id: 'ci_b', name: '食品经营许可核发', catalog: { key: 'power' } },
        right: { name: '食品经营许可' },
        decisions: [{ verdict: 'CONFIRM', decidedBy: '张三' }],
      },
    });
    expect(await statusSeen(hub.url)).toEqual([2, 'CONFIRMED']);
    expect(await statusSeen(hub.url, { 'x-release': '1' })).toEqual([1, 'REVIEW']);
  });

  test('a repeated call answers the same; one that comes too late changes nothing; a decision is taken back', async () => {
    const hub = await hubOver(kind, await judgedDatabase());
    const first = await decide(hub.url, bearing(TOKEN));
    expect((await decide(hub.url, bearing(TOKEN))).text).toBe(first.text);
    const late = await decide(hub.url, bearing(OTHER_TOKEN), { ...INPUT, verdict: 'REJECT' }, 'k-2');
    expect(payload(late)).toMatchObject({
      result: 'VERSION_CHANGED',
      release: 2,
      match: { status: 'CONFIRMED' },
    });
    const revoked = await ask(
      hub.url,
      {
        query:
          'mutation ($id: ID!) { revokeDecision(id: $id, reason: "看错了") { result match { status } } }',
        variables: { id: payload(first).decision?.id },
      },
      bearing(OTHER_TOKEN),
    );
    expect(revoked).toMatchObject({
      data: { revokeDecision: { result: 'OK', match: { status: 'REVIEW' } } },
      extensions: { release: 3 },
    });
  });

  test('two decisions of one request take effect one after the other', async () => {
    const hub = await hubOver(kind, await judgedDatabase());
    const one = (alias: string, item: string, reference: string) =>
      `${alias}: decideMatch(input: { item: "${item}", reference: "${reference}", verdict: REJECT, reason: "不是" }) { release match { status left { name } } }`;
    const query = `mutation { ${one('b', 'ci_b', 'ri_1')} ${one('d', 'ci_d', 'ri_3')} }`;
    const answer = await ask(hub.url, query, bearing(TOKEN));
    expect(answer).toMatchObject({
      data: {
        b: { release: 2, match: { status: 'REJECTED', left: { name: '食品经营许可核发' } } },
        d: { release: 3, match: { status: 'REJECTED', left: { name: '户外广告设置审批' } } },
      },
      extensions: { release: 3 },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['a wrong token', bearing(`${TOKEN.slice(0, -4)}AAAA`)],
    ['the name instead of the token', bearing('%E5%BC%A0%E4%B8%89')],
    ['the internal header', { 'x-zongheng-writer': encodeWriter(aWriter()) }],
    ['the internal header beside a wrong token', { 'x-zongheng-writer': 'li', ...bearing('x'.repeat(20)) }],
    ['another scheme', { authorization: `Basic ${TOKEN}` }],
  ])('with %s nothing is decided', async (_title, headers) => {
    const url = await judgedDatabase();
    const hub = await hubOver(kind, url);
    const answer = await decide(hub.url, headers);
    expect([answer.status, ...codes(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.errors?.[0]?.message).toMatch(/令牌/u);
    expect(await statusSeen(hub.url)).toEqual([1, 'REVIEW']);
  });
});

test('the reviewer is whose token it is, whatever the internal header says; the token is not logged', async () => {
  const hub = await hubOver('together', await judgedDatabase());
  const answer = await decide(hub.url, {
    ...bearing(TOKEN),
    'x-zongheng-writer': encodeWriter(aWriter({ subject: '李四' })),
  });
  expect(payload(answer).match).toMatchObject({ decisions: [{ decidedBy: '张三' }] });
  await decide(hub.url, bearing('wrong-token-0123456789'));
  await ask(hub.url, 'mutation { nothing }', bearing(TOKEN));
  expect(hub.log()).toContain('"operation":"Decide","writer":"张三"');
  expect(hub.log()).not.toContain(TOKEN.slice(-40));
  expect(hub.log()).not.toContain('wrong-token');
});

test('a mutation names no release, by no header and no cursor, and is not answered through GET', async () => {
  const hub = await hubOver('together', await judgedDatabase());
  const pinned = await decide(hub.url, { ...bearing(TOKEN), 'x-release': '1' });
  expect([pinned.status, ...codes(pinned)]).toEqual([400, 'BAD_USER_INPUT']);
  // A page below what is written would else be read, and the day of what is written judged, as an older release has it.
  const query = `mutation ($input: DecideMatchInput!, $after: String) {
    decideMatch(input: $input) { match { left { region { children(after: $after) { totalCount } } } } }
  }`;
  const variables = { input: INPUT, after: encodeCursor(1, ['880121']) };
  const paged = await ask(hub.url, { query, variables }, bearing(TOKEN));
  expect(codes(paged)).toEqual(['BAD_USER_INPUT']);
  expect(paged.data).toBeUndefined();
  const search = new URLSearchParams({ query: DECIDE, variables: JSON.stringify({ input: INPUT }) });
  const got = await fetched(`${hub.url}?${search}`, { headers: bearing(TOKEN) });
  expect([got.status, ...codes(got)]).toEqual([405, 'GET_ONLY_FOR_STORED_DOCUMENTS']);
  const accept = 'application/graphql-response+json';
  const open = await fetched(`${hub.url}?${search}`, { headers: { accept } });
  expect([open.status, open.headers.get('allow'), ...codes(open)]).toEqual([
    405,
    'POST',
    'GET_ONLY_FOR_QUERIES',
  ]);
  expect(await statusSeen(hub.url)).toEqual([1, 'REVIEW']);
});

test('without keys nobody decides; everyone reads, and sees in the schema that deciding exists', async () => {
  const url = await judgedDatabase();
  await using hub = await startHubOver(url);
  expect(codes(await decide(hub.url, bearing(TOKEN)))).toEqual(['UNAUTHENTICATED']);
  const run = await ask(hub.url, 'mutation { runMatching { result } }', bearing(TOKEN));
  expect(codes(run)).toEqual(['UNAUTHENTICATED']);
  // Whoever shows what is no token is told so, and not answered as the public is.
  expect(codes(await ask(hub.url, '{ __typename }', bearing(TOKEN)))).toEqual(['UNAUTHENTICATED']);
  const { data } = await ask(hub.url, '{ __schema { mutationType { fields { name } } } }');
  expect(data).toEqual({
    __schema: {
      mutationType: {
        fields: [
          'decideMatch',
          'decideMatches',
          'revokeDecision',
          'proposeDecision',
          'settleProposal',
          'runMatching',
        ].map((name) => ({ name })),
      },
    },
  });
});
