import { describe, expect, test } from 'vitest';
import { LIST_BOUNDS, MOST_NIL_RETURNS, MOST_VALUES } from '../../catalog/list-bounds.ts';
import { guideRecords } from '../../intake/guide-records.ts';
import { itemRecords } from '../../intake/item-records.ts';
import { tooManyNilReturns } from '../../intake/long-lists.ts';
import type { RecordMaker } from '../../intake/record-maker.ts';
import { rowReader } from '../../intake/row.ts';
import { collectWords } from '../../intake/words.ts';
import { listBoundsOf } from '../../subgraphs/list-bounds.ts';

const makerOf = (): RecordMaker => ({
  list: {
    ...{ catalogId: 'ca_1', key: 'power', name: '权力清单', level: 'COUNTY', kind: 'POWER' },
    regionCode: '880121000000',
  },
  ...{ document: 'a.xlsx', documents: ['文件“a.xlsx”'], table: 0, sheet: '清单', words: collectWords() },
  ...{ seen: new Map(), copies: new Map(), named: new Map(), elements: new Set(), today: '2026-03-01' },
  strict: false,
});

const many = <Value>(length: number, make: (at: number) => Value): Value[] =>
  Array.from({ length }, (_, at) => make(at));

const LETTERS = ['A', 'B'];

/** What is told of one row whose second cell is `cell`, as an item and as a guide. */
const told = (title: string, cell: unknown, more: readonly string[] = []) => {
  const titles = ['事项名称', title, ...more.map((_, at) => `未知列${at}`)];
  const source = { row: 7, cells: ['甲证核发', cell, ...more] };
  return [itemRecords, guideRecords].map((make) =>
    make(makerOf(), rowReader(titles, { letters: LETTERS })(source), 1).problems.filter(
      ({ code }) => code === 'LIST_TOO_LONG',
    ),
  );
};

const entry = (at: number) => ({ name: `名${at}`, question: `问${at}`, lawName: `法${at}` });

describe('a list longer than the interface shows is told when it is imported', () => {
  test.each([
    ['materials', '申请材料', LIST_BOUNDS.materials.most],
    ['fees', '收费项目', LIST_BOUNDS.fees.most],
    ['steps', '办理流程环节', LIST_BOUNDS.steps.most],
    ['windows', '受理窗口', LIST_BOUNDS.windows.most],
    ['conditions', '受理条件', LIST_BOUNDS.conditions.most],
    ['special_links', '特殊环节', LIST_BOUNDS.specialLinks.most],
    ['questions', '常见问题', LIST_BOUNDS.questions.most],
    ['legal_bases', '设定依据', LIST_BOUNDS.legalBases.most],
  ])('%s', (column, chinese, most) => {
    for (const found of told(column, many(most, entry))) expect(found).toEqual([]);
    for (const found of told(column, many(most + 1, entry))) {
      expect(found).toMatchObject([{ severity: 'WARNING', cell: 'B7', row: 7 }]);
      expect(found[0]?.message).toContain(`单元格 B7：“${chinese}”有 ${most + 1} 条，超过`);
      expect(found[0]?.message).toContain(`的 ${most} 条：`);
    }
  });

  test('materials by their names in one cell, at that cell', () => {
    const names = (count: number) => many(count, (at) => `材料${at}`).join(';');
    for (const found of told('申请材料', names(200))) expect(found).toEqual([]);
    for (const found of told('申请材料', names(201)))
      expect(found).toMatchObject([{ cell: 'B7', field: 'materials' }]);
  });

  test('values of one element', () => {
    const topics = (count: number) => many(count, (at) => `主题${at}`).join(';');
    for (const found of told('个人关注点', topics(MOST_VALUES))) expect(found).toEqual([]);
    for (const found of told('个人关注点', topics(MOST_VALUES + 1)))
      expect(found).toMatchObject([{ cell: 'B7', field: 'naturalPersonFocus' }]);
  });

  test('columns that are none of any element', () => {
    for (const found of told('备注甲', '', many(512, String))) expect(found).toEqual([]);
    for (const found of told('备注甲', '', many(513, String)))
      expect(found).toMatchObject([{ row: 7, field: 'otherColumns' }]);
  });

  test('values of no code list, and what was found wrong with the row', () => {
    const material = (at: number) => ({
      name: `名${at}`,
      material_type: `未知${at}`,
      is_need: `无${at}`,
    });
    const [item] = told('materials', many(200, material));
    expect(item?.map(({ field }) => field)).toEqual(expect.arrayContaining(['unrecognised', 'problems']));
  });

  test('departments that report to have no item', () => {
    expect(tooManyNilReturns(MOST_NIL_RETURNS)).toEqual([]);
    expect(tooManyNilReturns(MOST_NIL_RETURNS + 1)).toMatchObject([
      { code: 'LIST_TOO_LONG', severity: 'WARNING' },
    ]);
  });
});

describe('the bounds are those of the schema', () => {
  const bounds = new Map(
    (['reference', 'county', 'township', 'guide'] as const).flatMap((name) => [...listBoundsOf(name)]),
  );
  const records = /^(?:Guide|CountyItem|TownshipItem|ReferenceItem|(?:Item|Guide)Elements)\.(\w+)$/u;

  test('of every list of an item or a guide', () => {
    const lists = [...bounds].flatMap(([coordinate, most]) => {
      const name = records.exec(coordinate)?.[1];
      return name === undefined ? [] : [[name, most] as const];
    });
    const named = new Set<string>(Object.keys(LIST_BOUNDS));
    expect(new Set(lists.map(([name]) => name).filter((name) => named.has(name)))).toEqual(named);
    for (const [name, most] of lists)
      expect([name, most]).toEqual([
        name,
        named.has(name) ? LIST_BOUNDS[name as keyof typeof LIST_BOUNDS].most : MOST_VALUES,
      ]);
  });

  test('of the departments of a list, and of what a material is collected by', () => {
    expect(bounds.get('Catalog.nilReturns')).toBe(MOST_NIL_RETURNS);
    expect(bounds.get('Material.collection')).toBe(MOST_VALUES);
  });
});
