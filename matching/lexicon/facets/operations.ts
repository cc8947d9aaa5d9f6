import type { Facet } from '../entries.ts';
import { terms } from '../notation.ts';

/** Contrasts that hold in every area. Bare 使用, 运输 and 施工 were tried and left out: they stand in names on either side of no contrast. */
export const OPERATIONS_FACETS: readonly Facet[] = [
  {
    key: 'produceOrTrade',
    name: '生产还是经营',
    source: '《农药管理条例》《种子法》《食品安全法》等分设的生产许可、经营许可',
    terms: terms(`
      生产经营 生产、经营 < 安全生产
      生产 < 生产经营
      经营 < 生产经营
      安全使用
      安全生产 生产安全 企业安全生产 生产企业安全生产
      生产建设项目
      特许经营
      承包经营
    `),
  },
  {
    key: 'wholesaleOrRetail',
    name: '批发还是零售',
    source: '《药品管理法》第五十一条；《烟草专卖法》第十五条、第十六条；《出版管理条例》第三十五条',
    terms: terms(`
      批发零售 批发、零售 批零
      批发 < 批发零售
      零售 < 批发零售
    `),
  },
  {
    key: 'importOrExport',
    name: '进口还是出口',
    source: '《对外贸易法》',
    terms: terms(`
      进出口 进口、出口 进出境 出入境 入出境
      进口 入境 进境 < 进出口
      出口 出境 < 进出口
      复出口 再出口
      过境
    `),
  },
  {
    key: 'equipmentWork',
    name: '设备或工程的环节',
    source: '《特种设备安全法》第二条；《建设工程质量管理条例》第三条',
    terms: terms(`
      设计
      制造
      安装
      改造
      更新改造
      维修 修理
      拆除 拆卸
      购置
      检验检测 检验、检测
      充装
      停用
      重新启用
      勘察 勘查
      监理
      造价咨询
      招标代理
    `),
  },
  {
    key: 'occupyOrDig',
    name: '占用还是挖掘',
    source: '《城市道路管理条例》；《公路法》第四十四条至第四十八条',
    terms: terms(`
      占用、挖掘 占用挖掘 占道挖掘 占掘 挖掘、占用
      占用 < 占用、挖掘
      挖掘 < 占用、挖掘
      穿越 跨越 穿跨越 跨越、穿越 穿越、跨越
      架设 埋设 架设、埋设 敷设
    `),
  },
  {
    key: 'enlargeOrReduce',
    name: '扩大还是缩小',
    source: '《矿产资源开采登记管理办法》第十五条（变更矿区范围）',
    terms: terms(`
      扩大
      缩小
      增减 增加、减少 增加或减少
      增加 增设 增项 < 增减
      减少 核减 减项 < 增减
    `),
  },
  {
    key: 'buildingKind',
    name: '建设性质',
    source: '《建设工程质量管理条例》第二条',
    terms: terms(`
      新建
      改建
      扩建
      重建 复建
      修缮
      翻建 翻修
    `),
  },
  {
    key: 'wastePhase',
    name: '废物环节',
    source: '《固体废物污染环境防治法》',
    terms: terms(`
      收集、贮存、处置 收集、贮存、利用、处置 收集贮存处置 收集贮存利用处置
      收集 < 收集、贮存、处置
      清扫
      贮存 < 收集、贮存、处置
      处置 处理处置 < 收集、贮存、处置
      综合利用
    `),
  },
  {
    key: 'termOfUse',
    name: '临时还是永久',
    source: '《土地管理法》第五十七条（临时用地）；《森林法》第三十八条（临时使用林地）',
    terms: terms(`
      临时
      永久 永久性
    `),
  },
  {
    key: 'domesticOrForeign',
    name: '涉外还是境内',
    source: '《境外非政府组织境内活动管理法》第二条；《营业性演出管理条例》第十四条',
    terms: terms(`
      境内 国内
      境外 国外 国境外 海外 < 涉外
      港澳台 < 境外
      涉外
      境内外 国内外
    `),
  },
  {
    key: 'provinceScope',
    name: '跨地域还是本地',
    source: '《道路运输条例》第十条（县、市、省级行政区域之间的客运）；国办发〔2009〕66号（跨地区转移接续）',
    terms: terms(`
      跨区域
      跨省 省外 外省 省际 省间 跨省级 出省 调往省外 < 跨区域
      省内 省域内
      省内跨市 省内异地 省内跨统筹地区 < 省内
      跨市 市外 市际 < 跨区域
      市内 市域内 本市范围内
      跨县 县外 县际 跨县区 < 跨区域
      县内 县域内
    `),
  },
  {
    key: 'firstOrAgain',
    name: '初次还是再次',
    source: '《工伤职工劳动能力鉴定管理办法》（初次鉴定、再次鉴定）；《行政许可法》第五十条',
    terms: terms(`
      首次 初次
      再次
    `),
  },
];
