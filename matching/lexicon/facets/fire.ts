import type { Facet } from '../entries.ts';
import { terms } from '../notation.ts';

/** Fire safety. 消防验收备案 is no narrower 消防验收: which of both applies follows from the kind of building. */
export const FIRE_FACETS: readonly Facet[] = [
  {
    key: 'fireStage',
    name: '消防环节',
    source: '《消防法》第十一条至第十五条；《建设工程消防设计审查验收管理暂行规定》',
    terms: terms(`
      消防设计审查 消防设计审核 消防设计备案 特殊建设工程消防设计
      消防验收 特殊建设工程消防验收 建设工程消防验收
      消防验收备案 建设工程消防验收备案 竣工验收消防备案 消防竣工验收备案 其他建设工程消防验收备案
      投入使用、营业前消防安全检查 投入使用、营业前 公众聚集场所投入使用 投入使用营业前 消防安全检查 使用、营业前消防 开业前消防 营业前消防安全检查 公众聚集场所消防安全检查
      消防技术服务机构 消防设施维护保养检测 消防安全评估机构 消防技术服务
      消防安全重点单位
      火灾事故认定 火灾事故 火灾原因认定 火灾事故责任认定 火灾证明
      专职消防队 企业专职消防队
      消防产品
      消防宣传 消防安全宣传 消防教育
      消防车通道 消防通道
      临时查封
      消防站开放 消防队站开放
      注册消防工程师
      消防控制室 自动消防系统操作人员 消防设施操作员
    `),
  },
  {
    key: 'firePlace',
    name: '消防场所',
    source: '《消防法》第十五条、第七十三条',
    terms: terms(`
      公众聚集场所
      人员密集场所
      特殊建设工程
      其他建设工程
      大型群众性活动 群众性活动
      易燃易爆场所
      消防安全重点单位
    `),
  },
  {
    key: 'fireClearance',
    name: '火灾文书',
    source: '《火灾事故调查规定》',
    terms: terms(`
      火灾事故认定 火灾事故认定书
      火灾损失统计 火灾直接财产损失
      火灾事故认定复核 火灾复核
    `),
  },
];
