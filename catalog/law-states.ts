/** A law, regulation or rule that is no longer in force. */
export interface CeasedLaw {
  /** Without 中华人民共和国 and book-title marks. */
  readonly title: string;
  /** The first day on which it was no longer in force, YYYY-MM-DD. */
  readonly ceasedOn: string;
  /** What took its place; none where it was only repealed. */
  readonly successor?: string;
  /** The provision that repealed it. */
  readonly source: string;
}

const replaced = (
  ceasedOn: string,
  successor: string,
  source: string,
  titles: readonly string[],
): readonly CeasedLaw[] =>
  titles.map((title) => ({ title, ceasedOn, successor, source: `《${successor}》${source}` }));

/** The successor says so where it says when it comes into force, in the last of its articles. */
const FINAL = '末条（施行日期与废止）';

const CIVIL: readonly CeasedLaw[] = [
  ...replaced('2021-01-01', '民法典', '第一千二百六十条', [
    ...['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'],
  ]),
  ...replaced('2003-10-01', '婚姻登记条例', FINAL, ['婚姻登记管理条例']),
];

const COMPANIES: readonly CeasedLaw[] = [
  ...replaced('2020-01-01', '外商投资法', '第四十二条', [
    ...['中外合资经营企业法', '外资企业法', '中外合作经营企业法'],
  ]),
  ...replaced('2020-01-01', '外商投资法实施条例', '第四十九条', [
    ...['中外合资经营企业法实施条例', '中外合资经营企业合营期限暂行规定'],
    ...['外资企业法实施细则', '中外合作经营企业法实施细则'],
  ]),
  ...replaced('2022-03-01', '市场主体登记管理条例', '第五十五条', [
    ...['公司登记管理条例', '企业法人登记管理条例', '合伙企业登记管理办法'],
    ...['农民专业合作社登记管理条例', '企业法人法定代表人登记管理规定'],
  ]),
  ...replaced('2022-11-01', '促进个体工商户发展条例', FINAL, ['个体工商户条例']),
];

const TAXES: readonly CeasedLaw[] = [
  ...replaced('2012-01-01', '车船税法', FINAL, ['车船税暂行条例']),
  ...replaced('2018-01-01', '环境保护税法实施条例', FINAL, ['排污费征收使用管理条例']),
  ...replaced('2018-07-01', '烟叶税法', FINAL, ['烟叶税暂行条例']),
  ...replaced('2018-07-01', '船舶吨税法', FINAL, ['船舶吨税暂行条例']),
  ...replaced('2019-07-01', '车辆购置税法', FINAL, ['车辆购置税暂行条例']),
  ...replaced('2019-09-01', '耕地占用税法', FINAL, ['耕地占用税暂行条例']),
  ...replaced('2020-09-01', '资源税法', FINAL, ['资源税暂行条例']),
  ...replaced('2021-09-01', '契税法', FINAL, ['契税暂行条例']),
  ...replaced('2021-09-01', '城市维护建设税法', FINAL, ['城市维护建设税暂行条例']),
  ...replaced('2022-07-01', '印花税法', FINAL, ['印花税暂行条例']),
  ...replaced('2024-12-01', '关税法', FINAL, ['进出口关税条例']),
  ...replaced('2026-01-01', '增值税法', FINAL, ['增值税暂行条例']),
  { title: '营业税暂行条例', ceasedOn: '2017-11-19', source: '国务院令第691号' },
];

const PEOPLE: readonly CeasedLaw[] = [
  ...['计划生育技术服务管理条例', '社会抚养费征收管理办法', '流动人口计划生育工作条例'].map((title) => ({
    title,
    ceasedOn: '2021-09-09',
    source: '国务院 2021 年关于废止部分行政法规的决定',
  })),
  ...replaced('2003-08-01', '城市生活无着的流浪乞讨人员救助管理办法', FINAL, [
    '城市流浪乞讨人员收容遣送办法',
  ]),
  ...replaced('2012-04-28', '女职工劳动保护特别规定', FINAL, ['女职工劳动保护规定']),
  ...replaced('2022-03-01', '医师法', FINAL, ['执业医师法']),
  ...replaced('2024-09-01', '退役军人安置条例', FINAL, ['退役士兵安置条例']),
  ...replaced('2025-01-01', '学位法', FINAL, ['学位条例']),
];

const ORDER: readonly CeasedLaw[] = [
  ...replaced('2006-03-01', '治安管理处罚法', FINAL, ['治安管理处罚条例']),
  ...replaced('2006-09-01', '民用爆炸物品安全管理条例', FINAL, ['民用爆炸物品管理条例']),
  ...replaced('2013-07-01', '出境入境管理法', FINAL, ['外国人入境出境管理法', '公民出境入境管理法']),
  ...replaced('2018-03-20', '监察法', FINAL, ['行政监察法']),
  ...replaced('2024-05-01', '煤矿安全生产条例', FINAL, [
    ...['煤矿安全监察条例', '国务院关于预防煤矿生产安全事故的特别规定'],
  ]),
];

const TRADES: readonly CeasedLaw[] = [
  ...replaced('2011-01-21', '国有土地上房屋征收与补偿条例', FINAL, ['城市房屋拆迁管理条例']),
  ...replaced('2011-07-01', '公路安全保护条例', FINAL, ['公路管理条例']),
  ...replaced('2013-01-01', '国内水路运输管理条例', FINAL, ['水路运输管理条例']),
  ...replaced('2021-01-01', '化妆品监督管理条例', FINAL, ['化妆品卫生监督条例']),
  ...replaced('2022-06-05', '噪声污染防治法', FINAL, ['环境噪声污染防治法']),
  ...replaced('2023-12-01', '食品经营许可和备案管理办法', FINAL, ['食品经营许可管理办法']),
  ...replaced('2024-01-01', '药品经营和使用质量监督管理办法', FINAL, [
    ...['药品经营许可证管理办法', '药品流通监督管理办法'],
  ]),
];

/** Laws, regulations and rules that local lists still cite though they are no longer in force. */
export const CEASED_LAWS: readonly CeasedLaw[] = [
  ...CIVIL,
  ...COMPANIES,
  ...TAXES,
  ...PEOPLE,
  ...ORDER,
  ...TRADES,
];

const BY_TITLE = new Map(CEASED_LAWS.map((law) => [law.title, law]));

/** The law of a title (《》 and 中华人民共和国 do not count) where it was no longer in force on a day, YYYY-MM-DD. */
export function ceasedLaw(title: string, today: string): CeasedLaw | undefined {
  const law = BY_TITLE.get(title.replace(/[《》\s]/gu, '').replace(/^中华人民共和国/u, ''));
  return law !== undefined && law.ceasedOn <= today ? law : undefined;
}
