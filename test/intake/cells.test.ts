import { describe, expect, test } from 'vitest';
import { fieldOf } from '../../catalog/fields.ts';
import { plainText, readCell } from '../../intake/cells.ts';

const item = (element: string) => fieldOf('item', element as 'visits');
const guide = (element: string) => fieldOf('guide', element as 'hasFee');

describe('cells', () => {
  test.each([
    [item('visits'), '0', 0],
    [item('visits'), '１次', 1],
    [item('sourceVersion'), '13', 13],
    [guide('hasFee'), '不收费', false],
    [guide('hasFee'), '否', false],
    [guide('hasFee'), '是', true],
    [item('planEffectiveDate'), '20240131', '2024-01-31'],
    [item('planEffectiveDate'), '2024年3月1日', '2024-03-01'],
    [item('planEffectiveDate'), '20240131235959', '2024-01-31'],
    [item('planEffectiveDate'), '1706659200000', '2024-01-31'],
    [item('planEffectiveDate'), '1709222400000', '2024-03-01'],
    [guide('onlineAddress'), 'https://example.gov.cn/a', 'https://example.gov.cn/a'],
    [guide('commitmentLetter'), 'f3c1', 'f3c1'],
    [item('serviceObjects'), '自然人;企业法人', ['NATURAL_PERSON', 'ENTERPRISE']],
    [
      item('statutoryLimit'),
      '30(工作日)',
      { amount: 30, unit: 'WORKING_DAY', immediate: false, raw: '30(工作日)' },
    ],
    [item('statutoryLimit'), '无', { immediate: false, raw: '无' }],
    [item('jointOrganisations'), '甲局;乙局', ['甲局', '乙局']],
    [guide('materialsText'), '1.身份证 2.户口簿', ['身份证', '户口簿']],
    [guide('materialsText'), '（1）身份证；（2）户口簿。', ['身份证', '户口簿']],
    [guide('materialsText'), '①身份证\n②2寸照片3张', ['身份证', '2寸照片3张']],
    [guide('materialsText'), '身份证;2.5米以上船舶照片', ['身份证', '2.5米以上船舶照片']],
    [guide('materialsText'), '1.身份证', ['1.身份证']],
    [item('everydayName'), '办证', '办证'],
  ])('$element "%s"', (field, text, value) => {
    const { value: read, problems, unrecognised } = readCell(field, text);
    expect(read).toEqual(value);
    expect(problems).toEqual([]);
    expect(unrecognised).toBeUndefined();
  });

  test.each([
    [item('visits'), '若干', 'INTEGER_FORMAT'],
    [item('planEffectiveDate'), '2024-02-30', 'DATE_FORMAT'],
    [guide('hasFee'), '看情况', 'UNRECOGNISED_BOOLEAN'],
    [item('serviceObjects'), '外星人', 'UNRECOGNISED_VALUE'],
    [item('itemType'), '民政', 'UNKNOWN_ITEM_TYPE'],
    [guide('onlineAddress'), 'example.gov.cn', 'URL_FORMAT'],
    [item('name'), '名'.repeat(1001), 'VALUE_TOO_LONG'],
    [item('promisedLimit'), '尽快', 'UNRECOGNISED_TIME_LIMIT'],
  ])('$element "%s" is kept and flagged %s', (field, text, code) => {
    const reading = readCell(field, text);
    expect(reading.problems.map((found) => found.code)).toEqual([code]);
    expect(JSON.stringify(reading)).toContain(text);
  });

  test.each(['', '无', '-', '/', 'NULL'])('"%s" says nothing', (text) => {
    expect(readCell(item('everydayName'), text)).toEqual({ problems: [] });
  });

  test.each([
    [['a', null, 'b'], 'a;b'],
    [[null], ''],
    [' a\rb\r\nc ', 'a\nb\nc'],
    ['a\u0000b', 'ab'],
    [7, '7'],
  ])('%j as text is %j', (cell, text) => {
    expect(plainText(cell)).toBe(text);
  });
});
