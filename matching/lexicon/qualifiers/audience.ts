import type { Qualifier } from '../entries.ts';
import { qualifiers } from '../notation.ts';

const COMMON = 'GB/T 39554.1—2020 服务对象；《社会保险法》《户口登记条例》《退役军人保障法》规定的人群';

/** Whom the item is for; kinds of persons and of bodies are facets. */
export const AUDIENCES: readonly Qualifier[] = qualifiers(
  'AUDIENCE',
  COMMON,
  `
  personOrUnit 个人 自然人
  personOrUnit 单位 企业 用人单位 法人 企业单位 企业法人
  bodyNamed 个人独资企业
  bodyNamed 事业单位 机关事业单位
  bodyNamed 文物保护单位
  bodyNamed 民办非企业单位
  bodyNamed 国有企业
  bodyNamed 企业所得税
  bodyNamed 个人所得税
  bodyNamed 社会保险个人权益 个人权益记录
  applicant 本人 本人办理
  applicant 近亲属 亲属 家属 配偶
  applicant 监护人 法定代理人
  applicant 继承人 受益人
  applicant 委托代理人 受托人 他人代办
  employment 在职 在岗
  employment 退休
  employment 离休
  employment 失业
  employment 灵活就业
  jobForm 专职 全职
  jobForm 兼职
  attendance 全日制
  attendance 非全日制
  graduation 应届 应届毕业生
  graduation 往届 往届毕业生
  graduation 在校 在校生
  household 本市户籍 本地户籍 本省户籍 户籍人口 本市户口 本地户口 本县户籍 本区户籍
  household 非本市户籍 外地户籍 外省户籍 非户籍 非本地户籍 外市户籍 非本省户籍 外地户口 非户籍人口
  household 流动人口 流入人口 流出人口 外来人口 暂住人口
  household 常住人口
  ruralHousehold 农业户口 农业户籍 农村户籍 农村户口
  ruralHousehold 非农业户口 城镇户籍 城镇户口 非农户口
  marital 初婚
  marital 再婚
  marital 复婚
  maritalState 已婚
  maritalState 未婚 单身
  maritalState 离异 离婚后
  maritalState 丧偶
  serviceStatus 现役
  serviceStatus 退役 退伍
  serviceStatus 复员
  serviceStatus 转业
  placement 自主就业
  placement 自主择业
  placement 政府安排工作 符合政府安排工作条件
  parity 一孩 头胎
  parity 二孩 二胎
  parity 三孩 三胎
  parity 再生育
  staffing 在编 占编 编制内
  staffing 聘用 编外 编制外
  paymentBase 按月缴费
  paymentBase 按年缴费
  insured 参保人 参保人员
  insured 未参保 未参保人员
  insured 参保单位
  fertility 已生育
  fertility 未生育
  care 自理
  care 半失能 部分失能
  care 失能 完全失能
`,
);
