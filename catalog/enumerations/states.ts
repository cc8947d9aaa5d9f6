import { enumeration } from './enumeration.ts';

/** 事项状态. SCHEDULED has no code: it follows from a planned date in the future. */
export const LIFECYCLE_STATE = enumeration({
  name: 'LifecycleState',
  chinese: '生命周期状态',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（task_state）',
  values: [
    { symbol: 'SCHEDULED', chinese: '待生效', aliases: ['未生效', '计划生效'] },
    {
      symbol: 'IN_FORCE',
      chinese: '在用',
      aliases: ['有效', '生效', '启用', '正常', '在用事项', '是'],
      codes: { PLATFORM: '1' },
    },
    {
      symbol: 'SUSPENDED',
      chinese: '挂起',
      aliases: ['暂停', '停用', '禁用', '冻结', '否'],
      codes: { PLATFORM: '2' },
    },
    {
      symbol: 'CANCELLED',
      chinese: '取消',
      aliases: ['已取消', '作废', '废止', '注销', '失效'],
      codes: { PLATFORM: '3' },
    },
  ],
});

/** 审核流程状态. Another system uses negative numbers and splits the returns. */
export const WORKFLOW_STATE = enumeration({
  name: 'WorkflowState',
  chinese: '流程状态',
  scheme: 'PLATFORM',
  source: '地方事项管理系统（审核流程）；两报两审（海盐、绍兴）',
  values: [
    {
      symbol: 'DRAFT',
      chinese: '草稿',
      aliases: ['待提交', '编辑中'],
      codes: { PLATFORM: '0', NEGATIVE: '-1' },
    },
    { symbol: 'SUBMITTED', chinese: '待审核', aliases: ['已提交', '审核中'], codes: { PLATFORM: '1' } },
    { symbol: 'APPROVED', chinese: '审核通过', aliases: ['待发布', '通过'], codes: { PLATFORM: '2' } },
    { symbol: 'PUBLISHED', chinese: '已发布', aliases: ['发布'], codes: { PLATFORM: '3' } },
    { symbol: 'SUSPENDED', chinese: '暂停', aliases: ['挂起'], codes: { PLATFORM: '4' } },
    { symbol: 'CANCELLED', chinese: '取消', aliases: ['已取消'], codes: { PLATFORM: '5' } },
    { symbol: 'REJECTED', chinese: '审核不通过', aliases: ['不通过', '驳回'], codes: { PLATFORM: '6' } },
    { symbol: 'WITHDRAWN', chinese: '撤回', codes: { NEGATIVE: '-2' } },
    { symbol: 'RETURNED', chinese: '退回', codes: { NEGATIVE: '-3' } },
    { symbol: 'CHANGE_RETURNED', chinese: '变更退回', codes: { NEGATIVE: '-7' } },
  ],
});

export const PUBLICATION_STATE = enumeration({
  name: 'PublicationState',
  chinese: '发布状态',
  scheme: 'PLATFORM',
  source: '国家政务服务平台（publishstatus）',
  values: [
    { symbol: 'UNPUBLISHED', chinese: '未发布', aliases: ['待发布', '否'], codes: { PLATFORM: '0' } },
    { symbol: 'PUBLISHED', chinese: '已发布', aliases: ['发布', '是', '公开'], codes: { PLATFORM: '1' } },
    { symbol: 'TAKEN_DOWN', chinese: '已下架', aliases: ['下架', '撤销发布'] },
  ],
});

/** 动态调整 of a list: what happened to an item. */
export const CHANGE_TYPE = enumeration({
  name: 'ChangeType',
  chinese: '调整类型',
  scheme: 'LOCAL',
  source: '绍兴、海盐通知（新增、变更、取消）；权力清单管理规定（下放、承接、合并、分设）',
  values: [
    { symbol: 'ADDED', chinese: '新增', aliases: ['增加', '增设'] },
    { symbol: 'CHANGED', chinese: '变更', aliases: ['调整', '修改'] },
    { symbol: 'CANCELLED', chinese: '取消', aliases: ['废止', '删除'] },
    { symbol: 'DEVOLVED', chinese: '下放' },
    { symbol: 'TAKEN_OVER', chinese: '承接' },
    { symbol: 'MERGED', chinese: '合并' },
    { symbol: 'SPLIT', chinese: '分设', aliases: ['拆分'] },
  ],
});

/** How an item came into a local list. */
export const CLAIM_TYPE = enumeration({
  name: 'ClaimType',
  chinese: '事项来源方式',
  scheme: 'LOCAL',
  source: '鄂、粤事项管理办法（认领、自建）',
  values: [
    { symbol: 'CLAIMED', chinese: '认领', aliases: ['已认领', '领用'] },
    { symbol: 'SELF_BUILT', chinese: '自建', aliases: ['自行编制', '自编'] },
  ],
});

/** 服务方式 of a service: on application, or without an applicant. */
export const SERVICE_MODE = enumeration({
  name: 'ServiceMode',
  chinese: '服务方式',
  scheme: 'LOCAL',
  source: '武陵源区通知（类别：依申请、主动服务）',
  values: [
    {
      symbol: 'ON_APPLICATION',
      chinese: '依申请',
      aliases: ['依申请类', '依申请服务'],
      codes: { LOCAL: '1' },
    },
    { symbol: 'PROACTIVE', chinese: '主动服务', aliases: ['主动服务类', '主动'], codes: { LOCAL: '2' } },
    { symbol: 'EX_OFFICIO', chinese: '依职权', aliases: ['依职权类'] },
  ],
});

/** The operation letter of a row in the exchange tables. */
export const ROW_OPERATION = enumeration({
  name: 'RowOperation',
  chinese: '操作类型',
  scheme: 'PLATFORM',
  source: '国家政务服务平台交换表（cd_operation）',
  values: [
    { symbol: 'INSERT', chinese: '插入', codes: { PLATFORM: 'I' } },
    { symbol: 'UPDATE', chinese: '更新', codes: { PLATFORM: 'U' } },
    { symbol: 'DELETE', chinese: '删除', codes: { PLATFORM: 'D' } },
  ],
});
