import { describe, expect, test } from 'vitest';
import { comparedForm, elementParts } from '../../comparison/element-parts.ts';

const formOf = (text: string): string => comparedForm(elementParts('text', text));

describe('marks in running text', () => {
  test.each([
    ['at an end', '年满十八周岁。', '年满十八周岁'],
    ['between words', '依法设立；材料齐全', '依法设立、材料齐全'],
    ['between a figure and a word', '满3，不满5', '满3不满5'],
    ['a dash of two between figures', '提交3——5份', '提交3-5份'],
    ['dashes of every length between figures', '提交3—5份', '提交3--5份'],
  ])('%s: %s says what %s says', (_about, one, other) => {
    expect(formOf(one)).toBe(formOf(other));
  });

  test.each([
    ['提交3——5份', '提交35份'],
    ['提交3-5份', '提交35份'],
    ['满1.5米', '满15米'],
    ['满1.5米', '满1-5米'],
    ['满1……5米', '满1.5米'],
    ['占3％', '占3'],
  ])('between figures: %s is not %s', (one, other) => {
    expect(formOf(one)).not.toBe(formOf(other));
  });
});

describe('a name', () => {
  const nameOf = (text: string): string => comparedForm(elementParts('normalName', text));

  test('is the same whatever mark parts its members', () => {
    expect(nameOf('一次性伤残补助金，伤残津贴申领')).toBe(nameOf('一次性伤残补助金、伤残津贴申领'));
    expect(nameOf('采矿许可。')).toBe(nameOf('采矿许可'));
  });

  test('is another without a mark, or with other brackets', () => {
    expect(nameOf('设立、变更登记')).not.toBe(nameOf('设立变更登记'));
    expect(nameOf('学位公证（指引）')).not.toBe(nameOf('学位公证指引'));
  });
});
