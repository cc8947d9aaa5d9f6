import { fieldsOf } from './field.ts';

const fee = fieldsOf('fee');

/** 收费项目. */
export const FEE_FIELDS = [
  fee('name', '收费项目名称', 'fee_name', 'text', '!!', 'FEE', 'normalName', {
    aliases: ['收费项目', '名称', 'name'],
    longest: 200,
  }),
  fee('standard', '收费项目标准', 'fee_stand', 'text', '!!', 'FEE', 'text', {
    aliases: ['收费标准', '标准'],
  }),
  fee('legalBasis', '收费项目依据', 'by_law', 'text', 'oo', 'FEE', 'lawAndArticle', {
    aliases: ['收费依据', '依据'],
  }),
  fee('isReducible', '是否允许减免', 'is_desc', 'boolean', 'oo', 'FEE', 'exact', {
    aliases: ['允许减免', '是否减免'],
  }),
  fee('reductionBasis', '减免说明', 'desc_explain', 'text', 'oo', 'FEE', 'text', {
    aliases: ['允许减免依据', '减免依据'],
  }),
  fee('nature', '收费性质', 'charge_prop', 'text', 'oo', 'FEE', 'text', {
    source: '广西事项模型（charge_prop）',
  }),
  fee('remark', '收费备注', 'remark', 'text', 'oo', 'FEE', 'none', { aliases: ['备注'] }),
  fee('ordinal', '收费序号', 'order_num', 'integer', '!!', 'FEE', 'none', { aliases: ['序号', '排序号'] }),
] as const;

const legalBasis = fieldsOf('legalBasis');
const GUANGXI = '广西事项模型（AUDIT_ITEM_BYLAW）；广东指南';

/** 设定依据, one law or document at a time. */
export const LEGAL_BASIS_FIELDS = [
  legalBasis('lawName', '法律法规名称', 'law_name', 'text', '!!', 'BASIS', 'lawAndArticle', {
    aliases: ['依据名称', 'LAW[].LAWNAME', '法规名称', '名称', 'name'],
    source: GUANGXI,
  }),
  legalBasis('lawNumber', '依据文号', 'law_number', 'text', 'oo', 'BASIS', 'lawAndArticle', {
    aliases: ['文号', 'LAW[].ACCORDINGNUMBER', '发文字号', 'no'],
    source: GUANGXI,
  }),
  legalBasis('clauseNumber', '条款号', 'clause_number', 'text', 'oo', 'BASIS', 'lawAndArticle', {
    aliases: ['LAW[].TERMSNUMBER', '条款', '条款序号', 'clause'],
    source: GUANGXI,
  }),
  legalBasis('clauseContent', '条款内容', 'clause_content', 'text', 'oo', 'BASIS', 'text', {
    aliases: ['依据内容', '条文内容'],
    source: GUANGXI,
  }),
  legalBasis('issuer', '颁布机关', 'issue_organ', 'text', 'oo', 'BASIS', 'none', {
    aliases: ['颁发机关', '发布机关', '制定机关'],
    source: GUANGXI,
  }),
  legalBasis('effectiveDate', '依据实施日期', 'law_effective_date', 'date', 'oo', 'BASIS', 'none', {
    aliases: ['实施日期', '施行日期'],
    source: GUANGXI,
  }),
] as const;

const step = fieldsOf('step');
const CHONGQING = '重庆指南（办理流程环节）';

/** 办理流程环节. */
export const STEP_FIELDS = [
  step('ordinal', '环节序号', 'step_order', 'integer', 'oo', 'PROCESS', 'none', {
    aliases: ['序号', '顺序'],
    source: CHONGQING,
  }),
  step('name', '环节名称', 'step_name', 'text', '!!', 'PROCESS', 'normalName', {
    aliases: ['环节', '办理环节', '步骤', '名称', 'name'],
    source: CHONGQING,
  }),
  step('standard', '审查标准', 'step_standard', 'text', 'oo', 'PROCESS', 'text', {
    aliases: ['办理标准', '环节标准'],
    source: CHONGQING,
  }),
  step('result', '环节结果', 'step_result', 'text', 'oo', 'PROCESS', 'text', {
    aliases: ['办理结果', '审查结果'],
    source: CHONGQING,
  }),
  step('timeLimit', '环节时限', 'step_limit', 'timeLimit', 'oo', 'TIME_LIMIT', 'timeLimit', {
    aliases: ['办理时限', '时限'],
    source: CHONGQING,
  }),
  step('officer', '环节办理人', 'step_officer', 'text', 'oo', 'PROCESS', 'none', {
    aliases: ['办理人员', '经办人', '责任人'],
    source: CHONGQING,
  }),
  step('delivery', '送达方式', 'delivery_way', 'text', 'oo', 'RESULT', 'text', { source: CHONGQING }),
  step('certificate', '颁发证件', 'issued_certificate', 'text', 'oo', 'RESULT', 'normalName', {
    source: CHONGQING,
  }),
] as const;

const specialLink = fieldsOf('specialLink');
const SPECIAL = '广西事项模型（AUDIT_ITEM_SPECIAL）；榆林事项指南';

/** 特殊环节: hearings, inspections, reviews, whose time may not count. */
export const SPECIAL_LINK_FIELDS = [
  specialLink('name', '特殊环节名称', 'special_name', 'text', '!!', 'PROCESS', 'normalName', {
    aliases: ['特殊环节', '名称', 'name'],
    source: SPECIAL,
  }),
  specialLink('timeLimit', '特殊环节时限', 'special_date', 'timeLimit', 'oo', 'TIME_LIMIT', 'timeLimit', {
    aliases: ['所需时限', 'specialProcedureTimelimit', 'days'],
    source: SPECIAL,
  }),
  specialLink(
    'timeLimitUnit',
    '特殊环节时限单位',
    'special_date_type',
    'enumeration',
    'oo',
    'TIME_LIMIT',
    'none',
    {
      of: 'TimeLimitUnit',
      source: SPECIAL,
    },
  ),
  specialLink('legalBasis', '特殊环节依据', 'special_by_law', 'text', 'oo', 'BASIS', 'lawAndArticle', {
    aliases: ['依据'],
    source: SPECIAL,
  }),
  specialLink('hasFee', '特殊环节是否收费', 'special_is_fee', 'boolean', 'oo', 'FEE', 'exact', {
    aliases: ['是否收费'],
    source: SPECIAL,
  }),
  specialLink('feeBasis', '特殊环节收费依据', 'special_fee_basis', 'text', 'oo', 'FEE', 'lawAndArticle', {
    aliases: ['收费依据'],
    source: SPECIAL,
  }),
  specialLink('isCounted', '是否计算在法定办结时限内', 'is_counted', 'boolean', 'oo', 'TIME_LIMIT', 'exact', {
    aliases: ['是否计入法定时限', '是否计算在内'],
    source: SPECIAL,
  }),
  specialLink(
    'organisation',
    '特殊环节实施机构',
    'special_dept',
    'text',
    'oo',
    'ORGANISATION',
    'normalName',
    {
      aliases: ['实施机构'],
      source: SPECIAL,
    },
  ),
  specialLink('phone', '特殊环节联系电话', 'special_tel', 'text', 'oo', 'CONTACT', 'none', {
    aliases: ['联系电话'],
    source: SPECIAL,
  }),
] as const;

const condition = fieldsOf('condition');

/** 受理条件, one at a time. */
export const CONDITION_FIELDS = [
  condition('type', '条件类型', 'condition_type', 'text', 'oo', 'CONDITION', 'exact', {
    source: '重庆指南（受理条件）',
  }),
  condition('name', '条件名称', 'condition_name', 'text', '!!', 'CONDITION', 'text', {
    aliases: ['条件', '受理条件', '名称', 'name'],
    source: '重庆指南（受理条件）',
  }),
  condition('situation', '适用情形', 'condition_situation', 'text', 'oo', 'CONDITION', 'text', {
    aliases: ['情形'],
    source: '重庆指南（受理条件）',
  }),
] as const;

const window = fieldsOf('window');
const WINDOW = '广西事项模型（AUDIT_ITEM_WINDOW）；陕西事项模型（窗口）';

/** 受理窗口. */
export const WINDOW_FIELDS = [
  window('name', '窗口名称', 'window_name', 'text', '!!', 'CONTACT', 'normalName', {
    aliases: ['窗口', '受理窗口', '名称', 'windowname', 'name'],
    source: WINDOW,
  }),
  window('address', '窗口地址', 'window_addr', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['地址', '办理地点', '窗口位置'],
    source: WINDOW,
  }),
  window('phone', '窗口电话', 'window_tel', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['电话', '联系电话'],
    source: WINDOW,
  }),
  window('hours', '窗口办理时间', 'window_time', 'text', 'oo', 'CONTACT', 'text', {
    aliases: ['办公时间', '工作时间', '办理时间'],
    source: WINDOW,
  }),
  window('traffic', '交通指引', 'window_traffic', 'text', 'oo', 'CONTACT', 'none', {
    aliases: ['乘车方式', '乘车路线'],
    source: WINDOW,
  }),
  window('map', '窗口地图', 'window_map', 'url', 'oo', 'CONTACT', 'none', {
    aliases: ['地图', '位置地图'],
    source: WINDOW,
  }),
] as const;

const question = fieldsOf('question');

/** 常见问题. */
export const QUESTION_FIELDS = [
  question('question', '常见问题提问', 'question', 'text', '!!', 'OTHER', 'none', {
    aliases: ['问题', '常见问题', '提问'],
    longest: 1000,
  }),
  question('answer', '常见问题回答', 'answer', 'text', '!!', 'OTHER', 'none', {
    aliases: ['回答', '解答', '答案'],
  }),
  question('ordinal', '问题序号', 'order_num', 'integer', '!!', 'OTHER', 'none', {
    aliases: ['序号', '排序号'],
  }),
] as const;
