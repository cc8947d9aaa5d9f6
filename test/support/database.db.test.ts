import { describe, expect, test } from 'vitest';
import { connect } from '../../db/client.ts';
import { freshDatabase } from './database.ts';

const countReleases = async (url: string): Promise<number> => {
  const sql = connect(url, { connections: 1 });
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from release.release`;
  await sql.end();
  return row?.count ?? -1;
};

describe('a test database', () => {
  test('is migrated, empty, and apart from every other', async () => {
    await using one = await freshDatabase();
    await using other = await freshDatabase();
    const sql = connect(one.url, { connections: 1 });
    await sql`insert into release.release values (1, now(), null, '{}', 0, 0, 0)`;
    await sql.end();
    expect(await countReleases(one.url)).toBe(1);
    expect(await countReleases(other.url)).toBe(0);
  });

  test('is gone after its scope', async () => {
    let url = '';
    {
      await using database = await freshDatabase();
      url = database.url;
      expect(await countReleases(url)).toBe(0);
    }
    await expect(countReleases(url)).rejects.toThrow(/does not exist/u);
  });
});
