import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import type { Entry } from '../../trail/entry.ts';
import { digestOfSeal, hashOfEntry, NOTHING_BEFORE } from '../../trail/hash.ts';
import { freshDatabase } from '../support/database.ts';

const NOW = '2026-07-01T08:00:00.123Z';

type Record = readonly [
  region: string,
  subject: string | null,
  tokenId: string | null,
  target: string | null,
  release: number | null,
];

const opened = async () => {
  const database = await freshDatabase();
  const sql = connect(database.url, { connections: 4 });
  const record = async ([region, subject, tokenId, target, release]: Record): Promise<number> => {
    const [row] = await sql<{ sequence: string }[]>`
      select audit.record(${region}, ${subject}, ${tokenId}, 'DECIDE', ${target}, 'ACCEPTED', null,
        ${sql.json({ b: 1, a: [target] })}, ${release}, ${NOW}) as sequence`;
    return Number(row?.sequence);
  };
  const entries = () => sql<Entry[]>`
    select region, sequence::float8 as sequence, audit.moment_text(moment) as moment, subject, token_id as "tokenId",
      action, target, outcome, request_id as "requestId", content_digest as "contentDigest", release,
      previous_hash as "previousHash", hash
    from audit.entry order by region, sequence`;
  const release = (number: number) => sql`
    insert into release.release (number, published_at, added, changed, removed) values (${number}, ${NOW}, 0, 0, 0)`;
  const close = async () => {
    await sql.end();
    await database[Symbol.asyncDispose]();
  };
  return { sql, record, entries, release, [Symbol.asyncDispose]: close };
};

test('the database and the program hash alike, whatever the words', async () => {
  await using trail = await opened();
  const cases: readonly Record[] = [
    ['000000000000', 'zongheng', null, null, null],
    ['000000000000', '张三', 'jti-1', '甲:乙~1:', 7],
    ['430811000000', '', '', '', 0],
    ['430811000000', '𠮷野家 👍', 'a\nb', '1:2', null],
    ['430811000000', null, null, '~', 2_147_483_647],
  ];
  for (const one of cases) await trail.record(one);
  const entries = await trail.entries();
  expect(entries.map((entry) => entry.hash)).toEqual(entries.map(hashOfEntry));
  expect(entries.map((entry) => [entry.region, entry.sequence])).toEqual([
    ['000000000000', 1],
    ['000000000000', 2],
    ['430811000000', 1],
    ['430811000000', 2],
    ['430811000000', 3],
  ]);
  expect(entries[0]?.previousHash).toBe(NOTHING_BEFORE);
  expect(entries[1]?.previousHash).toBe(entries[0]?.hash);
  expect(entries[2]?.previousHash).toBe(NOTHING_BEFORE);
  expect(entries[0]?.moment).toBe('2026-07-01T08:00:00.123000Z');
});

test('each release seals the chains that have moved, and holds the digest of the release before', async () => {
  await using trail = await opened();
  await trail.record(['430811000000', 'a', null, null, null]);
  await trail.record(['000000000000', 'a', null, null, null]);
  await trail.record(['430811000000', 'b', null, null, null]);
  await trail.release(1);
  await trail.release(2);
  await trail.record(['430811000000', 'c', null, null, null]);
  await trail.release(3);
  const entries = await trail.entries();
  const head = (at: number) => ({
    region: entries[at]?.region ?? '',
    sequence: entries[at]?.sequence ?? 0,
    hash: entries[at]?.hash ?? '',
  });
  const first = digestOfSeal(1, NOTHING_BEFORE, [head(0), head(2)]);
  const second = digestOfSeal(2, first, []);
  const third = digestOfSeal(3, second, [head(3)]);
  const told = await trail.sql`select number, trail_head from release.published order by number`;
  expect([...told]).toEqual([
    { number: 1, trail_head: first },
    { number: 2, trail_head: second },
    { number: 3, trail_head: third },
  ]);
  expect([...(await trail.sql`select * from audit.unsealed`)]).toEqual([]);
});

test('nobody changes an entry, a head or a seal, not even the owner, nor as a replica', async () => {
  await using trail = await opened();
  await trail.record(['430811000000', 'a', null, null, null]);
  await trail.release(1);
  for (const table of ['entry', 'head', 'seal']) {
    for (const act of [
      `update audit.${table} set release = 1`,
      `delete from audit.${table}`,
      `truncate audit.${table}`,
    ]) {
      await expect(trail.sql.unsafe(act), act).rejects.toThrow('留痕只能追加');
      const replica = trail.sql.begin(async (transaction) => {
        await transaction`set local session_replication_role = replica`;
        await transaction.unsafe(act);
      });
      await expect(replica, act).rejects.toThrow('留痕只能追加');
    }
  }
});

test('the subgraphs may record at most, and see nothing', async () => {
  await using trail = await opened();
  const rights = await trail.sql`
    select r.rolname as role, count(*) filter (where has_table_privilege(r.oid, t.oid, 'SELECT, INSERT, UPDATE, DELETE,
      TRUNCATE, REFERENCES, TRIGGER'))::int as tables,
      has_function_privilege(r.oid, 'audit.record(text,text,text,text,text,text,text,jsonb,integer,timestamptz)', 'EXECUTE')
        and has_schema_privilege(r.oid, 'audit', 'USAGE') as records
    from pg_roles r, pg_class t join pg_namespace n on n.oid = t.relnamespace
    where r.rolname like 'zongheng\\_%' and n.nspname = 'audit' and t.relkind = 'r' group by r.oid, r.rolname order by 1`;
  expect(rights.length).toBeGreaterThanOrEqual(6);
  for (const { role, tables, records } of rights) {
    expect([role, tables, records]).toEqual([role, 0, role === 'zongheng_matching']);
  }
});

test('parallel writers of one region and of many make unbroken chains, beside releases', async () => {
  await using trail = await opened();
  const regions = ['000000000000', '430811000000', '511602000000'];
  const record = (at: number) =>
    trail.record([regions[at % 3] ?? '', `writer ${at}`, null, String(at), null]);
  const release = (number: number) =>
    trail.sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(4720332)`;
      await transaction`select audit.record(${regions[number % 3] ?? ''}, 'publisher', null, 'PUBLISH', null, 'ACCEPTED', null,
        null, ${number}, ${NOW})`;
      await transaction`
        insert into release.release (number, published_at, added, changed, removed)
        select coalesce(max(number), 0) + 1, ${NOW}, 0, 0, 0 from release.release`;
    });
  await Promise.all([
    ...Array.from({ length: 150 }, (_, at) => record(at)),
    ...Array.from({ length: 15 }, (_, at) => release(at)),
  ]);
  const entries = await trail.entries();
  expect(entries).toHaveLength(165);
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1]?.region === entry.region ? entries[at - 1] : undefined;
    expect(entry.sequence).toBe((before?.sequence ?? 0) + 1);
    expect(entry.previousHash).toBe(before?.hash ?? NOTHING_BEFORE);
    expect(entry.hash).toBe(hashOfEntry(entry));
  }
  expect(await trail.sql`select 1 from audit.seal`).toHaveLength(15);
});

test('writers of different regions do not wait for each other, nor for a release under way', async () => {
  await using trail = await opened();
  await trail.sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock(4720332)`;
    await transaction`select audit.record('430811000000', 'a', null, 'X', null, 'ACCEPTED', null, null, null, ${NOW})`;
    await transaction`insert into release.release (number, published_at, added, changed, removed) values (1, ${NOW}, 0, 0, 0)`;
    await transaction`set constraints all immediate`;
    expect(await trail.record(['511602000000', 'b', null, null, null])).toBe(1);
  });
  expect([...(await trail.sql`select region from audit.unsealed`)]).toEqual([{ region: '511602000000' }]);
});

test.each(['43', '43081100000', '4308110000000', '43081100000x', ''])(
  'a region that is none is not recorded under: %j',
  async (region) => {
    await using trail = await opened();
    await expect(trail.record([region, 'a', null, null, null])).rejects.toThrow('12 位');
  },
);
