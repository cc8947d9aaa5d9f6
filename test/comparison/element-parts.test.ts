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

describe('what says that there is none', () => {
  const partsOf = (rule: 'canonicalMaterial' | 'lawAndArticle', text: string) => elementParts(rule, text);

  test.each(['无', '无。', '暂无', '无需提供材料', '不需要提交任何材料', '没有申请材料', '1.无', '免提交'])(
    '%s is no material, but differs from some and from a blank',
    (text) => {
      expect(partsOf('canonicalMaterial', text).map((part) => part.text)).toEqual(['']);
      expect(comparedForm(partsOf('canonicalMaterial', text))).toBe('NONE');
    },
  );

  test.each(['无犯罪记录证明', '无房证明', '申请表', '不动产权证书'])('%s is a material', (text) => {
    expect(partsOf('canonicalMaterial', text).map((part) => part.text)).toEqual([text]);
  });

  test('beside a material says nothing, and is no basis either', () => {
    expect(partsOf('canonicalMaterial', '申请表；无').map(({ text }) => text)).toEqual(['申请表']);
    expect(partsOf('lawAndArticle', '无')).toEqual(partsOf('lawAndArticle', '暂无依据'));
    expect(partsOf('lawAndArticle', '本地惯例').map(({ text }) => text)).toEqual(['本地惯例']);
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
