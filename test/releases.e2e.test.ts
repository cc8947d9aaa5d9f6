import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../db/client.ts';
import { importFiles } from '../intake/import.ts';
import { publish } from '../intake/publish/publish.ts';
import { freshDatabase, type TestDatabase } from './support/database.ts';
import { startHubOver, type TestHub } from './support/hub.ts';
import { csvOf, NOW, type Row, withFile } from './support/lists.ts';

const QUERIES = Number(process.env['TORN_QUERIES'] ?? '400');
const PUBLISHES = Number(process.env['TORN_PUBLISHES'] ?? '40');

const CODE = '11880121146035644U4882036001001';
const LISTS = {
  reference: {
    level: 'PROVINCE',
    region: '880000',
    kind: 'REFERENCE',
    code: '882036001001',
    column: '基本编码',
  },
  county: { level: 'COUNTY', region: '880121', kind: 'GOVERNMENT_SERVICE', code: CODE, column: '实施编码' },
  towns: { level: 'TOWNSHIP', region: '880121', kind: 'GOVERNMENT_SERVICE', code: '', column: '备注' },
  guides: { level: 'COUNTY', region: '880121', kind: 'GUIDE', code: CODE, column: '实施编码' },
} as const;

type Key = keyof typeof LISTS;

/** Every list of a release says the same number in its own words, so that a mixed answer shows itself. */
const rowsOf = (key: Key, number: number): readonly Row[] => {
  const { code, column } = LISTS[key];
  const row = {
    row_id: '1',
    事项名称: '参保登记',
    [column]: code,
    基本编码: '882036001001',
    日常用语: `第${number}版`,
    办理时间: `第${number}版`,
  };
  if (key !== 'towns') return [row];
  return Array.from({ length: 25 }, (_, index) => ({
    ...row,
    row_id: String(index),
    区划代码: `8801211${String(index).padStart(2, '0')}`,
    来源事项编码: CODE,
  }));
};

const QUERY = `query ($code: String!) {
  release { number }
  countyItem(code: $code) {
    elements { everydayName }
    referenceMatch { right { ... on ReferenceItem { elements { everydayName } } } }
    townshipItems(first: 5) { nodes { ... on TownshipItem { elements { everydayName } } } }
    guide { elements { hours } }
  }
}`;

let database: TestDatabase;
let sql: Sql;
let hub: TestHub;
let published = 0;

const publishNext = async (): Promise<void> => {
  published += 1;
  for (const key of Object.keys(LISTS) as Key[]) {
    const { level, region, kind } = LISTS[key];
    const result = await withFile(`${key}.csv`, csvOf(rowsOf(key, published)), (path) =>
      importFiles(sql, { files: [path], list: { key, level, region, kind }, now: NOW }),
    );
    if (result.kind === 'REFUSED') throw new Error(result.problems.map((found) => found.message).join('\n'));
  }
  expect(await publish(sql, { now: NOW })).toMatchObject({ kind: 'PUBLISHED', release: published });
};

const ask = async (query: string, variables: unknown = {}, headers: Record<string, string> = {}) => {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data: Record<string, never>;
    errors?: unknown;
    extensions: { release: number };
  };
};

/** Every version an answer speaks of. */
const versionsIn = (answer: unknown): string[] =>
  [...JSON.stringify(answer).matchAll(/第(\d+)版/gu)].map(([, number]) => number ?? '');

beforeAll(async () => {
  database = await freshDatabase();
  sql = connect(database.url, { connections: 2 });
  await publishNext();
  hub = await startHubOver(database.url);
});

afterAll(async () => {
  await hub.close();
  await sql.end();
  await database[Symbol.asyncDispose]();
});

describe('while releases are published', () => {
  test(`none of ${QUERIES} answers mixes two, over ${PUBLISHES} publishes`, async () => {
    let asked = 0;
    let publishing = true;
    const seen = new Set<number>();
    const reader = async (): Promise<void> => {
      while (publishing || asked < QUERIES) {
        asked += 1;
        const answer = await ask(QUERY, { code: CODE });
        expect(answer.errors).toBeUndefined();
        const versions = versionsIn(answer.data);
        expect(versions).toHaveLength(8);
        expect(new Set(versions)).toEqual(new Set([String(answer.extensions.release)]));
        seen.add(answer.extensions.release);
      }
    };
    const readers = Promise.all([reader(), reader(), reader(), reader()]);
    for (let count = 0; count < PUBLISHES; count += 1) await publishNext();
    publishing = false;
    await readers;
    expect(asked).toBeGreaterThanOrEqual(QUERIES);
    expect(seen.size).toBeGreaterThan(PUBLISHES / 4);
  });

  test('what a publish has returned, the next answer shows', async () => {
    for (let count = 0; count < 5; count += 1) {
      await publishNext();
      expect((await ask('{ release { number } }')).extensions.release).toBe(published);
    }
  });

  test('a cursor pages to the end of the release it came from', async () => {
    const page =
      'query ($after: String) { items(filter: { level: [TOWNSHIP] }, first: 10, after: $after) { pageInfo { hasNextPage endCursor } nodes { id ... on TownshipItem { elements { everydayName } } } } }';
    const begun = published;
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const answer = await ask(page, { after });
      const { items } = answer.data as unknown as {
        items: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string }[] };
      };
      expect(answer.extensions.release).toBe(begun);
      expect(new Set(versionsIn(items))).toEqual(new Set([String(begun)]));
      ids.push(...items.nodes.map((node) => node.id));
      after = items.pageInfo.hasNextPage ? items.pageInfo.endCursor : null;
      await publishNext();
    } while (after !== null);
    expect(new Set(ids).size).toBe(25);
  });

  test('an older release is read by header', async () => {
    const answer = await ask(QUERY, { code: CODE }, { 'x-release': '3' });
    expect(new Set(versionsIn(answer.data))).toEqual(new Set(['3']));
  });
});
