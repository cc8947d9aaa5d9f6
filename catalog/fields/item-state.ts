import { fieldsOf } from './field.ts';

const item = fieldsOf('item');

/** States, versions, dates, and the flags that keep an item out of sight. */
export const ITEM_STATE_FIELDS = [
  item('state', '事项状态', 'task_state', 'enumeration', '!!', 'STATE', 'exact', {
    of: 'LifecycleState',
    aliases: ['TASK_STATE_TEXT', '是否有效', 'ql_state', '状态', '是否启用'],
  }),
  item('sourceVersion', '事项版本', 'task_version', 'integer', '!!', 'STATE', 'none', {
    aliases: ['版本', 'version_number', '版本号'],
  }),
  item('sourceVersionDate', '版本日期', 'version_date', 'date', 'oo', 'STATE', 'none', {
    aliases: ['版本时间'],
    source: '浙江 2017 年权力事项模型（version_date）',
  }),
  item('planEffectiveDate', '计划生效日期', 'plan_effective_date', 'date', 'oo', 'STATE', 'exact', {
    aliases: ['生效日期', 'ql_effect_time', '实施日期', '计划生效时间'],
  }),
  item('planCancelDate', '计划取消日期', 'plan_cancel_date', 'date', 'oo', 'STATE', 'exact', {
    aliases: ['取消日期', '失效日期', '计划取消时间'],
  }),
  item('publicationState', '发布状态', 'publishstatus', 'enumeration', 'oo', 'STATE', 'none', {
    of: 'PublicationState',
    aliases: ['是否发布', '是否公开'],
    source: '广西、陕西事项模型（publishstatus）',
  }),
  item('publicationDate', '发布日期', 'publishdate', 'date', 'oo', 'STATE', 'none', {
    aliases: ['发布时间', '公开时限'],
    source: '广西、陕西事项模型（publishdate）',
  }),
  item('workflowState', '审核状态', 'audit_state', 'enumeration', 'oo', 'STATE', 'none', {
    of: 'WorkflowState',
    aliases: ['流程状态', '审批状态'],
    source: '广西事项模型（audit_state）',
  }),
  item('changeType', '调整类型', 'change_type', 'enumeration', 'oo', 'STATE', 'none', {
    of: 'ChangeType',
    aliases: ['变更类型', '调整方式', '调整情况', '动态调整类型'],
    source: '绍兴、海盐通知（动态调整）',
  }),
  item('sourceCreatedDate', '创建日期', 'create_date', 'date', 'oo', 'STATE', 'none', {
    aliases: ['创建时间'],
    source: '陕西事项模型',
  }),
  item('sourceUpdatedDate', '更新日期', 'update_date', 'date', 'oo', 'STATE', 'none', {
    aliases: ['更新时间', '修改时间', '修改日期', 'operatedate'],
    source: '陕西、广西事项模型',
  }),
  item('isSecret', '是否涉密', 'is_cs', 'boolean', 'oo', 'STATE', 'none', {
    aliases: ['涉密', '是否涉密事项'],
    source: '浙江 2017 年权力事项模型（is_cs）；陕西事项模型',
  }),
  item('isSensitive', '是否敏感', 'is_sensitive', 'boolean', 'oo', 'STATE', 'none', {
    source: '陕西事项模型（是否敏感）',
  }),
  item('isRarelyUsed', '是否极少业务', 'isvlb', 'boolean', 'oo', 'STATE', 'none', {
    aliases: ['极少业务'],
    source: '浙江 2017 年权力事项模型（isvlb）',
  }),
  item('isDormant', '是否静默事项', 'is_dormant', 'boolean', 'oo', 'STATE', 'none', {
    aliases: ['静默事项'],
    source: '陕西事项模型（是否静默事项）',
  }),
  item('isAgeFriendly', '是否适老化', 'is_age_friendly', 'boolean', 'oo', 'CHANNEL', 'none', {
    aliases: ['适老化', '是否适老化事项'],
    source: '陕西事项模型（适老化）',
  }),
  item(
    'isConstructionReform',
    '是否工程建设项目审批',
    'is_construction_reform',
    'boolean',
    'oo',
    'TYPE',
    'none',
    {
      aliases: ['工改', '是否工改事项', '是否涉及投资项目审批', '是否投资项目'],
      source: '陕西事项模型（工改）',
    },
  ),
  item('isFiling', '是否行政备案', 'is_bak', 'boolean', 'oo', 'TYPE', 'exact', {
    aliases: ['行政备案标识', '是否备案'],
    source: '陕西事项模型（is_bak）',
  }),
  item('isForwarded', '是否审核转报', 'is_forwarded', 'boolean', 'oo', 'TYPE', 'none', {
    aliases: ['是否是审核转报事项'],
    source: '事项清单实例（审核转报）',
  }),
  item('operatingSystemLevel', '运行系统层级', 'system_level', 'enumeration', 'oo', 'CHANNEL', 'none', {
    of: 'Level',
    aliases: ['业务系统层级', '办理系统层级', '系统层级'],
    source: 'GB/T 39046-2020 第 49 项',
  }),
  item('operatingSystemName', '网办系统', 'system_name', 'text', 'oo', 'CHANNEL', 'none', {
    aliases: ['业务系统名称', '办理系统', '运行系统', 'platform'],
    source: '陕西事项模型（网办系统）',
  }),
] as const;
