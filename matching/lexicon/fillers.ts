import type { Filler } from './entries.ts';
import { fillers } from './notation.ts';

const COMMON = '办理用语与虚词，不区分事项，没有法规出处';

/**
 * Words whose presence changes nothing. 项目, 活动, 人员, 单位, 资格, 资质, 证书 are none of them: each tells items
 * apart somewhere (项目备案 and 单位备案), and what it costs elsewhere is weighed by the name's other words.
 */
export const FILLERS: readonly Filler[] = [
  ...fillers(
    COMMON,
    `
    有关 相关 具体 情况 情形 工作 事项 事宜 事务 业务 手续 等事项 等业务 等服务 等手续
    业务办理 办理业务 手续办理 办理手续 事项办理 办理事项 服务办理 业务申请 业务申办 业务经办 经办 申办
    行为 依法 按规定 按照规定 规定 本级 所属 管辖范围内 辖区内 本辖区 行政区域内 管理权限内
    一次办 马上办 就近办 便民服务 便民 惠民 全程网办
  `,
  ),
  ...fillers(
    COMMON,
    `
    关于 对于 申请办理 办理 进行 开展 从事 实施 提供 关于对 申请 负责 履行 协助 做好 组织开展 组织实施
  `,
    'START',
  ),
  ...fillers(
    COMMON,
    `
    办理 申请 服务 管理 申报办理 申请办理 事项服务 服务事项 公共服务 管理服务 申请服务 办理服务 办事 等
  `,
    'END',
  ),
];
