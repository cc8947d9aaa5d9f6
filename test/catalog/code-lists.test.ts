import { describe, expect, test } from 'vitest';
import type { Enumeration } from '../../catalog/enumerations/enumeration.ts';
import { ENUMERATIONS, type EnumerationName, enumerate } from '../../catalog/enumerations.ts';

const lists = Object.entries(ENUMERATIONS) as [EnumerationName, Enumeration][];

/** Codes and labels as the standards, the national platform and the regional systems state them. */
const CODE_LISTS: readonly (readonly [name: EnumerationName, scheme: string, codes: string])[] = [
  ['Level', 'GBT_39046', '1 国家级 2 省级 3 市级 4 县级 5 镇(乡、街道)级 6 村(社区)级'],
  ['ExerciseLevel', 'GBT_39046', '1 国家级 2 省级 3 市级 4 县级 5 镇(乡、街道)级 6 村(社区)级 7 分级管理'],
  ['ExerciseLevel', 'PORTAL_WITHOUT_VILLAGE', '1 国家级 2 省级 3 市级 4 县级 5 镇(乡、街道)级 6 分级管理'],
  [
    'ItemType',
    'GBT_39046',
    '00 行政权力事项 01 行政许可 02 行政处罚 03 行政强制 04 行政征收 05 行政给付 06 行政检查 07 行政确认 08 行政奖励 09 行政裁决 10 其他类别事项 20 公共服务事项',
  ],
  [
    'ItemType',
    'ZHEJIANG',
    '01 行政许可 03 行政处罚 04 行政强制 05 行政征收 06 行政给付 08 行政确认 09 行政奖励 07 行政裁决 10 其他行政权力 14 公共服务 13 审核转报 15 政府内部审批 16 联办事项',
  ],
  ['ItemType', 'SICHUAN', 'A 行政许可 G 行政给付 F 行政确认 H 行政奖励 E 行政裁决 Z 其他行政权力'],
  ['PowerSource', 'PLATFORM', '1 法定本级行使 2 上级下放 3 上级授权 4 同级授权 5 上级委托 6 同级委托'],
  [
    'PowerSource',
    'TWO_DIGIT',
    '01 法定本级行使 06 上级下放 02 上级授权 03 同级授权 04 上级委托 05 同级委托 07 其他',
  ],
  [
    'PowerSource',
    'ZHEJIANG',
    '1 法定本级行使 2 中央下放至省 3 省下放至市 4 省下放至县 5 市下放至县 6 中央下放至市 7 中央下放至县',
  ],
  ['PowerSource', 'LETTERS', 'qt 其他'],
  ['OrganisationNature', 'GBT_39046', '1 法定机关 2 授权组织 3 受委托组织 9 其他'],
  [
    'ServiceObject',
    'PLATFORM',
    '1 自然人 2 企业法人 3 事业法人 4 社会组织法人 5 非法人企业 6 行政机关 9 其他组织',
  ],
  ['ServiceObject', 'GBT_39046', '1 自然人 2 企业法人 3 事业法人 4 社会组织法人 5 行政机关 6 其他组织'],
  ['CaseType', 'GBT_39046', '1 即办件 2 承诺件 9 其他'],
  ['HandlingForm', 'GBT_39046', '1 窗口办理 2 电脑端网上办理 3 移动端网上申请 4 快递申请 9 其他'],
  ['HandlingForm', 'THREE_WAY', '1 窗口办理 2 电脑端网上办理 3 快递申请'],
  ['HandlingForm', 'ZERO_BASED', '0 窗口办理 1 电脑端网上办理 2 窗口网上一体化'],
  ['SpecialProcedure', 'GBT_39046', '1 延长审批 2 除延长审批之外的情况'],
  ['HandlingArea', 'PLATFORM', '1 全国 2 跨省 3 跨市 4 跨县 5 全镇(乡、街道) 6 全村(社区)'],
  ['HandlingArea', 'WHOLE_AREAS', '1 全国 2 全省 3 全市 4 全县 5 全镇(乡、街道) 6 全村(社区)'],
  [
    'OnlineDepth',
    'PLATFORM',
    '1 互联网咨询 2 互联网收件 3 互联网预审 4 互联网受理 5 互联网办理 6 互联网办理结果信息反馈 7 互联网电子证照反馈 9 其他',
  ],
  ['OnlineDepth', 'ZHEJIANG', 'Ⅰ 互联网咨询 Ⅱ 互联网收件 Ⅲ 互联网预审 Ⅳ 全程网办'],
  ['TimeLimitUnit', 'PLATFORM', '1 工作日'],
  ['TimeLimitUnit', 'LETTERS', 'W 工作日 N 自然日'],
  ['Satisfaction', 'GBT_39046', '1 非常满意 2 满意 3 基本满意 4 不满意 5 非常不满意'],
  ['MaterialType', 'PLATFORM', '1 证件证书证明 2 申请表格文书 3 其他'],
  ['MaterialForm', 'PLATFORM', '1 纸质 2 电子化 3 纸质/电子化'],
  ['MaterialNecessity', 'PLATFORM', '1 必要 2 非必要 3 容缺后补'],
  ['MaterialNecessity', 'GBT_39046', '1 必要 0 非必要'],
  ['MaterialNecessity', 'ZERO_BASED', '0 必要 1 非必要 2 容缺后补 3 信用后补'],
  ['MaterialSource', 'PLATFORM', '10 申请人自备 20 政府部门核发 99 其他'],
  ['MaterialCollection', 'PLATFORM', '1 纸质收取 2 附件上传 3 扫描 4 容缺后补 5 证照库'],
  ['ResultType', 'PLATFORM', '10 证照 20 批文 99 无'],
  [
    'NaturalPersonTopic',
    'PLATFORM',
    '005 生育收养 010 户籍办理 015 民族宗教 020 教育科研 025 入伍服役 030 就业创业 035 设立变更 040 准营准办 045 抵押质押 050 职业资格 055 行政缴费 060 婚姻登记 065 优待抚恤 070 规划建设 075 住房保障 085 社会保障(社会保险、社会救助) 090 证件办理 095 交通出行 100 旅游观光 105 出境入境 110 消费维权 115 公共安全 120 司法公证 125 知识产权 130 环保绿化 135 文化体育 140 公用事业 145 医疗卫生 150 离职退休 155 死亡殡葬 998 地方特色分类 999 其他',
  ],
  [
    'LegalPersonTopic',
    'PLATFORM',
    '005 设立变更 010 准营准办 015 资质认证 020 年检年审 025 税收财务 030 人力资源 035 社会保障 040 投资审批 045 融资信贷 050 抵押质押 055 商务贸易 060 招标拍卖 065 海关口岸 070 涉外服务 075 农林牧渔 085 国土和规划建设 090 交通运输 095 环保绿化 100 应对气候变化 105 水务气象 110 医疗卫生 115 科技创新 120 文体教育 125 知识产权 130 民族宗教 135 质量技术 140 检验检疫 145 安全生产 150 公安消防 155 司法公证 160 公用事业 165 法人注销 170 档案文物 998 地方特色分类 999 其他',
  ],
  ['LifecycleState', 'PLATFORM', '1 在用 2 暂停 3 取消'],
  ['WorkflowState', 'PLATFORM', '0 草稿 1 待审核 2 审核通过 3 已发布 4 暂停 5 取消 6 审核不通过'],
  ['WorkflowState', 'NEGATIVE', '-1 草稿 -2 撤回 -3 退回 -7 变更退回'],
  ['PublicationState', 'PLATFORM', '0 未发布 1 已发布'],
  ['ServiceMode', 'LOCAL', '1 依申请 2 主动服务'],
  ['RowOperation', 'PLATFORM', 'I 插入 U 更新 D 删除'],
];

const pairs = (text: string) =>
  [...text.matchAll(/(\S+) (\S+)/gu)].map(([, code = '', label = '']) => [code, label] as const);

describe.each(CODE_LISTS)('the codes of %s in %s', (name, scheme, text) => {
  test.each(pairs(text))('%s is %s', (code, label) => {
    const read = enumerate(name, code, scheme);
    expect(read).toHaveProperty('symbol');
    expect(read).toEqual(enumerate(name, label));
  });

  test('are no others', () => {
    const { values }: Enumeration = ENUMERATIONS[name];
    const own = values.flatMap(({ codes = {} }) => (scheme in codes ? [codes[scheme]] : []));
    expect(own.sort()).toEqual(
      pairs(text)
        .map(([code]) => code)
        .sort(),
    );
  });
});

test('every scheme of a list is among these tables', () => {
  const schemes = lists.flatMap(([name, { values }]) =>
    values.flatMap(({ codes = {} }) => Object.keys(codes).map((scheme) => `${name} ${scheme}`)),
  );
  expect([...new Set(schemes)].sort()).toEqual(
    CODE_LISTS.map(([name, scheme]) => `${name} ${scheme}`).sort(),
  );
});

/** Where the source names no scheme, a digit is read as the body that gave the list means it. */
test.each([
  ['ExerciseLevel', '6', 'VILLAGE'],
  ['ItemType', '02', 'PUNISHMENT'],
  ['PowerSource', '3', 'AUTHORISED_BY_SUPERIOR'],
  ['OrganisationNature', '2', 'AUTHORISED_ORGANISATION'],
  ['ServiceObject', '6', 'GOVERNMENT_ORGAN'],
  ['CaseType', '2', 'PROMISED'],
  ['HandlingForm', '3', 'MOBILE'],
  ['SpecialProcedure', '1', 'EXTENSION'],
  ['HandlingArea', '3', 'ACROSS_CITIES'],
  ['OnlineDepth', '3', 'PRELIMINARY_REVIEW'],
  ['TimeLimitUnit', '1', 'WORKING_DAY'],
  ['Satisfaction', '1', 'VERY_SATISFIED'],
  ['MaterialType', '2', 'APPLICATION_FORM'],
  ['MaterialForm', '3', 'PAPER_OR_ELECTRONIC'],
  ['MaterialNecessity', '2', 'UNNECESSARY'],
  ['MaterialSource', '10', 'APPLICANT'],
  ['MaterialCollection', '3', 'SCAN'],
  ['ResultType', '99', 'NONE'],
  ['NaturalPersonTopic', '060', 'NATURAL_060'],
  ['LegalPersonTopic', '060', 'LEGAL_060'],
  ['LifecycleState', '2', 'SUSPENDED'],
  ['WorkflowState', '2', 'APPROVED'],
  ['PublicationState', '0', 'UNPUBLISHED'],
  ['ServiceMode', '2', 'PROACTIVE'],
  ['RowOperation', 'D', 'DELETE'],
] as const)('a bare %s %s is %s', (name, code, symbol) => expect(enumerate(name, code)).toEqual({ symbol }));

/** What offices write instead of the label of the standard. */
const WORDS: readonly (readonly [name: EnumerationName, words: string])[] = [
  ['Level', '省直 PROVINCE 设区的市级 CITY 县（市、区）级 COUNTY 镇乡街道 TOWNSHIP 村居 VILLAGE'],
  ['ExerciseLevel', '分级 GRADED 县（市、区）级 COUNTY'],
  [
    'ListKind',
    '通用目录 REFERENCE 权力清单 POWER 公共服务事项清单 PUBLIC_SERVICE 实施清单 GOVERNMENT_SERVICE 办事指南 GUIDE',
  ],
  [
    'ItemType',
    '行政职权 POWER_GROUP 许可事项 LICENSING 行政处罚类 PUNISHMENT 行政强制措施 COERCION 行政征用 COLLECTION 给付 PAYMENT 行政监督检查 INSPECTION 行政确认类 CONFIRMATION 奖励 REWARD 裁决 ADJUDICATION',
  ],
  [
    'ItemType',
    '其他权力 OTHER_POWER 行政备案 OTHER_POWER 便民服务事项 PUBLIC_SERVICE 审核转报类 FORWARDED_REVIEW 内部审批 INTERNAL_MANAGEMENT 一件事一次办 JOINT_HANDLING',
  ],
  [
    'PowerSource',
    '法定职权 STATUTORY 下放 DEVOLVED 中央→省 DEVOLVED_CENTRE_TO_PROVINCE 省→市 DEVOLVED_PROVINCE_TO_CITY 省→县 DEVOLVED_PROVINCE_TO_COUNTY',
  ],
  [
    'PowerSource',
    '市→县 DEVOLVED_CITY_TO_COUNTY 中央→市 DEVOLVED_CENTRE_TO_CITY 中央→县 DEVOLVED_CENTRE_TO_COUNTY 其它 OTHER',
  ],
  [
    'OrganisationNature',
    '法定行政机关 STATUTORY_AUTHORITY 法律法规授权组织 AUTHORISED_ORGANISATION 委托组织 ENTRUSTED_ORGANISATION 其它 OTHER',
  ],
  [
    'ServiceObject',
    '个人 NATURAL_PERSON 企业 ENTERPRISE 事业单位 PUBLIC_INSTITUTION 社会团体 SOCIAL_ORGANISATION 机关 GOVERNMENT_ORGAN 其它组织 OTHER_ORGANISATION 法人及其他组织 LEGAL_PERSON',
  ],
  [
    'CaseType',
    '即办 IMMEDIATE 承诺办件 PROMISED 联办 JOINT 上报/初审件 REPORTED 审核转报件 FORWARDED 其它 OTHER',
  ],
  ['HandlingForm', '现场办理 WINDOW 网上办理 ONLINE 掌上办 MOBILE 邮寄 COURIER 一体化 INTEGRATED 其它 OTHER'],
  ['SpecialProcedure', '除延长审批外 OTHER_THAN_EXTENSION'],
  [
    'HandlingArea',
    '全国通办 NATIONWIDE 跨市通办 ACROSS_CITIES 全市通办 WITHIN_CITY 跨县通办 ACROSS_COUNTIES 全县通办 WITHIN_COUNTY 全乡 WITHIN_TOWNSHIP 全社区 WITHIN_VILLAGE',
  ],
  [
    'OnlineDepth',
    '原件预审 PRELIMINARY_REVIEW 原件核验 ACCEPTANCE 全流程网办 WHOLLY_ONLINE 窗口 WINDOW_ONLY 其它 OTHER',
  ],
  ['ReviewType', '即审即办件 REVIEWED_AT_ONCE 前台受理，后台审批 ACCEPTED_IN_FRONT_APPROVED_BEHIND'],
  ['TimeLimitUnit', '个工作日 WORKING_DAY 天 DAY 个小时 HOUR 个月 MONTH'],
  ['MaterialType', '证照 CERTIFICATE 申请表 APPLICATION_FORM 其它 OTHER'],
  ['MaterialForm', '纸质版 PAPER 电子版 ELECTRONIC 纸质或电子 PAPER_OR_ELECTRONIC'],
  ['MaterialNecessity', '必须 NECESSARY 非必须 UNNECESSARY 容缺受理 SUPPLIED_LATER'],
  ['MaterialSource', '自备 APPLICANT 部门核发 GOVERNMENT 其他渠道 OTHER'],
  [
    'MaterialCollection',
    '纸质 PAPER 附件 ATTACHMENT 扫描件 SCAN 容缺 SUPPLIED_LATER 电子证照库 LICENCE_STORE',
  ],
  ['ResultType', '许可证 CERTIFICATE 批复 APPROVAL 出文办结 DOCUMENT 其它 OTHER 不涉及 NONE'],
  ['NaturalPersonTopic', '社会保障 NATURAL_085 地方特色 NATURAL_998 其它 NATURAL_999'],
  ['LegalPersonTopic', '地方特色 LEGAL_998 其它 LEGAL_999'],
  ['LifecycleState', '未生效 SCHEDULED 有效 IN_FORCE 停用 SUSPENDED 废止 CANCELLED'],
  [
    'WorkflowState',
    '待提交 DRAFT 审核中 SUBMITTED 通过 APPROVED 发布 PUBLISHED 挂起 SUSPENDED 已取消 CANCELLED 驳回 REJECTED',
  ],
  ['PublicationState', '待发布 UNPUBLISHED 公开 PUBLISHED 下架 TAKEN_DOWN'],
  ['ChangeType', '增设 ADDED 修改 CHANGED 废止 CANCELLED 拆分 SPLIT'],
  ['ClaimType', '领用 CLAIMED 自编 SELF_BUILT'],
  ['ServiceMode', '依申请类 ON_APPLICATION 主动 PROACTIVE 依职权类 EX_OFFICIO'],
];

test.each(
  WORDS.flatMap(([name, words]) => pairs(words).map(([word, symbol]) => [name, word, symbol] as const)),
)('the %s %s is %s', (name, word, symbol) => expect(enumerate(name, word)).toEqual({ symbol }));

describe.each(lists)('the list %s', (name, list) => {
  test('reads nothing out of an empty cell, in any scheme', () => {
    const schemes = new Set(list.values.flatMap(({ codes = {} }) => Object.keys(codes)));
    for (const scheme of [list.scheme, ...schemes]) {
      expect([scheme, enumerate(name, ' ', scheme)]).toEqual([scheme, { unrecognised: ' ' }]);
    }
  });

  test('has a Chinese title, names its scheme and says where it comes from', () => {
    expect(list.chinese).toMatch(/^\p{Script=Han}+$/u);
    expect(list.scheme).toMatch(/^[A-Z][A-Z0-9_]+$/u);
    expect(list.source).toMatch(/标准|平台|系统|通知|指南|办法|GB\/T/u);
  });
});
