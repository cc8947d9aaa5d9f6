import { fieldsOf } from './field.ts';

const guide = fieldsOf('guide');
const SHENYANG = '沈阳市通知（指南 11 项）';

/** What a guide says in running text; its repeating blocks are owners of their own. */
export const GUIDE_FIELDS = [
  guide('acceptCondition', '受理条件', 'accept_condition', 'text', '!!', 'CONDITION', 'text', {
    aliases: [
      ...[
        '申请条件',
        '服务条件',
        '审批条件',
        '办理条件',
        'clApprovalConds',
        'clApplyConds',
        '办事条件',
        '准予批准的条件',
      ],
      ...['许可条件', '条件', 'conditions'],
    ],
    source: '国家政务服务平台实施清单要素表（accept_condition）；GB/T 39046-2020 第 21 项',
  }),
  guide('handleFlow', '办理流程', 'handle_flow', 'text', '!!', 'PROCESS', 'text', {
    aliases: [
      ...[
        '办理程序',
        '服务流程',
        '工作流程',
        'clDealType',
        'clApprovalProcess',
        '基本流程',
        '办事流程',
        '流程',
        '办理步骤',
      ],
    ],
    source: '国家政务服务平台实施清单要素表（handle_flow）；GB/T 39046-2020 第 22 项',
  }),
  guide('windowFlow', '窗口办理流程', 'window_flow', 'text', 'oo', 'PROCESS', 'text', {
    aliases: ['CKBLLC', '线下办理流程'],
    source: '广西事项模型（窗口办理流程）',
  }),
  guide('onlineFlow', '网上办理流程', 'online_flow', 'text', 'oo', 'PROCESS', 'text', {
    aliases: ['WSBLLC', '线上办理流程'],
    source: '广西事项模型（网上办理流程）',
  }),
  guide('flowChart', '办理流程图', 'flow_chart', 'url', 'oo', 'PROCESS', 'none', {
    aliases: ['流程图', '审批流程图ID', '业务流程图ID'],
    source: '事项清单实例（流程图）',
  }),
  guide('specialProcedure', '特别程序', 'special_procedure', 'text', '!!', 'PROCESS', 'text', {
    aliases: ['isSpecialProcedure', '特殊程序', '特殊环节说明'],
    longest: 500,
    source: '国家政务服务平台实施清单要素表（special_procedure）；GB/T 39046-2020 第 41 项',
  }),
  guide(
    'specialProcedureKind',
    '特别程序种类',
    'special_procedure_kind',
    'enumeration',
    'oo',
    'PROCESS',
    'exact',
    {
      of: 'SpecialProcedure',
      aliases: ['特别程序类型'],
      source: 'GB/T 39046-2020 表 A.7',
    },
  ),
  guide('hasFee', '是否收费', 'is_fee', 'boolean', '!!', 'FEE', 'exact', {
    aliases: ['IS_FEE_TEXT', 'isCharge', '收费情况', 'fee'],
    source: '国家政务服务平台实施清单要素表（is_fee）；GB/T 39046-2020 第 31 项',
  }),
  guide('feeBasis', '收费依据', 'fee_basis', 'text', 'oo', 'FEE', 'lawAndArticle', {
    aliases: ['收费/依据', '收费文件依据'],
    source: '国家政务服务平台实施清单要素表（fee_basis）；GB/T 39046-2020 第 32 项',
  }),
  guide('feeStandard', '收费标准', 'fee_standard', 'text', 'oo', 'FEE', 'text', {
    aliases: ['收费/标准', '收费依据及标准', 'clChargeStd', '收费标准及依据', '收费'],
    source: '镇坪县通知（实施清单：收费标准）；沈阳市通知（收费依据及标准）',
  }),
  guide('onlineAddress', '计算机端在线办理地址', 'link_addr', 'url', 'oo', 'CHANNEL', 'none', {
    aliases: ['在线办理网址', '网上办理链接', '在线办理地址', '网上办理地址', '网上申报地址'],
  }),
  guide('mobileAddress', '移动端在线办理地址', 'mobile_terminal_url', 'url', 'oo', 'CHANNEL', 'none', {
    aliases: ['移动端办理地址', '移动端网址'],
  }),
  guide('onlineHandlingAddress', '网办地址', 'online_handle_url', 'url', 'oo', 'CHANNEL', 'none', {
    aliases: ['网办网址'],
    source: '国家政务服务平台实施清单要素表（online_handle_url）；GB/T 39046-2020 第 48 项',
  }),
  guide('address', '办理地点', 'transact_addr', 'text', '!!', 'CONTACT', 'text', {
    aliases: [
      ...[
        '办公地址',
        'XHTSDZ',
        '受理地点',
        '受理地点和办事窗口',
        '办事地点',
        '地点',
        '办理地址',
        'window_address',
      ],
      ...['受理地址', '办公地点'],
    ],
    longest: 500,
    source: '国家政务服务平台实施清单要素表（transact_addr）；GB/T 39046-2020 第 50 项',
  }),
  guide('hours', '办理时间', 'transact_time', 'text', '!!', 'CONTACT', 'text', {
    aliases: ['工作时间', '办公时间', '受理时间', 'work_time', '时间', '服务时间'],
    longest: 500,
    source: '国家政务服务平台实施清单要素表（transact_time）；GB/T 39046-2020 第 51 项',
  }),
  guide('hoursAndAddress', '办公时间和地址', 'hours_and_address', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['办理时间和地点', '办理时间及地点', '办公地址和时间'],
    source: SHENYANG,
  }),
  guide('traffic', '乘车方式', 'traffic', 'text', 'oo', 'CONTACT', 'none', {
    aliases: ['交通指引', '乘车路线', '交通方式'],
    source: '事项清单实例（乘车方式）',
  }),
  guide('consultation', '咨询方式', 'link_way', 'text', '!!', 'CONTACT', 'text', {
    aliases: ['咨询服务', 'clConsultWay', '咨询渠道', '咨询途径', '咨询与联系方式'],
    source: '国家政务服务平台实施清单要素表（link_way）；GB/T 39046-2020 第 52 项',
  }),
  guide('consultationPhone', '咨询电话', 'link_tel', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['联系电话', '电话', '办公电话', '联系方式', 'phone', '服务电话', '受理电话'],
    source: 'GB/T 39046-2020 第 53 项；镇坪县通知（咨询电话）',
  }),
  guide('supervision', '监督投诉方式', 'supervise_way', 'text', '!!', 'CONTACT', 'text', {
    aliases: [
      '监督投诉渠道',
      'clComplaintChannel',
      '监督途径',
      '投诉渠道',
      '监督方式',
      '投诉方式',
      '监督投诉途径',
    ],
  }),
  guide('supervisionPhone', '监督电话', 'supervise_tel', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['TSTEL', '投诉电话', '监督投诉电话'],
    source: 'GB/T 39046-2020 第 54 项；镇坪县通知（监督电话）',
  }),
  guide('reviewOrganisation', '行政复议部门', 'review_dept', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['行政复议机关', '复议机关', '行政复议'],
    source: '陕西、广东指南（行政复议）',
  }),
  guide('reviewPhone', '行政复议电话', 'review_tel', 'text', 'oo', 'CONTACT', 'none', {
    aliases: ['复议电话'],
    source: '陕西、广东指南（行政复议）',
  }),
  guide('reviewAddress', '行政复议地址', 'review_addr', 'text', 'oo', 'CONTACT', 'none', {
    source: '陕西、广东指南（行政复议）',
  }),
  guide('litigationOrganisation', '行政诉讼部门', 'litigation_dept', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['行政诉讼机关', '行政诉讼法院', '行政诉讼'],
    source: '陕西、广东指南（行政诉讼）',
  }),
  guide('litigationPhone', '行政诉讼电话', 'litigation_tel', 'text', 'oo', 'CONTACT', 'none', {
    source: '陕西、广东指南（行政诉讼）',
  }),
  guide('litigationAddress', '行政诉讼地址', 'litigation_addr', 'text', 'oo', 'CONTACT', 'none', {
    source: '陕西、广东指南（行政诉讼）',
  }),
  guide('materialsText', '申请材料', 'materials_text', 'list', 'oo', 'MATERIAL', 'canonicalMaterial', {
    aliases: [
      ...[
        '需提供的资料',
        '受理材料清单',
        'clApprovalMater',
        '申报材料',
        '所需材料',
        '办理材料',
        '材料清单',
        '申请材料目录',
      ],
      ...['提交材料', '材料', 'materials', '申请材料清单'],
    ],
    source: '沈阳市、镇坪县通知（申请材料）',
  }),
  guide('questionsText', '常见问题', 'faq_text', 'text', 'oo', 'OTHER', 'none', {
    aliases: ['常见问题解答', '常见问题及解答'],
    longest: 1000,
    source: 'GB/T 39046-2020 第 55 项',
  }),
  guide('formDownload', '表格下载', 'form_download', 'list', 'oo', 'MATERIAL', 'none', {
    aliases: ['空白表格', '申请表下载', '表格及样表下载'],
    source: SHENYANG,
  }),
  guide('sampleForms', '示范文本', 'sample_forms', 'list', 'oo', 'MATERIAL', 'none', {
    aliases: ['示范文本及常见错误示例', '样表', '填写样例'],
    source: SHENYANG,
  }),
  guide('commonMistakes', '常见错误示例', 'common_mistakes', 'text', 'oo', 'MATERIAL', 'none', {
    aliases: ['常见错误', '错误示例'],
    source: SHENYANG,
  }),
  guide('commitmentLetter', '告知承诺书', 'commitment_letter', 'url', 'oo', 'MATERIAL', 'none', {
    aliases: ['承诺书', '承诺书样本'],
    source: '陕西事项模型（告知承诺制）',
  }),
  guide('resultSample', '审批结果样本', 'result_guid', 'url', 'oo', 'RESULT', 'none', {
    aliases: ['结果样本', '审批结果样本ID'],
    source: '国家政务服务平台实施清单要素表（result_guid）；GB/T 39046-2020 第 30 项',
  }),
  guide('resultDelivery', '结果送达方式', 'result_delivery', 'text', 'oo', 'RESULT', 'text', {
    aliases: ['结果领取方式', '办理结果送达方式'],
    source: '广东指南（结果送达）',
  }),
  guide('progressQuery', '办理进程查询', 'progress_query', 'text', 'oo', 'CONTACT', 'none', {
    aliases: ['办理进程及结果查询', '进度查询', '办理进程和结果查询'],
    source: '事项清单实例（办理进程查询）',
  }),
  guide('applicantRights', '申请人权利和义务', 'applicant_rights', 'text', 'oo', 'OTHER', 'text', {
    aliases: ['clApplyRightsDuties', '权利和义务', '权利义务'],
    source: '审批事项模型（申请人权利义务）',
  }),
  guide('prohibitions', '禁止性规定', 'prohibitions', 'text', 'oo', 'CONDITION', 'text', {
    aliases: ['禁止性要求', '不予批准的情形'],
    source: '事项清单实例（禁止性规定）',
  }),
] as const;
