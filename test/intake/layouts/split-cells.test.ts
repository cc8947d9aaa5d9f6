import { describe, expect, test } from 'vitest';
import { elementOfCode, nameAndCode, severalNames } from '../../../intake/layouts/split-cells.ts';

describe('several names in one cell', () => {
  test.each([
    ['1.内资企业设立登记\n2.内资企业变更登记', ['内资企业设立登记', '内资企业变更登记']],
    ['1、设立登记；2、变更登记；3、注销登记', ['设立登记', '变更登记', '注销登记']],
    ['（1）设立登记\n（2）变更登记', ['设立登记', '变更登记']],
    ['4.设立登记\n6.变更登记', ['设立登记', '变更登记']],
    ['①设立登记\r\n②变更登记', ['设立登记', '变更登记']],
    ['一、设立登记\n二、变更登记', ['设立登记', '变更登记']],
    [
      '高龄津贴申领\n残疾人两项补贴申领\n\n孤儿基本生活费发放',
      ['高龄津贴申领', '残疾人两项补贴申领', '孤儿基本生活费发放'],
    ],
  ])('%j are %j', (text, names) => expect(severalNames(text)).toEqual(names));

  test.each([
    '医师、护士执业注册，变更注册',
    '社会保障（社会保险、社会救助）查询',
    '建设工程规划许可证\n核发',
    '道路旅客运输经营许可\n（县内）',
    '对不按规定报告的处罚：1.警告',
    '3.内资企业设立登记\n2.内资企业变更',
    '2.设立登记；3.变更登记',
    '医疗机构（门诊部\n诊所）设置审批',
    '老年人优待证办理和\n残疾人证办理',
    '2023年度城乡居民基本医疗保险参保登记',
    '',
  ])('%j is one name', (text) => expect(severalNames(text)).toBeUndefined());

  test('lines that end as no name does are names where another cell has a line for each', () => {
    const text = '就业困难人员\n灵活就业人员';
    expect(severalNames(text)).toBeUndefined();
    expect(severalNames(text, [2])).toEqual(['就业困难人员', '灵活就业人员']);
    expect(severalNames(text, [3])).toBeUndefined();
  });
});

describe('a name with its code', () => {
  const LONG = '11440000006939756B2440101007000';
  test.each([
    ['内资企业设立登记（440125010000）', '内资企业设立登记', '440125010000'],
    ['内资企业设立登记(编码：440125010000)', '内资企业设立登记', '440125010000'],
    [`${LONG} 税务登记`, '税务登记', LONG],
    [`税务登记\n${LONG}`, '税务登记', LONG],
    [`税务登记（企业）${LONG}`, '税务登记（企业）', LONG],
  ])('%j', (text, name, code) => expect(nameAndCode(text)).toEqual({ name, code }));

  test.each([
    '税务登记（2023年）',
    '税务登记（企业）',
    '12345热线服务',
    '税务登记',
    '440125010000',
    '第8号令备案（XK-01）',
  ])('%j has none', (text) => expect(nameAndCode(text)).toBeUndefined());

  test('a column that promises a code may have short ones', () => {
    expect(nameAndCode('税务登记（XK-001）', true)).toEqual({ name: '税务登记', code: 'XK-001' });
    expect(nameAndCode('税务登记（企业）', true)).toBeUndefined();
  });

  test.each([
    ['440125010000', 'basicCode'],
    ['11440000006939756B2440101007000', 'implementationCode'],
    ['XK-001', 'localImplementationCode'],
  ])('%s is a %s', (code, element) => expect(elementOfCode(code)).toBe(element));
});
