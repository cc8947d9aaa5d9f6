import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notMatched } from '../../../cli/comparison/matched-lists.ts';
import { reportOf } from '../../../cli/comparison/read-report.ts';
import { wishOf } from '../../../cli/comparison/wish.ts';
import { connect, type Sql } from '../../../db/client.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { storeCatalogs, storeItems, storeMatches, storeRegions, storeReleases } from '../../support/rows.ts';

let database: TestDatabase;
let sql: Sql;

const LIST = 'ca_list';
const REFERENCE = 'ca_reference';

interface Run {
  readonly base: number;
  readonly release: number | null;
  readonly status?: string;
  readonly list?: string;
}

const storeRun = async (id: string, { base, release, status = 'DONE', list = LIST }: Run): Promise<void> => {
  await sql`insert into matching.run (run_id, mode, scope, model_version, status, started_at, base_release, release)
    values (${id}, 'FULL', '{}', 'm', ${status}, '2026-03-01', ${base}, ${release})`;
  await sql`insert into matching.block (run_id, kind, catalog_id, right_catalog_id, region_code, weight, status)
    values (${id}, 'REFERENCE', ${list}, ${REFERENCE}, '', 1, 'DONE')`;
};

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  // Releases 1 to 4 came on 1 to 4 March.
  await storeReleases(sql, 4);
  await storeRegions(sql, [
    { code: '880000000000', name: '纵横省' },
    { code: '880100000000', name: '长风市' },
    { code: '880121000000', name: '青溪县' },
  ]);
  await storeCatalogs(sql, [
    { id: LIST, key: 'list', itemCount: 2 },
    { id: REFERENCE, key: 'reference', region: '880000000000', kind: 'REFERENCE', itemCount: 1 },
  ]);
  await storeItems(sql, [
    { id: 'ri_1', name: '取水许可', catalog: REFERENCE, region: '880000000000', level: 'PROVINCE' },
    { id: 'ci_1', name: '取水许可', catalog: LIST, ordinal: 1, effective: '2026-03-03' },
    { id: 'ci_2', name: '临时救助', catalog: LIST, ordinal: 2, from: 3 },
  ]);
  await storeMatches(sql, [{ id: 'ma_1', left: 'ci_1', right: 'ri_1', from: 2 }]);
});

afterAll(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

const report = (release?: number) =>
  reportOf(
    sql,
    wishOf({
      left: 'list',
      right: 'reference',
      ...(release === undefined ? {} : { release: String(release) }),
    }),
    { now: '2026-06-30T17:00:00.000Z', stage: () => undefined },
  );

describe('the day of a comparison', () => {
  test.each([
    ['release 2 ended on 3 March, when the item came into force', 2, '2026-03-03', 'ADOPTED'],
    ['the newest is compared as today, in China', 4, '2026-07-01', 'ADOPTED'],
    ['the newest unasked', undefined, '2026-07-01', 'ADOPTED'],
  ])('%s', async (_about, release, day, state) => {
    const { day: told, coverage } = await report(release);
    expect([told, coverage[0]?.items[0]?.state]).toEqual([day, state]);
  });

  test('an item that came into force after a release had ended is not yet in force in it', async () => {
    await sql`update matching.item set plan_effective_date = '2026-03-04' where item_id = 'ci_1'`;
    await sql`update county.item set plan_effective_date = '2026-03-04' where item_id = 'ci_1'`;
    const [before, now] = [await report(2), await report()];
    expect(before.coverage[0]?.items[0]).toMatchObject({ state: 'NOT_OFFERED', reason: 'SCHEDULED' });
    expect(before.coverage[0]?.own).toMatchObject({ RESTING: 1, ADOPTED: 0 });
    // No run has read the other item.
    expect(now.coverage[0]?.own).toMatchObject({ ADOPTED: 1, NOT_COMPARED: 1 });
  });
});

describe('lists that no run has matched since they changed', () => {
  const asked = (release: number) => notMatched(sql, release, [LIST], [REFERENCE]);
  const pair = { listId: LIST, referenceId: REFERENCE };

  test('never matched', async () => {
    expect(await asked(1)).toEqual([{ ...pair, changedIn: 1 }]);
    expect((await report()).limits[0]?.code).toBe('NOT_MATCHED');
  });

  test('a run that did not end, or another list’s, does not count', async () => {
    await storeRun('ru_failed', { base: 3, release: 4, status: 'FAILED' });
    await storeRun('ru_other', { base: 3, release: 4, list: 'ca_other' });
    expect(await asked(4)).toEqual([{ ...pair, changedIn: 3 }]);
  });

  test('a run counts from the release it made, until one of the two changes', async () => {
    await storeRun('ru_first', { base: 1, release: 2 });
    expect(await asked(1)).toEqual([{ ...pair, changedIn: 1 }]);
    expect(await asked(2)).toEqual([]);
    expect(await asked(3)).toEqual([{ ...pair, matchedIn: 1, changedIn: 3 }]);
    // It found nothing new, and made no release.
    await storeRun('ru_second', { base: 3, release: null });
    expect(await asked(4)).toEqual([]);
    expect((await report()).limits.map(({ code }) => code)).not.toContain('NOT_MATCHED');
  });
});
