import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MISSING_ITEMS } from '../../../catalog/decision-results.ts';
import { verify } from '../../../intake/verify.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, type AskOptions, openOver } from '../ask.ts';
import { storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;
let sql: postgres.Sql;

beforeEach(async () => {
  matching = await openOver('matching', storeJudgedProvince);
  sql = postgres(matching.url, { max: 2, onnotice: () => undefined });
});

afterEach(async () => {
  expect(await verify(sql)).toEqual([]);
  await sql.end();
  await matching[Symbol.asyncDispose]();
});

const PERSON = { writer: aWriter(), now: '2026-03-01T08:00:00Z' };
const SHOWN = `result message release
  decision { id verdict relation reason decidedBy decidedAt deferredUntil release left { id } right { id } revokes { id } revokedBy { id } }
  match { id status relation confidence method version stale decision { id } decisions { verdict } }`;

const decideOne = async (input: object, key?: string, options: AskOptions = PERSON) => {
  const { data, codes } = await matching.ask(
    `mutation ($input: DecideMatchInput!, $key: String) { decideMatch(input: $input, idempotencyKey: $key) { ${SHOWN} } }`,
    { ...options, variables: { input: { reason: '已核对', ...input }, key: key ?? null } },
  );
  return { ...data?.decideMatch, codes };
};

const decideAll = async (input: readonly object[], options: AskOptions = PERSON) => {
  const { data, codes } = await matching.ask(
    `mutation ($input: [DecideMatchInput!]!) { decideMatches(input: $input) { accepted release results { result decision { id } match { status } } } }`,
    { ...options, variables: { input: input.map((one) => ({ reason: '已核对', ...one })) } },
  );
  return { ...data?.decideMatches, codes };
};

const revoke = async (id: string, reason = '看错了') => {
  const { data, codes } = await matching.ask(
    `mutation ($id: ID!, $reason: String!) { revokeDecision(id: $id, reason: $reason) { ${SHOWN} } }`,
    { ...PERSON, variables: { id, reason } },
  );
  return { ...data?.revokeDecision, codes };
};

const statusOf = async (item: string, release: number) => {
  const { data } = await matching.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on CountyItem { referenceMatch { status right { id } } } } }`,
    { release, variables: { r: [{ __typename: 'CountyItem', id: item }] } },
  );
  const link = data._entities[0].referenceMatch;
  return link && `${link.right.id} ${link.status}`;
};

const count = async (table: string): Promise<number> =>
  (await sql<{ count: number }[]>`select count(*)::int as count from ${sql(table)}`)[0]?.count ?? 0;

describe('a decision', () => {
  test('is answered as it stands in the release it has made, and the earlier release stays as it was', async () => {
    const answer = await decideOne({
      item: 'ci_b',
      reference: 'ri_2',
      verdict: 'CONFIRM',
      relation: 'NARROWER',
    });
    expect(answer).toMatchObject({
      result: 'OK',
      message: '已生效。',
      release: 2,
      decision: {
        verdict: 'CONFIRM',
        relation: 'NARROWER',
        reason: '已核对',
        decidedBy: '张三',
        decidedAt: '2026-03-01T08:00:00.000Z',
        deferredUntil: null,
        release: 2,
        left: { id: 'ci_b' },
        right: { id: 'ri_2' },
        revokes: null,
        revokedBy: null,
      },
      match: {
        status: 'CONFIRMED',
        relation: 'NARROWER',
        confidence: 1,
        method: 'PERSON',
        version: 2,
        stale: false,
        decisions: [{ verdict: 'CONFIRM' }],
      },
      codes: [],
    });
    expect(answer.match.decision).toEqual({ id: answer.decision.id });
    expect([await statusOf('ci_b', 1), await statusOf('ci_b', 2)]).toEqual(['ri_1 REVIEW', 'ri_2 CONFIRMED']);
    const queue = '{ matchQueue { totalCount } }';
    expect((await matching.ask(queue)).data.matchQueue.totalCount).toBe(5);
    expect((await matching.ask(queue, { release: 2 })).data.matchQueue.totalCount).toBe(3);
  });

  test.each([
    [{ item: 'ci_b', reference: 'ri_1', verdict: 'REJECT' }, 'REJECTED', 'ri_2 CONFLICT'],
    [
      { item: 'ci_b', reference: 'ri_1', verdict: 'DEFER', deferredUntil: '2026-05-01' },
      'DEFERRED',
      'ri_2 DEFERRED',
    ],
    [{ item: 'ci_d', reference: 'ri_3', verdict: 'CONFIRM' }, 'CONFIRMED', 'ri_3 CONFIRMED'],
  ])('%o', async (input, status, best) => {
    const answer = await decideOne(input);
    expect([answer.result, answer.match.status]).toEqual(['OK', status]);
    // What was put off goes behind what the codes and names contradict each other about.
    expect([best, 'ri_1 DEFERRED']).toContain(await statusOf(input.item, 2));
  });

  test('that an item has no partner speaks of no link', async () => {
    const answer = await decideOne({ item: 'ci_b', verdict: 'NO_MATCH', ifVersion: 3 });
    expect(answer).toMatchObject({ result: 'OK', match: null, decision: { right: null } });
    expect(await statusOf('ci_b', 2)).toBeNull();
  });

  test('is taken back, and what ruled before rules again', async () => {
    const { decision } = await decideOne({ item: 'ci_b', reference: 'ri_1', verdict: 'REJECT' });
    const back = await revoke(decision.id);
    expect(back).toMatchObject({
      result: 'OK',
      release: 3,
      decision: { verdict: 'REVOKE', reason: '看错了', revokes: { id: decision.id } },
      match: { status: 'REVIEW', decision: null, decisions: [{ verdict: 'REVOKE' }, { verdict: 'REJECT' }] },
    });
    expect((await revoke(decision.id)).result).toBe('ALREADY_REVOKED');
    expect((await revoke(back.decision.id)).result).toBe('NO_SUCH_DECISION');
    expect((await revoke(decision.id, ' ')).result).toBe('REASON_MISSING');
    const record = '{ matchDecisions(item: "ci_b") { totalCount nodes { id verdict revokedBy { id } } } }';
    expect((await matching.ask(record, { release: 2 })).data.matchDecisions).toEqual({
      totalCount: 1,
      nodes: [{ id: decision.id, verdict: 'REJECT', revokedBy: null }],
    });
    expect((await matching.ask(record, { release: 3 })).data.matchDecisions).toEqual({
      totalCount: 2,
      nodes: [
        { id: back.decision.id, verdict: 'REVOKE', revokedBy: null },
        { id: decision.id, verdict: 'REJECT', revokedBy: { id: back.decision.id } },
      ],
    });
  });
});

describe('what cannot be written is a result', () => {
  test.each([
    [{ item: 'ci_b', reference: 'ri_1', verdict: 'CONFIRM', ifVersion: 0 }, 'VERSION_CHANGED', 'REVIEW'],
    [{ item: 'ci_b', reference: 'ri_3', verdict: 'CONFIRM', ifVersion: 1 }, 'VERSION_CHANGED', undefined],
    [{ item: 'ci_b', verdict: 'NO_MATCH', ifVersion: 2 }, 'VERSION_CHANGED', undefined],
    [{ item: 'ci_none', verdict: 'NO_MATCH' }, 'NO_SUCH_ITEM', undefined],
    [{ item: 'ci_b', reference: 'ri_none', verdict: 'REJECT' }, 'NO_SUCH_ITEM', undefined],
    [{ item: 'ci_b', reference: 'ci_a', verdict: 'CONFIRM' }, 'NOT_A_PAIR', undefined],
    [{ item: 'ci_b', verdict: 'CONFIRM' }, 'WRONG_INPUT', undefined],
    [{ item: 'ci_c', reference: 'ri_3', verdict: 'CONFIRM' }, 'NOT_PUT_FORWARD', undefined],
    [{ item: 'ci_b', reference: 'ri_1', verdict: 'REJECT', relation: 'EQUIVALENT' }, 'WRONG_INPUT', 'REVIEW'],
    [{ item: 'ci_b', verdict: 'NO_MATCH', reason: ' ' }, 'REASON_MISSING', undefined],
    [{ item: 'ci_\u0000b', verdict: 'NO_MATCH' }, 'NO_SUCH_ITEM', undefined],
  ])('%o: %s', async (input, result, status) => {
    const answer = await decideOne(input);
    expect(answer).toMatchObject({ result, decision: null, release: 1, codes: [] });
    expect(answer.message).toMatch(/\p{Script=Han}.*。$/u);
    expect(answer.match?.status).toBe(status);
    expect([await count('matching.decision'), await count('release.release')]).toEqual([0, 1]);
  });

  test.each([
    ['ITEM', 'ci_none', undefined],
    ['REFERENCE', 'ci_b', 'ri_none'],
    ['BOTH', 'ci_none', 'ri_none'],
  ] as const)('%s is not there', async (missing, item, reference) =>
    expect((await decideOne({ item, reference, verdict: 'DEFER' })).message).toBe(MISSING_ITEMS[missing]),
  );

  test('a publish that takes long is waited for only so long', async () => {
    const publish = await sql.reserve();
    await publish`begin`;
    await publish`select pg_advisory_xact_lock(4720332)`;
    const answer = await decideOne({ item: 'ci_b', verdict: 'NO_MATCH' }, 'k-1');
    await publish`rollback`;
    publish.release();
    expect(answer).toMatchObject({ result: 'BUSY', decision: null, match: null, release: 1 });
    expect((await decideOne({ item: 'ci_b', verdict: 'NO_MATCH' }, 'k-1')).result).toBe('OK');
  });
});

describe('many decisions', () => {
  const confirm = { item: 'ci_b', reference: 'ri_1', verdict: 'CONFIRM' };
  const reject = { item: 'ci_d', reference: 'ri_3', verdict: 'REJECT' };

  test('take effect in one release', async () => {
    expect(await decideAll([confirm, reject])).toMatchObject({
      accepted: true,
      release: 2,
      results: [
        { result: 'OK', match: { status: 'CONFIRMED' } },
        { result: 'OK', match: { status: 'REJECTED' } },
      ],
    });
  });

  test('take no effect when one of them cannot', async () => {
    expect(await decideAll([confirm, { ...reject, ifVersion: 7 }, confirm])).toMatchObject({
      accepted: false,
      release: 1,
      results: [
        { result: 'NOT_WRITTEN', decision: null, match: { status: 'REVIEW' } },
        { result: 'VERSION_CHANGED', decision: null },
        { result: 'REPEATED_IN_CALL', decision: null },
      ],
    });
    expect(await count('matching.decision')).toBe(0);
  });

  test('are accepted where they were decided so already', async () => {
    await decideAll([confirm]);
    expect(await decideAll([confirm, reject])).toMatchObject({
      accepted: true,
      release: 3,
      results: [{ result: 'ALREADY_DECIDED' }, { result: 'OK' }],
    });
  });

  test.each([0, 101])('are not %i', async (length) => {
    const many = Array.from({ length }, (_, at) => ({ ...reject, reference: `ri_${at}` }));
    expect((await decideAll(many)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a key', () => {
  const input = { item: 'ci_b', reference: 'ri_1', verdict: 'REJECT' };

  test('makes a repeated call the same call', async () => {
    const first = await decideOne(input, 'k-1');
    const again = await decideOne(input, 'k-1', { ...PERSON, now: '2026-03-02T08:00:00Z' });
    expect(again).toEqual(first);
    expect([await count('matching.decision'), await count('release.release')]).toEqual([1, 2]);
  });

  test('is not for something else, nor for someone else', async () => {
    await decideOne(input, 'k-1');
    expect((await decideOne({ ...input, verdict: 'CONFIRM' }, 'k-1')).result).toBe('KEY_REUSED');
    expect((await decideOne(input, 'k-1', { ...PERSON, writer: aWriter({ subject: '李四' }) })).result).toBe(
      'KEY_REUSED',
    );
  });

  test.each(['', ' ', 'k'.repeat(201)])('is not "%s"', async (key) => {
    expect((await decideOne(input, key)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

describe('nothing is changed', () => {
  const input = { item: 'ci_b', reference: 'ri_1', verdict: 'CONFIRM' };

  test('without a reviewer', async () => {
    expect((await decideOne(input, undefined, {})).codes).toEqual(['UNAUTHENTICATED']);
    expect(await count('matching.decision')).toBe(0);
  });

  test('with a reason without end', async () => {
    expect((await decideOne({ ...input, reason: '因'.repeat(1_001) })).codes).toEqual(['BAD_USER_INPUT']);
    const past = { ...input, verdict: 'DEFER', deferredUntil: '2026-03-01' };
    expect((await decideOne(past)).codes).toEqual(['BAD_USER_INPUT']);
  });

  test('by the subgraph in any other way: its role may not write', async () => {
    const role = postgres(matching.url, { max: 1, connection: { role: 'zongheng_matching' } });
    for (const table of ['match', 'decision', 'item', 'run', 'block']) {
      await expect(role`delete from ${role(`matching.${table}`)}`).rejects.toThrow('permission denied');
    }
    await expect(role`select matching.settle(array['ci_b'], 2, '2026-03-01')`).rejects.toThrow(
      'permission denied',
    );
    await role.end();
  });
});

test('two decisions of one request take effect one after the other', async () => {
  const { data, codes } = await matching.ask(
    `mutation {
      first: decideMatch(input: { item: "ci_b", reference: "ri_1", verdict: CONFIRM, reason: "甲", ifVersion: 1 }) { release match { status } }
      second: decideMatch(input: { item: "ci_b", reference: "ri_1", verdict: REJECT, reason: "乙", ifVersion: 2 }) { release match { status } }
    }`,
    PERSON,
  );
  expect(codes).toEqual([]);
  expect(data.second).toEqual({ release: 3, match: { status: 'REJECTED' } });
  expect(data.first.release).toBe(2);
});
