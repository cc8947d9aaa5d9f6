import type { ListName } from './list-names.ts';

/** Titles of the reference catalog's table. */
export const REFERENCE_COLUMNS = [
  '来源主键',
  '层级',
  '区划代码',
  '区划名称',
  '业务指导部门',
  '实施主体',
  '实施主体编码',
  '事项类型',
  '主项名称',
  '主项编码',
  '是否存在子项',
  '事项名称',
  '基本编码',
  '设定依据',
  '行使层级',
  '法定办结时限',
  '服务方式',
  '服务对象',
  '申请材料',
  '受理条件',
  '审批结果类型',
  '审批结果名称',
  '是否收费',
  '收费依据',
  '面向自然人事项主题分类',
  '面向法人事项主题分类',
  '事项状态',
  '事项版本',
  '计划生效日期',
] as const;

const ROW = [
  '来源主键',
  '层级',
  '区划代码',
  '区划名称',
  '实施主体',
  '实施主体编码',
  '事项类型',
  '主项名称',
  '主项编码',
  '事项名称',
  '基本编码',
  '地方基本编码',
  '设定依据',
] as const;

const STATE = ['事项状态', '事项版本', '计划生效日期', '计划取消日期'] as const;

export const POWER_COLUMNS = [
  ...ROW,
  '权力来源',
  '行使层级',
  '法定办结时限',
  '服务对象',
  '是否静默事项',
  ...STATE,
] as const;

/** 服务方式 is 武陵源's 类别: 依申请 or 主动服务. */
export const PUBLIC_SERVICE_COLUMNS = [
  ...ROW,
  '行使层级',
  '服务方式',
  '服务内容',
  '法定办结时限',
  '服务对象',
  ...STATE,
] as const;

/** 目录清单: 事项名称, 基本编码, 设定依据, 事项类型 (镇坪县通知 四（三）), and who is responsible. */
export const DIRECTORY_COLUMNS = [...ROW, '行使层级', '服务对象', ...STATE] as const;

/** 实施清单: what 镇坪's notice asks for beside the directory's columns, in the registry's titles. */
export const IMPLEMENTATION_COLUMNS = [
  ...ROW,
  '实施编码',
  '业务办理项编码',
  '权力来源',
  '实施主体性质',
  '行使内容',
  '行使层级',
  '法定办结时限',
  '承诺办结时限',
  '承诺办结时限说明',
  '服务对象',
  '办件类型',
  '办理形式',
  '到办事现场次数',
  '是否网办',
  '网上办理深度',
  '计算机端是否单点登录',
  '移动端是否单点登录',
  '是否支持网上支付',
  '是否支持物流快递',
  '是否进驻政务大厅',
  '通办范围',
  '审批结果类型',
  '审批结果名称',
  '受理条件',
  '申请材料',
  '是否收费',
  '收费依据',
  '办理地点',
  '办理时间',
  '咨询电话',
  '监督电话',
  '面向自然人事项主题分类',
  '面向法人事项主题分类',
  '是否静默事项',
  ...STATE,
] as const;

export const TOWNSHIP_COLUMNS = [
  '来源主键',
  '层级',
  '区划代码',
  '区划名称',
  '实施主体',
  '实施主体编码',
  '事项类型',
  '事项名称',
  '基本编码',
  '实施编码',
  '来源事项编码',
  '设定依据',
  '行使层级',
  '法定办结时限',
  '承诺办结时限',
  '服务对象',
  '办理地点',
  '办理时间',
  '咨询电话',
  '事项状态',
] as const;

/** The columns of each of a place's four lists. */
export const LIST_COLUMNS: Readonly<Record<ListName, readonly Column[]>> = {
  power: POWER_COLUMNS,
  public: PUBLIC_SERVICE_COLUMNS,
  directory: DIRECTORY_COLUMNS,
  implementation: IMPLEMENTATION_COLUMNS,
};

export type Column =
  | (typeof REFERENCE_COLUMNS)[number]
  | (typeof POWER_COLUMNS)[number]
  | (typeof PUBLIC_SERVICE_COLUMNS)[number]
  | (typeof DIRECTORY_COLUMNS)[number]
  | (typeof IMPLEMENTATION_COLUMNS)[number]
  | (typeof TOWNSHIP_COLUMNS)[number];

/** A row of any of the tables by column title; absent columns are empty cells. */
export type Cells = Readonly<Partial<Record<Column, string>>>;

/** The cells of a row in the order of a table's columns. */
export function cellsInOrder(columns: readonly Column[], cells: Cells): readonly (string | undefined)[] {
  return columns.map((column) => cells[column]);
}
