import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkStoredTrail } from '../../../cli/trail/stored-trail.ts';
import { connect, type Sql } from '../../../db/client.ts';
import type { Anchor, Finding } from '../../../trail/finding.ts';
import { cloneDatabase, freshDatabase, type TestDatabase } from '../../support/database.ts';

const NOW = '2026-07-01T08:00:00.000Z';
const REGIONS = ['000000000000', '330000000000', '331000000000', '430811000000'];

let written: TestDatabase;
let newest: Anchor;
let last: Anchor;

const record = (sql: Sql, at: number) => sql`
  select audit.record(${REGIONS[at % 4] ?? ''}, ${`writer ${at}`}, ${`jti-${at}`}, 'DECIDE', ${`it_${at}`}, 'ACCEPTED',
    ${`rq-${at}`}, ${sql.json({ at })}, ${at}, ${NOW})`;

beforeAll(async () => {
  written = await freshDatabase();
  const sql = connect(written.url, { connections: 1 });
  for (let at = 1; at <= 40; at += 1) {
    await record(sql, at);
    if (at % 6 === 0)
      await sql`
        insert into release.release (number, published_at, added, changed, removed) values (${at / 6}, ${NOW}, 0, 0, 0)`;
  }
  const [seal] = await sql<{ digest: string }[]>`select digest from audit.seal order by release desc limit 1`;
  newest = { kind: 'RELEASE', release: 6, hash: seal?.digest ?? '' };
  const [entry] = await sql<{ sequence: string; hash: string }[]>`
    select sequence, hash from audit.entry where region = '000000000000' order by sequence desc limit 1`;
  last = {
    kind: 'ENTRY',
    region: '000000000000',
    sequence: Number(entry?.sequence),
    hash: entry?.hash ?? '',
  };
  await sql.end();
}, 60_000);

afterAll(async () => {
  await written[Symbol.asyncDispose]();
});

const findingsAfter = async (tamper: (sql: Sql) => Promise<unknown>, anchors: readonly Anchor[] = []) => {
  await using database = await cloneDatabase(written);
  const sql = connect(database.url, { connections: 1 });
  try {
    for (const table of ['entry', 'head', 'seal'])
      await sql.unsafe(`alter table audit.${table} disable trigger all`);
    await tamper(sql);
    const findings: Finding[] = [];
    await checkStoredTrail(sql, anchors, (finding) => findings.push(finding));
    return findings;
  } finally {
    await sql.end();
  }
};

/** The chain of the region made anew from a place on, as its owner could do. */
const rehash = async (sql: Sql, region: string, from: number) => {
  for (let sequence = from; ; sequence += 1) {
    const changed = await sql`
      update audit.entry e set previous_hash = p.hash from audit.entry p
      where e.region = ${region} and e.sequence = ${sequence} and p.region = e.region and p.sequence = e.sequence - 1`;
    const hashed = await sql`
      update audit.entry e set hash = audit.hash_of(e) where region = ${region} and sequence = ${sequence}`;
    if (changed.count + hashed.count === 0) return;
  }
};

describe('in the database, its triggers out of force', () => {
  test('what was written is found in order', async () => {
    const size = async (sql: Sql) => {
      expect(await checkStoredTrail(sql, [newest, last], () => undefined)).toEqual({
        entries: 40,
        releases: 6,
      });
    };
    expect(await findingsAfter(size, [newest, last])).toEqual([]);
  });

  const AT = "region = '331000000000' and sequence = 4";

  test.each([
    ["moment = moment + interval '1 microsecond'"],
    ["subject = 'x'"],
    ['token_id = null'],
    ["action = 'x'"],
    ['target = null'],
    ["outcome = 'x'"],
    ["request_id = 'x'"],
    ["content_digest = 'x'"],
    ['release = null'],
  ])('an edit: %s', async (change) => {
    expect(await findingsAfter((sql) => sql.unsafe(`update audit.entry set ${change} where ${AT}`))).toEqual([
      { kind: 'EDITED', region: '331000000000', sequence: 4 },
    ]);
  });

  test.each([
    ['deleted', `delete from audit.entry where ${AT}`, ['MISSING', 'BROKEN_LINK']],
    [
      'moved',
      `update audit.entry set region = '999999999999', sequence = 1 where ${AT}`,
      ['MISSING', 'EDITED'],
    ],
    [
      'swapped',
      `update audit.entry set sequence = 113 - sequence where region = '331000000000' and sequence in (6, 7);
       update audit.entry set sequence = sequence - 100 where region = '331000000000' and sequence > 100`,
      ['BROKEN_LINK', 'EDITED'],
    ],
    [
      'inserted',
      `insert into audit.entry select '331000000000', 11, moment, subject, token_id, action, target, outcome, request_id,
         content_digest, release, hash, hash from audit.entry where region = '331000000000' and sequence = 10`,
      ['EDITED', 'UNMARKED'],
    ],
    ['cut', `delete from audit.entry where region = '331000000000' and sequence > 4`, ['CUT']],
    [
      'duplicated',
      `alter table audit.entry drop constraint entry_region_sequence_pk; insert into audit.entry select * from audit.entry where ${AT}`,
      ['DUPLICATED'],
    ],
    ['emptied', 'truncate audit.entry', ['CUT']],
    [
      'a head edited',
      `update audit.head set hash = repeat('a', 64) where release = 3`,
      ['REWRITTEN', 'SEAL_EDITED'],
    ],
    ['a seal gone', 'delete from audit.seal where release = 3', ['SEAL_MISSING', 'SEAL_BROKEN_LINK']],
    ['a seal edited', `update audit.seal set digest = repeat('a', 64) where release = 6`, ['SEAL_EDITED']],
    ['a release gone', 'delete from release.release where number = 6', ['RELEASE_MISSING']],
    ['the marks gone', 'delete from audit.unsealed', ['UNMARKED']],
  ])('%s', async (_name, statements, kinds) => {
    const found = await findingsAfter((sql) => sql.unsafe(statements));
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
  });

  test('a chain rewritten from a place on contradicts the releases after it', async () => {
    const found = await findingsAfter(async (sql) => {
      await sql.unsafe(`update audit.entry set subject = 'x' where ${AT}`);
      await rehash(sql, '331000000000', 4);
    });
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['REWRITTEN']));
    expect(found[0]?.region).toBe('331000000000');
  });

  test('a whole made anew contradicts what was noted outside, and nothing else', async () => {
    const everything = async (sql: Sql) => {
      await sql.unsafe(`update audit.entry set subject = 'x' where ${AT}`);
      await rehash(sql, '331000000000', 4);
      await sql`update audit.head h set hash = e.hash from audit.entry e where (e.region, e.sequence) = (h.region, h.sequence)`;
      for (let release = 1; release <= 6; release += 1)
        await sql`
          update audit.seal s set previous_digest = p.digest, digest = encode(sha256(convert_to('zongheng-seal-1,'
            || audit.frame(s.release::text) || audit.frame(p.digest) || (
              select coalesce(string_agg(audit.frame(h.region) || audit.frame(h.sequence::text) || audit.frame(h.hash), ''
                order by h.region), '') from audit.head h where h.release = s.release), 'UTF8')), 'hex')
          from (select coalesce((select digest from audit.seal where release = ${release - 1}), repeat('0', 64)) as digest) p
          where s.release = ${release}`;
    };
    expect(await findingsAfter(everything)).toEqual([]);
    expect(await findingsAfter(everything, [newest])).toEqual([{ kind: 'ANCHOR_DIFFERS', release: 6 }]);
  });

  test('what no release has sealed, cut with its marks, contradicts an entry noted outside', async () => {
    const cut = (sql: Sql) =>
      sql.unsafe(`delete from audit.entry e using audit.unsealed u
        where (e.region, e.sequence) = (u.region, u.sequence); delete from audit.unsealed`);
    expect(await findingsAfter(cut)).toEqual([]);
    expect(await findingsAfter(cut, [last])).toEqual([
      { kind: 'ANCHOR_MISSING', region: '000000000000', sequence: 10 },
    ]);
  });
});
