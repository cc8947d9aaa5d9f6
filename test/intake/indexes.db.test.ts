import { expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { freshDatabase } from '../support/database.ts';

/** Statements that must not read a whole table, each with the index that serves it. */
const CASES = [
  [`select item_id from matching.item where topics && array['甲']`, 'item_topics_index'],
  [
    `select guide_id from guide.guide where item_code_key is not null and item_code_key = 'LOCAL:甲'`,
    'guide_item_code_key_index',
  ],
  [
    `select guide_id from guide.guide where item_name_key is not null and (item_name_key, item_region_code) = ('甲', '乙')`,
    'guide_item_name_key_item_region_code_index',
  ],
] as const;

test.each(CASES)('%s is served by %s', async (statement, index) => {
  await using database = await freshDatabase();
  const sql = connect(database.url, { connections: 1 });
  try {
    await sql`set enable_seqscan = off`;
    const plan = await sql.unsafe(`explain ${statement}`);
    expect(JSON.stringify(plan)).toContain(index);
  } finally {
    await sql.end();
  }
});
