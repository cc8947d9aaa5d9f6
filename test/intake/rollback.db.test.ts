import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { rollback } from '../../intake/publish/rollback.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase } from '../support/database.ts';
import { NOW, publishRows } from '../support/lists.ts';

const row = (key: string, name: string) => ({ row_id: key, 事项名称: name });

test('a rollback says what it added, changed and removed, and in which lists', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    await publishRows(sql, {
      power: [row('kept', '甲'), row('renamed', '乙'), row('dropped', '丙'), row('dropped too', '丁')],
      service: [row('kept', '戊')],
    });
    await publishRows(sql, {
      power: [row('kept', '甲'), row('renamed', '乙（新）'), row('new', '己')],
      guides: [row('guide', '甲')],
    });
    await rollback(sql, 1, NOW);
    await rollback(sql, 2, NOW);
    await rollback(sql, 4, NOW);
    const releases = await sql`
      select number, catalog_keys, added, changed, removed from release.release where number > 2 order by 1`;
    expect([...releases]).toEqual([
      { number: 3, catalog_keys: ['guides', 'power'], added: 2, changed: 1, removed: 2 },
      { number: 4, catalog_keys: ['guides', 'power'], added: 2, changed: 1, removed: 2 },
      { number: 5, catalog_keys: [], added: 0, changed: 0, removed: 0 },
    ]);
    expect(await verify(sql)).toEqual([]);
  } finally {
    await sql.end();
  }
});
