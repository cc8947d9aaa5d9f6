import { describe, expect, test } from 'vitest';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';
import { departmentsOf } from '../../catalog/organisations/departments.ts';
import { FORMER_NAMES } from '../../catalog/organisations/former-names.ts';

/** The year of the reform, the department of today, and what it was called before, parted by blanks. */
const FORMER: readonly (readonly [year: number, now: string, before: string])[] = [
  [
    2008,
    '人力资源和社会保障',
    '人事 劳动和社会保障 劳动保障 劳动 人事劳动和社会保障 人事和劳动社会保障 人劳',
  ],
  [2008, '住房和城乡建设', '建设 城建 规划和建设 规划建设'],
  [
    2018,
    '卫生健康',
    '卫生和计划生育 卫生计生 卫生与计划生育 卫计 卫生 人口和计划生育 人口计生 计划生育 计生',
  ],
  [2018, '自然资源', '国土资源 国土 国土资源和规划 国土规划 城乡规划 规划 规划管理'],
  [2018, '生态环境', '环境保护 环保 环境'],
  [2018, '农业农村', '农业 农牧 农牧业 农林 畜牧 畜牧兽医 农业机械管理 农机 农业和畜牧'],
  [
    2018,
    '市场监督管理',
    '工商行政管理 工商 质量技术监督 质监 食品药品监督管理 食品药品监管 食药监 食品药品工商质量监督管理 工商和质量监督管理 工商质监',
  ],
  [2018, '应急管理', '安全生产监督管理 安全监管 安监'],
  [2018, '消防救援', '公安消防'],
  [2018, '发展和改革', '物价'],
  [2018, '粮食和物资储备', '粮食'],
  [2018, '司法', '法制'],
  [2018, '税务', '国家税务 国税 地方税务 地税'],
  [
    2018,
    '文化广电和旅游',
    '文化广电新闻出版 文化广播电视新闻出版 文广新 文化体育广电新闻出版 文体广新 文化广电新闻出版和旅游 文广新旅',
  ],
  [2018, '文化和旅游', '文化 旅游 旅游发展 旅游事业'],
  [2018, '广播电视', '新闻出版广电 新闻出版广播影视'],
  [2022, '国防动员', '人民防空 人防 民防'],
  [2023, '农业农村', '乡村振兴 扶贫开发 扶贫和移民工作 扶贫'],
  [2023, '地方金融管理', '地方金融监督管理 地方金融监管'],
];

const DOCUMENTS: Readonly<Record<number, string>> = {
  2008: '《国务院机构改革方案》',
  2018: '《深化党和国家机构改革方案》',
  2022: '国防动员体制改革',
  2023: '《党和国家机构改革方案》',
};

describe.each(FORMER)('%i: %s', (year, now, before) => {
  test.each(before.split(' '))('%s局', (spelling) => {
    const found = canonicalOrganisation(`广安市广安区${spelling}局`);
    expect(found.function).toBe(now);
    expect(found.name).toBe(now === '消防救援' ? '消防救援局' : `${now}局`);
    expect(departmentsOf(spelling)?.former).toBe(true);
    const entry = FORMER_NAMES.find(({ spellings }) => spellings.includes(spelling));
    expect(entry).toMatchObject({ year, document: DOCUMENTS[year] });
  });
});

test('the table knows every former name', () => {
  const table = FORMER.flatMap(([, , before]) => before.split(' ')).toSorted();
  expect(FORMER_NAMES.flatMap(({ spellings }) => spellings).toSorted()).toEqual(table);
});

test.each([
  ['a commission of old keeps its rank where today’s may have it', '县卫计委', '卫生健康委员会', '卫健委'],
  ['an office of old is a bureau where today’s has no offices', '县法制办公室', '司法局', '司法局'],
  ['a body of old takes the heir’s first where that has no bureaus', '县人防办', '国防动员办公室', '国动办'],
  ['an office of the province', '广东省国土资源厅', '自然资源厅', '自然资源厅'],
])('%s: %s', (_label, written, name, short) =>
  expect(canonicalOrganisation(written)).toMatchObject({ name, short }),
);

test.each([
  ['文化旅游和体育局', '文化旅游和体育局', false],
  ['文化和体育局', '文化和体育局', false],
  ['农业和水利局', '农业农村和水利局', true],
  ['旅游发展局', '文化和旅游局', true],
])('a name ended as a whole may live on within another: %s', (written, name, former) => {
  expect(canonicalOrganisation(written).name).toBe(name);
  expect(departmentsOf(written.slice(0, -1))?.former).toBe(former);
});
