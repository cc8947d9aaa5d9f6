import type { Action } from '../entries.ts';
import { actions } from '../notation.ts';

const PROCEDURE =
  '《行政许可法》第二十九条至第四十四条；乡镇（街道）、村（社区）政务服务事项清单中的办理环节写法';
const PUBLIC_SERVICE =
  '《政府信息公开条例》；国发〔2016〕55号《关于加快推进“互联网+政务服务”工作的指导意见》';

/** A step of the procedure an item stands for when a lower level only does that step. */
export const STAGE_ACTIONS: readonly Action[] = actions(
  'STAGE',
  PROCEDURE,
  `
  FIRST_REVIEW 初审 初核 初步审查 初步审核 登记前审查 初审上报 初审转报 预审 前置审查 前置审核 ~ FORWARD ADVANCE_REVIEW
  ADVANCE_REVIEW 预审查 预审核 预先审核 预先审查 ~ FIRST_REVIEW
  ACCEPT 受理 申请受理 受理申请 收件 接件 代受理 ~ AGENT
  FORWARD 审查转报 转报 受理转报 审核转报 审核上报 上报 转办 转呈 呈报 ~ FIRST_REVIEW
  AGENT 代办 帮办 代收 代理办理 协助办理 代为办理 代为申请 协助申请 ~ ACCEPT
  PRE_APPROVE 预核准 预先核准 预登记 预许可
  ON_SITE 现场勘查 现场核查 现场踏勘 现场勘验 实地核查 实地勘查 踏勘 勘验 查勘 现场检查 现场审查 现场评审 现场验收
  TECHNICAL_REVIEW 技术审查 专家评审 技术评审 专家论证
  HOME_VISIT 入户调查 入户核查 入户核实 调查核实 走访核实 信息核实 信息核查 信息采集 摸底调查 摸底排查
  HEARING 听证
  ADVANCE_NOTICE_STAGE 批前公示 批后公示 审批前公示 拟批准公示
  DECIDE 终审 审结
  DELIVER 送达 领证 取件
  APPLY 网上申请 在线申请 自愿申请
  MATERIAL_CHECK 材料审核 形式审查 材料初审 资料审查 资料审核 要件审查
  RECOMMEND 推荐 举荐
`,
);

/** A service about an item which is not the item: who may look up a licence does not apply for one. */
export const ABOUT_ACTIONS: readonly Action[] = actions(
  'ABOUT',
  PUBLIC_SERVICE,
  `
  QUERY 查询 复查询 查阅 查看 检索 查找 调阅 调档 查档 ~ PRINT PROGRESS AUTHENTICATE
  AUTHENTICATE 真伪查询 真伪核验 证书核验 证书验证 证件验证 证照核验 防伪查询 ~ QUERY
  PROGRESS 进度查询 办理进度 办件进度 审批进度 办理状态 办件查询 进度跟踪 ~ QUERY
  CONSULT 咨询 答疑 问答 常见问题 互动交流 热线 ~ GUIDE_TEXT POLICY
  RESERVE 预约 挂号 取号 订票 预订
  GUIDE_TEXT 指引 指南 须知 业务指导 申报辅导 业务辅导 纳税辅导 ~ CONSULT POLICY
  POLICY 政策解读 政策宣传 政策查询 政策法规查询 法规查询 政策发布 政策文件 政策推送 解读 ~ CONSULT PUBLICISE PUBLISH GUIDE_TEXT
  PUBLISH 公示 公布 公告 发布 信息公开 政务公开 通告 通报 披露 资讯 展示 双公示 公示公告 ~ POLICY
  OPEN_REQUEST 依申请公开 政府信息公开申请
  TRAIN 培训 继续教育 讲座
  PUBLICISE 宣传 科普 普法 宣讲 ~ POLICY
  COMPLAIN 投诉 举报 投诉举报 举报投诉 检举 控告 申诉 信访 留言 意见反馈 意见征集 建议 ~ CLAIM_RIGHTS
  CLAIM_RIGHTS 维权 求助 ~ COMPLAIN
  PRINT 打印 下载 查询打印 自助打印 表格下载 ~ QUERY
  ESTIMATE 试算 测算 计算器
  REMIND 提醒 提示 通知
  SURVEY 满意度调查 问卷调查 好差评 民意调查 回访
  LINK 转链接 链接 登录
  STATISTICS 统计数据 数据发布 统计分析 统计信息
`,
);
