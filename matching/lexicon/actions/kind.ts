import type { Action } from '../entries.ts';
import { actions } from '../notation.ts';

const TYPES =
  '《行政许可法》；《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》及其事项类型：行政许可、行政处罚、行政强制、行政征收、行政给付、行政检查、行政确认、行政奖励、行政裁决、其他行政权力、公共服务';
const COMMON = '《公共租赁住房管理办法》（轮候、配租）；《政府采购法》；《就业促进法》；《供电营业规则》';

const PERMISSION = actions(
  'KIND',
  TYPES,
  `
  PERMIT 许可 许可证 许可证明 许可证书 行政许可 行政许可证 准许 特许 ~ APPROVE RATIFY EXAMINE ISSUE CONSENT QUALIFY
  APPROVE 审批 批准 批准书 批准证书 批准文件 报批 行政审批 批复 ~ PERMIT RATIFY EXAMINE ISSUE CONSENT QUALIFY
  RATIFY 核准 核准书 核准证 核准证明 ~ PERMIT APPROVE EXAMINE ISSUE QUALIFY
  EXAMINE 审核 审查 审定 核查 用地预审 资格预审 ~ PERMIT APPROVE RATIFY ISSUE CONFIRM
  ISSUE 核发 颁发 签发 发证 制发 配发 印发 颁证 办证 ~ PERMIT APPROVE RATIFY EXAMINE
  CONSENT 同意 准予 征求意见 意见征询 ~ PERMIT APPROVE
  QUALIFY 资格审批 资格许可 资格核准 资质审批 资质许可 资质核准 ~ PERMIT APPROVE RATIFY CONFIRM
`,
);

const RECORD = actions(
  'KIND',
  TYPES,
  `
  FILE 备案 备案证 备案证明 备案表 报备 上报备 存案 ~ REGISTER REPORT KEEP_ON_FILE INFORM
  REGISTER 登记 登记证 登记证书 登记证明 登记表 注册 注册证 注册证明 注册证书 登记注册 注册登记 发布登记 ~ FILE
  REPORT 报告 上报告 报送 上报送 汇报 ~ FILE DECLARE
  DECLARE 申报 ~ REPORT
  KEEP_ON_FILE 存查 存档 归档 建档 建档立卡 ~ FILE
  INFORM 告知 书面告知 ~ FILE
  INFORM_PROMISE 告知承诺 告知承诺制
`,
);

const CONFIRMATION = actions(
  'KIND',
  TYPES,
  `
  CONFIRM 认定 认定书 认定证书 确认 确认书 核定 确定 评定 资格审核 行政确认 认证 认可 ~ APPRAISE EVALUATE EXAMINE AWARD_TITLE QUALIFY
  APPRAISE 鉴定 鉴定书 鉴定证书 鉴别 ~ CONFIRM
  EVALUATE 评审 评价 评估 考核 考评 评选 评比 论证 评议 ~ CONFIRM
  AWARD_TITLE 授予 命名 授牌 ~ CONFIRM REWARD
  RATE 定级 评级 等级评审
  CERTIFY 证明 证明书 出具 开具 出证
  NOTARISE 公证
  ACCEPT_WORKS 验收 竣工验收 专项验收 完工验收 联合验收
  TEST 检测 检验 检疫 检定 校准 化验 监测
  EXAMINE_PERSON 考试 测评
  DRAW_UP 编制 划定 划分
`,
);

const BENEFIT = actions(
  'KIND',
  TYPES,
  `
  GRANT 给付 发放 支付 拨付 兑付 兑现 下发 给予 支取 ~ CLAIM
  CLAIM 申领 领取 提取 领用 报销 上报销 理赔 ~ GRANT
  REWARD 奖励 表彰 表扬 嘉奖 奖补 评奖 褒奖 ~ AWARD_TITLE
  COMPENSATE 补偿 赔偿
`,
);

const BURDEN = actions(
  'KIND',
  TYPES,
  `
  PUNISH 处罚 行政处罚 罚款 没收 责令停产停业 责令停业 警告 惩处 查处 ~ HANDLE
  HANDLE 调查处理 依法处理 审查处理 ~ PUNISH
  ENFORCE 强制 行政强制 强制执行 扣押 扣留 查扣 代履行 强制措施 强制拆除 先行登记保存 加处罚款
  LEVY 征收 征缴 收取 代征 预征 ~ PAY
  PAY 缴纳 缴费 缴存 交纳 缴交 缴款 汇缴 ~ LEVY
  REQUISITION 征用
  INSPECT 检查 监督检查 行政检查 抽查 巡查 抽检 巡检 稽查 ~ SUPERVISE
  SUPERVISE 监督 监管 监督管理 监察 督查 督导 ~ INSPECT
  ORDER_CORRECTION 责令改正 责令限期改正 责令整改 责令退还 责令停止 责令拆除 责令恢复
`,
);

const DISPUTE = actions(
  'KIND',
  TYPES,
  `
  ADJUDICATE 裁决 行政裁决 裁定 ~ MEDIATE
  MEDIATE 调解 调处 行政调解 ~ ADJUDICATE
  ARBITRATE 仲裁
  RECONSIDER 行政复议
  LEGAL_AID 法律援助
`,
);

const SERVICE = actions(
  'KIND',
  COMMON,
  `
  ALLOCATE 分配 配租 配售 摇号 轮候
  RECRUIT 招聘 招募 招录 招生 选聘 聘任 录用 报名 上报名
  ENTRUST 委托 代开
  KEEP 托管 代管 寄存
  BUY 采购 拍卖 竞价
  CONNECT 报装 上报装 装表 立户 开户
  DESTROY 销毁 无害化处理 清运
`,
);

/** The legal nature of the act: said differently of one item by one list and another, so a weak sign. */
export const KIND_ACTIONS: readonly Action[] = [
  ...PERMISSION,
  ...RECORD,
  ...CONFIRMATION,
  ...BENEFIT,
  ...BURDEN,
  ...DISPUTE,
  ...SERVICE,
];
