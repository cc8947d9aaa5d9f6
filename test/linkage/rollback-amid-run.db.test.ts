import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { rollback } from '../../intake/publish/rollback.ts';
import { finishRun } from '../../linkage/finish.ts';
import { matchStored } from '../../linkage/match-stored.ts';
import { openRun } from '../../linkage/runs.ts';
import { workOnRun } from '../../linkage/work.ts';
import { createBlockWorker } from '../../linkage/work-block.ts';
import { freshDatabase } from '../support/database.ts';
import { NOW, publishRows } from '../support/lists.ts';
import { simpleJudging } from './simple-judging.ts';

test('a rollback amid a run ends it: the next one finds what it would have left out', async () => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 2 });
  const linked = async () =>
    (await sql`select from matching.match where kind = 'REFERENCE' and to_release = 2147483647`).length;
  const run = () => matchStored(sql, { judging: simpleJudging(), mode: 'INCREMENTAL', now: () => NOW });
  try {
    await publishRows(sql, {
      reference: [{ row_id: 'r1', 事项名称: '食品经营许可证核发' }],
      power: [{ row_id: 'p1', 事项名称: '食品经营许可证的核发' }],
    });
    await run();
    expect(await linked()).toBe(1);
    const opened = await openRun(sql, { mode: 'FULL', modelVersion: 'simple-1', now: NOW });
    if (opened.kind !== 'OPEN') throw new Error(opened.kind);
    await workOnRun(sql, opened.run, createBlockWorker(simpleJudging()));
    await rollback(sql, 1, NOW);
    expect(await linked()).toBe(0);
    await expect(finishRun(sql, opened.run, NOW)).rejects.toThrow('恢复到了版次 1');
    await run();
    expect(await linked()).toBe(1);
  } finally {
    await sql.end();
  }
});
