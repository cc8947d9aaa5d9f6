import type { Sql, TransactionSql } from '../../db/client.ts';
import type { Unsafe } from './unsafe.ts';

/** What a database says of itself; each list has names of what is not as it must be. */
export interface DatabaseFacts {
  readonly encoding: string;
  /** Roles of the hub that walls do not hold: superusers, BYPASSRLS, makers of roles or databases, replication. */
  readonly strongRoles: readonly string[];
  /** Roles of the hub that belong to a role of the server that reads or writes everything. */
  readonly members: readonly string[];
  /** Tables with policies that are not in force, or not for their owner. */
  readonly unforced: readonly string[];
  /** Triggers out of force. */
  readonly silent: readonly string[];
  /** Tables of the audit trail, and of who may no longer write, that a role of the hub may touch. */
  readonly openTrail: readonly string[];
  /** Tables that everyone who logs in may write. */
  readonly writtenByAll: readonly string[];
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: number;
}

/** The schemas of the hub. */
const SCHEMAS = [
  'reference',
  'county',
  'township',
  'guide',
  'matching',
  'intake',
  'release',
  'audit',
  'authority',
  'report',
];

/** What stands behind row-level security whether or not policies are left on it. */
const WALLED = ['matching.request', 'matching.outcome', 'intake.draft', 'intake.draft_row'];

/** Without TRUNCATE, DELETE and TRIGGER, which no column has. */
const OF_COLUMNS = 'SELECT, INSERT, UPDATE, REFERENCES';

/** Apart by so many milliseconds, what is recorded of an hour did not happen in it. */
const CLOCKS_APART = 300_000;

/** Asks a database what it says of itself. */
export const readDatabaseFacts = async (sql: Sql | TransactionSql): Promise<DatabaseFacts> => {
  const [facts] = await sql<(Omit<DatabaseFacts, 'now'> & { readonly now: string })[]>`
    with hub as (select * from pg_roles where rolname like 'zongheng\\_%'),
      tables as (
        select c.*, n.nspname || '.' || c.relname as name, n.nspname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname::text = any(${SCHEMAS}) and c.relkind in ('r', 'p'))
    select current_setting('server_encoding') as encoding,
      array(select rolname::text from hub
        where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication order by 1) as "strongRoles",
      array(select h.rolname || ' → ' || g.rolname from hub h join pg_auth_members m on m.member = h.oid
        join pg_roles g on g.oid = m.roleid where g.rolsuper or g.rolname like 'pg\\_%' order by 1) as members,
      array(select name from tables where not (relrowsecurity and relforcerowsecurity)
        and (relrowsecurity or name = any(${WALLED})
          or exists (select from pg_policy p where p.polrelid = tables.oid)) order by 1) as unforced,
      array(select t.name || '.' || g.tgname from tables t join pg_trigger g on g.tgrelid = t.oid
        where not g.tgisinternal and g.tgenabled in ('D', 'R') order by 1) as silent,
      array(select t.name || ' ← ' || h.rolname from tables t cross join hub h
        where t.nspname in ('audit', 'authority') and (has_any_column_privilege(h.oid, t.oid, ${OF_COLUMNS})
          or has_table_privilege(h.oid, t.oid, 'DELETE, TRUNCATE, TRIGGER'))
        and not h.rolsuper order by 1) as "openTrail",
      array(select name from tables
        where has_any_column_privilege('public', oid, 'INSERT, UPDATE')
          or has_table_privilege('public', oid, 'DELETE, TRUNCATE') order by 1) as "writtenByAll",
      (extract(epoch from clock_timestamp()) * 1000)::float8 as now`;
  if (facts === undefined) throw new Error('the database says nothing of itself');
  return { ...facts, now: Number(facts.now) };
};

const RULES: readonly {
  readonly list: 'strongRoles' | 'members' | 'unforced' | 'silent' | 'openTrail' | 'writtenByAll';
  readonly reason: string;
  readonly remedy: string;
}[] = [
  {
    list: 'strongRoles',
    reason: '子图的数据库角色权限过大，行级安全和只读对它们不起作用',
    remedy: '请执行 ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION',
  },
  { list: 'members', reason: '子图的数据库角色属于能读写一切的角色', remedy: '请用 REVOKE 收回' },
  {
    list: 'unforced',
    reason: '表上有行级安全的策略，却没有生效，或对表的所有者不生效',
    remedy: '请执行 ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
  },
  {
    list: 'silent',
    reason: '触发器被停用，只追加的记录可被改写',
    remedy: '请执行 ALTER TABLE … ENABLE TRIGGER，再用 zongheng verify 核查',
  },
  {
    list: 'openTrail',
    reason: '子图的数据库角色可以触及留痕或吊销记录',
    remedy: '请用 REVOKE 收回，再用 zongheng verify 核查',
  },
  { list: 'writtenByAll', reason: '凡能登录数据库的都可以改写这些表', remedy: '请执行 REVOKE … FROM PUBLIC' },
];

const NAMED = 5;

/** All that is unsafe about a database, by what it says of itself; `now` is this machine's clock. */
export const unsafeDatabase = (facts: DatabaseFacts, now: number): readonly Unsafe[] => {
  const found = RULES.flatMap(({ list, reason, remedy }): readonly Unsafe[] => {
    const names = facts[list];
    if (names.length === 0) return [];
    const more = names.length > NAMED ? ` 等 ${names.length} 处` : '';
    return [{ reason: `${reason}：${names.slice(0, NAMED).join('、')}${more}`, remedy }];
  });
  const encoding = {
    reason: `数据库的字符编码是 ${facts.encoding}，摘要和排序会与程序不一致`,
    remedy: '请用 UTF8 另建一个库',
  };
  const clocks = {
    reason: `本机与数据库的时钟相差 ${Math.round(Math.abs(facts.now - now) / 1000)} 秒`,
    remedy: '请校正两边的时钟',
  };
  return [
    ...found,
    ...(facts.encoding === 'UTF8' ? [] : [encoding]),
    ...(Math.abs(facts.now - now) > CLOCKS_APART ? [clocks] : []),
  ];
};
