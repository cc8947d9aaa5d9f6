import { enumeration } from './enumeration.ts';

export const CASE_TYPE = enumeration({
  name: 'CaseType',
  chinese: '办件类型',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.6',
  values: [
    { symbol: 'IMMEDIATE', chinese: '即办件', aliases: ['即办', '即时办结件'], codes: { GBT_39046: '1' } },
    {
      symbol: 'PROMISED',
      chinese: '承诺件',
      aliases: ['承诺办件', '承诺', '承诺办结件'],
      codes: { GBT_39046: '2' },
    },
    { symbol: 'JOINT', chinese: '联办件', aliases: ['联办'] },
    { symbol: 'REPORTED', chinese: '上报件', aliases: ['初审件', '上报/初审件', '上报初审件'] },
    { symbol: 'FORWARDED', chinese: '转报件', aliases: ['审核转报件'] },
    { symbol: 'SPECIAL_PROCEDURE', chinese: '特别程序件' },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'], codes: { GBT_39046: '9' } },
  ],
});

/** 办理形式. Older local systems count 1 窗口 2 网上 3 快递, or from 0. */
export const HANDLING_FORM = enumeration({
  name: 'HandlingForm',
  chinese: '办理形式',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.5；地方系统',
  values: [
    {
      symbol: 'WINDOW',
      chinese: '窗口办理',
      aliases: ['窗口', '现场办理', '大厅窗口', '线下办理'],
      codes: { GBT_39046: '1', THREE_WAY: '1', ZERO_BASED: '0' },
    },
    {
      symbol: 'ONLINE',
      chinese: '电脑端网上办理',
      aliases: ['网上办理', '网上', '线上办理', '电脑端', 'PC端', '网办'],
      codes: { GBT_39046: '2', THREE_WAY: '2', ZERO_BASED: '1' },
    },
    {
      symbol: 'MOBILE',
      chinese: '移动端网上申请',
      aliases: ['移动端', '移动端办理', '手机端', '手机办理', '掌上办'],
      codes: { GBT_39046: '3' },
    },
    {
      symbol: 'COURIER',
      chinese: '快递申请',
      aliases: ['快递', '邮寄', '邮寄申请', '快递办理', '信函'],
      codes: { GBT_39046: '4', THREE_WAY: '3' },
    },
    { symbol: 'INTEGRATED', chinese: '窗口网上一体化', aliases: ['一体化'], codes: { ZERO_BASED: '2' } },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'], codes: { GBT_39046: '9' } },
  ],
});

export const SPECIAL_PROCEDURE = enumeration({
  name: 'SpecialProcedure',
  chinese: '特别程序种类',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.7',
  values: [
    { symbol: 'EXTENSION', chinese: '延长审批', codes: { GBT_39046: '1' } },
    {
      symbol: 'OTHER_THAN_EXTENSION',
      chinese: '除延长审批之外的情况',
      aliases: ['除延长审批外', '除延长审批以外'],
      codes: { GBT_39046: '2' },
    },
  ],
});

/**
 * 通办范围: across the borders of areas of one level (跨省) or within one area (全省), which are opposites. The platform
 * and the standard count 跨, other portals count 全 with the same digits (`WHOLE_AREAS`). 全区 is left out: it is a
 * province in Guangxi and a district in Hangzhou.
 */
export const HANDLING_AREA = enumeration({
  name: 'HandlingArea',
  chinese: '通办范围',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（handle_area）；GB/T 39046-2020 第 33 项',
  values: [
    {
      symbol: 'NATIONWIDE',
      chinese: '全国',
      aliases: ['全国通办'],
      codes: { PLATFORM: '1', WHOLE_AREAS: '1' },
    },
    { symbol: 'ACROSS_PROVINCES', chinese: '跨省', aliases: ['跨省通办'], codes: { PLATFORM: '2' } },
    { symbol: 'WITHIN_PROVINCE', chinese: '全省', aliases: ['全省通办'], codes: { WHOLE_AREAS: '2' } },
    { symbol: 'ACROSS_CITIES', chinese: '跨市', aliases: ['跨市通办'], codes: { PLATFORM: '3' } },
    { symbol: 'WITHIN_CITY', chinese: '全市', aliases: ['全市通办'], codes: { WHOLE_AREAS: '3' } },
    { symbol: 'ACROSS_COUNTIES', chinese: '跨县', aliases: ['跨县通办'], codes: { PLATFORM: '4' } },
    { symbol: 'WITHIN_COUNTY', chinese: '全县', aliases: ['全县通办'], codes: { WHOLE_AREAS: '4' } },
    {
      symbol: 'WITHIN_TOWNSHIP',
      chinese: '全镇(乡、街道)',
      aliases: ['全镇', '全乡', '全街道', '全镇(乡)'],
      codes: { PLATFORM: '5', WHOLE_AREAS: '5' },
    },
    {
      symbol: 'WITHIN_VILLAGE',
      chinese: '全村(社区)',
      aliases: ['全村', '全社区'],
      codes: { PLATFORM: '6', WHOLE_AREAS: '6' },
    },
  ],
});

/** 网上办理深度: the platform's steps, Zhejiang's four levels and Sichuan's four ways in one vocabulary. */
export const ONLINE_DEPTH = enumeration({
  name: 'OnlineDepth',
  chinese: '网上办理深度',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（online_handle_depth）；浙江 Ⅰ–Ⅳ 级；四川网办方式',
  values: [
    { symbol: 'CONSULTATION', chinese: '互联网咨询', codes: { PLATFORM: '1', ZHEJIANG: 'Ⅰ' } },
    { symbol: 'SUBMISSION', chinese: '互联网收件', codes: { PLATFORM: '2', ZHEJIANG: 'Ⅱ' } },
    {
      symbol: 'PRELIMINARY_REVIEW',
      chinese: '互联网预审',
      aliases: ['原件预审'],
      codes: { PLATFORM: '3', ZHEJIANG: 'Ⅲ' },
    },
    { symbol: 'ACCEPTANCE', chinese: '互联网受理', aliases: ['原件核验'], codes: { PLATFORM: '4' } },
    { symbol: 'HANDLING', chinese: '互联网办理', codes: { PLATFORM: '5' } },
    { symbol: 'RESULT_FEEDBACK', chinese: '互联网办理结果信息反馈', codes: { PLATFORM: '6' } },
    { symbol: 'CERTIFICATE_FEEDBACK', chinese: '互联网电子证照反馈', codes: { PLATFORM: '7' } },
    {
      symbol: 'WHOLLY_ONLINE',
      chinese: '全程网办',
      aliases: ['全程网上办理', '全流程网办'],
      codes: { ZHEJIANG: 'Ⅳ' },
    },
    { symbol: 'WINDOW_ONLY', chinese: '窗口办理', aliases: ['窗口'] },
    { symbol: 'OTHER', chinese: '其他', aliases: ['其它'], codes: { PLATFORM: '9' } },
  ],
});

/** 事项审查类型: who looks when. */
export const REVIEW_TYPE = enumeration({
  name: 'ReviewType',
  chinese: '事项审查类型',
  scheme: 'LOCAL',
  source: '广东、浙江指南（事项审查类型）',
  values: [
    { symbol: 'REVIEWED_AT_ONCE', chinese: '即审即办', aliases: ['即审即办件'] },
    { symbol: 'REVIEWED_BEHIND_COUNTER', chinese: '前审后批' },
    {
      symbol: 'ACCEPTED_IN_FRONT_APPROVED_BEHIND',
      chinese: '前台受理后台审批',
      aliases: ['前台受理,后台审批'],
    },
  ],
});

/** 时限单位. Only 1 工作日 is attested for the platform's digits; W and N are another vendor's. */
export const TIME_LIMIT_UNIT = enumeration({
  name: 'TimeLimitUnit',
  chinese: '时限单位',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（anticipate_type、promise_type）',
  values: [
    {
      symbol: 'WORKING_DAY',
      chinese: '工作日',
      aliases: ['个工作日', '工作天'],
      codes: { PLATFORM: '1', LETTERS: 'W' },
    },
    {
      symbol: 'DAY',
      chinese: '自然日',
      aliases: ['日', '天', '日历日', '个自然日', '日历天'],
      codes: { LETTERS: 'N' },
    },
    { symbol: 'HOUR', chinese: '小时', aliases: ['时', '个小时', '钟头'] },
    { symbol: 'MONTH', chinese: '月', aliases: ['个月', '自然月'] },
    { symbol: 'YEAR', chinese: '年' },
  ],
});

export const SATISFACTION = enumeration({
  name: 'Satisfaction',
  chinese: '满意度',
  scheme: 'GBT_39046',
  source: 'GB/T 39046-2020 表 A.8',
  values: [
    { symbol: 'VERY_SATISFIED', chinese: '非常满意', codes: { GBT_39046: '1' } },
    { symbol: 'SATISFIED', chinese: '满意', codes: { GBT_39046: '2' } },
    { symbol: 'FAIRLY_SATISFIED', chinese: '基本满意', codes: { GBT_39046: '3' } },
    { symbol: 'DISSATISFIED', chinese: '不满意', codes: { GBT_39046: '4' } },
    { symbol: 'VERY_DISSATISFIED', chinese: '非常不满意', codes: { GBT_39046: '5' } },
  ],
});
