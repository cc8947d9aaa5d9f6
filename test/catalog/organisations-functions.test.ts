import { describe, expect, test } from 'vitest';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { commissionOf, departmentsOf, SPELLINGS } from '../../catalog/organisations/departments.ts';
import { FUNCTIONS } from '../../catalog/organisations/functions.ts';

const COMMISSION = '局 厅 委员会';
const USUAL = '局 厅';

/** Work, short name, other spellings parted by blanks, and what the department may be called. */
const DEPARTMENTS: readonly (readonly [work: string, short: string, spellings: string, bodies: string])[] = [
  ['发展和改革', '发改', '发展改革 发展与改革 发展和改革事务', '委员会 局'],
  ['教育', '教育', '', COMMISSION],
  ['科学技术', '科技', '科学和技术 科技创新', COMMISSION],
  [
    '工业和信息化',
    '工信',
    '工业信息化 经济和信息化 经济信息化 经信 工业和信息产业 科技工业和信息化',
    COMMISSION,
  ],
  ['民族宗教事务', '民宗', '民族宗教 民族和宗教事务 民族与宗教事务', COMMISSION],
  ['公安', '公安', '', USUAL],
  ['民政', '民政', '', USUAL],
  ['司法', '司法', '司法行政', USUAL],
  ['财政', '财政', '财政金融', USUAL],
  [
    '人力资源和社会保障',
    '人社',
    '人力资源社会保障 人力资源与社会保障 人力资源、社会保障 人力社保 人力资源保障',
    USUAL,
  ],
  [
    '自然资源',
    '自然资源',
    '自然资源和规划 规划和自然资源 自然资源与规划 规划资源 自然资源规划 自规 自资',
    COMMISSION,
  ],
  ['生态环境', '生态环境', '生态环保 生态环境保护', USUAL],
  [
    '住房和城乡建设',
    '住建',
    '住房城乡建设 住房与城乡建设 住房和城乡建设管理 城乡建设 建设管理 住房和建设 住房和城乡规划建设 城乡住房建设',
    COMMISSION,
  ],
  ['房屋管理', '房管', '住房保障和房屋管理 房产管理 房地产管理 住房保障和房产管理 住房保障', USUAL],
  ['交通运输', '交通', '交运 交通运输管理', COMMISSION],
  ['水利', '水利', '水务 水利水务 水利和水务', USUAL],
  ['农业农村', '农业农村', '农业和农村 农业农村水利', COMMISSION],
  ['林业和草原', '林业', '林草 林业草原 园林和林业 林业和园林', USUAL],
  ['商务', '商务', '商务和投资促进 商务经济', COMMISSION],
  ['广播电视', '广电', '广播影视', USUAL],
  ['体育', '体育', '', USUAL],
  ['文物', '文物', '', USUAL],
  ['卫生健康', '卫健', '卫生与健康 卫生健康事务', COMMISSION],
  ['退役军人事务', '退役军人', '退役军人管理', USUAL],
  ['应急管理', '应急', '', USUAL],
  ['消防救援', '消防', '', '总队 支队 大队 局'],
  ['审计', '审计', '', USUAL],
  ['市场监督管理', '市监', '市场监管 市场和质量监督管理 市场监督', USUAL],
  ['药品监督管理', '药监', '药品监管', USUAL],
  ['知识产权', '知识产权', '知识产权管理', USUAL],
  ['统计', '统计', '', USUAL],
  ['医疗保障', '医保', '', USUAL],
  ['信访', '信访', '信访工作', USUAL],
  ['国有资产监督管理', '国资', '国资监管 国有资产管理', '委员会 局 办公室'],
  ['行政审批', '审批', '行政审批服务 审批服务', USUAL],
  [
    '政务服务',
    '政务服务',
    '政务服务管理 政务服务数据管理 政务服务和数据管理 政务服务和大数据管理 政数 政务管理 政务服务监督管理',
    '局 中心 办公室',
  ],
  ['数据管理', '数据', '大数据 大数据管理 大数据发展管理 大数据发展 数据发展管理', COMMISSION],
  [
    '城市管理',
    '城管',
    '城市管理和综合执法 城市管理综合执法 城市管理和综合行政执法 城市管理综合行政执法 城市管理行政执法 城管执法 城市综合管理',
    COMMISSION,
  ],
  ['综合行政执法', '综合执法', '行政综合执法', USUAL],
  ['绿化和市容管理', '绿化市容', '园林绿化 园林', USUAL],
  ['地方金融管理', '金融', '地方金融 金融工作 金融服务', '局 办公室'],
  ['粮食和物资储备', '粮储', '粮食物资储备 粮食和储备', USUAL],
  ['中医药管理', '中医药', '', USUAL],
  ['机关事务管理', '机关事务', '机关事务服务 机关事务和接待', '局 中心'],
  ['国防动员', '国动', '', '办公室 局'],
  ['税务', '税务', '', USUAL],
  ['气象', '气象', '', USUAL],
  ['烟草专卖', '烟草', '烟草专卖管理', USUAL],
  ['邮政管理', '邮政', '', USUAL],
  ['地震', '地震', '', USUAL],
  ['海事', '海事', '', USUAL],
  ['能源', '能源', '', USUAL],
  ['档案', '档案', '档案管理 档案史志', USUAL],
  ['地方志', '史志', '地方志编纂 党史地方志 党史和地方志', '办公室 局 中心'],
  ['投资促进', '投促', '招商 招商引资 经济合作 投资和促进', '局 中心'],
  ['外事', '外事', '外事工作 外事工作委员会 外事侨务 外事和港澳事务', '办公室 局'],
  ['公共资源交易', '公管', '公共资源交易管理 公共资源交易监督管理 公共资源管理 公共资源', '局 办公室 中心'],
  ['住房公积金管理', '公积金', '住房公积金 公积金管理', '中心 局'],
  ['海洋', '海洋', '海洋发展 海洋与渔业 海洋渔业', USUAL],
];

const SHORT_BODIES: Readonly<Record<string, string>> = { 委员会: '委', 办公室: '办' };

describe.each(DEPARTMENTS)('%s', (work, short, spellings, bodies) => {
  test.each([work, short, ...spellings.split(' ').filter((each) => each !== '')])('%s局', (spelling) => {
    const [body] = bodies.includes('局') ? ['局'] : bodies.split(' ');
    expect(canonicalOrganisation(`广安区${spelling}局`)).toEqual({
      name: `${work}${body}`,
      short: `${short}${body}`,
      function: work,
      functions: [work],
    });
    expect(departmentsOf(spelling)?.former).toBe(false);
  });

  test.each(['局', '厅', '委员会', '办公室', '总队', '支队', '大队', '中心'])('called %s', (body) => {
    const found = canonicalOrganisation(`广安区${work}${body}`);
    if (bodies.split(' ').includes(body)) {
      expect(found.name).toBe(work + body);
      expect(found.short).toBe(short + (SHORT_BODIES[body] ?? body));
    } else if (/[队心]$/u.test(body)) {
      // A squad or a centre of some department's is not the department.
      expect(found.name).not.toBe(`${work}局`);
    } else expect(found.name).toBe(`${work}局`);
  });
});

test('every function is in the table, or is one of joint departments only', () => {
  const alone = ['文化', '旅游'];
  const table = [...DEPARTMENTS.map(([work]) => work), ...alone].toSorted();
  expect(FUNCTIONS.map(({ name }) => name).toSorted()).toEqual(table);
});

test.each([
  ['教科局', '教育科技局', '教育和科技局', ['教育', '科学技术']],
  ['教体局', '教育体育局', '教育和体育局', ['教育', '体育']],
  ['文旅局', '文化旅游局', '文化和旅游局', ['文化', '旅游']],
  ['文广旅体局', '文化广播电视旅游体育局', '文化广电旅游和体育局', ['文化', '广播电视', '体育', '旅游']],
  ['科工信局', '科技工信局', '科技和工业和信息化局', ['科学技术', '工业和信息化']],
])('%s is %s', (short, long, name, functions) => {
  const found = canonicalOrganisation(short);
  expect(found).toMatchObject({ name, functions });
  expect(canonicalOrganisation(long)).toEqual(found);
});

test('a joint department has its letters in the short name, and the same function in any order', () => {
  const found = canonicalOrganisation('体育、教育和科技局');
  expect(found).toEqual({
    name: '体育教育和科技局',
    short: '体教科局',
    function: '教育科技和体育',
    functions: ['教育', '科学技术', '体育'],
  });
});

test.each([
  ['教', '教育'],
  ['科', '科学技术'],
  ['建', '住房和城乡建设'],
  ['农', '农业农村'],
])('%s委 is a commission, %s', (letter, work) => {
  expect(canonicalOrganisation(`上海市${letter}委`)).toMatchObject({
    function: work,
    name: `${work}委员会`,
  });
  expect(canonicalOrganisation(`上海市${letter}局`).function).toBeUndefined();
});

test('体委 is one too, whose heir is no commission', () =>
  expect(canonicalOrganisation('区体委')).toMatchObject({ name: '体育局', function: '体育' }));

test.each([
  ['族宗教事务局', '民族宗教事务'],
  ['人力资源社会保局', '人力资源和社会保障'],
  ['退役军人务局', '退役军人事务'],
])('one character missing: %s is %s', (written, work) =>
  expect(canonicalOrganisation(written).function).toBe(work),
);

test('no slip in a long spelling has two meanings', () => {
  const meanings = new Map<string, string>();
  for (const [spelling, { functions }] of SPELLINGS) {
    if (spelling.length < 6) continue;
    for (let index = 0; index < spelling.length; index++) {
      const slipped = spelling.slice(0, index) + spelling.slice(index + 1);
      const work = functions.map(({ name }) => name).join('、');
      expect([slipped, meanings.get(slipped) ?? work]).toEqual([slipped, work]);
      meanings.set(slipped, work);
    }
  }
  expect(meanings.size).toBeGreaterThan(100);
});

test.each([
  ['教育卫生和计划生育', ['教育', '卫生健康'], true],
  ['教育和自然资源规划', ['教育', '自然资源'], false],
  ['教育、民政、司法', ['教育', '民政', '司法'], false],
  ['教育与民政及司法', ['教育', '民政', '司法'], false],
  ['旅游和旅游', ['文化', '旅游'], true],
  ['文化和旅游发展', ['文化', '旅游'], true],
])('%s is made of %j', (work, functions, former) => {
  const meaning = departmentsOf(work);
  expect(meaning?.functions.map(({ name }) => name)).toEqual(functions);
  expect(meaning?.former).toBe(former);
});

test('a commission of one character is a name of today', () => {
  expect(commissionOf('教')).toMatchObject({ former: false });
  expect(commissionOf('文')).toBeUndefined();
});

test.each([
  ['退军人务局'],
  ['民宗事局'],
  ['族宗教事务协会'],
  ['市局'],
  ['体局'],
  ['局'],
  ['和教育局'],
  ['医疗保局'],
  ['知识产局'],
])('%s is no department', (written) => expect(canonicalOrganisation(written).function).toBeUndefined());
