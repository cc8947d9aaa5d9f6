import type { ComparedItem } from '../compared-item.ts';

/**
 * What names tell of the work that offices often file for a department: approval bureaus (集中审批) and merged offices,
 * 人防 under the government's office, 档案 under the Party's. Only words that no other department's items have: archives
 * of tractors are no work of an archives bureau.
 */
const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['民族宗教事务', /宗教|民族成[份分]|清真/u],
  ['国防动员', /人防|人民防空|防空地下室|防空警报/u],
  ['档案', /重大活动档案|国家所有.{0,20}档案|国有档案|档案(?:复制件|馆|.{0,6}(?:移交|出境|开放))/u],
  ['宣传', /出版物|印刷(?:企业|经营)|电影(?:放映|片)|著作权|内部资料性出版/u],
  ['中医药管理', /中医/u],
  ['侨务', /华侨|归侨|侨眷/u],
  ['外事', /因公(?:出国|临时出国|电子照片)|邀请外国人/u],
  ['地震', /地震/u],
  ['地方金融管理', /小额贷款|融资(?:性)?担保|典当/u],
  ['粮食和物资储备', /粮食(?:收购|经营|流通)/u],
  ['文物', /文物/u],
  ['知识产权', /专利|商标/u],
];

/**
 * The offices that do a province's work in places below it, where that has none of its own: 药品监管机构只设到省一级
 * (《国务院机构改革方案》的说明，2018 年); 县级以上中医药主管部门 is mostly a sign at 卫生健康 (中医药法第五条).
 */
const DONE_BY: Readonly<Record<string, readonly string[]>> = {
  市场监督管理: ['药品监督管理', '知识产权'],
  卫生健康: ['中医药管理'],
};

/** The functions that an item of a list serves: its department's, and those its name speaks of, whoever filed it. */
export const servedFunctions = ({
  name,
  departmentFunctions,
}: Pick<ComparedItem, 'name' | 'departmentFunctions'>): readonly string[] => [
  ...departmentFunctions,
  ...departmentFunctions.flatMap((one) => DONE_BY[one] ?? []),
  ...SUBJECTS.filter(([, subject]) => subject.test(name)).map(([served]) => served),
];
