/** A department's name before a reform, and the functions its work went to. */
export interface FormerName {
  readonly spellings: readonly string[];
  readonly now: readonly string[];
  readonly year: number;
  /** Only as the whole of a name: 旅游局 is gone, but 文化广电旅游局 is today's. */
  readonly alone?: true;
  /** The decision that renamed or merged it. */
  readonly document: string;
}

const REFORM_2008 = { year: 2008, document: '《国务院机构改革方案》' } as const;
const REFORM_2018 = { year: 2018, document: '《深化党和国家机构改革方案》' } as const;
const REFORM_2023 = { year: 2023, document: '《党和国家机构改革方案》' } as const;

/**
 * Lists keep names that ended years ago. Where a department was split, the work that lists speak of decides: 物价局's
 * price-setting stayed with 发展改革, only its inspections went to 市场监督管理.
 */
export const FORMER_NAMES: readonly FormerName[] = [
  {
    spellings: [
      '人事',
      '劳动和社会保障',
      '劳动保障',
      '劳动',
      '人事劳动和社会保障',
      '人事和劳动社会保障',
      '人劳',
    ],
    now: ['人力资源和社会保障'],
    ...REFORM_2008,
  },
  { spellings: ['建设', '城建', '规划和建设', '规划建设'], now: ['住房和城乡建设'], ...REFORM_2008 },
  {
    spellings: [
      '卫生和计划生育',
      '卫生计生',
      '卫生与计划生育',
      '卫计',
      '卫生',
      '人口和计划生育',
      '人口计生',
      '计划生育',
      '计生',
    ],
    now: ['卫生健康'],
    ...REFORM_2018,
  },
  {
    spellings: ['国土资源', '国土', '国土资源和规划', '国土规划', '城乡规划', '规划', '规划管理'],
    now: ['自然资源'],
    ...REFORM_2018,
  },
  { spellings: ['环境保护', '环保', '环境'], now: ['生态环境'], ...REFORM_2018 },
  {
    spellings: ['农业', '农牧', '农牧业', '农林', '畜牧', '畜牧兽医', '农业机械管理', '农机', '农业和畜牧'],
    now: ['农业农村'],
    ...REFORM_2018,
  },
  {
    spellings: [
      '工商行政管理',
      '工商',
      '质量技术监督',
      '质监',
      '食品药品监督管理',
      '食品药品监管',
      '食药监',
      '食品药品工商质量监督管理',
      '工商和质量监督管理',
      '工商质监',
    ],
    now: ['市场监督管理'],
    ...REFORM_2018,
  },
  { spellings: ['安全生产监督管理', '安全监管', '安监'], now: ['应急管理'], ...REFORM_2018 },
  { spellings: ['公安消防'], now: ['消防救援'], ...REFORM_2018 },
  { spellings: ['物价'], now: ['发展和改革'], ...REFORM_2018 },
  { spellings: ['粮食'], now: ['粮食和物资储备'], ...REFORM_2018 },
  { spellings: ['法制'], now: ['司法'], ...REFORM_2018 },
  { spellings: ['国家税务', '国税', '地方税务', '地税'], now: ['税务'], ...REFORM_2018 },
  {
    spellings: [
      '文化广电新闻出版',
      '文化广播电视新闻出版',
      '文广新',
      '文化体育广电新闻出版',
      '文体广新',
      '文化广电新闻出版和旅游',
      '文广新旅',
    ],
    now: ['文化', '广播电视', '旅游'],
    ...REFORM_2018,
  },
  { spellings: ['文化', '旅游', '旅游发展', '旅游事业'], now: ['文化', '旅游'], alone: true, ...REFORM_2018 },
  { spellings: ['新闻出版广电', '新闻出版广播影视'], now: ['广播电视'], ...REFORM_2018 },
  // The province's civil-defence offices took the new name one after another once the army's reform reached them.
  { spellings: ['人民防空', '人防', '民防'], now: ['国防动员'], year: 2022, document: '国防动员体制改革' },
  { spellings: ['乡村振兴', '扶贫开发', '扶贫和移民工作', '扶贫'], now: ['农业农村'], ...REFORM_2023 },
  { spellings: ['地方金融监督管理', '地方金融监管'], now: ['地方金融管理'], ...REFORM_2023 },
];
