import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseArray } from '../../db/array-types.ts';
import { connect, type Sql } from '../../db/client.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let sql: Sql;
let driver: postgres.Sql;
beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 1 });
  driver = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql?.end();
  await driver?.end();
  await database?.[Symbol.asyncDispose]();
});

const text = fc.string({
  unit: fc.constantFrom('"', '\\', ',', '{', '}', ' ', 'N', 'NULL', '市', 'a', '\n'),
});

test('arrays of texts come back as they went', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text)), async (elements) => {
      const [row] = await sql`select ${elements}::text[] as one, ${[elements, elements]}::text[] as two`;
      expect(row?.['one']).toEqual(elements);
      expect(row?.['two']).toEqual(elements.length === 0 ? [] : [elements, elements]);
    }),
    { seed: 41, numRuns: 200 },
  );
});

test('arrays of every other type come as the driver itself reads them', async () => {
  const query = `select array[true, false] as a, array[1, -2] as b, array[1.5::float8] as c, array['2026-03-01'::date] as d,
    array[now()::timestamptz, '2026-01-01'] as e, array['{"a": [1, "\\"x"]}'::jsonb] as f, array[12345678901::bigint] as g,
    array[1.25::numeric] as h, array['x'::varchar] as i, '{}'::int[] as j, array['{"a":1}'::json] as k,
    array['00000000-0000-0000-0000-000000000001'::uuid] as l, array[3::smallint] as m`;
  const [ours] = await sql.unsafe(query.replace('now()', "'2026-02-03 04:05:06+08'"));
  const [theirs] = await driver.unsafe(query.replace('now()', "'2026-02-03 04:05:06+08'"));
  expect(ours).toEqual(theirs);
});

test('a text that ends too early is no array', () => {
  expect(() => parseArray('{1')).toThrow();
});
