import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../../catalog/authority/writer.ts';
import { encodeCursor } from '../../../catalog/cursor.ts';
import { MISSING_ITEMS } from '../../../catalog/decision-results.ts';
import { LEVELS } from '../../../catalog/levels.ts';
import { verify } from '../../../intake/verify.ts';
import { decide } from '../../linkage/decision-calls.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { COUNTY, OTHER_COUNTY, storeJudgedProvince } from './judged-province.ts';

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

const grant = (role: Grant['role'], region = COUNTY): Grant => ({ role, region, levels: LEVELS });
const person = (subject: string, ...grants: readonly Grant[]) =>
  aWriter({ subject, tokenId: `token-of-${Buffer.from(subject).toString('hex')}`, grants });

const PROPOSER = person('提请人', grant('PROPOSER'));
const REVIEWER = person('审定人', grant('REVIEWER'));
const OTHER_REVIEWER = person('邻县审定人', grant('REVIEWER', OTHER_COUNTY));
const AUTHOR_WHO_REVIEWS = { ...person('提请人', grant('REVIEWER')), tokenId: 'another' };
type Person = typeof PROPOSER;

const SHOWN = `result message proposal { id state verdict relation reason proposedBy settledBy settledReason
  left { id } right { id } decision { decidedBy reason } }`;
const PAIR = { item: 'ci_c', reference: 'ri_3', verdict: 'CONFIRM', reason: '名称为旧称' };

const propose = async (input: object = PAIR, writer: Person = PROPOSER, key: string | null = null) => {
  const { data, codes } = await matching.ask(
    `mutation ($input: DecideMatchInput!, $key: String) { proposeDecision(input: $input, idempotencyKey: $key) { ${SHOWN} } }`,
    { writer, now: '2026-03-01T08:00:00Z', variables: { input, key } },
  );
  return { ...data?.proposeDecision, codes };
};

interface Settling {
  readonly accept?: boolean;
  readonly reason?: string;
  readonly ifVersion?: number;
  readonly key?: string;
}
const settle = async (id: string, said: Settling = {}, writer: Person = REVIEWER) => {
  const { accept = true, reason = '属实', ifVersion = null, key = null } = said;
  const { data, codes } = await matching.ask(
    `mutation ($id: ID!, $accept: Boolean!, $reason: String!, $ifVersion: Int, $key: String) {
      settleProposal(id: $id, accept: $accept, reason: $reason, ifVersion: $ifVersion, idempotencyKey: $key) {
        ${SHOWN} release decision { id decidedBy reason } } }`,
    { writer, now: '2026-03-01T09:00:00Z', variables: { id, accept, reason, ifVersion, key } },
  );
  return { ...data?.settleProposal, codes };
};

const decideOne = async (input: object, writer: Person = REVIEWER) => {
  const { data } = await matching.ask(
    'mutation ($input: DecideMatchInput!) { decideMatch(input: $input) { result } }',
    { writer, variables: { input } },
  );
  return data.decideMatch.result;
};

const listed = async (writer: Person, args = 'first: 100') => {
  const { data, codes } = await matching.ask(
    `{ proposals(${args}) { totalCount nodes { id state } pageInfo { endCursor hasNextPage } } }`,
    { writer },
  );
  return { ...data?.proposals, codes };
};

const counts = async () => {
  const [row] = await sql`select (select count(*)::int from matching.decision) as decisions,
    (select count(*)::int from matching.outcome) as outcomes, (select max(number) from release.release) as release`;
  return row;
};

describe('what nobody has put forward', () => {
  test('is proposed by one and settled by another, who answers for it', async () => {
    const proposed = await propose();
    expect(proposed).toMatchObject({
      ...{ result: 'OK', codes: [] },
      message: '已提请：由事项所在区划、层级的审定人裁定，采纳后生效。',
      proposal: {
        ...{ state: 'OPEN', verdict: 'CONFIRM', reason: '名称为旧称', proposedBy: '提请人', settledBy: null },
        ...{ left: { id: 'ci_c' }, right: { id: 'ri_3' }, decision: null },
      },
    });
    expect(await counts()).toEqual({ decisions: 0, outcomes: 1, release: 1 });
    expect(await settle(proposed.proposal.id)).toMatchObject({
      ...{ result: 'OK', release: 2, codes: [], decision: { decidedBy: '审定人', reason: '属实' } },
      message: '已裁定：采纳，审定已生效。',
      proposal: { state: 'ACCEPTED', settledBy: '审定人', settledReason: '属实' },
    });
    expect(await sql`select status from matching.match where left_id = 'ci_c'`).toEqual([
      { status: 'CONFIRMED' },
    ]);
  });

  test('is not confirmed by whoever thought of it, proposed or not', async () => {
    expect(await decideOne(PAIR)).toBe('NOT_PUT_FORWARD');
    await propose(PAIR, REVIEWER);
    expect(await decideOne(PAIR)).toBe('NOT_PUT_FORWARD');
    expect(await counts()).toMatchObject({ decisions: 0, release: 1 });
  });

  test('is confirmed once another has proposed it, or the operator has decided it', async () => {
    await propose();
    expect(await decideOne(PAIR)).toBe('OK');
    await decide(sql, [
      { kind: 'REFERENCE', left: 'ci_a', right: 'ri_2', verdict: 'CONFIRM', reason: '已核对' },
    ]);
    await decide(sql, [
      { kind: 'REFERENCE', left: 'ci_a', right: 'ri_1', verdict: 'CONFIRM', reason: '已核对' },
    ]);
    expect(await decideOne({ ...PAIR, item: 'ci_a', reference: 'ri_2' })).toBe('OK');
  });

  test('is not confirmed again by its author on the strength of its having been accepted', async () => {
    const { proposal } = await propose();
    await settle(proposal.id);
    await decideOne({ ...PAIR, verdict: 'REJECT' });
    expect(await decideOne(PAIR, AUTHOR_WHO_REVIEWS)).toBe('NOT_PUT_FORWARD');
  });

  test('is what the machine holds for no candidate: its candidates are confirmed', async () => {
    expect(await decideOne({ ...PAIR, item: 'ci_b', reference: 'ri_2' })).toBe('OK');
    expect(await decideOne({ ...PAIR, item: 'ci_b', reference: 'ri_3' })).toBe('NOT_PUT_FORWARD');
  });
});

describe('a proposal', () => {
  test('is not settled by its author, by no token of theirs', async () => {
    const { proposal } = await propose();
    expect((await settle(proposal.id, {}, AUTHOR_WHO_REVIEWS)).result).toBe('OWN_PROPOSAL');
    expect((await settle(proposal.id, { accept: false }, AUTHOR_WHO_REVIEWS)).result).toBe('OWN_PROPOSAL');
    expect((await settle(proposal.id, {}, PROPOSER)).result).toBe('NOT_YOURS');
    expect((await listed(REVIEWER)).nodes).toEqual([{ id: proposal.id, state: 'OPEN' }]);
  });

  test('of another place is as one that is not there', async () => {
    const { proposal } = await propose();
    const [foreign, missing, wrong] = await Promise.all(
      [proposal.id, 'ffffffff-ffff-4fff-bfff-ffffffffffff', "x' or true"].map((id) =>
        settle(id, {}, OTHER_REVIEWER),
      ),
    );
    expect(foreign).toEqual(missing);
    expect(wrong).toEqual(missing);
    expect(missing.result).toBe('NO_SUCH_PROPOSAL');
    expect(await listed(OTHER_REVIEWER)).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await propose(PAIR, person('邻县', grant('PROPOSER', OTHER_COUNTY)))).result).toBe('NOT_YOURS');
  });

  test('is settled once', async () => {
    const { proposal } = await propose();
    const rejected = await settle(proposal.id, { accept: false });
    expect(rejected).toMatchObject({ result: 'OK', proposal: { state: 'REJECTED' }, decision: null });
    expect(rejected.message).toBe('已裁定：不采纳，对应关系没有变化。');
    expect((await settle(proposal.id)).result).toBe('ALREADY_SETTLED');
    expect(await counts()).toMatchObject({ decisions: 0, release: 1 });
  });

  test('is settled by one of many who try at once', async () => {
    const { proposal } = await propose();
    const people = Array.from({ length: 6 }, (_, at) => person(`审定人${at}`, grant('REVIEWER')));
    const answers = await Promise.all(people.map((one) => settle(proposal.id, {}, one)));
    const results = answers.map(({ result }) => result).sort();
    expect(results).toEqual([...Array(5).fill('ALREADY_SETTLED'), 'OK']);
    expect(await counts()).toMatchObject({ decisions: 1, release: 2 });
  });

  test('whose link has changed meanwhile is settled by who has seen the change', async () => {
    const { proposal } = await propose({ ...PAIR, item: 'ci_b', reference: 'ri_1', ifVersion: 1 });
    await decideOne({ ...PAIR, item: 'ci_b', reference: 'ri_1', verdict: 'REJECT' });
    expect((await settle(proposal.id)).result).toBe('VERSION_CHANGED');
    expect((await listed(REVIEWER)).nodes).toEqual([{ id: proposal.id, state: 'OPEN' }]);
    expect((await settle(proposal.id, { ifVersion: 2 })).result).toBe('OK');
  });

  test('and its settlement have one effect under one key', async () => {
    const first = await propose(PAIR, PROPOSER, 'k-1');
    expect(await propose(PAIR, PROPOSER, 'k-1')).toEqual(first);
    expect((await propose({ ...PAIR, reason: '别的' }, PROPOSER, 'k-1')).result).toBe('KEY_REUSED');
    expect((await propose()).result).toBe('ALREADY_PROPOSED');
    const settled = await settle(first.proposal.id, { key: 'k-1' });
    expect(await settle(first.proposal.id, { key: 'k-1' })).toEqual(settled);
    expect((await settle(first.proposal.id, { key: 'k-1', accept: false })).result).toBe('ALREADY_SETTLED');
    const next = await propose({ ...PAIR, item: 'ci_a' });
    expect((await settle(next.proposal.id, { key: 'k-1' })).result).toBe('KEY_REUSED');
    expect(await counts()).toMatchObject({ decisions: 1, release: 2 });
  });

  test.each([
    [{ ...PAIR, item: 'ci_none' }, MISSING_ITEMS.ITEM],
    [{ ...PAIR, reference: 'ri_none' }, MISSING_ITEMS.REFERENCE],
    [{ ...PAIR, item: 'ci_none', reference: 'ri_none' }, MISSING_ITEMS.BOTH],
  ])('%o says which item is not there', async (input, message) =>
    expect(await propose(input)).toMatchObject({ result: 'NO_SUCH_ITEM', message, proposal: null }),
  );

  test.each([
    [{ ...PAIR, reason: ' ' }, 'REASON_MISSING'],
    [{ ...PAIR, reference: 'ci_a' }, 'NOT_A_PAIR'],
    [{ ...PAIR, item: 'ci_none' }, 'NO_SUCH_ITEM'],
    [{ ...PAIR, ifVersion: 3 }, 'VERSION_CHANGED'],
    [{ item: 'ci_c', verdict: 'CONFIRM', reason: '试' }, 'WRONG_INPUT'],
  ])('%o is none: %s', async (input, result) => {
    expect(await propose(input)).toMatchObject({ result, proposal: null });
    expect(await counts()).toMatchObject({ outcomes: 0 });
  });

  test('put off to a day that has come is not accepted any more', async () => {
    const until = { ...PAIR, verdict: 'DEFER', deferredUntil: '2026-03-02' };
    const { proposal } = await propose(until);
    await sql`alter table matching.request disable trigger append_only`;
    await sql`update matching.request set deferred_until = '2026-02-01' where request_id = ${proposal.id}`;
    expect((await settle(proposal.id)).codes).toEqual(['BAD_USER_INPUT']);
  });
});

test('proposals are listed by region, state and page', async () => {
  const both = person('两县', grant('PROPOSER'), grant('PROPOSER', OTHER_COUNTY), grant('REVIEWER'));
  const here = (await propose(PAIR, both)).proposal.id;
  const there = (await propose({ ...PAIR, item: 'ci_d', reference: 'ri_1' }, both)).proposal.id;
  await settle(here);
  const idsOf = async (writer: Person, args?: string) =>
    (await listed(writer, args)).nodes.map(({ id }: { id: string }) => id);
  expect((await idsOf(both)).sort()).toEqual([here, there].sort());
  expect(await idsOf(both, `region: "${OTHER_COUNTY}"`)).toEqual([there]);
  expect(await idsOf(both, 'state: OPEN')).toEqual([there]);
  expect(await idsOf(both, 'state: ACCEPTED')).toEqual([here]);
  expect(await idsOf(OTHER_REVIEWER)).toEqual([there]);
  const { nodes, pageInfo, totalCount } = await listed(both, 'first: 1');
  expect([totalCount, pageInfo.hasNextPage]).toEqual([2, true]);
  const rest = await idsOf(both, `first: 1, after: "${pageInfo.endCursor}"`);
  expect([nodes[0].id, ...rest].sort()).toEqual([here, there].sort());
  expect((await matching.ask('{ proposals { totalCount } }')).codes).toEqual(['UNAUTHENTICATED']);
});

test.each([
  ['the 13th month', '2026-13-01 08:00:00+00'],
  ['a day no month has', '2026-02-30 08:00:00+00'],
  ['the year nought', '0000-01-01 08:00:00+00'],
  ['no hour', '2026-03-01 24:00:00+00'],
  ['no zone', '2026-03-01 08:00:00+99:99'],
])('a cursor that somebody has made up is no cursor: %s', async (_, moment) => {
  const after = encodeCursor(1, [moment, '00000000-0000-0000-0000-000000000000']);
  expect((await listed(REVIEWER, `after: "${after}"`)).codes).toEqual(['CURSOR_INVALID']);
});

test('texts that are no characters are refused for what they say, and told in the trail', async () => {
  const half = String.fromCharCode(0xd800);
  expect(await decideOne({ ...PAIR, item: `ci_${half}` })).toBe('NO_SUCH_ITEM');
  expect((await propose({ ...PAIR, reason: `名称${half}\0为旧称` })).proposal.reason).toBe(
    '名称\ufffd\ufffd为旧称',
  );
  const trail = await sql`select action, outcome from audit.entry order by moment, sequence`;
  expect(trail.map(({ action, outcome }) => [action, outcome])).toEqual(
    expect.arrayContaining([
      ['decideMatch', 'NO_SUCH_ITEM'],
      ['proposeDecision', 'ACCEPTED'],
    ]),
  );
});

test('a token that is revoked neither writes nor reads, from the next request on; the trail tells of the try', async () => {
  const { proposal } = await propose();
  await sql`insert into authority.revocation (token_id, revoked_at) values (${REVIEWER.tokenId}, now())`;
  expect((await settle(proposal.id)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await listed(REVIEWER)).codes).toEqual(['UNAUTHENTICATED']);
  expect(await counts()).toMatchObject({ decisions: 0, outcomes: 1 });
  const trail = await sql`select region, subject, action, outcome from audit.entry order by moment, sequence`;
  expect(trail).toEqual([
    { region: COUNTY, subject: '提请人', action: 'proposeDecision', outcome: 'ACCEPTED' },
    { region: '000000000000', subject: '审定人', action: 'settleProposal', outcome: 'REVOKED' },
  ]);
});
