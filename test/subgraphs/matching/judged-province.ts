import type postgres from 'postgres';
import { storeMachineLinks } from '../../linkage/decision-calls.ts';
import { storeCatalogs, storeItems, storeReleases } from '../../support/rows.ts';

const PROVINCE = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_province' };
export const COUNTY = '880121000000';
export const OTHER_COUNTY = '880122000000';

const EVIDENCE = {
  model: 'm-1',
  candidates: [
    { reference: 'ri_1', confidence: 0.6 },
    { reference: 'ri_gone', confidence: 0.2 },
    { reference: 'ri_2', confidence: 0.1 },
  ],
  evidence: [
    { feature: 'wording', bits: 4.5, note: '用词相近', left: '许可', right: '核准' },
    { feature: 'bias', bits: -2, note: '其余各项合计' },
  ],
  runnerUp: { reference: 'ri_2', confidence: 0.1 },
};

/** Two counties against one catalog as a run leaves them: one link of every state a machine gives, one run of two blocks. */
export const storeJudgedProvince = async (sql: postgres.Sql): Promise<void> => {
  await storeReleases(sql, 1);
  await storeCatalogs(sql, [
    { id: 'ca_county', key: 'power', itemCount: 3 },
    { id: 'ca_other', key: 'other', itemCount: 1 },
    { id: 'ca_province', key: 'reference', itemCount: 3 },
  ]);
  await storeItems(sql, [
    { id: 'ci_a', name: '食品经营许可', kind: 'POWER' },
    { id: 'ci_b', name: '食品经营许可核发', kind: 'POWER', version: 3 },
    { id: 'ci_c', name: '养老认证', kind: 'POWER' },
    { id: 'ci_d', name: '户外广告设置审批', kind: 'POWER', region: OTHER_COUNTY, catalog: 'ca_other' },
    { id: 'ti_a', name: '食品经营许可受理', region: '880121101000', kind: 'POWER', catalog: 'ca_town' },
    { id: 'ri_1', name: '食品经营许可', ...PROVINCE },
    { id: 'ri_2', name: '食品生产许可', ...PROVINCE },
    { id: 'ri_3', name: '户外广告设置许可', ...PROVINCE },
  ]);
  await storeMachineLinks(sql, [
    { left: 'ci_a', right: 'ri_1', status: 'ACCEPTED', confidence: 0.99 },
    { left: 'ci_b', right: 'ri_1', status: 'REVIEW', confidence: 0.6 },
    { left: 'ci_b', right: 'ri_2', status: 'CONFLICT', confidence: 0.1 },
    { left: 'ci_d', right: 'ri_3', status: 'REVIEW', confidence: 0.52 },
    { left: 'ti_a', right: 'ri_1', status: 'REVIEW', confidence: 0.6 },
    { left: 'ti_a', right: 'ci_a', status: 'REVIEW', confidence: 0.8, kind: 'SOURCE' },
  ]);
  await sql`update matching.match set evidence = ${sql.json(EVIDENCE as never)}, run_id = 'ru_1'
    where left_id = 'ci_b' and right_id = 'ri_1'`;
  await storeRuns(sql);
};

const storeRuns = async (sql: postgres.Sql): Promise<void> => {
  const at = (hour: number) => `2026-03-01T0${hour}:00:00Z`;
  const run = { mode: 'FULL', scope: sql.json({}), base_release: 1, model_version: 'm-1' };
  await sql`insert into matching.run ${sql([
    { ...run, run_id: 'ru_1', status: 'DONE', started_at: at(1), ended_at: at(2), release: 1 },
    { ...run, run_id: 'ru_2', status: 'RUNNING', started_at: at(3), ended_at: null, release: null },
    {
      run_id: 'ru_3',
      mode: 'INCREMENTAL',
      scope: sql.json({ lists: ['power'] }),
      base_release: 0,
      model_version: '',
      status: 'QUEUED',
      started_at: at(4),
      ended_at: null,
      release: null,
    },
  ])}`;
  const block = { kind: 'REFERENCE', right_catalog_id: 'ca_province', region_code: '', weight: 4 };
  const stats = (sure: number, auto: number, review: number, none: number) =>
    sql.json({ sure, auto, review, none });
  const done = { status: 'DONE', judged: 3, reused: 1 };
  const waiting = { status: 'WAITING', items: 0, judged: 0, reused: 0, stats: sql.json({}) };
  await sql`insert into matching.block ${sql([
    { run_id: 'ru_1', ...block, catalog_id: 'ca_county', ...done, items: 4, stats: stats(0, 1, 2, 1) },
    { run_id: 'ru_1', ...block, catalog_id: 'ca_other', ...done, items: 1, stats: stats(0, 0, 1, 0) },
    { run_id: 'ru_2', ...block, catalog_id: 'ca_county', ...done, items: 4, stats: stats(4, 0, 0, 0) },
    { run_id: 'ru_2', ...block, kind: 'SOURCE', catalog_id: 'ca_county', ...waiting },
  ])}`;
};
