import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { connect } from '../../db/client.ts';
import { createPreparedPool } from '../../fusion/prepared-pool.ts';
import { freshDatabase } from '../support/database.ts';

const NAME = 'a pool of statements';

/** A statement of so many characters, the bound being 300,000. */
const LENGTH = 2_000;

test('however many statements are sent, a server process keeps few, and connections are let go', async () => {
  await using database = await freshDatabase();
  const watching = connect(database.url, { connections: 1 });
  let opened = 0;
  const pool = createPreparedPool(() => {
    opened += 1;
    return connect(database.url, { connections: 2, settings: { application_name: NAME } });
  });
  try {
    for (let number = 0; number < 450; number += 1) {
      const text = `select json_build_object('number', ${number}) as answer`;
      const answer = await pool.read(text.padEnd(LENGTH), []);
      expect(answer).toEqual({ number });
    }
    expect(opened).toBe(3);
    const kept = await pool.read(
      `select json_build_object('kept', count(*)::int) as answer from pg_prepared_statements`,
      [],
    );
    expect(kept['kept']).toBeLessThanOrEqual(150);
    await vi.waitFor(async () => {
      const processes = await watching`select 1 from pg_stat_activity where application_name = ${NAME}`;
      expect(processes.length).toBeLessThanOrEqual(2);
    });
  } finally {
    await pool.close();
    await watching.end();
  }
});

test('a server that says nothing and then is gone is not waited for, and nothing is left that nobody hears of', async () => {
  const silent = createServer(() => undefined);
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port));
  });
  const pool = createPreparedPool(() => connect(`postgres://nobody@127.0.0.1:${port}/nothing`));
  const asked = ['one', 'two', 'three'].map((name) => pool.read(`select '${name}'`, []));
  silent.close();
  const found = await Promise.allSettled(asked);
  expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await expect(pool.read(`select 'four'`, [])).rejects.toThrow();
  await pool.close();
});
