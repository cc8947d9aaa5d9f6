import { describe, expect, test } from 'vitest';
import { canonicalMaterial } from '../../catalog/materials/canonical-material.ts';
import { formOf, withoutProvince } from '../../catalog/materials/purposes.ts';
import { shownName } from '../../catalog/materials/shown-name.ts';

describe('a form and what it is for', () => {
  test.each([
    ['路政许可申请书', 'application:路政许可', '路政许可申请表'],
    ['路政许可申请表', 'application:路政许可', '路政许可申请表'],
    ['路政许可申请表格', 'application:路政许可', '路政许可申请表'],
    ['路政许可申请单', 'application:路政许可', '路政许可申请表'],
    ['路政许可申请表单', 'application:路政许可', '路政许可申请表'],
    ['路政许可申请书表', 'application:路政许可', '路政许可申请表'],
    ['路政许可申请', 'application:路政许可', '路政许可申请表'],
    ['路政许可书面申请', 'application:路政许可', '路政许可申请表'],
    ['路政许可证申请书', 'application:路政许可', '路政许可申请表'],
    ['关于路政许可的申请', 'application:路政许可', '路政许可申请表'],
    ['广东省路政许可申请表', 'application:路政许可', '路政许可申请表'],
    ['办理关于路政的申请', 'application:办理关于路政', '办理关于路政申请表'],
    ['企业的路政申请', 'application:企业的路政', '企业的路政申请表'],
    ['许可证变更申请', 'application:许可证变更', '许可证变更申请表'],
    ['本人个人申请', 'application:', '申请表'],
    ['申请书', 'application:', '申请表'],
    ['书面申请', 'application:', '申请表'],
    ['申请人申请书', 'application:', '申请表'],
    ['个人申请', 'application:', '申请表'],
    ['本人的申请', 'application:', '申请表'],
    ['单位申请书', 'application:', '申请表'],
    ['申请单位申请表', 'application:', '申请表'],
    ['关于单位的申请', 'application:', '申请表'],
    ['企业申请书', 'application:企业', '企业申请表'],
    ['单位注销申请书', 'application:单位注销', '单位注销申请表'],
    ['申请材料真实性承诺书', 'commitment:申请材料真实性', '申请材料真实性承诺书'],
    ['书面承诺', 'commitment:', '承诺书'],
    ['承诺函', 'commitment:', '承诺书'],
    ['诚信书面承诺函', 'commitment:诚信', '诚信承诺书'],
    ['关于诚信的承诺书', 'commitment:诚信', '诚信承诺书'],
  ])('%s is %s', (written, key, name) => {
    const purpose = key.slice(key.indexOf(':') + 1);
    expect(formOf(written)).toMatchObject({ key, name, purpose, group: 'form' });
    expect(canonicalMaterial(written)).toEqual({ key, name, group: 'form' });
  });

  test.each(['申请报告', '申请函', '承诺书样本说明', '申请表填写说明', '登记表', '申请人资格'])(
    '%s is none',
    (written) => expect(formOf(written)).toBeUndefined(),
  );

  test('a condition tells two forms apart, and they are shown in full width', () => {
    expect(canonicalMaterial('农药登记申请表（适用于制剂a）')).toEqual({
      key: 'other:农药登记申请表(适用于制剂a)',
      name: '农药登记申请表（适用于制剂A）',
    });
    expect(canonicalMaterial('许可申请书（a类)申请表').name).toBe('许可申请书（A类）申请表');
  });

  test('forms stand behind every paper in a set, the application first', () => {
    expect(canonicalMaterial('承诺书、申请书、工艺流程图').together).toEqual([
      '工艺流程图',
      '申请表',
      '承诺书',
    ]);
    expect(canonicalMaterial('个人申请或身份证')).toEqual({
      key: 'resident-identity-card|application:',
      name: '居民身份证或申请表',
      alternatives: ['居民身份证', '申请表'],
    });
  });

  test('a form for something is no part of a set', () => {
    expect(canonicalMaterial('身份证和路政许可申请书')).toEqual({
      key: 'application:身份证和路政许可',
      name: '身份证和路政许可申请表',
      group: 'form',
    });
  });
});

describe('the province that printed a form', () => {
  test.each(
    '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾'.split(
      '|',
    ),
  )('%s省', (province) => {
    expect(withoutProvince(`${province}省登记表`)).toBe('登记表');
    expect(withoutProvince(`某${province}省登记表`)).toBe(`某${province}省登记表`);
  });

  test.each(
    '内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|北京市|天津市|上海市|重庆市'.split(
      '|',
    ),
  )('%s', (province) => {
    expect(withoutProvince(`${province}登记表`)).toBe('登记表');
    expect(withoutProvince(`某${province}登记表`)).toBe(`某${province}登记表`);
  });

  test.each([
    ['省', '广东省', '级|人民政府|委批复|政府批文|直单位|内企业|外企业|民政厅批复|体育局批复|商务厅'],
    ['region', '西藏自治区', '级批复|人民政府|党委批复|民政厅批复|体育局批复'],
    ['city', '北京市', '级批复|人民政府|委批复|海淀区批复|民政局批复|信访委批复'],
  ])('one that goes on to name an office or a rank stays: %s', (_label, province, offices) => {
    for (const office of offices.split('|')) {
      expect(withoutProvince(province + office)).toBe(province + office);
    }
  });

  test.each([
    ['what remains has three characters at least', '广东省表格', '广东省表格'],
    ['the same of a region', '西藏自治区表格', '西藏自治区表格'],
    ['the same of a city', '北京市表格', '北京市表格'],
    ['three are enough', '广东省登记表', '登记表'],
    ['an office named by one character is none', '广东省厅登记表', '厅登记表'],
    [
      'an office further on is no office of the province',
      '北京市一二三四五六七八九十一二三四五六七局',
      '一二三四五六七八九十一二三四五六七局',
    ],
    ['no city of a province', '广州市登记表', '广州市登记表'],
  ])('%s: %s', (_label, written, expected) => expect(withoutProvince(written)).toBe(expected));

  test('papers without their province', () => {
    expect(canonicalMaterial('广东省居住证').key).toBe('residence-permit');
    expect(canonicalMaterial('广东省采矿方案')).toEqual({ key: 'other:采矿方案', name: '采矿方案' });
    expect(canonicalMaterial('广东省采矿方案（a）')).toEqual({
      key: 'other:采矿方案(a)',
      name: '采矿方案（A）',
    });
  });
});

test('names are shown in full width and capitals', () => {
  expect(shownName('a(b)类z(1)z')).toBe('A（B）类Z（1）Z');
});
