import type { Action } from '../entries.ts';
import { actions } from '../notation.ts';

const LICENCE =
  '《中华人民共和国行政许可法》第四十九条、第五十条、第七十条；法律、行政法规、国务院决定设定的行政许可事项清单（2023年版）';
const COMMON = '《社会保险法》；《社会保险经办条例》；《中小学生学籍管理办法》（教基一〔2013〕7号）';
const WORKS = '《中华人民共和国城乡规划法》《建设工程质量管理条例》第二条：新建、扩建、改建';
const RIGHTS = '《不动产登记暂行条例》第三条；《机动车登记规定》（公安部令第164号）';

const START = actions(
  'LIFE_CYCLE',
  LICENCE,
  `
  NEW 新办 首次申请 首次申领 首次申办 首次办理 首次核发 首次注册 首次备案 首次认定 首次 初次申请 初次申领 初次办理 初次注册 初次认定 初次 新申请 新申领 新申办 新核发 新发证 新发 初始注册 初始申请 初办 首证 ~ ESTABLISH ADD_NEW FORMAL FIRST_RIGHT
  ESTABLISH 设立 成立 开办 新设 新立 新设立 创办 兴办 ~ NEW ADD_NEW FORMAL START_BUSINESS
  ADD_NEW 新增 ~ NEW ESTABLISH
  PREPARE 筹设 筹建 筹备 筹办
  FORMAL 正式设立 正式成立 正式开办 ~ NEW ESTABLISH
  START_BUSINESS 开业 试营业 试运行 ~ ESTABLISH
  ADD 增设 增加 增补 增项 增项注册 增发 增开 扩项
  REDUCE 减少 减项 缩减 缩小 核减
  RE_APPLY 重新申请 重新申领 重新办理 重新核发 重新取得 重新注册 重新登记 重新认定 重新备案 重新审批 重新许可 重新报批 重新审核
  RE_ASSESS 重新评价 重新评估 重新评定 重新鉴定 重新核定
`,
);

const CHANGE = actions(
  'LIFE_CYCLE',
  LICENCE,
  `
  CHANGE 变更 更改 变动 改变 ~ MODIFY ADJUST RENAME
  RENAME 更名 改名 ~ CHANGE
  MODIFY 修改 修订 修编 ~ CHANGE ADJUST
  ADJUST 调整 ~ CHANGE MODIFY
  CORRECT 更正 改正 纠正 勘误
  OBJECT 异议登记 异议申请
  MOVE 迁移 迁址 搬迁 迁建 移址 移建 = MOVE_IN MOVE_OUT
  MOVE_IN 迁入 转入 调入 移入 入户 落户
  MOVE_OUT 迁出 转出 调出 移出
  MERGE 合并
  SPLIT 分立 拆分
  RESTRUCTURE 改制 重组 转制 转企
  UPGRADE 升级 晋级 晋升 升等
  DOWNGRADE 降级 降等
`,
);

const CONTINUE = actions(
  'LIFE_CYCLE',
  LICENCE,
  `
  RENEW 延续 延期 续期 展期 续展 延长 续办 续签 续延 延展 续证 ~ REPLACE
  REPLACE 换发 换领 换证 更换 ~ RENEW
  REISSUE 补办 补发 补证 补领 挂失补办
  REISSUE_REPLACE 补换领 补换发 补换证 补办换发 补领换领 补发换发 换补领 = REISSUE REPLACE
  LOSS_REPORT 挂失
  LOSS_CLEAR 解挂 解除挂失
  ANNUAL_INSPECTION 年检 年审 年度检验 年度审验 年度检查 年度审核 年度检测 年度复核 年度验证 年审验 年度考核 ~ ANNUAL_REPORT VERIFY
  ANNUAL_REPORT 年报 年度报告 年度工作报告 ~ ANNUAL_INSPECTION
  VERIFY 校验 审验 ~ ANNUAL_INSPECTION
  REVIEW_AGAIN 复审 复核 复查 复验 复检 复评
  VERIFY_QUALIFICATION 资格认证 生存认证
`,
);

const PAUSE = actions(
  'LIFE_CYCLE',
  LICENCE,
  `
  SUSPEND 暂停 中止 停用 停运 停工 停业 报停 停驶 歇业
  CLOSE_DOWN 停止经营 停办 关闭 关停 停止运营 停止营业 ~ TERMINATE
  RESUME 恢复 复业 复工 复驶 重新启用
  ACTIVATE 激活 启用 开通 开卡
  FREEZE 封存 冻结
  UNFREEZE 解封 启封 解冻
  POSTPONE 延缓 缓缴 缓交 延期缴纳 延期缴费 缓征 延期申报
  EXEMPT 减免 免征 免除 减征 免交 免缴 豁免
  RESET_PASSWORD 密码重置 重置密码 密码修改 修改密码
`,
);

const END = actions(
  'LIFE_CYCLE',
  LICENCE,
  `
  CANCEL 注销 销户 缴销 撤户 取消 ~ TERMINATE SIMPLE_CANCEL
  TERMINATE 终止 解散 结业 ~ CANCEL CLOSE_DOWN
  SIMPLE_CANCEL 简易注销 ~ CANCEL
  RESCIND 撤销
  WITHDRAW 撤回 收回
  REVOKE 吊销
  DISMISS 解除 解聘 辞退 解约 免职
  EXIT 退出 退会 退伙
  LOSE 灭失 核销
  DEMOLISH 拆除 拆迁
`,
);

const WORK = actions(
  'LIFE_CYCLE',
  WORKS,
  `
  BUILD 新建 修建 修筑 兴建 修造
  EXPAND 扩建 加建 加层
  REBUILD 改建 改造 翻建 重建 翻修 改装
  REPAIR 修缮 维修 修理 大修 加固
  SHIFT 移位 迁改 改移 改线
  OCCUPY 占用 占道
  DIG 挖掘 开挖 破路
  CROSS 跨越 穿越 穿跨越 架设 埋设 敷设 铺设
`,
);

const RIGHTS_CHANGE = actions(
  'LIFE_CYCLE',
  RIGHTS,
  `
  FIRST_RIGHT 首次登记 初始登记 总登记 ~ NEW
  TRANSFER 转移 过户 转让 受让 划转 ~ CARRY_OVER
  INHERIT 继承 受遗赠
  MORTGAGE 抵押 按揭
  MORTGAGE_RELEASE 解除抵押 解押 抵押注销 抵押权注销 注销抵押
  PLEDGE 质押 出质
  ADVANCE_NOTICE 预告登记
  SEAL 查封
  GRANT_LAND 出让
  ALLOT_LAND 划拨
  ASSIGN 转包 流转 互换 入股
`,
);

const MEMBERSHIP = actions(
  'LIFE_CYCLE',
  COMMON,
  `
  ENROL 参保登记 新参保 入会 加入 增员
  RE_ENROL 续保 续缴
  CARRY_OVER 转移接续 接续 续接 转接 关系转移 接转 ~ TRANSFER
  STOP_INSURANCE 停保 退保 断保 减员 停止参保 中断缴费 暂停参保
  STOP_BENEFIT 停发 停止发放 暂停发放
  CONTINUE_BENEFIT 待遇续发 续发待遇
  SUSPEND_STUDY 休学
  RESUME_STUDY 复学
  TRANSFER_STUDY 转学
  LEAVE_STUDY 退学
  SETTLE 结算 汇算 汇算清缴
  REFUND 退款 退费 退还 返还 退回 退付
  ADVANCE 预支 垫付 先行支付
  SUPPLEMENT 补缴 补交 补录 补登
  MANY_PLACES 多机构备案 多点执业 多机构执业
`,
);

/** What happens to a result in the course of its life: two names that differ here speak of different items. */
export const LIFE_CYCLE_ACTIONS: readonly Action[] = [
  ...START,
  ...CHANGE,
  ...CONTINUE,
  ...PAUSE,
  ...END,
  ...WORK,
  ...RIGHTS_CHANGE,
  ...MEMBERSHIP,
];
