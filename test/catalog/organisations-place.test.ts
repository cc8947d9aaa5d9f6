import { describe, expect, test } from 'vitest';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { placeTest, withoutPlace } from '../../catalog/organisations/place.ts';

const isPlace = placeTest(undefined);

describe('says only where', () => {
  test.each(
    [
      '广东省|广安市|锡林郭勒盟|凉山州|广安区|金寨县|科左中旗|香港特别行政区|西藏自治区|凉山彝族自治州|北川羌族自治县|鄂温克族自治旗|经济开发区|天府新区|海南管理区|黄山风景区|石梅湾度假区|自贸示范区|软件产业园|工业园区|阿里地区|神农架林区|白云矿区|新华街道办事处|新华街道|石桥镇|云雾乡|白音苏木|幸福村|幸福社区',
      '省|市|州|盟|县|区|旗|镇|乡|街道|村|社区|乡镇|国家|全国',
      '市委|县级|县级以上|县级以上地方各级|市级地方|广安市人民政府|市政府|县级以上地方人民政府|人民政府|政府|委',
      '广东|北京市|内蒙古|新疆|国家税务总局|国家税务局|国家统计局|国家外汇管理局|国家知识产权局|中国证券监督管理委员会|中华人民共和国|国家税务总局广东省|中共成都市|中共成都市委|中华人民共和国广东',
      '',
    ]
      .join('|')
      .split('|'),
  )('%s', (text) => expect(isPlace(text)).toBe(true));

  test.each('广安|长宁|教育|城关|广安市教育|广东省教育厅|国家财政总局|区教|县级教育|政府办|中共'.split('|'))(
    'not %s',
    (text) => expect(isPlace(text)).toBe(text === '中共'),
  );
});

test.each([
  ['a whole name', '四川省广安市广安区', '四川省广安市广安区'],
  ['its steps', '四川省广安市广安区', '广安市广安区'],
  ['one step', '四川省广安市广安区', '广安区'],
  ['a stem', '四川省广安市广安区', '广安'],
  ['two stems', '四川省广安市', '四川广安'],
  ['a stem and a step', '四川省广安市', '四川广安市'],
  ['a stem with its government', '四川省广安市', '广安人民政府'],
  ['a banner', '内蒙古自治区呼伦贝尔市鄂温克族自治旗', '鄂温克族自治旗'],
  ['a region of its own', '西藏自治区阿里地区', '阿里地区'],
  ['a street', '上海市长宁区新华街道', '新华'],
  ['in full width', '四川省（广安市）', '四川省（广安市）'.replace('（', '(').replace('）', ')')],
])('%s of the region %s is a place: %s', (_label, region, text) =>
  expect(placeTest(region)(text)).toBe(true),
);

test.each([
  ['四川省广安市', '成都'],
  ['四川省广安市', '广安教育'],
  ['四川省广安市', '安'],
  ['江苏省苏州市虎丘区某县', '某'],
])('beside the region %s, %s is none', (region, text) => expect(placeTest(region)(text)).toBe(false));

test.each([
  ['广东省某协会', '某协会'],
  ['广东省广州市越秀区某协会', '某协会'],
  ['中华人民共和国某协会', '某协会'],
  ['中共广东省某协会', '某协会'],
  ['西藏自治区某协会', '某协会'],
  ['凉山彝族自治州某协会', '某协会'],
  ['北川羌族自治县某协会', '某协会'],
  ['锡林郭勒盟某协会', '某协会'],
  ['凉山州某协会', '某协会'],
  ['新华街道办事处某协会', '某协会'],
  ['新华街道某协会', '某协会'],
  ['石桥镇某协会', '某协会'],
  ['云雾乡某协会', '某协会'],
  ['甲市某协会', '某协会'],
  ['广州市某协会', '某协会'],
  ['达州市通川区某协会', '某协会'],
  ['广州市场协会', '广州市场协会'],
  ['金寨县某协会', '某协会'],
  ['广安区某协会', '某协会'],
  ['鄂温旗某协会', '某协会'],
  ['省某协会', '某协会'],
  ['市某协会', '某协会'],
  ['州某协会', '某协会'],
  ['县某协会', '某协会'],
  ['区某协会', '某协会'],
  ['省市县某协会', '某协会'],
  // The words that only begin like a place, and what is too short to be left alone.
  ['市场协会', '市场协会'],
  ['广安市场协会', '广安市场协会'],
  ['广东省情研究中心', '广东省情研究中心'],
  ['某省立医院', '某省立医院'],
  ['广安市立医院', '广安市立医院'],
  ['广安市政工程公司', '广安市政工程公司'],
  ['广安市政务数据公司', '政务数据公司'],
  ['广安市政府采购中心', '政府采购中心'],
  ['广安市民中心', '广安市民中心'],
  ['社区矫正协会', '社区矫正协会'],
  ['社区卫生协会', '社区卫生协会'],
  ['社区戒毒协会', '社区戒毒协会'],
  ['社区书画协会', '书画协会'],
  ['城乡协会', '城乡协会'],
  ['农村信用社', '农村信用社'],
  ['广东省会', '广东省会'],
  ['广东省协会', '协会'],
  ['某协会', '某协会'],
  ['广安', '广安'],
])('%s without its place is %s', (text, expected) => expect(withoutPlace(text, isPlace)).toBe(expected));

describe('several in one cell, and a second name', () => {
  test.each([
    ['市教育局和市民政局', '教育局、民政局'],
    ['市教育局，市民政局', '教育局、民政局'],
    ['市教育局；市民政局', '教育局、民政局'],
    ['市卫健委和市民政局', '卫生健康委员会、民政局'],
    ['省教育厅和省民政厅', '教育厅、民政厅'],
    ['市委组织部和市民政局', '组织部、民政局'],
    ['市红十字会和市民政局', '红十字会、民政局'],
    ['市教育局、县教育局', '教育局'],
    ['市教育局、、市民政局', '教育局、民政局'],
    ['市教育局/招生办公室', '教育局'],
    ['某某办（市教育局）', '教育局'],
    ['某某办（某）（市教育局）', '教育局'],
    ['市教育局（市民政局）', '教育局'],
  ])('%s: %s', (written, name) => {
    expect(canonicalOrganisation(written).name).toBe(name);
  });

  test('one of them unknown, all of them are', () => {
    expect(canonicalOrganisation('市教育局、某协会')).toEqual({
      name: '教育局、某协会',
      short: '教育局、某协会',
      function: undefined,
      functions: [],
    });
  });

  test('short names and functions of all', () => {
    expect(canonicalOrganisation('市人社局、市科教局')).toEqual({
      name: '人力资源和社会保障局、科技和教育局',
      short: '人社局、科教局',
      function: '人力资源和社会保障、教育和科技',
      functions: ['人力资源和社会保障', '教育', '科学技术'],
    });
  });
});

describe('a part of a department', () => {
  test.each([
    ['广安市公安局广安分局', '公安局'],
    ['广安市生态环境局前锋分局', '生态环境局'],
    ['广安市教育局基础教育科', '教育局基础教育科'],
    ['广安市教育局学生资助中心', '教育局学生资助中心'],
    ['广安市公安局交警支队', '公安局交警支队'],
    ['广安市税务局办税服务大厅', '税务局办税服务大厅'],
    ['广安市教育主管部门', '教育局'],
    ['广安市教育行政部门', '教育局'],
    ['广安市教育机关', '教育局'],
    ['广安市住房公积金管理中心前锋分中心', '住房公积金管理中心'],
    ['广安市教育监督局', '教育局'],
    ['广安市税务总局', '税务局'],
    ['广安市消防救援支队前锋大队', '消防救援支队前锋大队'],
  ])('%s: %s', (written, name) => expect(canonicalOrganisation(written).name).toBe(name));

  test.each(['广安市教育部', '广安市海洋综合执法总队', '广安市教育局附属小学'])('%s is none', (written) =>
    expect(canonicalOrganisation(written).function).toBeUndefined(),
  );
});

test('a name of sixty characters is read, a longer one is not', () => {
  const office = `${'某'.repeat(40)}区级以上地方各级人民政府教育局`;
  const name = (length: number) => `${office}${'甲'.repeat(length - office.length - 1)}科`;
  expect(canonicalOrganisation(name(60)).function).toBe('教育');
  expect(canonicalOrganisation(name(61)).function).toBeUndefined();
});
