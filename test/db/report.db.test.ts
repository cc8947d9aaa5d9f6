import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decide } from '../linkage/decision-calls.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { readDocument } from '../support/documents.ts';
import {
  storeCatalogs,
  storeGuides,
  storeItems,
  storeMatches,
  storeOrganisations,
  storeRegions,
  storeReleases,
} from '../support/rows.ts';

const VIEWS = ['coverage', 'gap', 'item', 'link', 'list', 'material', 'region', 'release', 'time_limit'];
const PROVINCE = { region: '880000000000', level: 'PROVINCE', catalog: 'ca_province' };

let database: TestDatabase;
let owner: postgres.Sql;
let reader: postgres.Sql;

const open = (connection: Partial<postgres.ConnectionParameters> = {}) =>
  postgres(database.url, { max: 1, onnotice: () => undefined, connection });

beforeAll(async () => {
  database = await freshDatabase();
  owner = open();
  await storeReleases(owner, 2);
  await storeRegions(owner, [
    { code: '880000000000', name: '纵横省' },
    { code: '880100000000', name: '长风市' },
    { code: '880121000000', name: '青溪县' },
  ]);
  await storeOrganisations(owner, [{ id: 'or_police', name: '青溪县公安局' }]);
  await storeCatalogs(owner, [
    { id: 'ca_county', key: 'county', itemCount: 4 },
    { id: 'ca_province', key: 'reference', region: '880000000000', kind: 'REFERENCE', itemCount: 4 },
  ]);
  const limits = {
    statutoryLimit: { amount: 20, unit: 'WORKING_DAY', raw: '20个工作日' },
    promisedLimit: { amount: 5, unit: 'WORKING_DAY', raw: '5个工作日' },
    visits: 1,
    serviceObjects: ['NATURAL_PERSON', 'ENTERPRISE'],
  };
  await storeItems(owner, [
    { id: 'ci_old', name: '旧名称', to: 2, elements: limits },
    { id: 'ci_a', name: '食品经营许可', elements: limits, ordinal: 1 },
    { id: 'ci_b', name: '户口登记', ordinal: 2, cancel: '2020-01-01' },
    { id: 'ci_c', name: '养老认证', ordinal: 3 },
    { id: 'ri_a', name: '食品经营许可', ...PROVINCE, elements: { exerciseLevels: ['COUNTY'] } },
    { id: 'ri_b', name: '户口登记', ...PROVINCE },
    { id: 'ri_c', name: '养老资格认证', ...PROVINCE, elements: { exerciseLevels: ['COUNTY'] } },
    { id: 'ri_d', name: '只由省级办理', ...PROVINCE, elements: { exerciseLevels: ['PROVINCE'] } },
    { id: 'ri_e', name: '没有人认领', ...PROVINCE, elements: { exerciseLevels: ['COUNTY'] } },
    { id: 'ri_f', name: '主项', ...PROVINCE, elements: { hasSubItems: true } },
  ]);
  await storeGuides(owner, [
    { id: 'gd_a', item: 'ci_a', elements: { materials: [{ name: '申请表', necessity: 'NECESSARY' }] } },
  ]);
  await storeMatches(owner, [
    { id: 'ma_a', left: 'ci_a', right: 'ri_a' },
    { id: 'ma_b', left: 'ci_b', right: 'ri_b', status: 'CONFIRMED' },
    { id: 'ma_c', left: 'ci_c', right: 'ri_c', status: 'REVIEW', confidence: 0.5 },
    { id: 'ma_e', left: 'ci_c', right: 'ri_e', status: 'REJECTED', confidence: 0.5 },
  ]);
  reader = open({ role: 'zongheng_report' });
});

afterAll(async () => {
  await owner.end();
  await reader.end();
  await database[Symbol.asyncDispose]();
});

describe('the views', () => {
  test('are these, each with a Chinese comment of its own and of every column', async () => {
    const rows = await owner<{ view: string; column: string | null; comment: string | null }[]>`
      select c.relname as view, a.attname as column,
        case when a.attnum is null then obj_description(c.oid) else col_description(c.oid, a.attnum) end as comment
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'report'
      left join lateral (select null::name as attname, null::int as attnum union all
        select attname, attnum::int from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) a on true
      where c.relkind = 'v' order by c.relname`;
    expect([...new Set(rows.map(({ view }) => view))]).toEqual(VIEWS);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ comment }) => !/\p{Script=Han}/u.test(comment ?? ''))).toEqual([]);
  });

  test('can be written through by nobody, their owner included, and no condition is asked of hidden rows', async () => {
    const rows = await owner`
      select v.table_name, v.is_updatable, v.is_insertable_into, 'security_barrier=true' = any(c.reloptions) as barrier
      from information_schema.views v join pg_class c on c.relname = v.table_name
        and c.relnamespace = 'report'::regnamespace where v.table_schema = 'report'`;
    expect(rows).toHaveLength(VIEWS.length);
    for (const row of rows)
      expect(row).toMatchObject({ is_updatable: 'NO', is_insertable_into: 'NO', barrier: true });
  });

  test('show the newest release alone', async () => {
    const names = (await reader`select item_id from report.item order by item_id`).map(
      (row) => row['item_id'],
    );
    expect(names).toEqual(['ci_a', 'ci_b', 'ci_c', 'ri_a', 'ri_b', 'ri_c', 'ri_d', 'ri_e', 'ri_f']);
    expect(await reader`select release, is_newest from report.release order by release`).toEqual([
      { release: 1, is_newest: false },
      { release: 2, is_newest: true },
    ]);
  });

  test('show an item with its elements, its limits as numbers, and the materials of its guide', async () => {
    const [item] = await reader`select * from report.item where item_id = 'ci_a'`;
    expect(item).toMatchObject({
      ...{ name: '食品经营许可', region_name: '纵横省长风市青溪县', department: '青溪县公安局', visits: '1' },
      ...{ state: 'IN_FORCE', has_guide: true, service_objects: 'NATURAL_PERSON；ENTERPRISE', source_row: 1 },
      ...{ city_code: '880100000000', county_code: '880121000000', statutory_limit: '20个工作日' },
    });
    expect(await reader`select state from report.item where item_id = 'ci_b'`).toEqual([
      { state: 'CANCELLED' },
    ]);
    expect(
      await reader`select item_id, statutory_amount, promised_amount, is_same_unit from report.time_limit`,
    ).toEqual([{ item_id: 'ci_a', statutory_amount: '20', promised_amount: '5', is_same_unit: true }]);
    expect(await reader`select item_id, guide_id, place, name, necessity from report.material`).toEqual([
      { item_id: 'ci_a', guide_id: 'gd_a', place: 1, name: '申请表', necessity: 'NECESSARY' },
    ]);
  });

  test('show settled links only, and coverage and gaps told from them', async () => {
    expect(await reader`select link_id, left_name, right_name from report.link order by link_id`).toEqual([
      { link_id: 'ma_a', left_name: '食品经营许可', right_name: '食品经营许可' },
      { link_id: 'ma_b', left_name: '户口登记', right_name: '户口登记' },
    ]);
    const coverage = await reader`
      select reference_id, is_at_this_level, is_main_item, link_state from report.coverage order by reference_id`;
    expect(coverage.map((row) => Object.values(row))).toEqual([
      ['ri_a', true, false, 'LINKED'],
      ['ri_b', null, false, 'NOT_IN_FORCE'],
      ['ri_c', true, false, 'WAITING'],
      ['ri_d', false, false, 'NOT_LINKED'],
      ['ri_e', true, false, 'NOT_LINKED'],
      ['ri_f', null, true, 'NOT_LINKED'],
    ]);
    expect(await reader`select reference_id, is_waiting from report.gap order by reference_id`).toEqual([
      { reference_id: 'ri_c', is_waiting: true },
      { reference_id: 'ri_e', is_waiting: false },
    ]);
  });

  test('never name who decided', async () => {
    await decide(owner, [
      { kind: 'REFERENCE', left: 'ci_a', right: 'ri_a', verdict: 'CONFIRM', reason: '机密的理由' },
    ]);
    const [decision] = await owner`select decided_by from matching.decision`;
    const shown = await Promise.all(VIEWS.map((view) => reader`select * from ${reader(`report.${view}`)}`));
    const text = JSON.stringify(shown);
    expect(text).toContain('食品经营许可');
    expect(text).not.toContain('机密的理由');
    expect(text).not.toContain(`"${String(decision?.['decided_by'])}"`);
  });
});

describe('the role', () => {
  test('may select from each view, and has no right on any other relation, schema or routine of the hub', async () => {
    const rights = await owner<{ name: string; rights: string[] }[]>`
      select n.nspname || '.' || c.relname as name, array(select p from unnest(array[
        'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
        where has_table_privilege('zongheng_report', c.oid, p)) as rights
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^(pg_|information_schema)' and c.relkind in ('r', 'v', 'm', 'p', 'f')`;
    expect(rights.length).toBeGreaterThan(VIEWS.length + 20);
    expect(
      rights
        .filter((one) => one.rights.length > 0)
        .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    ).toEqual(VIEWS.map((view) => ({ name: `report.${view}`, rights: ['SELECT'] })));
    const schemas = await owner`
      select nspname from pg_namespace where nspname !~ '^(pg_|information_schema)' and nspname <> 'public'
        and (has_schema_privilege('zongheng_report', oid, 'USAGE') or has_schema_privilege('zongheng_report', oid, 'CREATE'))`;
    expect(schemas).toEqual([{ nspname: 'report' }]);
    const [role] = await owner`
      select rolsuper, rolcanlogin, rolcreaterole, rolcreatedb, rolbypassrls, has_schema_privilege('zongheng_report', 'report', 'CREATE') as creates,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships from pg_roles r where rolname = 'zongheng_report'`;
    expect(role).toEqual({
      ...{
        rolsuper: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
      },
      ...{ creates: false, memberships: 0 },
    });
  });

  test.each([
    ['drafts', 'select * from intake.draft'],
    ['decisions', 'select * from matching.decision'],
    ['links with all their states', 'select * from matching.match'],
    ['earlier versions', 'select * from reference.published'],
    ['a decision', `select matching.decide('[]', '某人', now(), null, null)`],
    ['an item', `update county.item set task_name = ''`],
    ['a table of its own beside the views', 'create table report.mine (x int)'],
    ['a table in the common schema', 'create table public.mine (x int)'],
    ['a view in place of another', 'create or replace view report.region as select 1 as x'],
  ])('cannot reach or make %s', async (_what, statement) => {
    await expect(reader.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test.each(VIEWS)('can change nothing through the view %s', async (view) => {
    await expect(reader.unsafe(`delete from report.${view}`)).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:42501|55000)$/u),
    });
    await expect(owner.unsafe(`delete from report.${view}`)).rejects.toMatchObject({ code: '55000' });
  });
});

describe('the manual', () => {
  const manual = readDocument('docs/operate/report-schema.md');
  const statements = manual.blocks.filter(({ language }) => language === 'sql').map(({ text }) => text);

  test('tells of every view', () => {
    for (const view of VIEWS) expect(manual.text).toContain(`\`report.${view}\``);
  });

  test('makes a login that reads the views', async () => {
    const [making = ''] = statements;
    expect(making).toContain('CREATE ROLE bi LOGIN');
    // Roles belong to the whole server, where other tests run: this one never comes to be.
    const seen = await owner
      .begin(async (sql) => {
        await sql.unsafe(making.replaceAll(/\bbi\b/gu, 'bi_of_the_manual'));
        await sql`set local role bi_of_the_manual`;
        const [row] = await sql`select count(*)::int as count from report.item`;
        throw Object.assign(new Error('undone'), { row });
      })
      .catch((error: Error & { row?: unknown }) => error.row ?? error);
    expect(seen).toEqual({ count: 9 });
  });

  test('shows queries that the role can ask', async () => {
    const queries = statements.filter((text) => text.startsWith('SELECT'));
    expect(queries).toHaveLength(2);
    const [columns = '', claims = ''] = queries;
    expect((await reader.unsafe(columns)).length).toBeGreaterThan(100);
    // Of three items that the county exercises one is claimed, one waits and one is missing.
    expect(await reader.unsafe(claims)).toEqual([
      { region_name: '纵横省长风市青溪县', 已认领: '1', 待审定: '1', 应认领: '3' },
    ]);
  });
});
