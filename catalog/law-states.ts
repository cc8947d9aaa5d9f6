/** A law, regulation or rule that is no longer in force. */
export interface CeasedLaw {
  /** Without 中华人民共和国 and book-title marks. */
  readonly title: string;
  /**
   * The first day on which it was no longer in force, YYYY-MM-DD; of what was only repealed, the day on which the
   * repeal was made known.
   */
  readonly ceasedOn: string;
  /** What took its place; none where it was only repealed. */
  readonly successor?: string;
  /** The provision that repealed it. */
  readonly source: string;
}

/**
 * Nothing stands here that no text says: what is only believed to be repealed is left out. Each is the article of the
 * successor that says 同时废止, with the day in the same article or, where it says 自公布之日起, the day of its order; read
 * in the texts of the national database of laws and regulations as of April 2025, but for the two that say otherwise.
 */
type Replaced = readonly [ceasedOn: string, successor: string, provision: string, titles: readonly string[]];

const CIVIL: readonly Replaced[] = [
  [
    '2021-01-01',
    '民法典',
    '第一千二百六十条',
    ['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'],
  ],
  ['2003-10-01', '婚姻登记条例', '第二十二条', ['婚姻登记管理条例']],
];

const COMPANIES: readonly Replaced[] = [
  ['2020-01-01', '外商投资法', '第四十二条', ['中外合资经营企业法', '外资企业法', '中外合作经营企业法']],
  [
    '2020-01-01',
    '外商投资法实施条例',
    '第四十九条',
    [
      '中外合资经营企业法实施条例',
      '中外合资经营企业合营期限暂行规定',
      '外资企业法实施细则',
      '中外合作经营企业法实施细则',
    ],
  ],
  [
    '2022-03-01',
    '市场主体登记管理条例',
    '第五十五条',
    [
      '公司登记管理条例',
      '企业法人登记管理条例',
      '合伙企业登记管理办法',
      '农民专业合作社登记管理条例',
      '企业法人法定代表人登记管理规定',
    ],
  ],
  [
    '2022-03-01',
    '市场主体登记管理条例实施细则',
    '第八十二条',
    [
      '企业法人登记管理条例施行细则',
      '个人独资企业登记管理办法',
      '个体工商户登记管理办法',
      '公司注册资本登记管理规定',
      '企业经营范围登记管理规定',
    ],
  ],
  ['2022-11-01', '促进个体工商户发展条例', '第三十九条', ['个体工商户条例']],
  ['2017-10-01', '无证无照经营查处办法', '第十九条', ['无照经营查处取缔办法']],
  ['2021-05-01', '防范和处置非法集资条例', '第四十条', ['非法金融机构和非法金融业务活动取缔办法']],
];

const TAXES: readonly Replaced[] = [
  ['2008-01-01', '企业所得税法', '第六十条', ['外商投资企业和外国企业所得税法', '企业所得税暂行条例']],
  ['2012-01-01', '车船税法', '第十三条', ['车船税暂行条例']],
  ['2018-01-01', '环境保护税法实施条例', '第二十六条', ['排污费征收使用管理条例']],
  ['2018-07-01', '烟叶税法', '第十条', ['烟叶税暂行条例']],
  ['2018-07-01', '船舶吨税法', '第二十二条', ['船舶吨税暂行条例']],
  ['2019-07-01', '车辆购置税法', '第十九条', ['车辆购置税暂行条例']],
  ['2019-09-01', '耕地占用税法', '第十六条', ['耕地占用税暂行条例']],
  ['2020-09-01', '资源税法', '第十七条', ['资源税暂行条例']],
  ['2021-09-01', '契税法', '第十六条', ['契税暂行条例']],
  ['2021-09-01', '城市维护建设税法', '第十一条', ['城市维护建设税暂行条例']],
  ['2022-07-01', '印花税法', '第二十条', ['印花税暂行条例']],
  ['2024-12-01', '关税法', '第七十二条', ['进出口关税条例']],
  ['2026-01-01', '增值税法', '第三十八条', ['增值税暂行条例']],
];

const PEOPLE: readonly Replaced[] = [
  ['2003-08-01', '城市生活无着的流浪乞讨人员救助管理办法', '第十八条', ['城市流浪乞讨人员收容遣送办法']],
  ['2003-09-01', '民办教育促进法', '第六十七条', ['社会力量办学条例']],
  ['2004-01-01', '居民身份证法', '第二十三条', ['居民身份证条例']],
  ['2004-06-01', '基金会管理条例', '第四十八条', ['基金会管理办法']],
  ['2011-06-26', '戒毒条例', '第四十六条', ['强制戒毒办法']],
  ['2011-08-01', '烈士褒扬条例', '第四十三条', ['革命烈士褒扬条例']],
  ['2012-04-28', '女职工劳动保护特别规定', '第十六条', ['女职工劳动保护规定']],
  ['2022-03-01', '医师法', '第六十七条', ['执业医师法']],
  ['2024-03-01', '档案法实施条例', '第五十二条', ['档案法实施办法']],
  ['2024-05-01', '人体器官捐献和移植条例', '第五十条', ['人体器官移植条例']],
  ['2024-09-01', '退役军人安置条例', '第九十三条', ['退役士兵安置条例']],
  ['2025-01-01', '学位法', '第四十五条', ['学位条例']],
];

const ORDER: readonly Replaced[] = [
  ['2006-03-01', '治安管理处罚法', '第一百一十九条', ['治安管理处罚条例']],
  ['2006-09-01', '民用爆炸物品安全管理条例', '第五十五条', ['民用爆炸物品管理条例']],
  [
    '2007-06-01',
    '生产安全事故报告和调查处理条例',
    '第四十六条',
    ['特别重大事故调查程序暂行规定', '企业职工伤亡事故报告和处理规定'],
  ],
  ['2013-07-01', '出境入境管理法', '第九十三条', ['外国人入境出境管理法', '公民出境入境管理法']],
  ['2013-09-01', '外国人入境出境管理条例', '第三十九条', ['外国人入境出境管理法实施细则']],
  ['2017-08-01', '统计法实施条例', '第五十五条', ['统计法实施细则']],
  ['2018-03-20', '监察法', '第六十九条', ['行政监察法']],
  ['2023-03-01', '预备役人员法', '第六十五条', ['预备役军官法']],
  [
    '2024-05-01',
    '煤矿安全生产条例',
    '第七十六条',
    ['煤矿安全监察条例', '国务院关于预防煤矿生产安全事故的特别规定'],
  ],
];

const ENVIRONMENT: readonly Replaced[] = [
  ['2022-06-05', '噪声污染防治法', '第九十条', ['环境噪声污染防治法']],
  // The article as others quote it, and the day as the press gave it: the text itself was not at hand.
  [
    '2026-08-15',
    '生态环境法典',
    '第一千二百四十二条',
    [
      '环境保护法',
      '环境影响评价法',
      '海洋环境保护法',
      '大气污染防治法',
      '水污染防治法',
      '土壤污染防治法',
      '固体废物污染环境防治法',
      '噪声污染防治法',
      '放射性污染防治法',
      '清洁生产促进法',
    ],
  ],
];

const TRADES: readonly Replaced[] = [
  ['2008-01-01', '城乡规划法', '第七十条', ['城市规划法']],
  ['2009-05-01', '旅行社条例', '第六十八条', ['旅行社管理条例']],
  ['2011-01-21', '国有土地上房屋征收与补偿条例', '第三十五条', ['城市房屋拆迁管理条例']],
  ['2011-03-05', '土地复垦条例', '第四十四条', ['土地复垦规定']],
  ['2011-07-01', '公路安全保护条例', '第七十七条', ['公路管理条例']],
  ['2013-01-01', '国内水路运输管理条例', '第四十六条', ['水路运输管理条例']],
  ['2014-01-01', '铁路安全管理条例', '第一百零八条', ['铁路运输安全保护条例']],
  ['2016-01-01', '地图管理条例', '第五十八条', ['地图编制出版管理条例']],
  ['2017-12-26', '食盐专营办法', '第三十六条', ['盐业管理条例']],
  ['2019-06-01', '报废机动车回收管理办法', '第二十八条', ['报废汽车回收管理办法']],
  ['2021-01-01', '化妆品监督管理条例', '第八十条', ['化妆品卫生监督条例']],
  ['2021-10-01', '医疗器械注册与备案管理办法', '第一百二十四条', ['医疗器械注册管理办法']],
  ['2022-03-15', '食品生产经营监督检查管理办法', '第五十五条', ['食品生产经营日常监督检查管理办法']],
  [
    '2022-07-01',
    '明码标价和禁止价格欺诈规定',
    '第二十七条',
    ['关于商品和服务实行明码标价的规定', '禁止价格欺诈行为的规定'],
  ],
  // As others quote it: the text itself was not at hand.
  [
    '2024-01-01',
    '药品经营和使用质量监督管理办法',
    '（国家市场监督管理总局令第84号）',
    ['药品经营许可证管理办法', '药品流通监督管理办法'],
  ],
];

/** Repealed with nothing in their place. */
const REPEALED: readonly CeasedLaw[] = [
  // 国务院令第691号; reported on the day given.
  {
    title: '营业税暂行条例',
    ceasedOn: '2017-12-01',
    source: '国务院关于废止《营业税暂行条例》和修改《增值税暂行条例》的决定',
  },
  // In force from the day the decision was published, which was reported on the day given.
  ...['计划生育技术服务管理条例', '社会抚养费征收管理办法', '流动人口计划生育工作条例'].map((title) => ({
    title,
    ceasedOn: '2021-09-27',
    source: '国务院 2021 年关于废止部分行政法规的决定',
  })),
];

const REPLACED = [CIVIL, COMPANIES, TAXES, PEOPLE, ORDER, ENVIRONMENT, TRADES].flat();

/** Laws, regulations and rules that local lists still cite though they are no longer in force. */
export const CEASED_LAWS: readonly CeasedLaw[] = [
  ...REPLACED.flatMap(([ceasedOn, successor, provision, titles]) =>
    titles.map((title) => ({ title, ceasedOn, successor, source: `《${successor}》${provision}` })),
  ),
  ...REPEALED,
];

const BY_TITLE = new Map(CEASED_LAWS.map((law) => [law.title, law]));

const standing = (title: string, today: string): string => {
  const law = BY_TITLE.get(title);
  return law?.successor === undefined || law.ceasedOn > today ? title : standing(law.successor, today);
};

/**
 * The law of a title (《》 and 中华人民共和国 do not count) where it was no longer in force on a day, YYYY-MM-DD; its
 * successor is the one in force on that day, where the first was replaced in its turn.
 */
export function ceasedLaw(title: string, today: string): CeasedLaw | undefined {
  const law = BY_TITLE.get(title.replace(/[《》\s]/gu, '').replace(/^中华人民共和国/u, ''));
  if (law === undefined || law.ceasedOn > today) return undefined;
  return law.successor === undefined ? law : { ...law, successor: standing(law.successor, today) };
}
