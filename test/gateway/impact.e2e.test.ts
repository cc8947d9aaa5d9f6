import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';

import { type DemoFile, writeDemo } from '../../demo/write-demo.ts';
import { importFiles } from '../../intake/import.ts';
import { publish } from '../../intake/publish/publish.ts';
import { type Data, throughPages } from '../subgraphs/ask.ts';
import type { TestDatabase } from '../support/database.ts';
import {
  DEMO_NOW,
  demoDatabase,
  matchSimply,
  startHubOver,
  type TestHub,
  withFolder,
} from '../support/hub.ts';
import { csvOf, withFile } from '../support/lists.ts';
import { testIssuer } from '../support/tokens.ts';
import { ask } from './ask.ts';
import { changesBetween, REFERENCE, type Standing, standing, standingOf } from './standing.ts';

const issuer = testIssuer();
afterAll(() => issuer[Symbol.dispose]());

type Cells = Readonly<Record<string, string>>;

/** Items of a level that stand for themselves, in their order. */
const single = (rows: readonly Cells[], level: string): readonly Cells[] =>
  rows.filter((row) => row['是否存在子项'] === '否' && row['行使层级']?.includes(level));

const changing = (rows: readonly Cells[], those: readonly Cells[], change: (row: Cells) => Cells) =>
  rows.map((row) => (those.includes(row) ? change(row) : row));

const added = (like: Cells | undefined, cells: Cells): Cells => ({
  ...(like ?? {}),
  ...{ 主项名称: '', 主项编码: '', 行使层级: '县级' },
  ...cells,
});

/** What is done to the reference catalog, one draft after another, and whether anything is touched by it. */
const EDITS: readonly (readonly [
  about: string,
  isTouching: boolean,
  edit: (rows: readonly Cells[]) => readonly Cells[],
])[] = [
  ['nothing at all', false, (rows) => rows],
  [
    'other blanks in names',
    false,
    (rows) =>
      rows.map((row) => ({
        ...row,
        事项名称: `${row['事项名称']?.slice(0, 2)} ${row['事项名称']?.slice(2)}`,
      })),
  ],
  [
    'limits',
    true,
    (rows) => {
      const limited = single(rows, '县级').filter((row) => row['法定办结时限'] !== '');
      return changing(rows, limited.slice(0, 5), (row) => ({ ...row, 法定办结时限: '1个工作日' }));
    },
  ],
  [
    'a name',
    true,
    (rows) =>
      changing(rows, single(rows, '县级').slice(0, 2), (row) => ({
        ...row,
        事项名称: `${row['事项名称']}（新）`,
      })),
  ],
  [
    'what the guide says',
    true,
    (rows) => changing(rows, single(rows, '县级').slice(3, 9), (row) => ({ ...row, 申请材料: '居民身份证' })),
  ],
  ['an item left out', true, (rows) => rows.filter((row) => row !== single(rows, '县级')[4])],
  [
    'a main item left out with its sub-items',
    true,
    (rows) => {
      const main = rows.find((row) => row['是否存在子项'] === '是' && row['行使层级']?.includes('县级'));
      return rows.filter((row) => row !== main && row['主项编码'] !== main?.['基本编码']);
    },
  ],
  [
    'levels taken and given',
    true,
    (rows) => {
      const taken = changing(rows, single(rows, '县级').slice(6, 9), (row) => ({ ...row, 行使层级: '省级' }));
      return changing(taken, rows.filter((row) => row['行使层级'] === '市级').slice(0, 4), (row) => ({
        ...row,
        行使层级: '市级、县级',
      }));
    },
  ],
  [
    'a service and a punishment added',
    true,
    (rows) => [
      ...rows,
      added(single(rows, '县级')[0], {
        来源主键: 'S',
        事项名称: '无人驾驶车辆道路测试指引',
        基本编码: '882099901000',
        事项类型: '公共服务',
      }),
      added(single(rows, '县级')[0], {
        来源主键: 'P',
        事项名称: '对无人驾驶车辆擅自上路的处罚',
        基本编码: '880299902000',
        事项类型: '行政处罚',
      }),
    ],
  ],
  [
    'services that become punishments',
    true,
    (rows) =>
      changing(
        rows,
        single(rows, '县级')
          .filter((row) => row['事项类型'] === '公共服务')
          .slice(0, 12),
        (row) => ({
          ...row,
          事项类型: '行政处罚',
        }),
      ),
  ],
];

let database: TestDatabase;
let sql: Sql;
let hub: TestHub;
let rows: readonly Cells[];
let list: DemoFile;

beforeAll(async () => {
  database = await demoDatabase();
  await matchSimply(database.url);
  sql = connect(database.url, { connections: 1 });
  hub = await startHubOver(database.url, { tokens: issuer.tokens });
  await withFolder(async (folder) => {
    const { files } = await writeDemo({ size: 'small', out: folder });
    list = files.find((file) => file.list === 'reference') as DemoFile;
    const text = await readFile(join(folder, list.file), 'utf8');
    rows = Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;
  });
});

afterAll(async () => {
  await sql.end();
  await hub.close();
  await database[Symbol.asyncDispose]();
});

const query = async (
  text: string,
  variables: object,
  headers: Record<string, string> = {},
): Promise<Data> => {
  const { data, errors } = await ask(hub.url, { query: text, variables }, headers);
  expect(errors).toBeUndefined();
  return data as Data;
};

const draft = (text: string) =>
  withFile('reference.csv', text, async (path) => {
    const { level, region, kind, name } = list;
    const result = await importFiles(sql, {
      ...{ files: [path], list: { key: 'reference', level, region, kind, name } },
      ...{ now: DEMO_NOW, allowRemovals: true },
    });
    expect(result.kind).not.toBe('REFUSED');
  });

const IMPACT = `query Impact($catalog: ID!, $level: Level, $after: String) {
  impact(catalog: $catalog, level: $level) {
    regions(first: 100) { nodes { region { id } items guides newlyOwed elements { element count } } }
    items(first: 100, after: $after) { pageInfo { hasNextPage endCursor } totalCount nodes {
      region { id } item { id } reference { id } guide { id } elements { before drift { element state } } } }
  }
}`;

/** What is said of a draft before it is published. */
const foretold = async (level: string) => {
  const bearing = issuer.bearing();
  let regions: readonly Data[] = [];
  const items = await throughPages(async (after) => {
    const { impact } = await query(IMPACT, { catalog: REFERENCE, level, after }, bearing);
    regions = impact.regions.nodes;
    return impact.items;
  });
  return { regions, items };
};

const countBy = (keys: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(keys, (key) => key.split(' ')[0] ?? '')].map(([key, all]) => [key, all.length]),
  );

const LEVELS = ['COUNTY', 'TOWNSHIP'] as const;

const atBoth = async <T>(read: (level: string) => Promise<T>): Promise<readonly T[]> => {
  const found: T[] = [];
  for (const level of LEVELS) found.push(await read(level));
  return found;
};

describe('what a draft would touch, one draft after another', () => {
  let stands: readonly Standing[];

  beforeAll(async () => {
    stands = await atBoth((level) => standing(query, level));
  });

  test.each(EDITS)('%s: what is foretold is what comes', async (_about, isTouching, edit) => {
    rows = edit(rows);
    await draft(csvOf(rows));
    const told = await atBoth(foretold);
    await publish(sql, { now: DEMO_NOW, keys: ['reference'] });
    const before = stands;
    stands = await atBoth((level) => standing(query, level));
    for (const [at, { regions, items }] of told.entries()) {
      const [was, is] = [before[at], stands[at]] as [Standing, Standing];
      const came = changesBetween(was, is);
      const said = items.map(({ region, item, reference, elements }) => [
        `${region.id} ${item.id} ${reference.id}`,
        elements
          .map(
            ({ before: old, drift }: Data) =>
              `${drift.element} ${standingOf(old)} ${standingOf(drift.state)}`,
          )
          .sort(),
      ]);
      expect(Object.fromEntries(said)).toEqual(came);
      expect(said).toHaveLength(Object.keys(came).length);
      const numbers = (key: 'items' | 'newlyOwed' | 'guides') =>
        Object.fromEntries(regions.flatMap((one) => (one[key] > 0 ? [[one.region.id, one[key]]] : [])));
      expect(numbers('items')).toEqual(countBy(Object.keys(came)));
      expect(numbers('newlyOwed')).toEqual(countBy([...is.owed].filter((key) => !was.owed.has(key))));
      const guided = items.flatMap(({ guide, region }) => (guide === null ? [] : [region.id as string]));
      expect(numbers('guides')).toEqual(countBy(guided));
    }
    expect((told[0]?.regions.length ?? 0) > 0).toBe(isTouching);
  });
});

test('only a reviewer is told', async () => {
  await draft(csvOf(rows));
  const { errors } = await ask(hub.url, { query: IMPACT, variables: { catalog: REFERENCE } });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
