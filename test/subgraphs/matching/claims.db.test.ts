import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Writer } from '../../../catalog/authority/writer.ts';
import { LEVELS } from '../../../catalog/levels.ts';
import { proposeAs } from '../../authorisation/world.ts';
import { decide } from '../../linkage/decision-calls.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, openOver } from '../ask.ts';
import { COUNTY, OTHER_COUNTY, storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;
let proposal: string;
let decision: string;

beforeAll(async () => {
  matching = await openOver('matching', async (sql) => {
    await storeJudgedProvince(sql);
    await sql`
      insert into reference.catalog (catalog_id, from_release, version, digest, catalog_key, catalog_name, level, region_code, kind, item_count)
      values ('ca_one', 1, 1, '', 'one', '甲', 'COUNTY', ${COUNTY}, 'POWER', 0)`;
  });
  const sql = postgres(matching.url, { max: 1, onnotice: () => undefined });
  proposal = await proposeAs(sql, '提请人', 'ci_c', { verdict: 'NO_MATCH' });
  const asked = { kind: 'REFERENCE', left: 'ci_b', verdict: 'DEFER', reason: '等答复' };
  decision = (await decide(sql, [asked]))[0]?.decision ?? '';
  await sql.end();
});

afterAll(() => matching[Symbol.asyncDispose]());

const of = (region: string, ...roles: readonly Writer['grants'][number]['role'][]): Writer =>
  aWriter({ grants: roles.map((role) => ({ role, region, levels: LEVELS })) });

const INPUT = 'input: { item: "ci_b", verdict: NO_MATCH, reason: "试" }';

const CASES: readonly (readonly [field: string, given: () => string, result: string, writer: Writer])[] = [
  ['decideMatch', () => INPUT, 'NOT_YOURS', of(OTHER_COUNTY, 'REVIEWER')],
  ['decideMatch', () => INPUT, 'NOT_YOURS', of(COUNTY, 'PROPOSER', 'OPERATOR', 'AUDITOR')],
  ['revokeDecision', () => `id: "${decision}", reason: "试"`, 'NOT_YOURS', of(OTHER_COUNTY, 'REVIEWER')],
  ['proposeDecision', () => INPUT, 'NOT_YOURS', of(OTHER_COUNTY, 'PROPOSER')],
  ['proposeDecision', () => INPUT, 'NOT_YOURS', of(COUNTY, 'OPERATOR', 'AUDITOR')],
  [
    'settleProposal',
    () => `id: "${proposal}", accept: true, reason: "试"`,
    'NO_SUCH_PROPOSAL',
    of(OTHER_COUNTY, 'REVIEWER'),
  ],
  [
    'settleProposal',
    () => `id: "${proposal}", accept: true, reason: "试"`,
    'NOT_YOURS',
    of(COUNTY, 'PROPOSER', 'AUDITOR'),
  ],
  [
    'settleProposal',
    () => `id: "${proposal}", accept: true, reason: "试"`,
    'OWN_PROPOSAL',
    { ...of(COUNTY, 'REVIEWER'), subject: '提请人' },
  ],
  ['runMatching', () => 'scope: { lists: ["one"] }', 'NOT_YOURS', of(OTHER_COUNTY, 'OPERATOR')],
  ['runMatching', () => 'scope: { lists: ["one"] }', 'NOT_YOURS', of(COUNTY, 'REVIEWER')],
  ['runMatching', () => 'mode: FULL', 'NOT_YOURS', of(OTHER_COUNTY, 'OPERATOR')],
];

const insertsIn = (statements: readonly string[]): number =>
  statements.filter((text) => text.includes('insert into matching.request')).length;

describe('the subgraph refuses by itself: the policies are not even asked', () => {
  test.each(CASES)('%s: %s %s', async (field, given, result, writer) => {
    const { data, statements, codes } = await matching.ask(`mutation { ${field}(${given()}) { result } }`, {
      writer,
    });
    expect([data[field].result, codes]).toEqual([result, []]);
    expect(insertsIn(statements)).toBe(0);
  });

  test('what is theirs becomes a row', async () => {
    const { data, statements } = await matching.ask(`mutation { decideMatch(${INPUT}) { result } }`, {
      writer: of(COUNTY, 'REVIEWER'),
    });
    expect([data.decideMatch.result, insertsIn(statements)]).toEqual(['OK', 1]);
  });

  test('a writer of another place sees no proposal, by a condition of the subgraph’s own', async () => {
    const { data, statements } = await matching.ask('{ proposals { totalCount nodes { id } } }', {
      writer: of(OTHER_COUNTY, 'REVIEWER'),
    });
    expect(data.proposals).toEqual({ totalCount: 0, nodes: [] });
    const reading = statements.filter((text) => text.includes('from matching.request'));
    expect(reading).toHaveLength(2);
    for (const text of reading) expect(text).toContain('g.levels ? p.level');
  });
});
