import { describe, expect, test } from 'vitest';
import { itemRecords } from '../../intake/item-records.ts';
import type { RecordMaker } from '../../intake/record-maker.ts';
import { rowReader } from '../../intake/row.ts';
import { collectWords } from '../../intake/words.ts';

const makerOf = (over: Partial<RecordMaker> = {}): RecordMaker => ({
  list: {
    catalogId: 'ca_1',
    key: 'power',
    name: '权力清单',
    level: 'COUNTY',
    kind: 'POWER',
    regionCode: '880121000000',
  },
  document: 'a.csv',
  documents: ['文件“a.csv”', '文件“b.csv”'],
  table: 0,
  sheet: undefined,
  words: collectWords(),
  seen: new Map(),
  copies: new Map(),
  named: new Map(),
  elements: new Set(),
  today: '2026-03-01',
  strict: false,
  ...over,
});

const recordsOf = (titles: readonly string[], rows: readonly (readonly string[])[], maker = makerOf()) => {
  const read = rowReader(titles);
  return rows.map((cells, index) => {
    const made = itemRecords(maker, read({ row: index + 2, cells }), index + 1);
    const record = JSON.parse(made.rows[0]?.record ?? '{}') as Record<string, unknown>;
    return {
      record,
      id: made.rows[0]?.id,
      problems: made.problems,
      codes: made.problems.map(({ code }) => code),
    };
  });
};

describe('records of items', () => {
  test('50,000 rows of one key are told apart in a moment, each under its own id', () => {
    const rows = Array.from({ length: 50_000 }, () => ['K1', '临时救助']);
    const made = recordsOf(['row_id', '事项名称'], rows);
    expect(new Set(made.map(({ id }) => id)).size).toBe(rows.length);
    expect(made[49_999]?.codes).toEqual(['DUPLICATE_KEY']);
  }, 10_000);

  test('a key that is written like a copy stays its own', () => {
    const made = recordsOf(
      ['row_id', '事项名称'],
      [
        ['K', '甲'],
        ['K#2', '乙'],
        ['K', '丙'],
        ['K', '丁'],
      ],
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(4);
  });

  test('rows without a key of their own are told apart by what they say', () => {
    const made = recordsOf(
      ['row_id', '事项名称'],
      [
        ['-', '甲'],
        ['-', '乙'],
        ['无', '丙'],
      ],
    );
    expect(made.flatMap(({ codes }) => codes)).toEqual([]);
  });

  test.each([
    ['基本编码', 'basic_code', 'basicCode'],
    ['实施编码', 'implementation_code', 'implementationCode'],
    ['来源事项编码', 'source_item_key', 'sourceItemCode'],
  ])('a text of 3,000 characters under %s is kept but is no code', (title, column, element) => {
    const long = '9'.repeat(3000);
    const [made] = recordsOf(['事项名称', title], [['甲', long]]);
    expect(made?.codes).toContain('VALUE_TOO_LONG');
    expect(made?.record[column]).toBeUndefined();
    expect(made?.record['code_key']).toBeUndefined();
    expect(made?.record['elements']).toMatchObject({ unrecognised: [{ element, raw: long }] });
  });

  test('of a code whose digits are lost nothing else is said, least of all that it was saved', () => {
    const [made, other] = recordsOf(
      ['事项名称', '基本编码', '实施编码'],
      [
        ['甲', '8.82034e+11', 'X-1'],
        ['乙', 'X-2', ''],
      ],
    );
    expect(made?.problems.map(({ code, value }) => [code, value])).toEqual([
      ['CODE_DIGITS_LOST', '8.82034e+11'],
      ['CODE_SCHEME_UNKNOWN', 'X-1'],
    ]);
    expect(made?.id).toBeUndefined();
    expect(other?.codes).toEqual(['CODE_SCHEME_UNKNOWN']);
  });

  test.each([
    ['20240301', '20240301', ['CHK_35']],
    ['20240301', '20240201', ['CHK_35']],
    ['20240301', '20240302', []],
    ['20240301', '', []],
  ])('in force from %s, cancelled on %s: %j', (from, to, codes) => {
    const [made] = recordsOf(['事项名称', '计划生效日期', '计划取消日期'], [['甲', from, to]]);
    expect(made?.codes).toEqual(codes);
  });

  test('a name twice in one region is told with the row it stands in first, of whatever file', () => {
    const titles = ['row_id', '事项名称', '区划代码'];
    const maker = makerOf();
    const rows = [
      ['1', '临时救助', '880121'],
      ['2', '临时救助', '880122'],
      ['3', '临时 救助', '880121'],
    ];
    const made = recordsOf(titles, rows, maker);
    expect(made.map(({ codes }) => codes)).toEqual([[], ['REGION_OUTSIDE_LIST'], ['DUPLICATE_NAME']]);
    expect(made[2]?.problems[0]?.message).toContain('与第 2 行相同');
    const [later] = recordsOf(titles, [['4', '临时救助', '880122']], {
      ...maker,
      document: 'b.csv',
      table: 1,
    });
    expect(later?.problems[0]?.message).toContain('与文件“a.csv”第 3 行相同');
  });
});
