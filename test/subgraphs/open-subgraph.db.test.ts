import { describe, expect, test } from 'vitest';
import type { SubgraphName } from '../../db/client.ts';
import { connect } from '../../db/client.ts';
import { SUBGRAPHS } from '../../subgraphs/index.ts';
import { freshDatabase } from '../support/database.ts';
import { storeReleases } from '../support/rows.ts';

const NAMES = Object.keys(SUBGRAPHS) as SubgraphName[];
const REQUEST = { requestId: 'r', today: '2026-03-01' };

test('every subgraph of the hub is there under its own name', async () => {
  const opened = NAMES.map((name) => SUBGRAPHS[name]({ url: 'postgres://nobody@127.0.0.1:1/none' }));
  expect(opened.map((subgraph) => subgraph.name)).toEqual([
    'reference',
    'county',
    'township',
    'guide',
    'matching',
  ]);
  await Promise.all(opened.map((subgraph) => subgraph.close()));
});

describe.each(NAMES)('the %s subgraph', (name) => {
  test('reads the newest release when none is given, and asks the database for nothing else', async () => {
    await using database = await freshDatabase();
    const sql = connect(database.url, { connections: 1 });
    const sent: string[] = [];
    const subgraph = SUBGRAPHS[name]({ url: database.url, onStatement: (text) => sent.push(text) });
    const contextOf = async (release: number | undefined) => subgraph.createContext({ ...REQUEST, release });

    await expect(contextOf(undefined)).rejects.toMatchObject({ extensions: { code: 'NO_RELEASE' } });
    await storeReleases(sql, 2);
    sent.length = 0;
    expect(await contextOf(undefined)).toMatchObject({ ...REQUEST, release: 2 });
    expect(sent).toHaveLength(1);
    expect(await contextOf(1)).toMatchObject({ release: 1 });
    expect(sent).toHaveLength(1);

    await subgraph.close();
    await sql.end();
  });

  test('needs no promise for a known release', async () => {
    const subgraph = SUBGRAPHS[name]({ url: 'postgres://nobody@127.0.0.1:1/none' });
    expect(subgraph.createContext({ ...REQUEST, release: 5 })).toMatchObject({ release: 5 });
    await subgraph.close();
  });
});
