import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { rollback } from '../../intake/publish/rollback.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase } from '../support/database.ts';
import { NOW, publishRows } from '../support/lists.ts';

const CODE = '880101001000';
const reference = (limit: string) => [
  { row_id: 'r', 事项名称: '食品经营许可', 基本编码: CODE, 法定办结时限: limit },
];
const local = (note: string) => [{ row_id: 'l', 事项名称: '食品经营许可', 基本编码: CODE, 备注: note }];

test('each local version keeps the reference version in force when the two were first linked', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  const adopted = async () =>
    (
      await sql<{ line: string }[]>`
        select v.from_release || ' on ' || v.reference_version || ' since ' || v.since_release as line
        from matching.adopted_version v order by v.from_release`
    ).map(({ line }) => line);
  try {
    await publishRows(sql, { power: local('一') });
    expect(await adopted()).toEqual([]);
    await publishRows(sql, { reference: reference('20个工作日') });
    expect(await adopted()).toEqual(['1 on 1 since 2']);
    await publishRows(sql, { reference: reference('15个工作日') });
    expect(await adopted()).toEqual(['1 on 1 since 2']);
    await publishRows(sql, { power: local('二') });
    expect(await adopted()).toEqual(['1 on 1 since 2', '4 on 2 since 4']);
    await rollback(sql, 3, NOW);
    expect(await adopted()).toEqual(['1 on 1 since 2', '4 on 2 since 4', '5 on 1 since 2']);
    expect(await verify(sql)).toEqual([]);
  } finally {
    await sql.end();
  }
});
