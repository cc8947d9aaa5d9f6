import { affair } from './builders.ts';
import { type DepartmentWords, rule, scope } from './subject.ts';

const fund = rule('住房公积金管理条例', 24, '国务院令第350号');
const supply = rule('电力供应与使用条例', 23, '国务院令第196号');
const tapWater = rule('城市供水条例', 21, '国务院令第158号');
const gas = rule('城镇燃气管理条例', 17, '国务院令第583号');

/** 住房公积金管理中心: a public institution. */
export const HOUSING_FUND: DepartmentWords = {
  key: 'housing-fund',
  code: '45',
  province: '住房公积金管理中心',
  county: '住房公积金管理部',
  formerly: [],
  institution: '12',
  topics: { natural: '075', legal: '030' },
  core: 1,
  subjects: [
    affair(
      '住房公积金',
      [
        '单位缴存登记',
        '个人账户设立',
        '汇缴',
        '补缴',
        '缓缴申请',
        '账户封存',
        '异地转移接续',
        '缴存证明打印',
      ],
      scope('34', 'NL', fund),
    ),
    affair(
      '住房公积金提取',
      [
        '（购买自住住房）',
        '（偿还购房贷款）',
        '（租房）',
        '（离休、退休）',
        '（出境定居）',
        '（与单位终止劳动关系）',
        '（大病救助）',
      ],
      scope('34', 'N', fund),
    ),
    affair(
      '住房公积金贷款',
      ['申请', '提前还清', '部分还款', '还款方式变更', '结清证明打印', '异地贷款证明打印'],
      scope('34', 'N', rule('住房公积金管理条例', 26, '国务院令第350号')),
    ),
  ],
};

/** 供电: a company that provides a public utility (海盐县通知 三). */
export const POWER_SUPPLY: DepartmentWords = {
  key: 'power-supply',
  code: '41',
  province: '电力有限公司',
  county: '供电公司',
  formerly: ['供电局'],
  institution: '91',
  topics: { natural: '140', legal: '160' },
  core: 0,
  subjects: [
    affair(
      '用电',
      [
        '低压新装',
        '高压新装',
        '增容',
        '更名过户',
        '暂停',
        '减容',
        '销户',
        '故障报修',
        '电费查询',
        '峰谷电价申请',
        '充电桩报装',
      ],
      scope('345', 'NL', supply),
    ),
    affair('分布式光伏', ['并网申请', '上网电费结算', '增容申请'], scope('45', 'NL', supply)),
  ],
};

/** 供水. */
export const WATER_SUPPLY: DepartmentWords = {
  key: 'water-supply',
  code: '42',
  province: '水务集团有限公司',
  county: '自来水公司',
  formerly: [],
  institution: '91',
  topics: { natural: '140', legal: '160' },
  core: 0,
  subjects: [
    affair(
      '用水',
      ['报装', '过户', '故障报修', '水质查询', '水费查询缴纳', '销户', '阶梯水价人口核增', '水表校验'],
      scope('4', 'NL', tapWater),
    ),
  ],
};

/** 供气. */
export const GAS_SUPPLY: DepartmentWords = {
  key: 'gas-supply',
  code: '43',
  province: '燃气集团有限公司',
  county: '燃气公司',
  formerly: [],
  institution: '91',
  topics: { natural: '140', legal: '160' },
  core: 0,
  subjects: [
    affair(
      '用气',
      ['报装', '过户', '改管', '故障报修', '入户安检预约', '气费查询缴纳', '销户'],
      scope('4', 'NL', gas),
    ),
  ],
};
