import type { Qualifier } from '../entries.ts';
import { qualifiers } from '../notation.ts';

const COMMON = '成对的办理情形（一是一否、一内一外），没有法规出处';
const LICENSING = '《法律、行政法规、国务院决定设定的行政许可事项清单（2023年版）》及其实施规范：许可子项';

const PLACE = qualifiers(
  'SITUATION',
  LICENSING,
  `
  provinceBorder 省内 本省 自治区内
  provinceBorder 跨省 省外 外省 省际 跨省级行政区域
  cityBorder 市内 本市 市域内
  cityBorder 跨市 市外 外市 市际 跨设区市 跨地市
  countyBorder 县内 本县 县域内
  countyBorder 跨县 县外 县际 跨区县
  stateBorder 境内
  stateBorder 境外 国外 海外 涉外
  entryExit 入境
  entryExit 出境
  entryExit 出入境 进出境
  importExport 进口
  importExport 出口
  importExport 进出口
  locality 本地 本统筹区
  locality 异地 外地 外埠 跨区域 跨统筹区
  townOrCountry 城镇
  townOrCountry 农村
  indoor 室内
  indoor 室外
  ground 地上
  ground 地下
  shore 内河
  shore 沿海 近海
  shore 远洋
  zone 自贸区内 自贸试验区 自贸试验区内 自由贸易试验区
  zone 保税区 综合保税区
  planned 城镇开发边界内 规划区内
  planned 城镇开发边界外 规划区外
  reserve 核心区
  reserve 缓冲区
  reserve 实验区
`,
);

const TIME = qualifiers(
  'SITUATION',
  COMMON,
  `
  duration 临时 临时性 短期
  duration 长期 永久
  regularity 定期
  regularity 不定期
  period 年度 每年 按年 全年
  period 半年 每半年
  period 季度 每季度 按季
  period 月度 每月 按月
  payment 一次性 趸缴 一次付清
  payment 分期 分期付款
  timing 提前
  timing 非正常
  timing 正常 按期 到龄
  timing 逾期 超期 延迟
  timing 期满 到期 届满 有效期满
  occurrence 事前
  occurrence 事中
  occurrence 事后
  which 第一次 首期
  which 第二次 二次 二期
  phase 阶段性 分阶段
  phase 竣工
  dayOrNight 夜间 夜晚
  dayOrNight 日间 昼间 白天
`,
);

const REASON = qualifiers(
  'SITUATION',
  COMMON,
  `
  lossOrDamage 遗失 丢失 被盗 灭失补
  lossOrDamage 损毁 损坏 毁损 破损 污损
  profit 营利性 营利类
  profit 非营利性 非营利 非营利类 公益性 公益类
  operating 经营性 营业性
  operating 非经营性 非营业性
  commercial 营运
  commercial 非营运
  ownUse 自用 自备
  ownUse 商用 对外经营
  founding 公办 公立
  founding 民办 私立 社会办
  inclusive 普惠性
  inclusive 非普惠性
  ownership 国有
  ownership 集体
  ownership 私有 民营 非国有 非公有制
  procedure 一般程序 普通程序
  procedure 简易程序 简易 简易办理
  handling 即办件 即办 当场办结
  handling 承诺件 承诺办理
  promise 承诺制 告知承诺方式 采用告知承诺
  promise 非承诺制 非告知承诺 一般审批方式
  consent 有偿 有偿使用
  consent 无偿 无偿使用 无偿划拨
  secrecy 涉密
  secrecy 非涉密
  toxic 剧毒
  toxic 非剧毒 除剧毒
  storage 带储存 有储存 含仓储 带仓储 含储存设施
  storage 不带储存 无储存 不含仓储 无仓储 不带储存设施
  prepackaged 预包装
  prepackaged 散装
  temperature 常温
  temperature 冷冻 冷藏
  maternalCare 终止妊娠 终止妊娠手术
  maternalCare 结扎手术
  maternalCare 助产技术
  maternalCare 婚前医学检查
  maternalCare 产前诊断
  maternalCare 产前筛查
  bundle 一件事 一件事一次办 集成办 联办
  model 甲型
  model 乙型
  model 丙型
  shape 有形
  shape 无形
  direction 上行
  direction 下行
  cardFace 正本
  cardFace 副本
  quantity 单个 单件
  quantity 批量
  newness 存量
  newness 增量
  standing 在建
  standing 已建 已建成 建成
  cause 因公出国境 因公出国
  cause 因私出国境 因私出国
  cause 因病 非因工
  cause 因工负伤 因公负伤 因工受伤
  decease 工亡 因工死亡 因公牺牲
  decease 非因工死亡 因病死亡 病故
  open 定向
  open 非定向
`,
);

const MANNER = qualifiers(
  'CHANNEL',
  COMMON,
  `
  channel 网上办理 网上办 网上申报 线上 在线 网办 网上端
  channel 现场办理 窗口 窗口办理 线下
  channel 自助 自助机 自助终端 自助办理
  channel 掌上 手机端 移动端 app 小程序 微信 支付宝
  channel 电话 电话办理
  channel 上门 上门办理 上门服务
  channel 邮寄办理 邮政代办
  channel 银行代办 银行网点
  paper 电子版 电子证照
  paper 纸质 纸质版
`,
);

/** The case in which the item applies and the way it is asked for. */
export const SITUATIONS: readonly Qualifier[] = [...PLACE, ...TIME, ...REASON, ...MANNER];
