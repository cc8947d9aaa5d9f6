import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { departmentsOf } from '../../catalog/organisations/departments.ts';
import { FORMER_NAMES } from '../../catalog/organisations/former-names.ts';
import { FUNCTIONS } from '../../catalog/organisations/functions.ts';
import { BODIES_OF_THEIR_OWN } from '../../catalog/organisations/stations.ts';

describe('one department, whatever its place, rank and short name', () => {
  test.each([
    ['区人社局', '人力资源和社会保障局', '人社局', '人力资源和社会保障'],
    ['广安区人力资源和社会保障局', '人力资源和社会保障局', '人社局', '人力资源和社会保障'],
    ['广东省人力资源和社会保障厅', '人力资源和社会保障厅', '人社厅', '人力资源和社会保障'],
    ['区住建局', '住房和城乡建设局', '住建局', '住房和城乡建设'],
    ['上海市住房和城乡建设管理委员会', '住房和城乡建设委员会', '住建委', '住房和城乡建设'],
    ['长宁区卫健委', '卫生健康委员会', '卫健委', '卫生健康'],
    ['区市监局', '市场监督管理局', '市监局', '市场监督管理'],
    ['海口市市场监督管理局', '市场监督管理局', '市监局', '市场监督管理'],
    ['市中区民政局', '民政局', '民政局', '民政'],
    ['县发改委', '发展和改革委员会', '发改委', '发展和改革'],
    ['区科委', '科学技术委员会', '科技委', '科学技术'],
    ['区经信局', '工业和信息化局', '工信局', '工业和信息化'],
    ['区规划资源局', '自然资源局', '自然资源局', '自然资源'],
    ['区公安分局', '公安局', '公安局', '公安'],
    ['国家税务总局广东省税务局', '税务局', '税务局', '税务'],
    ['镇江丹阳市商务局', '商务局', '商务局', '商务'],
    ['丹阳市族宗教事务局', '民族宗教事务局', '民宗局', '民族宗教事务'],
    ['县级以上人民政府民政部门', '民政局', '民政局', '民政'],
    ['教育行政主管部门', '教育局', '教育局', '教育'],
    ['广东省消防救援总队', '消防救援总队', '消防总队', '消防救援'],
    ['区行政审批局', '行政审批局', '审批局', '行政审批'],
    ['市交通运输局港航管理处', '交通运输局港航管理处', '交通局港航管理处', '交通运输'],
    ['区残联', '残疾人联合会', '残联', '残疾人事务'],
    ['广东省妇女联合会', '妇女联合会', '妇联', '妇女事务'],
    ['中共成都市委组织部', '组织部', '组织部', '组织'],
    ['县委编办', '机构编制委员会办公室', '编办', '机构编制'],
    ['中国共产主义青年团广东省委员会', '共青团委员会', '团委', '共青团'],
  ])('%s → %s', (written, name, short, work) => {
    expect(canonicalOrganisation(written)).toMatchObject({ name, short, function: work });
  });
});

describe('names from before a reform', () => {
  test.each([
    ['桃源县卫生和计划生育局', '卫生健康局'],
    ['丹阳市卫生和计划生育委员会', '卫生健康委员会'],
    ['计生部门', '卫生健康局'],
    ['食药监局', '市场监督管理局'],
    ['工商局', '市场监督管理局'],
    ['质监局', '市场监督管理局'],
    ['丹阳市国土资源局', '自然资源局'],
    ['丹阳市环保局', '生态环境局'],
    ['丹阳市安监局', '应急管理局'],
    ['丹阳市物价局', '发展和改革局'],
    ['县国税局', '税务局'],
    ['县法制办', '司法局'],
    ['乡村振兴局', '农业农村局'],
    ['丹阳市民防局', '国防动员局'],
    ['旅游局', '文化和旅游局'],
    ['文化广电新闻出版局', '文化广电和旅游局'],
    ['劳动和社会保障局', '人力资源和社会保障局'],
  ])('%s → %s', (written, name) => expect(canonicalOrganisation(written).name).toBe(name));

  test('each says which decision ended it, and its heir is a department of today', () => {
    for (const { spellings, now, year, document } of FORMER_NAMES) {
      expect(document).not.toBe('');
      expect(year).toBeGreaterThan(2000);
      for (const spelling of spellings) {
        const meaning = departmentsOf(spelling);
        expect(
          meaning?.functions.map((one) => one.name),
          spelling,
        ).toEqual(now);
        expect(meaning?.former, spelling).toBe(true);
      }
    }
  });

  test('旅游 alone is a former name, within a joint department it is not', () => {
    expect(departmentsOf('旅游')?.former).toBe(true);
    expect(departmentsOf('文化广播电视和旅游')?.former).toBe(false);
  });
});

describe('joint departments', () => {
  test.each([
    ['教育科技和体育局', '区教科体局'],
    ['文化广播电视和旅游局', '区文广旅局'],
    ['教育体育局', '教体局'],
    ['文化和旅游厅', '文旅局'],
    ['县农业农村和水利局', '水利和农业农村局'],
  ])('%s = %s', (left, right) => {
    const { function: work, functions } = canonicalOrganisation(left);
    expect(canonicalOrganisation(right)).toMatchObject({ function: work, functions });
    expect(functions.length).toBeGreaterThan(1);
  });

  test('the name keeps the order it is written in', () => {
    expect(canonicalOrganisation('县农业农村和水利局').name).toBe('农业农村和水利局');
  });
});

describe('windows, stations and companies', () => {
  test.each([
    ['XX镇司法所', '司法所', '司法'],
    ['云雾镇派出所', '派出所', '公安'],
    ['上海市长宁公证处', '长宁公证处', '司法'],
    ['区司法局/公证处', '司法局', '司法'],
    ['长宁区婚姻（收养）登记中心', '婚姻(收养)登记中心', '民政'],
    ['张庄路街道办事处人社中心', '人社中心', '人力资源和社会保障'],
    ['长宁区医疗保险事务中心', '医疗保险事务中心', '医疗保障'],
    ['新华路街道社区事务受理服务中心', '便民服务中心', '乡镇街道'],
    ['新华街道', '街道办事处', '乡镇街道'],
    ['济南市槐荫区人民政府张庄街道办事处', '街道办事处', '乡镇街道'],
    ['金寨县燕子河镇', '镇人民政府', '乡镇街道'],
    ['黄潭洲村便民服务站', '便民服务站', '村社区'],
    ['幸福村党群服务中心', '便民服务站', '村社区'],
    ['某某县供水公司', '供水公司', '供水'],
    ['广东电网有限责任公司', '广东电网有限责任公司', '供电'],
    ['广州海事法院', '广州海事法院', '审判'],
    ['县政务服务中心', '政务服务中心', '政务服务'],
    ['成都市武侯区人民政府', '人民政府', '人民政府'],
  ])('%s → %s, %s', (written, name, work) => {
    expect(canonicalOrganisation(written)).toMatchObject({ name, function: work });
  });
});

describe('several organisations in one cell', () => {
  test.each([
    ['市委组织部、市民政局、市司法局', '组织部、民政局、司法局', ['组织', '民政', '司法']],
    ['住房和城乡建设局、自然资源局', '住房和城乡建设局、自然资源局', ['住房和城乡建设', '自然资源']],
  ])('%s', (written, name, functions) => {
    expect(canonicalOrganisation(written)).toMatchObject({ name, functions, function: functions.join('、') });
  });

  test('a second name in brackets does not hide the first, and helps where the first is unknown', () => {
    expect(canonicalOrganisation('应急管理局（县安委办）').name).toBe('应急管理局');
    expect(
      canonicalOrganisation('中共广东省委军民融合发展委员会办公室（广东省人民防空办公室）').function,
    ).toBe('国防动员');
  });
});

describe('different departments stay apart', () => {
  test.each([
    ['市场监督管理局', '药品监督管理局'],
    ['民政局', '退役军人事务局'],
    ['自然资源局', '生态环境局'],
    ['林业局', '农业农村局'],
    ['房管局', '住建局'],
    ['城管局', '综合执法局'],
    ['行政审批局', '政务服务局'],
    ['财政局', '税务局'],
    ['文旅局', '文体局'],
    ['水利局', '某县供水公司'],
    ['教育局', '教科体局'],
    ['科技局', '科协'],
    ['司法局', '人民法院'],
    ['街道办事处', '村委会'],
  ])('%s ≠ %s', (left, right) => {
    expect(canonicalOrganisation(left).function).not.toBe(canonicalOrganisation(right).function);
  });
});

describe('what is unknown keeps its name without the place', () => {
  test.each([
    ['广东省典当行业协会', undefined, '典当行业协会'],
    ['广东省省情调查研究中心', undefined, '省情调查研究中心'],
    ['广东省不动产登记与估价专业人员协会', undefined, '不动产登记与估价专业人员协会'],
    ['广东省农业科学院农业经济与农村发展研究所', undefined, '农业科学院农业经济与农村发展研究所'],
    ['广东省WTO及TBT通报咨询研究中心', undefined, 'WTO及TBT通报咨询研究中心'],
    ['广东省农业科学院动物科学研究所（畜牧研究所）', undefined, '农业科学院动物科学研究所'],
    ['', undefined, ''],
  ])('%s', (written, region, name) => {
    expect(canonicalOrganisation(written, region)).toEqual({
      name,
      short: name,
      function: undefined,
      functions: [],
    });
  });
});

test('the region’s own name helps where the place is written short', () => {
  expect(canonicalOrganisation('长宁民政局').function).toBeUndefined();
  expect(canonicalOrganisation('长宁民政局', '上海市长宁区').function).toBe('民政');
});

describe('the canonical of a canonical name is that name', () => {
  // 文化 and 旅游 are functions of joint departments; alone they are names from before 2018.
  const today = FUNCTIONS.filter((one) => departmentsOf(one.name)?.former === false);

  test.each(today.flatMap((one) => one.bodies.map((body) => [one.name + body, one.name] as const)))(
    '%s',
    (name, work) => expect(canonicalOrganisation(name)).toMatchObject({ name, function: work }),
  );

  test.each(BODIES_OF_THEIR_OWN.map((one) => [one.name ?? '', one.function] as const))('%s', (name, work) => {
    expect(canonicalOrganisation(name)).toMatchObject({ name, function: work });
    expect(canonicalOrganisation(`广安区${name}`)).toMatchObject({ name, function: work });
  });

  const piece = fc.constantFrom(
    ...'广东省|广安市|区|县|镇|街道|村|市|人民政府|人力资源和社会保障|教育|科技|体|文|旅游|市场监管|卫生和计划生育|林业|和|、|（|）|局|厅|委|委员会|办公室|中心|分局|便民服务中心|派出所|公司|研究所|协会'.split(
      '|',
    ),
  );

  test.each(['广安市教育办公室和派出所', '派出所委（（旅游））', '卫生和计划生育办公室和便民服务中心'])(
    '%s',
    (name) => {
      const once = canonicalOrganisation(name);
      expect(canonicalOrganisation(once.name)).toEqual(once);
    },
  );

  test('an empty region name helps with nothing', () => {
    expect(canonicalOrganisation('广安区教育局', '')).toEqual(canonicalOrganisation('广安区教育局'));
  });

  test('for any heap of the words names are made of', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const once = canonicalOrganisation(pieces.join(''));
        expect(canonicalOrganisation(once.name)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});

test.each([['区'.repeat(5000)], ['广东省'.repeat(200)], ['教育和'.repeat(2000)], [`${'某县'.repeat(30)}局`]])(
  'a long name is answered at once (case %#)',
  (written) => {
    const started = performance.now();
    canonicalOrganisation(written);
    // Generous: what must not happen is minutes of backtracking.
    expect(performance.now() - started).toBeLessThan(5000);
  },
);
