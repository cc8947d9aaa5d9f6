import type { Qualifier } from '../entries.ts';
import { qualifiers, words } from '../notation.ts';

const BRACKETS = '各省权责清单、政务服务事项目录名称后的行使层级标注，如“（县级行使）”“（省级权限）”';

/** Who exercises the power: the same item at every level. */
export const LEVELS: readonly Qualifier[] = qualifiers(
  'LEVEL',
  BRACKETS,
  `
  level 国家级 部级 中央级 国家级权限 部级权限 国家级发证
  level 省级 自治区级 直辖市级 省级行使 省级权限 省级发证 省级实施 省级审批权限 省级事权 省本级 省级部门 省直 省级委托 省级下放 承接省级下放 受省级委托
  level 市级 设区市级 地市级 州级 市州级 地级 市级行使 市级权限 市级发证 市级实施 市级审批权限 市级事权 市本级 市级部门 市直 市级委托 市级下放 设区市级行使 设区市级权限
  level 县级 区级 区县级 县区级 县市级 市县级 县市区级 旗县级 县级行使 区级行使 县级权限 区级权限 县级发证 县级实施 县级审批权限 县级事权 县本级 区本级 县直 县级部门 区县级行使 县区级行使 区县级权限 县级以上
  level 乡级 镇级 乡镇级 街道级 镇街级 乡级行使 镇级行使 乡镇级行使 乡镇行使 镇街行使 乡级权限 镇级权限 乡镇权限 乡镇实施
  level 村级 社区级 村居级 村级办理 村级行使
`,
);

/** Things that have a rank of their own: 省级文物保护单位 is no level of whoever decides about it. */
const RANKED = [
  '文物保护单位',
  '文物',
  '自然保护区',
  '非物质文化遗产',
  '风景名胜区',
  '森林公园',
  '湿地公园',
  '地质公园',
  '湿地',
  '公益林',
  '重点保护',
  '保护',
  '重点',
  '储备',
  '示范',
  '龙头企业',
  '农业产业化',
  '企业技术中心',
  '工程研究中心',
  '重点实验室',
  '实验室',
  '众创空间',
  '孵化器',
  '科技企业孵化器',
  '开发区',
  '工业遗产',
  '专精特新',
  '劳动模范',
  '科技计划',
  '财政',
  '专项资金',
  '代表性传承人',
  '代表性项目',
  '名录',
  '工法',
  '河道',
  '公路',
  '社会组织',
  '行业协会',
] as const;

const RANKS: readonly string[][] = [
  ['国家级', '国家'],
  ['省级'],
  ['市级', '设区市级', '州级'],
  ['县级', '区级', '区县级', '市县级'],
];

/** The rank of a thing, written together with it; longer than the level alone, so that it is found first. */
export const RANKS_OF_THINGS: readonly Qualifier[] = RANKS.map((ranks) => {
  const named = ranks.flatMap((rank) => RANKED.map((thing) => rank + thing));
  return {
    group: 'GRADE',
    set: 'rankOfThing',
    words: words(named.join(' ')),
    source: '《文物保护法》第十三条、《自然保护区条例》第十一条等按级别确定保护对象的规定',
  };
});
