import { fieldsOf } from './field.ts';

const item = fieldsOf('item');

/** How an item is handled: limits, audience, case type, channels, result. */
export const ITEM_HANDLING_FIELDS = [
  item('statutoryLimit', '法定办结时限', 'anticipate_day', 'timeLimit', '!o', 'TIME_LIMIT', 'timeLimit', {
    aliases: [
      '法定办结期限',
      '法定时限',
      '法定期限',
      'clApprovalLimit',
      'approveLimit',
      'legal_time',
      '法定办理时限',
      '法定审批时限',
    ],
    source: '国家政务服务平台实施清单要素表（anticipate_day）；GB/T 39046-2020 第 15 项',
  }),
  item(
    'statutoryLimitUnit',
    '法定办结时限单位',
    'anticipate_type',
    'enumeration',
    '!o',
    'TIME_LIMIT',
    'none',
    {
      of: 'TimeLimitUnit',
      aliases: ['法定办结期限单位', 'ANTICIPATE_TYPE_TEXT', '法定时限单位'],
      source: '国家政务服务平台实施清单要素表（anticipate_type）；GB/T 39046-2020 第 16 项',
    },
  ),
  item('statutoryLimitNote', '法定办结时限说明', 'anticipate_explain', 'text', 'oo', 'TIME_LIMIT', 'text', {
    aliases: ['法定时限说明', 'FDBLSXSM', 'approveLimitExplain'],
    source: '国家政务服务平台实施清单要素表（anticipate_explain）；GB/T 39046-2020 第 17 项',
  }),
  item('promisedLimit', '承诺办结时限', 'promise_day', 'timeLimit', '!o', 'TIME_LIMIT', 'timeLimit', {
    aliases: [
      ...[
        '承诺时限',
        '承诺办结期限',
        '服务时限',
        '办理时限',
        'commitmentLimit',
        '办结时限',
        '承诺期限',
        '时限',
        '承诺办理时限',
      ],
      ...['promise_time', '办理期限'],
    ],
    source: '国家政务服务平台实施清单要素表（promise_day）；GB/T 39046-2020 第 18 项',
  }),
  item('promisedLimitUnit', '承诺办结时限单位', 'promise_type', 'enumeration', '!o', 'TIME_LIMIT', 'none', {
    of: 'TimeLimitUnit',
    aliases: ['承诺办结期限单位', 'PROMISE_TYPE_TEXT', '承诺时限单位'],
    source: '国家政务服务平台实施清单要素表（promise_type）；GB/T 39046-2020 第 19 项',
  }),
  item('promisedLimitNote', '承诺办结时限说明', 'promise_explain', 'text', '!o', 'TIME_LIMIT', 'text', {
    aliases: ['承诺时限说明', 'CRBJSXSM', 'commitmentLimitExplain'],
    source: '国家政务服务平台实施清单要素表（promise_explain）；GB/T 39046-2020 第 20 项',
  }),
  item('serviceObjects', '服务对象', 'server_type', 'enumerations', '!!', 'AUDIENCE', 'set', {
    of: 'ServiceObject',
    aliases: [
      ...[
        '行政相对人性质',
        'SERVE_TYPE_TEXT',
        'serve_type',
        '实施对象',
        '许可对象',
        'serveObject',
        '服务对象类型',
        '办理对象',
      ],
      ...['服务对象代码', 'service_object', '适用对象', '办事对象', '面向对象'],
    ],
    longest: 32,
    source: '国家政务服务平台实施清单要素表（server_type）；GB/T 39046-2020 第 34、35 项',
  }),
  item('caseType', '办件类型', 'project_type', 'enumeration', '!!', 'PROCESS', 'exact', {
    of: 'CaseType',
    aliases: ['bjtype', '办件类型代码', 'case_kind'],
  }),
  item('reviewType', '事项审查类型', 'review_type', 'enumeration', 'oo', 'PROCESS', 'exact', {
    of: 'ReviewType',
    aliases: ['审查类型'],
    source: '广东、浙江指南（事项审查类型）',
  }),
  item('handlingForms', '办理形式', 'handle_type', 'enumerations', 'oo', 'CHANNEL', 'set', {
    of: 'HandlingForm',
    aliases: [
      'HANDLE_TYPE_TEXT',
      '办理方式',
      '受理方式',
      '申请方式',

      '办理形式代码',
      'handling',
      'channels',
    ],
    longest: 5,
    source: '国家政务服务平台实施清单要素表（handle_type）；GB/T 39046-2020 第 39、40 项',
  }),
  item('visits', '到办事现场次数', 'limit_scene_num', 'integer', '!!', 'CHANNEL', 'exact', {
    aliases: ['到现场次数', '最少上门次数', 'applyermin_count', '跑动次数', '到场次数', 'visits'],
  }),
  item('visitReason', '必须现场办理原因说明', 'limit_scene_explain', 'text', 'oo', 'CHANNEL', 'text', {
    aliases: ['必须到现场原因', '现场办理原因', '见面法律依据', '到现场原因'],
    longest: 1000,
  }),
  item('isOneVisitAtMost', '是否最多跑一次', 'ispyc', 'boolean', 'oo', 'CHANNEL', 'exact', {
    aliases: ['最多跑一次'],
    source: '浙江 2017 年权力事项模型（ispyc）',
  }),
  item('isSingleSignOn', '计算机端是否单点登录', 'is_single_login', 'boolean', '!!', 'CHANNEL', 'none', {
    aliases: ['是否单点登录', '计算机端单点登录'],
  }),
  item(
    'isMobileSingleSignOn',
    '移动端是否单点登录',
    'app_is_single_login',
    'boolean',
    '!!',
    'CHANNEL',
    'none',
    {
      aliases: ['移动端单点登录'],
    },
  ),
  item('isInServiceHall', '是否进驻政务大厅', 'is_entry_center', 'boolean', '!!', 'CHANNEL', 'exact', {
    aliases: ['进驻大厅', '是否进驻大厅', '是否进驻政务服务大厅'],
  }),
  item('outsideHallReason', '未进驻大厅原因', 'not_entry_center_reason', 'text', 'oo', 'CHANNEL', 'none', {
    aliases: ['未进驻政务大厅原因'],
    source: '陕西事项模型（未进驻大厅原因）',
  }),
  item('isSingleWindow', '是否一窗受理', 'is_single_window', 'boolean', 'oo', 'CHANNEL', 'exact', {
    aliases: ['一窗受理'],
    source: '陕西事项模型（是否一窗受理）',
  }),
  item('handlingArea', '通办范围', 'handle_area', 'enumeration', 'oo', 'CHANNEL', 'exact', {
    of: 'HandlingArea',
    aliases: ['适用范围', '受理范围', 'clRange', '通办范围代码', '通办区域', 'range'],
    source: '国家政务服务平台实施清单要素表（handle_area）；GB/T 39046-2020 第 33 项',
  }),
  item('isCrossRegion', '是否跨域通办', 'is_cross_region', 'boolean', 'oo', 'CHANNEL', 'exact', {
    aliases: ['跨域通办', '是否通办', '是否支持通办'],
    source: '陕西事项模型（通办类型）',
  }),
  item('isReservable', '是否支持预约办理', 'is_schedule', 'boolean', 'oo', 'CHANNEL', 'exact', {
    aliases: ['预约办理', '是否支持预约', '是否预约', '预约', 'reservable'],
    source: '国家政务服务平台实施清单要素表（is_schedule）；GB/T 39046-2020 第 44 项',
  }),
  item('isOnlinePayment', '是否支持网上支付', 'is_pay_online', 'boolean', '!!', 'CHANNEL', 'exact', {
    aliases: ['网上缴费', '网上支付', '是否网上支付'],
    source: '国家政务服务平台实施清单要素表（is_pay_online）；GB/T 39046-2020 第 45 项',
  }),
  item('isCourier', '是否支持物流快递', 'is_express', 'boolean', '!!', 'CHANNEL', 'exact', {
    aliases: ['物流快递', '是否支持快递', '是否快递', '快递', 'courier'],
    source: '国家政务服务平台实施清单要素表（is_express）；GB/T 39046-2020 第 46 项',
  }),
  item(
    'isSelfServiceTerminal',
    '是否支持自助终端办理',
    'is_service_terminals',
    'boolean',
    'oo',
    'CHANNEL',
    'exact',
    {
      aliases: ['自助终端', '是否支持自助终端', '自助终端办理'],
    },
  ),
  item('isOnline', '是否网办', 'is_online', 'boolean', '!!', 'CHANNEL', 'exact', {
    aliases: ['是否网上办理', '网办', '是否支持网上办理', 'ONLINECHECK_TEXT', 'online'],
    source: '国家政务服务平台实施清单要素表（is_online）；GB/T 39046-2020 第 47 项',
  }),
  item('onlineDepth', '网上办理深度', 'online_handle_depth', 'enumerations', 'oo', 'CHANNEL', 'set', {
    of: 'OnlineDepth',
    aliases: ['WBSD_LEVEL_TEXT', '办理深度', '网办深度', '网办方式'],
  }),
  item('isWhollyOnline', '是否全程网办', 'is_wholly_online', 'boolean', 'oo', 'CHANNEL', 'exact', {
    aliases: ['全程网办', '网上全程办结', '是否全程网上办理'],
    source: '事项清单实例（网上全程办结）',
  }),
  item('isUnsuitableOnline', '是否不适宜网办', 'nosuit_apply', 'boolean', 'oo', 'CHANNEL', 'none', {
    aliases: ['不适宜网办'],
    source: '浙江 2017 年权力事项模型（nosuit_apply）',
  }),
  item('unsuitableOnlineReason', '不适宜网办原因', 'nosuit_apply_reason', 'text', 'oo', 'CHANNEL', 'none', {
    source: '浙江 2017 年权力事项模型（nosuit_apply）',
  }),
  item('isAgencyAllowed', '是否可代办', 'is_agency', 'boolean', 'oo', 'CHANNEL', 'exact', {
    aliases: ['可代办', '是否支持代办', '代办'],
    source: '陕西事项模型（是否可代办）',
  }),
  item('isNotifiedCommitment', '是否告知承诺制', 'is_commitment', 'boolean', 'oo', 'PROCESS', 'exact', {
    aliases: ['告知承诺制', '是否告知承诺'],
    source: '陕西、广西事项模型（告知承诺制）',
  }),
  item('resultTypes', '审批结果类型', 'result_type', 'enumerations', '!!', 'RESULT', 'set', {
    of: 'ResultType',
    aliases: ['结果类型', '办理结果类型'],
    longest: 30,
  }),
  item('resultName', '审批结果名称', 'result_name', 'text', 'oo', 'RESULT', 'normalName', {
    aliases: [
      'clApprovalCert',
      'resultSampleName',
      '办理结果',
      '结果名称',
      '审批结果',
      '审批证件',
      '办理结果名称',
      'result',
    ],
    source: '国家政务服务平台实施清单要素表（result_name）；GB/T 39046-2020 第 29 项',
  }),
  item('intermediaryService', '中介服务', 'service_type', 'text', 'oo', 'MATERIAL', 'text', {
    aliases: ['涉及中介服务及收费标准', '中介服务事项', '中介服务名称'],
    longest: 500,
    source: '国家政务服务平台实施清单要素表（service_type）；GB/T 39046-2020 第 27 项',
  }),
  item('quantityLimit', '数量限制', 'limit_explain', 'text', 'o-', 'CONDITION', 'text', {
    aliases: ['clApprovalCount', '有无数量限制', '审批数量', '许可数量限制'],
    longest: 256,
    source: '国家政务服务平台实施清单要素表（limit_explain）；GB/T 39046-2020 第 28 项',
  }),
] as const;
