import type { Qualifier } from '../entries.ts';
import { qualifiers } from '../notation.ts';

/** What one word turns round: of two names that differ in such a word alone each is its own item. */
export const OPPOSITES: readonly Qualifier[] = qualifiers(
  'SITUATION',
  '《现代汉语词典》反义词；各地政务服务事项清单中成对出现的办理情形',
  `
  decision 不予
  decision 予以
  season 春季 春期
  season 夏季 夏期
  season 秋季 秋期
  season 冬季 冬期
  halfYear 上半年
  halfYear 下半年
  bargain 买方 购买方 买受人
  bargain 卖方 销售方 出卖人
  lease 出租方 出租人
  lease 承租方 承租人
  transfer 转让方 转让人
  transfer 受让方 受让人
  loan 借款人 借款方
  loan 贷款人 贷款方
  supply 供方 供应方
  supply 需方 采购方
  sex 女职工 女性 女方
  sex 男职工 男性 男方
  parent 父亲
  parent 母亲
  housingHand 新建商品房 一手房
  housingHand 二手房 存量房
  stream 上游
  stream 下游
  surface 水上
  surface 水下
  bank 左岸
  bank 右岸
  wire 有线
  wire 无线
  voltage 高压
  voltage 低压
  airspace 高空
  airspace 低空
  heat 高温
  heat 低温
  amount 大额
  amount 小额
  movable 不动产
  movable 动产
  school 校内
  school 校外
  zoneSide 园内 园区内
  zoneSide 园外 园区外
  field 场内 厂内 站内 港内
  field 场外 厂外 站外 港外
  hospital 院内
  hospital 院外
  home 户内
  home 户外
  birth 产前
  birth 产后
  wedding 婚前
  wedding 婚后
  job 岗前
  job 离岗 岗后
  disaster 灾前
  disaster 灾后
  lesson 课前
  lesson 课后
  trade 内贸
  trade 外贸
  capital 内资
  capital 外资
`,
);
