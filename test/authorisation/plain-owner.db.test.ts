import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Role } from '../../catalog/authority/writer.ts';
import { LEVELS } from '../../catalog/levels.ts';
import { COUNTRY } from '../../catalog/regions.ts';
import { migrate } from '../../db/migrate.ts';
import { openMatching } from '../../subgraphs/matching/subgraph.ts';
import type { Subgraph } from '../../subgraphs/open-subgraph.ts';
import { storeMachineLinks } from '../linkage/decision-calls.ts';
import { withDatabase } from '../support/postgres-server.ts';
import { storeItems, storeReleases } from '../support/rows.ts';
import { aWriter } from '../support/writers.ts';

/** A database whose owner is no superuser, and so stands under the policies as everyone. */
const NAME = `plain_${randomUUID().replaceAll('-', '')}`;
let admin: postgres.Sql;
let owner: postgres.Sql;
let matching: Subgraph;

beforeAll(async () => {
  admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined });
  await admin`create role ${admin(NAME)} login createrole password 'plain'`;
  const roles = await admin<{ name: string }[]>`
    select rolname as name from pg_roles where rolname like 'zongheng\_%'`;
  for (const { name } of roles) await admin`grant ${admin(name)} to ${admin(NAME)} with admin option`;
  await admin`create database ${admin(NAME)} owner ${admin(NAME)}`;
  const url = new URL(withDatabase(inject('postgresUrl'), NAME));
  [url.username, url.password] = [NAME, 'plain'];
  await migrate(url.href);
  owner = postgres(url.href, { max: 1, onnotice: () => undefined });
  await storeReleases(owner, 1);
  await storeItems(owner, [
    { id: 'ri_1', name: '食品经营许可', region: '880000000000', level: 'PROVINCE' },
    { id: 'ci_1', name: '食品经营许可', kind: 'POWER' },
    { id: 'ci_2', name: '食品经营许可核发', kind: 'POWER' },
  ]);
  const link = { left: 'ci_1', right: 'ri_1', status: 'REVIEW', confidence: 0.6 };
  await storeMachineLinks(owner, [link]);
  await owner`
    insert into intake.draft (catalog_id, catalog_key, catalog_name, level, kind, region_code, imported_at, row_count)
    values ('ca_draft', 'draft', '草稿', 'COUNTY', 'REFERENCE', '880121000000', now(), 0)`;
  matching = openMatching({ url: url.href });
});

afterAll(async () => {
  await matching.close();
  await owner.end();
  await admin`drop database ${admin(NAME)} with (force)`;
  await admin`drop role ${admin(NAME)}`;
  await admin.end();
});

const asked = async (source: string, subject: string, role: Role) => {
  const writer = aWriter({ subject, grants: [{ role, region: COUNTRY, levels: LEVELS }] });
  const request = { release: 1, today: '2026-03-01', requestId: 'test', writer };
  const contextValue = await matching.createContext(request);
  const { data, errors } = await graphql({ schema: matching.schema, source, contextValue });
  return JSON.parse(JSON.stringify(data ?? errors?.map(({ extensions }) => extensions['code'])));
};

const INPUT = (item: string) =>
  `input: { item: "${item}", reference: "ri_1", verdict: CONFIRM, reason: "已核对" }`;

test('everything works where the owner of the database stands under the policies, who sees no row', async () => {
  const decided = await asked(`mutation { decideMatch(${INPUT('ci_1')}) { result } }`, '甲', 'REVIEWER');
  expect(decided).toEqual({ decideMatch: { result: 'OK' } });
  const { proposeDecision } = await asked(
    `mutation { proposeDecision(${INPUT('ci_2')}) { result proposal { id } } }`,
    '乙',
    'PROPOSER',
  );
  expect(proposeDecision.result).toBe('OK');
  const settle = `mutation { settleProposal(id: "${proposeDecision.proposal.id}", accept: true, reason: "属实", idempotencyKey: "k") { result } }`;
  expect(await asked(settle, '乙', 'REVIEWER')).toEqual({ settleProposal: { result: 'OWN_PROPOSAL' } });
  expect(await asked(settle, '甲', 'REVIEWER')).toEqual({ settleProposal: { result: 'OK' } });
  expect(await asked(settle, '甲', 'REVIEWER')).toEqual({ settleProposal: { result: 'OK' } });
  const run = await asked('mutation { runMatching { result } }', '丙', 'OPERATOR');
  expect(run).toEqual({ runMatching: { result: 'QUEUED' } });
  const impact = '{ impact(catalog: "ca_draft") { name } }';
  expect(await asked(impact, '丙', 'OPERATOR')).toEqual({ impact: { name: '草稿' } });
  expect(await asked(impact, '乙', 'PROPOSER')).toEqual(['BAD_USER_INPUT']);
  const [seen] = await owner`
    select (select count(*)::int from matching.request) as requests, (select count(*)::int from matching.decision) as decisions,
      (select count(*)::int from intake.draft) as drafts`;
  expect(seen).toEqual({ requests: 0, decisions: 2, drafts: 1 });
});
