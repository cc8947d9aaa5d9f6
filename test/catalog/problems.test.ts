import { describe, expect, test } from 'vitest';
import { ERROR_CODES, errorCode } from '../../catalog/error-codes.ts';
import { ERROR_DETAILS, errorDetail } from '../../catalog/error-details.ts';
import { PROBLEMS, type ProblemCode, problem, problemAt, SEVERITIES } from '../../catalog/problems.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

describe('the table of problems', () => {
  test.each(codes)('%s has a severity, a clause and a Chinese sentence whose parameters exist', (code) => {
    const { severity, template, source } = PROBLEMS[code];
    expect(SEVERITIES).toContain(severity);
    expect(source).not.toBe('');
    expect(template).toMatch(/\p{Script=Han}.*。$/u);
    const names = [...template.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
    for (const name of names) expect(['value', 'title', 'detail', 'other']).toContain(name);
  });
});

describe('a problem', () => {
  test('says where, what and what to do', () => {
    const found = problem('UNKNOWN_ITEM_TYPE', {
      sheet: '清单',
      cell: 'C5',
      row: 5,
      field: 'itemType',
      value: '民政',
    });
    expect(found).toEqual({
      code: 'UNKNOWN_ITEM_TYPE',
      severity: 'WARNING',
      sheet: '清单',
      cell: 'C5',
      row: 5,
      field: 'itemType',
      value: '民政',
      message:
        '工作表“清单”单元格 C5：事项类型“民政”不在标准类型之内，已按“未识别”保存；请改为行政许可、行政确认、公共服务等标准类型。',
      source: 'GB/T 39046-2020 表 A.1',
    });
  });

  test('leaves out what is not known', () => {
    expect(Object.keys(problem('NAME_MISSING', { row: 7 })).sort()).toEqual(
      ['code', 'message', 'row', 'severity', 'source'].sort(),
    );
    expect(problem('NAME_MISSING', { row: 7 }).message).toMatch(/^第 7 行：/u);
  });

  test('found by a parser gets its place later, once', () => {
    const found = problem('DATE_FORMAT', { value: '去年', title: '计划生效日期' });
    const placed = problemAt(found, { row: 3 });
    expect(placed.message).toBe(`第 3 行：${found.message}`);
    expect(problemAt(placed, { sheet: '表1', cell: 'B3' }).message).toBe(
      `工作表“表1”单元格 B3：${found.message}`,
    );
  });

  test.each([
    [{ document: '甲.xlsx' }, '文件“甲.xlsx”：'],
    [{ sheet: '清单' }, '工作表“清单”：'],
    [{ cell: 'C5' }, '单元格 C5：'],
    [{ row: 0 }, '第 0 行：'],
    [{ cell: 'C5', row: 5 }, '单元格 C5：'],
    [{ document: '甲.xlsx', sheet: '清单', row: 5 }, '文件“甲.xlsx”工作表“清单”第 5 行：'],
    [{ document: undefined, sheet: '', cell: undefined, row: undefined, field: 'name' }, ''],
  ])('found at %j begins with %j', (place, text) => {
    const bare = problem('NAME_MISSING').message;
    expect(problem('NAME_MISSING', place).message).toBe(text + bare);
    expect(problemAt(problem('NAME_MISSING'), place).message).toBe(text + bare);
  });

  test('takes the title of its field, else the name of the field, else a word for both', () => {
    const message = (params: Parameters<typeof problem>[1]) => problem('CODE_AS_NUMBER', params).message;
    expect(message({ title: '基本编码', field: 'basicCode', value: '1' })).toMatch(/^“基本编码”.*（1）/u);
    expect(message({ field: 'basicCode' })).toMatch(/^“basicCode”.*（）/u);
    expect(message({})).toMatch(/^“该字段”/u);
    expect(problem('CODE_05', {}).message).toMatch(/“”.*“”/u);
    expect(problem('CODE_SEGMENT', { value: 'A' }).message).toBe('编码“A”的不合规则，请核对。');
  });

  test('keeps neither words of the sentence nor what is not known among its parts', () => {
    const found = problem('CODE_AS_NUMBER', {
      title: '基本编码',
      detail: '甲',
      other: '乙',
      sheet: undefined,
      row: 3,
    });
    expect(Object.keys(found).sort()).toEqual(['code', 'message', 'row', 'severity', 'source']);
    expect(Object.keys(problemAt(found, { cell: undefined, document: '甲.xlsx' })).sort()).toEqual([
      'code',
      'document',
      'message',
      'row',
      'severity',
      'source',
    ]);
    expect(problemAt(found, { row: undefined })).toEqual(found);
  });

  test('keeps braces of the data as they are', () => {
    expect(problem('UNKNOWN_COLUMN', { value: '{title}' }).message).toContain('“{title}”');
  });
});

describe('the closed list of error codes', () => {
  test.each(ERROR_CODES.map((kind) => [kind.code, kind] as const))('%s', (code, kind) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/u);
    expect(kind.httpStatus).toBeGreaterThanOrEqual(400);
    expect(kind.message).toMatch(/\p{Script=Han}.*。$/u);
    expect(kind.help).toMatch(/\p{Script=Han}.*。$/u);
    // What a client did wrong stays wrong; but a request that came too slowly may be repeated (RFC 9110 15.5.9).
    if (kind.httpStatus < 500) expect(kind.retryable).toBe(kind.httpStatus === 408);
    expect(errorCode(code)).toBe(kind);
  });

  test('names every code once and knows no other', () => {
    expect(new Set(ERROR_CODES.map(({ code }) => code)).size).toBe(ERROR_CODES.length);
    expect(errorCode('ECONNREFUSED')).toBeUndefined();
  });
});

describe('what exactly a subgraph refuses', () => {
  test.each(Object.entries(ERROR_DETAILS))('%s is a half-sentence by its key', (key, detail) => {
    expect(errorDetail(key)).toBe(detail);
    expect(detail.says).toMatch(/\p{Script=Han}[^。]*$/u);
    if ('help' in detail) expect(detail.help).toMatch(/\p{Script=Han}.*。$/u);
  });

  test.each(['toString', 'FIRST', '', 7, undefined, null, ['REGION_CODE']])('%j is no key', (key) => {
    expect(errorDetail(key)).toBeUndefined();
  });
});

test('an excerpt that ends in half a character can be stored all the same', () => {
  expect(problem('NAME_NOT_A_NAME', { value: '😀'.slice(0, 1) }).message.isWellFormed()).toBe(true);
});
