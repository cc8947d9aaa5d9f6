import { expect, test } from 'vitest';
import { CHK_27_FULL_LEGAL_NAME } from '../../../catalog/rules/chk-27-full-legal-name.ts';
import { aRecord } from './handling-record.ts';

const found = (
  organisationName: string,
  more: Readonly<Record<string, unknown>> = {},
  listKind = 'PUBLIC_SERVICE',
) =>
  CHK_27_FULL_LEGAL_NAME.find(aRecord({ listKind, item: { organisationName, ...more } })).map(
    ({ code, field, detail, other }) => [code, field, detail, other].filter((part) => part !== undefined),
  );

test.each([
  '',
  '青溪县民政局',
  '沛县公安局',
  '镇坪县行政审批局',
  '广东省人力资源和社会保障厅',
  '国家税务总局广东省税务局',
  '自然资源部南海局',
  '水利部珠江水利委员会',
  '中国人民银行广州分行',
  '汪溪街道办事处',
  '云雾镇派出所',
  '新鱼塘社区居民委员会',
  '红旗社区居民委员会',
  '后柿园村村民委员会',
  '港珠澳大桥管理局',
  '呼伦贝尔盟教育局',
  '广东科学中心',
  '海盐自来水有限公司',
  '长风市公安局青溪分局',
  '市辖区青山区林业和草原局',
  '残疾人办学促进会',
  '机关事务局幼儿园',
  '国家税务总局稽查局',
  '财政部监管局',
  '红旗居民委员会',
  '新塘居民委员会',
  '红旗社区村民委员会',
  '青溪县各乡镇人民政府',
])('%s', (name) => expect(found(name)).toEqual([]));

test.each([
  '民政局',
  '区医疗保障局',
  '市市场监督管理局',
  '县城市管理局',
  '乡镇人民政府',
  '乡人民政府',
  '各镇人民政府',
  '派出所',
  '省文化和旅游厅',
  '社区居民委员会',
  '村村民委员会',
  '市县区民政局',
  '县级以上人民政府',
  '城乡市政管理局',
  '市州民政局',
  '省市县民政局',
  '区国家税务局',
  '区部队管理处',
  '社区居民委员会办公室',
  '居民委员会',
  '乡(镇)人民政府',
  '镇（街）人民政府',
  '镇（街道）人民政府',
  '乡镇（街道）人民政府',
  '各级市县人民政府',
])('%s names no place', (name) => expect(found(name)).toEqual([['CHK_27_PLACE', 'organisationName']]));

test.each([
  ['区人社局', '人社局', '人力资源和社会保障局'],
  ['青溪县住建局', '住建局', '住房和城乡建设局'],
  ['青溪县市场监管局', '市场监管局', '市场监督管理局'],
  ['青溪县卫健委', '卫健委', '卫生健康委员会'],
  ['青溪县残联', '残联', '残疾人联合会'],
  ['青溪县审批局', '审批局', '行政审批局'],
  ['青溪县发改委', '发改委', '发展和改革委员会'],
  ['青溪县交通局', '交通局', '交通运输局'],
  ['国土局', '国土局', '自然资源（和规划）局'],
  ['青溪县人社局（社保局）', '人社局', '人力资源和社会保障局'],
  ['青溪县编办', '编办', '机构编制委员会办公室'],
  ['青溪县社保中心', '社保中心', '社会保险中心'],
])('%s is short', (name, detail, other) =>
  expect(found(name)).toEqual([['CHK_27', 'organisationName', detail, other]]),
);

test.each([
  ['民政局', 'CHK_27_PLACE'],
  ['青溪县残联', 'CHK_27'],
])('%s is quoted whole, under its title', (organisationName, code) =>
  expect(CHK_27_FULL_LEGAL_NAME.find(aRecord({ item: { organisationName } }))).toEqual([
    expect.objectContaining({ code, title: '实施主体', value: organisationName }),
  ]),
);

test('a reference speaks of kinds of organisations', () => {
  expect(found('乡镇人民政府', {}, 'REFERENCE')).toEqual([]);
  expect(found('乡镇人民政府', {}, 'POWER')).toHaveLength(1);
});

test.each([
  ['coImplementingOrganisations', ['青溪县财政局', '青溪县民政局'], false],
  ['coImplementingOrganisations', ['青溪县财政局等部门'], true],
  ['coImplementingOrganisations', ['相关部门'], true],
  ['coImplementingOrganisations', ['青溪县财政局等'], true],
  ['coImplementingOrganisations', ['青溪县财政局等5个部门'], true],
  ['coImplementingOrganisations', ['青溪县财政局等12个单位'], true],
  ['coImplementingOrganisations', ['青溪县财政局等有关单位'], true],
  ['coImplementingOrganisations', ['青溪县财政局等级评定中心'], false],
  ['coImplementingOrganisations', ['青溪县财政局等下属个部门'], false],
  ['jointOrganisations', ['各部门'], true],
  ['jointOrganisations', ['各级主管部门'], true],
  ['jointOrganisations', ['各 部门'], false],
  ['jointOrganisations', ['各级人民政府及其所属的组成部门'], false],
  ['jointOrganisations', ['各部门联席会议'], false],
  ['jointOrganisations', ['大各庄镇单位'], false],
  ['jointOrganisations', ['各有关单位'], true],
  ['jointOrganisations', ['各相关部门'], true],
  ['jointOrganisations', ['青溪县公安局'], false],
  ['jointOrganisations', ['高等学校'], false],
])('%s %j', (element, value, expected) =>
  expect(found('青溪县民政局', { [element]: value })).toEqual(expected ? [['CHK_27_JOINT', element]] : []),
);
