import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role, Writer } from '../../../catalog/authority/writer.ts';
import { LEVELS } from '../../../catalog/levels.ts';
import { COUNTRY } from '../../../catalog/regions.ts';
import { checkStoredTrail } from '../../../cli/trail/stored-trail.ts';
import type { Finding } from '../../../trail/finding.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;
let sql: postgres.Sql;

beforeEach(async () => {
  matching = await openOver('matching', storeJudgedProvince);
  sql = postgres(matching.url, { max: 2, onnotice: () => undefined });
});

afterEach(async () => {
  const wrong: Finding[] = [];
  await checkStoredTrail(sql, [], (finding) => wrong.push(finding));
  expect(wrong).toEqual([]);
  await sql.end();
  await matching[Symbol.asyncDispose]();
});

const person = (subject: string, role: Role): Writer =>
  aWriter({ subject, grants: [{ role, region: COUNTRY, levels: LEVELS }] });

const REVIEWER = person('审定人', 'REVIEWER');
const PROPOSER = person('提请人', 'PROPOSER');
const OPERATOR = person('操作人', 'OPERATOR');
const NO = { kind: 'REFERENCE', item: 'ci_b', reference: 'ri_1', verdict: 'REJECT', reason: '对象不同' };

const ask = async (writer: Writer, mutation: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const { data, codes } = await matching.ask(mutation, { writer, now: '2026-03-01T08:00:00Z', variables });
  expect(codes).toEqual([]);
  return data.done;
};

const decide = (input: object, key: string | null = null) =>
  ask(
    REVIEWER,
    `mutation ($input: DecideMatchInput!, $key: String) {
      done: decideMatch(input: $input, idempotencyKey: $key) { result release decision { id } } }`,
    { input, key },
  );

const decideAll = (input: readonly object[], key: string) =>
  ask(
    REVIEWER,
    `mutation ($input: [DecideMatchInput!]!, $key: String) {
      done: decideMatches(input: $input, idempotencyKey: $key) { accepted results { result decision { id } } } }`,
    { input, key },
  );

const revoke = (id: string, key: string) =>
  ask(
    REVIEWER,
    `mutation ($id: ID!, $key: String) {
      done: revokeDecision(id: $id, reason: "看错了", idempotencyKey: $key) { result decision { id } } }`,
    { id, key },
  );

const propose = (input: object, key: string | null = null) =>
  ask(
    PROPOSER,
    `mutation ($input: DecideMatchInput!, $key: String) {
      done: proposeDecision(input: $input, idempotencyKey: $key) { result proposal { id } } }`,
    { input, key },
  );

const settle = (id: string, key: string) =>
  ask(
    REVIEWER,
    `mutation ($id: ID!, $key: String) {
      done: settleProposal(id: $id, accept: true, reason: "属实", idempotencyKey: $key) { result proposal { id } decision { id } } }`,
    { id, key },
  );

const run = () => ask(OPERATOR, 'mutation { done: runMatching { result run { id } } }');

const trail = async () => {
  const rows = await sql<{ action: string; outcome: string; release: number | null }[]>`
    select action, outcome, release from audit.entry order by region, sequence`;
  return rows.map(({ action, outcome, release }) => `${action} ${outcome} ${release ?? ''}`.trim());
};

const outcomes = async (): Promise<number> =>
  (await sql<{ count: number }[]>`select count(*)::int as count from matching.outcome`)[0]?.count ?? -1;

test.each(['decideMatch', 'decideMatches'])('%s twice under its key is done once', async (name) => {
  const twice = () => (name === 'decideMatch' ? decide(NO, 'k-1') : decideAll([NO], 'k-1'));
  const first = await twice();
  expect(await twice()).toEqual(first);
  expect(await trail()).toEqual(['decideMatch ACCEPTED 2', 'decideMatch REPLAYED']);
  expect(await outcomes()).toBe(1);
});

test('two at once under one key: one is done, the other has repeated it', async () => {
  const [one, other] = await Promise.all([decide(NO, 'k-1'), decide(NO, 'k-1')]);
  expect(one).toEqual(other);
  expect(await trail()).toEqual(['decideMatch ACCEPTED 2', 'decideMatch REPLAYED']);
});

test('what a call has not written under its key is not written by its repetition either', async () => {
  await decide(NO);
  const both = [NO, { ...NO, reference: 'ri_2' }];
  const first = await decideAll(both, 'k-2');
  expect(first.results).toMatchObject([{ result: 'ALREADY_DECIDED' }, { result: 'OK' }]);
  expect(await decideAll(both, 'k-2')).toEqual(first);
  expect(await trail()).toEqual([
    'decideMatch ACCEPTED 2',
    'decideMatch ALREADY_DECIDED',
    'decideMatch ACCEPTED 3',
    'decideMatch REPLAYED',
    'decideMatch REPLAYED',
  ]);
});

test('revokeDecision', async () => {
  const { decision } = await decide(NO, 'k-1');
  const first = await revoke(decision.id, 'k-2');
  expect(first.result).toBe('OK');
  expect(await revoke(decision.id, 'k-2')).toEqual(first);
  expect(await trail()).toEqual([
    'decideMatch ACCEPTED 2',
    'revokeDecision ACCEPTED 3',
    'revokeDecision REPLAYED',
  ]);
  expect(await outcomes()).toBe(2);
});

test('proposeDecision and settleProposal', async () => {
  const proposed = await propose(NO, 'k-1');
  expect(await propose(NO, 'k-1')).toEqual(proposed);
  const settled = await settle(proposed.proposal.id, 'k-2');
  expect(settled.result).toBe('OK');
  expect(await settle(proposed.proposal.id, 'k-2')).toEqual(settled);
  expect(await trail()).toEqual([
    'proposeDecision ACCEPTED',
    'proposeDecision REPLAYED',
    'settleProposal ACCEPTED 2',
    'settleProposal REPLAYED',
  ]);
  expect(await outcomes()).toBe(2);
});

test('a settlement is done though others have decided the same meanwhile; its repetition is not', async () => {
  const { proposal } = await propose(NO);
  await decide(NO);
  const settled = await settle(proposal.id, 'k-1');
  expect(settled).toMatchObject({ result: 'ALREADY_DECIDED', decision: null });
  expect(await settle(proposal.id, 'k-1')).toEqual(settled);
  expect((await trail()).slice(2)).toEqual(['settleProposal ACCEPTED', 'settleProposal REPLAYED']);
});

test('what is so already is told by its own word, without a key', async () => {
  await decide(NO);
  await decide(NO);
  const first = await run();
  expect((await run()).run).toEqual(first.run);
  expect((await trail()).toSorted()).toEqual([
    'decideMatch ACCEPTED 2',
    'decideMatch ALREADY_DECIDED',
    'runMatching ACCEPTED',
    'runMatching ALREADY_QUEUED',
  ]);
});
