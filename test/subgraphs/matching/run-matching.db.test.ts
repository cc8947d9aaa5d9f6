import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LEVELS } from '../../../catalog/levels.ts';
import { COUNTRY } from '../../../catalog/regions.ts';
import { aWriter } from '../../support/writers.ts';
import { type AskedSubgraph, type AskOptions, openOver } from '../ask.ts';
import { storeJudgedProvince } from './judged-province.ts';

let matching: AskedSubgraph;
let sql: postgres.Sql;

beforeEach(async () => {
  matching = await openOver('matching', async (seed) => {
    await storeJudgedProvince(seed);
    await seed`delete from matching.run where status = 'QUEUED'`;
    await seed`
      insert into reference.catalog (catalog_id, from_release, version, digest, catalog_key, catalog_name, level, region_code, kind, item_count)
      values ('ca_one', 1, 1, '', 'one', '甲', 'COUNTY', '880121000000', 'POWER', 0),
        ('ca_two', 1, 1, '', 'two', '乙', 'COUNTY', '880121000000', 'POWER', 0)`;
  });
  sql = postgres(matching.url, { max: 2, onnotice: () => undefined });
});

afterEach(async () => {
  await sql.end();
  await matching[Symbol.asyncDispose]();
});

const operator = (subject = '张三') =>
  aWriter({ subject, grants: [{ role: 'OPERATOR', region: COUNTRY, levels: LEVELS }] });
const PERSON = { writer: operator(), now: '2026-03-01T08:00:00Z' };

const request = async (variables: object = {}, options: AskOptions = PERSON) => {
  const { data, codes } = await matching.ask(
    `mutation ($scope: MatchScope, $mode: MatchRunMode! = INCREMENTAL) { runMatching(scope: $scope, mode: $mode) {
      result message run { id mode status lists modelVersion startedAt baseRelease requestedBy failure { code } progress { blocks } } } }`,
    { ...options, variables: { ...variables } },
  );
  return { ...data?.runMatching, codes };
};

const waiting = () =>
  sql`select mode, scope, status from matching.run where status = 'QUEUED' order by started_at, scope`;

test('an operator asks for a run and is shown it waiting; the same again is the same run', async () => {
  const first = await request();
  expect(first).toEqual({
    codes: [],
    result: 'QUEUED',
    message: '已排队，进度见 matchRun。',
    run: {
      id: expect.stringMatching(/^ru_/u),
      mode: 'INCREMENTAL',
      status: 'QUEUED',
      lists: null,
      modelVersion: null,
      startedAt: '2026-03-01T08:00:00.000Z',
      baseRelease: null,
      requestedBy: '张三',
      failure: null,
      progress: { blocks: 0 },
    },
  });
  expect(await request({}, { ...PERSON, writer: operator('李四') })).toMatchObject({
    result: 'ALREADY_QUEUED',
    run: { id: first.run.id, requestedBy: '张三' },
  });
  expect(await request({ mode: 'FULL' })).toMatchObject({ result: 'QUEUED' });
  expect(await waiting()).toEqual([
    { mode: 'INCREMENTAL', scope: {}, status: 'QUEUED' },
    { mode: 'FULL', scope: {}, status: 'QUEUED' },
  ]);
});

test('lists in another order, or twice, are the same lists', async () => {
  const first = await request({ scope: { lists: ['two', 'one'] } });
  expect(first).toMatchObject({ result: 'QUEUED', run: { lists: ['one', 'two'] } });
  expect(await request({ scope: { lists: ['one', 'two', 'one'] } })).toMatchObject({
    result: 'ALREADY_QUEUED',
    run: { id: first.run.id },
  });
});

test('many who ask at once get one run', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => request()));
  expect(new Set(answers.map(({ run }) => run.id)).size).toBe(1);
  expect(answers.filter(({ result }) => result === 'QUEUED')).toHaveLength(1);
});

test.each([
  ['a list that is not there', { scope: { lists: ['one', 'gone'] } }, { result: 'NO_SUCH_LIST', run: null }],
  ['no list at all', { scope: { lists: [] } }, { codes: ['BAD_USER_INPUT'] }],
  ['a key too long', { scope: { lists: ['x'.repeat(101)] } }, { codes: ['BAD_USER_INPUT'] }],
  ['too many lists', { scope: { lists: Array(101).fill('one') } }, { codes: ['BAD_USER_INPUT'] }],
])('%s is refused, and nothing waits', async (_, variables, expected) => {
  expect(await request(variables)).toMatchObject(expected);
  expect(await waiting()).toEqual([]);
});

test('nobody but an operator of the lists asks', async () => {
  expect((await request({}, {})).codes).toEqual(['UNAUTHENTICATED']);
  expect(await request({}, { writer: aWriter() })).toMatchObject({ result: 'NOT_YOURS', run: null });
  expect(await waiting()).toEqual([]);
});

test.each([
  ['an empty list of lists', [], '张三', 'a run over lists names one'],
  ['no name', null, ' ', 'who asks for a run has a name'],
])('in the database itself %s is refused', async (_, lists, actor, message) => {
  await expect(sql`select matching.request_run('FULL', ${lists}::text[], ${actor}, now())`).rejects.toThrow(
    message,
  );
  expect(await waiting()).toEqual([]);
});

test.each([
  ['NO_SUCH_LIST', 'NO_SUCH_LIST', '要求匹配的清单已经不在，请核对清单键后再要求一次。'],
  ['ROLLED_BACK', 'ROLLED_BACK', '其间恢复到了较早的版次，请再要求一次。'],
  ['模型已更换', 'MODEL_CHANGED', '其间换了匹配模型，请再要求一次。'],
  ['toString', 'INTERNAL', '匹配程序出错，请看做匹配的进程的输出，排除后再要求一次。'],
  [
    'cannot read properties of undefined',
    'INTERNAL',
    '匹配程序出错，请看做匹配的进程的输出，排除后再要求一次。',
  ],
])(
  'why a run failed is told by its code, never in the words of an exception: %s',
  async (reason, code, message) => {
    await sql`update matching.run set status = 'FAILED', stats = ${sql.json({ reason, detail: 'secret' })} where run_id = 'ru_1'`;
    const { data } = await matching.ask('{ matchRun(id: "ru_1") { status failure { code message } } }');
    expect(data.matchRun).toEqual({ status: 'FAILED', failure: { code, message } });
  },
);

test('twenty wait at most; what waits already is still told', async () => {
  await sql`
    insert into matching.run (run_id, mode, scope, model_version, status, started_at, base_release)
    select 'ru_many_' || n, 'FULL', jsonb_build_object('lists', array['l' || n]), '', 'QUEUED', '2026-01-01', 0
    from generate_series(1, 19) n`;
  const last = await request();
  expect(last.result).toBe('QUEUED');
  expect(await request({ mode: 'FULL' })).toMatchObject({ result: 'QUEUE_FULL', run: null });
  expect(await request()).toMatchObject({ result: 'ALREADY_QUEUED', run: { id: last.run.id } });
});

test('whoever listens is told', async () => {
  const heard = Promise.withResolvers<string>();
  const { unlisten } = await sql.listen('zongheng_run_queued', heard.resolve);
  await request();
  expect(await heard.promise).toBe('');
  await unlisten();
});
