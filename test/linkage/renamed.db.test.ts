import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { lockReleases, nextRelease, writeRelease } from '../../db/release-row.ts';
import { matchStored } from '../../linkage/match-stored.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { NOW, publishRows, type Row } from '../support/lists.ts';
import { simpleJudging } from './simple-judging.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
});

afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const run = () => matchStored(sql, { judging: simpleJudging(), mode: 'INCREMENTAL', now: () => NOW });

const rowsOf = (office: string, ending: string): readonly Row[] =>
  ['食品经营', '食品生产'].map((name, at) => ({
    row_id: String(at),
    事项名称: `${name}${ending}`,
    实施主体: office,
  }));

/** A release in which a name has changed and no item has. */
const rename = (table: 'region' | 'organisation', of: string) =>
  sql.begin(async (transaction) => {
    await lockReleases(transaction);
    const release = await nextRelease(transaction);
    const id = transaction(table === 'region' ? 'region_code' : 'organisation_id');
    const name = transaction(table === 'region' ? 'full_name' : 'organisation_name');
    const rows = transaction(`reference.${table}`);
    const found = await transaction`
      select t.${id} as id from ${rows} t
      where t.${id} in (select i.${id} from matching.item i join reference.catalog c using (catalog_id)
        where c.catalog_key = ${of})`;
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) {
      await transaction`
        create temporary table renamed on commit drop as select * from ${rows} where ${id} = ${row['id']}`;
      await transaction`update ${rows} set to_release = ${release} where ${id} = ${row['id']}`;
      await transaction`
        update renamed set ${name} = ${name} || '新名', from_release = ${release}, version = version + 1`;
      await transaction`insert into ${rows} select * from renamed`;
      await transaction`drop table renamed`;
    }
    await writeRelease(transaction, { number: release, now: NOW, note: undefined, lists: [] });
  });

describe('an incremental run', () => {
  test.each([
    ['region', 'power', 1, 'of the items', { judged: 2, reused: 0 }],
    ['organisation', 'power', 1, 'of the items', { judged: 2, reused: 0 }],
    ['region', 'reference', 2, 'of the partners', {}],
    ['organisation', 'reference', 2, 'of the partners', {}],
  ] as const)(
    'sees that a %s of list %s alone was renamed: %i lists',
    async (table, key, blocks, _, counts) => {
      await publishRows(sql, {
        reference: rowsOf('省一局', '许可证核发'),
        power: rowsOf('一局', '的许可证'),
        power2: rowsOf('二局', '的许可证'),
      });
      await run();
      expect(await run()).toMatchObject({ kind: 'NOTHING_TO_DO' });
      await rename(table, key);
      expect(await run()).toMatchObject({ kinds: [{ kind: 'REFERENCE', blocks, ...counts }] });
      expect(await run()).toMatchObject({ kind: 'NOTHING_TO_DO' });
    },
  );
});
