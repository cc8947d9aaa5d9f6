import { describe, expect, test } from 'vitest';
import { problem } from '../../catalog/problems.ts';
import { headerProblems, rowReader } from '../../intake/row.ts';

const read = (titles: readonly string[], ...cells: readonly unknown[]) =>
  rowReader(titles)({ row: 7, cells });

describe('rows', () => {
  test.each([
    [['法定办结时限', '法定办结时限单位'], ['20', '工作日'], { amount: 20, unit: 'WORKING_DAY' }],
    [['anticipate_type', 'anticipate_day'], ['1', '20'], { amount: 20, unit: 'WORKING_DAY' }],
    [['法定办结时限（工作日）'], ['20'], { amount: 20, unit: 'WORKING_DAY' }],
    [['法定办结时限（工作日）'], ['3个月'], { amount: 3, unit: 'MONTH' }],
    [['法定办结时限'], ['20个工作日'], { amount: 20, unit: 'WORKING_DAY' }],
  ])('%j %j', (titles, cells, limit) => {
    const row = read(titles, ...cells);
    expect(row.item['statutoryLimit']).toMatchObject(limit);
    expect(row.problems).toEqual([]);
  });

  test('a bare number without a unit anywhere is flagged by its own title', () => {
    const { problems } = read(['承诺办结时限'], '20');
    expect(problems.map((found) => [found.code, found.message.includes('承诺办结时限'), found.row])).toEqual([
      ['UNRECOGNISED_TIME_LIMIT', true, 7],
    ]);
  });

  test.each([
    [118801211, 'CODE_AS_NUMBER'],
    [1.18801e30, 'CODE_DIGITS_LOST'],
    [1188012111671154, 'CODE_DIGITS_LOST'],
    ['1.18801E+30', 'CODE_DIGITS_LOST'],
    ['118801211167', undefined],
  ])('a code that is given as %j: %s', (cell, code) => {
    const { problems, core } = read(['事项名称', '基本编码'], '甲', cell);
    expect(problems[0]?.code).toBe(code);
    expect(core['basicCode']).toBeDefined();
  });

  test.each([
    [1.18801e30, '15 位以后'],
    ['1.18801E+30', '（1.18801E+30），6 位以后'],
    ['8.82034E+11', '（8.82034E+11），6 位以后'],
    ['8E+11', '，1 位以后'],
  ])('of a code that is given as %j it is told which digits are lost', (cell, words) => {
    expect(read(['事项名称', '基本编码'], '甲', cell).problems[0]?.message).toContain(words);
  });

  test('the order of the columns leaves no trace', () => {
    const titles = ['事项名称', '服务对象', '办理地点', '联办机构', '奇怪的列', '别的列'];
    const cells = ['甲', '自然人', '一楼', '乙局;丙局', 'x', 'y'];
    const there = read(titles, ...cells);
    const back = read(titles.toReversed(), ...cells.toReversed());
    expect(JSON.stringify(back)).toBe(JSON.stringify(there));
  });

  test('what no element fits is kept under its title', () => {
    const row = read(['事项名称', '奇怪的列'], '甲', 'x');
    expect(row.otherColumns).toEqual([{ title: '奇怪的列', value: 'x' }]);
    expect(headerProblems(['事项名称', '奇怪的列']).map((found) => found.code)).toEqual(['UNKNOWN_COLUMN']);
  });

  test('of two columns of one element the first that says anything counts', () => {
    expect(read(['承诺时限', '承诺办结时限'], '', '5个工作日').item['promisedLimit']).toMatchObject({
      amount: 5,
    });
    expect(read(['承诺时限', '承诺办结时限'], '3个工作日', '5个工作日').item['promisedLimit']).toMatchObject({
      amount: 3,
    });
  });

  test('blocks of objects and of texts', () => {
    const row = read(
      ['materials', 'legal_bases'],
      [{ name: '申请书', required: true }, '身份证'],
      [{ name: '某法', clause: '第三条' }],
    );
    expect(row.blocks.materials).toEqual([{ name: '申请书', necessity: 'NECESSARY' }, { name: '身份证' }]);
    expect(row.blocks.legalBases).toEqual([{ clauseNumber: '第三条', lawName: '某法' }]);
  });

  test('a second column that says something else is kept beside and told once a file', () => {
    const reader = rowReader(['承诺时限', '承诺办结时限']);
    const row = reader({ row: 2, cells: ['3个工作日', '5个工作日'] });
    expect(row.item['promisedLimit']).toMatchObject({ amount: 3 });
    expect(row.otherColumns).toEqual([{ title: '承诺办结时限', value: '5个工作日' }]);
    expect(row.problems.map((found) => [found.code, found.value])).toEqual([
      ['DUPLICATE_COLUMN', '承诺办结时限'],
    ]);
    const next = reader({ row: 3, cells: ['3个工作日', '5个工作日'] });
    expect([next.otherColumns.length, next.problems]).toEqual([1, []]);
    expect(reader({ row: 4, cells: ['3个工作日', '3个工作日'] }).otherColumns).toEqual([]);
  });

  test.each(['-', '/', '无', ' '])('"%s" is no key', (cell) => {
    expect(read(['row_id', '来源主键'], cell, 'K1').facts).toEqual({ rowKey: 'K1' });
  });

  test('of two keys the first column counts and the other is kept', () => {
    const row = read(['来源主键', 'row_id'], 'K1', 'K2');
    expect(row.facts.rowKey).toBe('K1');
    expect(row.otherColumns).toEqual([{ title: 'row_id', value: 'K2' }]);
  });

  test.each(['constructor', '__proto__', 'toString', 'list_title'])(
    'a column "%s" is one of the others',
    (title) => {
      expect(read([title], 'x').otherColumns).toEqual([{ title, value: 'x' }]);
    },
  );

  test.each([
    [['item_type', '行政许可'], 'itemType', 'LICENSING'],
    [['dept', '民政局'], 'organisationName', '民政局'],
    [['region', '某区'], 'regionName', '某区'],
  ])('%j', ([title = '', cell], element, value) => {
    expect(read([title], cell).core[element]).toBe(value);
  });

  test.each([
    [['甲', 'x'], []],
    [['甲', 'x', '', ' '], []],
    [['甲', 'x', 'y'], ['ROW_TOO_LONG']],
  ])('%j under two titles', (cells, codes) => {
    const row = read(['事项名称', '办理地点'], ...cells);
    expect(row.problems.map((found) => found.code)).toEqual(codes);
  });

  test('what the reader found wrong comes along', () => {
    const found = problem('TEXT_DAMAGED', { row: 2 });
    expect(rowReader(['事项名称'])({ row: 2, cells: ['甲'], problems: [found] }).problems).toEqual([found]);
  });

  test.each([[['身份证', '', null]], [['身份证', {}]], [['身份证', { name: '-' }]]])(
    'the empty entries of %j are no materials',
    (cell) => {
      expect(read(['materials'], cell).blocks.materials).toEqual([{ name: '身份证' }]);
    },
  );

  test('a block of empty entries is none', () => {
    expect(read(['materials'], ['', null]).blocks).toEqual({});
  });
});
