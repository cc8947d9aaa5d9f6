import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql, type SubgraphName } from '../../db/client.ts';
import { revoke } from '../../db/revocations.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import { serveSubgraph } from '../../subgraphs/serve.ts';
import { verifierOf } from '../signing/signed-call.ts';
import { storeJudgedProvince } from '../subgraphs/matching/judged-province.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { DEMO_NOW, startHubOver, type TestHub } from '../support/hub.ts';
import { testIssuer } from '../support/tokens.ts';
import { ask, codes } from './ask.ts';

/** Milliseconds after which nobody writes with what was revoked. */
const SOON = 1_000;

const issuer = testIssuer();
afterAll(() => issuer[Symbol.dispose]());

const WRITE = 'mutation { runMatching { result } }';
const OPEN = '{ items(first: 1) { totalCount } }';
const READ = '{ impact(catalog: "ca_none") { added } }';

describe.each(['together', 'apart'])('with the subgraphs %s', (kind) => {
  let database: TestDatabase;
  let sql: Sql;
  let hub: TestHub;
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    sql = connect(database.url, { connections: 1 });
    await storeJudgedProvince(sql);
    const subgraphUrls: Record<string, string> = {};
    for (const name of kind === 'apart' ? (Object.keys(SUBGRAPHS) as SubgraphName[]) : []) {
      const subgraph = SUBGRAPHS[name]({ url: database.url });
      const now = () => new Date(DEMO_NOW);
      const served = await serveSubgraph(subgraph, { port: 0, verify: verifierOf(name), now });
      ends.unshift(served.close, subgraph.close);
      subgraphUrls[name] = served.url;
    }
    hub = await startHubOver(database.url, { tokens: issuer.tokens, subgraphUrls });
    ends.unshift(hub.close);
  });
  afterAll(async () => {
    for (const end of ends.splice(0)) await end();
    await sql.end();
    await database[Symbol.asyncDispose]();
  });

  const codesOf = async (query: string, authorization: string) =>
    codes(await ask(hub.url, query, { authorization }));

  test.each([
    ['a token', { kind: 'TOKEN', tokenId: 'lost' } as const],
    ['a subject', { kind: 'SUBJECT', subject: '赵六' } as const],
  ])('who was let write is refused from the moment %s is revoked, and nobody else', async (_, revoked) => {
    const [subject, tokenId] =
      revoked.kind === 'TOKEN' ? ['张三', revoked.tokenId] : [revoked.subject, 'his'];
    const { authorization } = issuer.bearing({ subject, tokenId });
    const other = issuer.bearing({ subject: revoked.kind === 'TOKEN' ? subject : '钱七' }).authorization;
    expect(await codesOf(WRITE, authorization)).toEqual([]);
    expect(await codesOf(READ, authorization)).toEqual(['BAD_USER_INPUT']);
    expect(await revoke(sql, revoked, { now: DEMO_NOW, reason: '测试' })).toBe(true);
    const begun = performance.now();
    expect(await codesOf(WRITE, authorization)).toEqual(['UNAUTHENTICATED']);
    expect(await codesOf(READ, authorization)).toEqual(['UNAUTHENTICATED']);
    expect(performance.now() - begun).toBeLessThan(SOON);
    const told = await ask(hub.url, READ, { authorization });
    expect(told.errors?.[0]?.message).toBe(
      '须有有效的令牌：令牌已吊销。请向管理员另取；公开的查询不必带令牌。',
    );
    // What everybody may read is answered as before until the token expires; one that is no token is refused.
    const open = await ask(hub.url, OPEN, { authorization });
    expect([open.status, open.data]).toEqual([200, { items: { totalCount: expect.any(Number) } }]);
    const forged = await ask(hub.url, OPEN, { authorization: `${authorization}x` });
    expect([forged.status, codes(forged)]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(await codesOf(WRITE, other)).toEqual([]);
    expect(await codesOf(READ, other)).toEqual(['BAD_USER_INPUT']);
  });

  test('whoever was revoked writes again with a token issued later', async () => {
    await revoke(
      sql,
      { kind: 'SUBJECT', subject: '孙八' },
      { now: new Date(Date.parse(DEMO_NOW) - 100_000).toISOString(), reason: '' },
    );
    const seconds = Date.parse(DEMO_NOW) / 1000;
    const at = (issuedAt: number) => issuer.bearing({ subject: '孙八', issuedAt }).authorization;
    expect(await codesOf(WRITE, at(seconds - 70))).toEqual(['UNAUTHENTICATED']);
    expect(await codesOf(WRITE, at(seconds - 69))).toEqual([]);
  });

  test('revoked while writing: as often as it is asked, the last answer before is the last that is let through', async () => {
    const { authorization } = issuer.bearing({ subject: '周九', tokenId: 'racing' });
    let isRevoked = false;
    const afterwards: (readonly string[])[] = [];
    const writing = async (): Promise<void> => {
      for (let time = 0; time < 8; time += 1) {
        const wasRevoked = isRevoked;
        const answered = await codesOf(WRITE, authorization);
        if (wasRevoked) afterwards.push(answered);
      }
    };
    const writers = Promise.all([writing(), writing(), writing()]);
    await codesOf(WRITE, authorization);
    await revoke(sql, { kind: 'TOKEN', tokenId: 'racing' }, { now: DEMO_NOW, reason: '' });
    isRevoked = true;
    await writers;
    afterwards.push(await codesOf(WRITE, authorization));
    expect(new Set(afterwards.flat())).toEqual(new Set(['UNAUTHENTICATED']));
    expect(afterwards.every(({ length }) => length === 1)).toBe(true);
  });
});
