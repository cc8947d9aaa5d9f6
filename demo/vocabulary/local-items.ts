import type { ItemTypeCode } from './subject.ts';

/** An item no provincial catalog knows: a local service, or a power that was abolished and lives on. */
export interface LocalItem {
  readonly department: string;
  readonly type: ItemTypeCode;
  readonly name: string;
  readonly basis: string;
  readonly why: string;
}

const SERVICE = '地方特色服务，参考目录未涵盖，自行编码';

/** Local services; 政府专题会议纪要 is an admitted basis of a public service (武陵源区通知 三). */
export const LOCAL_SERVICES: readonly LocalItem[] = [
  local('civil', '老年食堂就餐卡办理'),
  local('civil', '村级红白理事会备案指导'),
  local('civil', '百岁老人长寿贺金申领'),
  local('labour', '返乡创业园入园申请'),
  local('labour', '零工驿站求职登记'),
  local('labour', '茶产业技能培训报名'),
  local('market', '古镇老字号认定申报'),
  local('market', '农贸市场自产自销摊位申请'),
  local('health', '山区巡回义诊预约'),
  local('health', '中医药适宜技术体验预约'),
  local('medical-insurance', '惠民补充医疗保险投保服务'),
  local('justice', '溪上渔家纠纷巡回调解申请'),
  local('justice', '乡村法律明白人培训报名'),
  local('civil', '公益性墓地墓位预约'),
  local('labour', '候鸟型人才服务卡申领'),
  local('health', '社区心理驿站咨询预约'),
  local('market', '地方小吃制作技艺展示点申请'),
  local('civil', '渡口留守老人联络登记'),
];

/** Powers the State Council or a law has abolished: a county that still lists one exceeds the common catalog. */
export const ABOLISHED_POWERS: readonly LocalItem[] = [
  abolished('market', '07', '企业年度检验', '《企业年度检验办法》', '2014 年改为年度报告公示'),
  abolished('market', '10', '组织机构代码证核发', '《组织机构代码管理办法》', '已并入统一社会信用代码'),
  abolished('market', '01', '食品流通许可', '《食品流通许可证管理办法》', '已并入食品经营许可'),
  abolished('health', '10', '流动人口婚育证明办理', '《流动人口计划生育工作条例》', '该证明已取消'),
  abolished(
    'labour',
    '10',
    '外来务工人员就业证核发',
    '《农村劳动力跨省流动就业管理暂行规定》',
    '该规定已废止',
  ),
  abolished('civil', '10', '婚前医学检查证明收取', '《婚姻登记管理条例》', '2003 年婚姻登记条例已取消'),
];

function local(department: string, name: string): LocalItem {
  return { department, type: '20', name, basis: '政府专题会议纪要', why: SERVICE };
}

function abolished(
  department: string,
  type: ItemTypeCode,
  name: string,
  basis: string,
  reason: string,
): LocalItem {
  return { department, type, name, basis, why: `超出通用目录的权力事项：${reason}` };
}
