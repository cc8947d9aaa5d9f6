import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Sql } from '../../db/client.ts';
import { verify } from '../../intake/verify.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { importRows, type ListKey, publishRows, type Row } from '../support/lists.ts';

let database: TestDatabase;
let sql: Sql;

beforeEach(async () => {
  database = await freshDatabase();
  sql = connect(database.url);
});

afterEach(async () => {
  await sql.end();
  await database[Symbol.asyncDispose]();
});

/** The name and region of the item that each guide of the newest release belongs to. */
const owners = async (release = 2_147_483_646): Promise<Record<string, string | null>> => {
  const rows = await sql<{ guide: string; item: string | null }[]>`
    select g.guide_name as guide, i.task_name || '@' || left(i.region_code, 6) as item
    from guide.guide g left join matching.item i on i.item_id = g.item_id
      and i.from_release <= ${release} and i.to_release > ${release}
    where g.precedence = 0 and g.from_release <= ${release} and g.to_release > ${release} order by 1`;
  return Object.fromEntries(rows.map((row) => [row.guide, row.item]));
};

type Lists = Readonly<Partial<Record<ListKey, readonly Row[]>>>;

const IMPLEMENTATION = '11880121146035644U4882036001001';
const BASIC = '882036001001';
const row = (name: string, codes: Row = {}, key = name): Row => ({ row_id: key, 事项名称: name, ...codes });

const CASES: readonly { title: string; lists: Lists; expected: Record<string, string | null> }[] = [
  {
    title: 'an implementation code finds its item whatever the names',
    lists: {
      power: [row('甲', { 实施编码: IMPLEMENTATION })],
      guides: [row('指南', { 实施编码: IMPLEMENTATION })],
    },
    expected: { 指南: '甲@880121' },
  },
  {
    title: 'an implementation code names its office and finds its item in another region too',
    lists: {
      power: [row('甲', { 实施编码: IMPLEMENTATION })],
      guides2: [row('指南', { 实施编码: IMPLEMENTATION })],
    },
    expected: { 指南: '甲@880121' },
  },
  {
    title: 'of several items with the code the one of the same name',
    lists: {
      power: [row('甲', { 实施编码: IMPLEMENTATION }), row('乙', { 实施编码: IMPLEMENTATION })],
      guides: [row('乙', { 实施编码: IMPLEMENTATION })],
    },
    expected: { 乙: '乙@880121' },
  },
  {
    title: 'a basic code finds the item of the guide’s own region among many',
    lists: {
      power: [row('甲', { 基本编码: BASIC })],
      power2: [row('甲', { 基本编码: BASIC })],
      guides: [row('指南一', { 基本编码: BASIC })],
      guides2: [row('指南二', { 基本编码: BASIC })],
    },
    expected: { 指南一: '甲@880121', 指南二: '甲@880122' },
  },
  {
    title: 'a basic code also stands inside an implementation code',
    lists: { power: [row('甲', { 实施编码: IMPLEMENTATION })], guides: [row('指南', { 基本编码: BASIC })] },
    expected: { 指南: '甲@880121' },
  },
  {
    title: 'a basic code does not reach into another region',
    lists: { power: [row('甲', { 基本编码: BASIC })], guides2: [row('指南', { 基本编码: BASIC })] },
    expected: { 指南: null },
  },
  {
    title: 'a local code does not reach into another region, even under the same name',
    lists: { power: [row('甲', { 基本编码: 'X-1' })], guides2: [row('甲', { 基本编码: 'X-1' })] },
    expected: { 甲: null },
  },
  {
    title: 'a local code under another name is no evidence',
    lists: { power: [row('甲', { 基本编码: 'X-1' })], guides: [row('指南', { 基本编码: 'X-1' })] },
    expected: { 指南: null },
  },
  {
    title: 'a local code tells items of one name apart',
    lists: {
      power: [row('甲', { 基本编码: 'X-1' }, '1'), row('甲', { 基本编码: 'X-2' }, '2')],
      guides: [row('甲', { 基本编码: 'X-2' })],
    },
    expected: { 甲: '甲@880121' },
  },
  {
    title: 'a name finds the one item that bears it in the region',
    lists: { power: [row('甲')], power2: [row('甲')], guides: [row('甲')] },
    expected: { 甲: '甲@880121' },
  },
  {
    title: 'a name borne twice finds none',
    lists: { power: [row('甲', {}, '1'), row('甲', {}, '2')], guides: [row('甲')] },
    expected: { 甲: null },
  },
];

describe('the item of a guide', () => {
  test.each(CASES)('$title', async ({ lists, expected }) => {
    await publishRows(sql, lists);
    expect(await owners()).toEqual(expected);
    expect(await verify(sql)).toEqual([]);
  });

  const CHANGES: readonly {
    title: string;
    before: Lists;
    after: Lists;
    expected: [string | null, string | null];
  }[] = [
    {
      title: 'comes later',
      before: { guides: [row('甲')] },
      after: { power: [row('甲')] },
      expected: [null, '甲@880121'],
    },
    {
      title: 'is gone',
      before: { power: [row('甲'), row('乙')], guides: [row('甲')] },
      after: { power: [row('乙')] },
      expected: ['甲@880121', null],
    },
    {
      title: 'takes another name, so that the guide no longer speaks of it',
      before: { power: [row('甲', {}, '1')], guides: [row('甲')] },
      after: { power: [row('乙', {}, '1')] },
      expected: ['甲@880121', null],
    },
    {
      title: 'gives its code to another item',
      before: {
        power: [row('甲', { 实施编码: IMPLEMENTATION }), row('乙')],
        guides: [row('甲', { 实施编码: IMPLEMENTATION })],
      },
      after: { power: [row('甲'), row('乙', { 实施编码: IMPLEMENTATION })] },
      expected: ['甲@880121', '乙@880121'],
    },
    {
      title: 'is joined by another of its name',
      before: { power: [row('甲')], guides: [row('甲')] },
      after: { service: [row('甲')] },
      expected: ['甲@880121', null],
    },
    {
      title: 'changes in nothing that matters to the guide',
      before: { power: [row('甲')], guides: [row('甲')] },
      after: { power: [row('甲', { 日常用语: '甲事' })] },
      expected: ['甲@880121', '甲@880121'],
    },
  ];

  test.each(CHANGES)('$title', async ({ before, after, expected }) => {
    await publishRows(sql, before);
    await publishRows(sql, after);
    expect([(await owners(1))['甲'], (await owners(2))['甲']]).toEqual(expected);
    expect(await verify(sql)).toEqual([]);
  });
});

describe('a guide that leads elsewhere', () => {
  const guide = row('指南', { 实施编码: IMPLEMENTATION });
  const found = async (key: ListKey, rows: readonly Row[], dryRun = false) => {
    // A dry run ends in a rollback and tells the same.
    const { problems } = await importRows(sql, key, rows, { dryRun });
    return problems
      .filter(({ code }) => code === 'REGION_OUTSIDE_LIST' || code === 'GUIDE_ELSEWHERE')
      .map(({ code, row: at, value, message }) => ({ code, at, value, message }));
  };

  test.each([true, false])(
    'its code is of an office outside the list’s region (dry run: %s)',
    async (dryRun) => {
      expect(await found('guides', [guide], dryRun)).toEqual([]);
      const [problem, ...more] = await found('guides2', [guide], dryRun);
      expect(more).toEqual([]);
      expect(problem).toMatchObject({ code: 'REGION_OUTSIDE_LIST', at: 2, value: '880121000000' });
      expect(problem?.message).toContain(
        `区划“880121000000”（取自编码“${IMPLEMENTATION}”）不在清单所属的区划“880122000000”之内`,
      );
    },
  );

  test('an office above the list’s region is not outside it, and a region said outside is told once', async () => {
    const above = [...['880000', '880100', '100000']].map((region, index) =>
      row(`指南${index}`, { 实施编码: `11${region}146035644U4882036001001` }),
    );
    expect(await found('guides2', above)).toEqual([]);
    expect(
      (await found('guides2', [row('指南', { 实施编码: IMPLEMENTATION, 区划代码: '880121' })])).map(
        ({ code }) => code,
      ),
    ).toEqual(['REGION_OUTSIDE_LIST']);
  });

  test('another published list has a guide of its code', async () => {
    await publishRows(sql, { guides: [guide, row('基本', { 基本编码: BASIC })] });
    expect(await found('guides', [guide])).toEqual([]);
    const rows = [row('甲'), row('乙', { 实施编码: IMPLEMENTATION }), row('丙', { 基本编码: BASIC })];
    for (const dryRun of [true, false]) {
      const told = (await found('guides2', rows, dryRun)).filter(({ code }) => code === 'GUIDE_ELSEWHERE');
      expect(told).toMatchObject([{ at: 3, value: IMPLEMENTATION }]);
      expect(told[0]?.message).toContain('“guides”已有编码');
    }
  });
});
