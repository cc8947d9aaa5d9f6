import {
  affair,
  approval,
  award,
  coercion,
  confirmation,
  filing,
  levy,
  licence,
  otherPower,
  penaltiesFor,
  ruling,
  servicesOf,
} from './builders.ts';
import { type DepartmentWords, law, rule, scope, within } from './subject.ts';

const land = law('土地管理法', 62);
const planning = law('城乡规划法', 40);
const minerals = law('矿产资源法', 3);
const property = rule('不动产登记暂行条例', 14, '国务院令第656号');
const appearance = rule('城市市容和环境卫生管理条例', 11, '国务院令第101号');

/** 自然资源. */
export const NATURAL_RESOURCES: DepartmentWords = {
  key: 'land',
  code: '13',
  province: '自然资源厅',
  county: '自然资源局',
  formerly: ['国土资源局', '国土资源和规划局'],
  institution: '11',
  topics: { natural: '070', legal: '085' },
  core: 2,
  subjects: [
    approval('农村村民宅基地审批', ['原址翻建', '异址新建', '扩建'], scope('5', 'N', land)),
    approval(
      '乡村建设规划许可',
      ['村民住宅', '乡镇企业', '公共设施和公益事业'],
      scope('45', 'NL', law('城乡规划法', 41)),
    ),
    confirmation(
      '国有建设用地使用权及房屋所有权',
      ['首次登记', '变更登记', '转移登记', '注销登记', '更正登记', '异议登记', '预告登记'],
      within(5, scope('34', 'NL', property)),
    ),
    approval(
      '建设工程规划许可证核发',
      ['建筑类', '市政管线类', '道路桥梁类', '变更', '延期'],
      scope('34', 'L', planning),
    ),
    confirmation(
      '宅基地使用权及房屋所有权',
      ['首次登记', '变更登记', '转移登记', '注销登记'],
      within(5, scope('34', 'N', property)),
    ),
    confirmation(
      '不动产抵押权',
      ['首次登记', '变更登记', '转移登记', '注销登记'],
      within(3, scope('34', 'NL', property)),
    ),
    confirmation(
      '林权',
      ['首次登记', '变更登记', '转移登记', '注销登记'],
      within(10, scope('34', 'NL', property)),
    ),
    affair(
      '不动产登记',
      ['资料查询', '证书补发', '证明换发', '办理进度查询', '权籍调查申请'],
      scope('34', 'NL', property),
    ),
    approval(
      '建设用地规划许可证核发',
      ['划拨用地', '出让用地', '变更', '延期'],
      scope('34', 'L', law('城乡规划法', 37)),
    ),
    approval(
      '建设项目用地预审与选址意见书核发',
      ['单独选址', '线性工程', '变更', '延期'],
      scope('234', 'L', law('城乡规划法', 36)),
    ),
    approval('临时用地审批', ['建设施工', '地质勘查'], scope('34', 'L', law('土地管理法', 57))),
    approval(
      '国有建设用地使用权出让后转让批准',
      ['整体转让', '分割转让'],
      scope('34', 'L', rule('城镇国有土地使用权出让和转让暂行条例', 19, '国务院令第55号')),
    ),
    approval('采矿权登记', ['新立', '延续', '变更', '转让', '注销'], within(40, scope('234', 'L', minerals))),
    approval('探矿权登记', ['新立', '延续', '变更', '保留', '注销'], within(40, scope('23', 'L', minerals))),
    filing('矿产资源储量评审', scope('23', 'L', minerals)),
    otherPower(
      '矿山地质环境保护与土地复垦方案',
      ['审查', '验收'],
      within(30, scope('234', 'L', rule('矿山地质环境保护规定', 12))),
    ),
    otherPower('建设工程', ['规划核实', '验线', '竣工测绘核查'], scope('34', 'L', law('城乡规划法', 45))),
    licence('测绘资质', '从事测绘活动', scope('2', 'L', law('测绘法', 27))),
    licence('地图审核', '公开未经审核的地图', scope('2', 'L', law('测绘法', 38))),
    licence(
      '法人或者其他组织利用属于国家秘密的基础测绘成果审批',
      '使用涉密测绘成果',
      scope('23', 'L', law('测绘法', 34)),
    ),
    ruling('土地权属争议', scope('34', 'NL', law('土地管理法', 14))),
    ruling('探矿权、采矿权权属纠纷', scope('23', 'L', minerals)),
    servicesOf(
      '自然资源信息查询',
      ['土地利用总体规划', '控制性详细规划', '地质灾害易发区', '基准地价', '征地信息', '矿业权'],
      '信息查询',
      scope('234', 'NL', land),
    ),
    penaltiesFor(
      '土地',
      [
        '非法占用土地',
        '买卖或者以其他形式非法转让土地',
        '破坏耕地种植条件',
        '拒不履行土地复垦义务',
        '临时用地期满不归还',
      ],
      scope('34', 'NL', law('土地管理法', 77)),
    ),
    penaltiesFor(
      '矿产资源',
      ['未取得采矿许可证擅自采矿', '超越批准的矿区范围采矿', '采取破坏性开采方法开采矿产资源'],
      scope('34', 'L', law('矿产资源法', 39)),
    ),
    penaltiesFor(
      '测绘',
      ['未取得测绘资质擅自从事测绘活动', '损毁测量标志', '擅自发布重要地理信息数据'],
      scope('234', 'NL', law('测绘法', 55)),
    ),
    levy('矿业权出让收益', scope('234', 'L', minerals)),
    levy('土地复垦费', scope('34', 'L', rule('土地复垦条例', 18, '国务院令第592号'))),
    award('耕地保护', scope('234', 'NL', land)),
    award('地质灾害防治', scope('234', 'NL', rule('地质灾害防治条例', 9, '国务院令第394号'))),
  ],
};

/** 城市管理. */
export const CITY_MANAGEMENT: DepartmentWords = {
  key: 'city-management',
  code: '19',
  province: '城市管理局',
  county: '城市管理局',
  formerly: ['城市管理行政执法局', '综合执法局'],
  institution: '11',
  topics: { natural: '140', legal: '085' },
  core: 0,
  subjects: [
    approval(
      '设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批',
      ['户外广告', '宣传品', '电子显示屏'],
      scope('45', 'NL', appearance),
    ),
    approval(
      '市政设施建设类审批',
      ['占用城市道路', '挖掘城市道路', '依附城市道路建设管线', '桥梁上架设管线'],
      scope('34', 'NL', rule('城市道路管理条例', 30, '国务院令第198号')),
    ),
    approval(
      '工程建设涉及城市绿地、树木审批',
      ['临时占用绿地', '改变绿地性质', '砍伐城市树木', '迁移古树名木'],
      scope('34', 'NL', rule('城市绿化条例', 19, '国务院令第100号')),
    ),
    licence('城市建筑垃圾处置核准', '处置建筑垃圾', scope('34', 'L', appearance)),
    licence(
      '从事生活垃圾经营性清扫、收集、运输服务审批',
      '经营生活垃圾清运',
      scope('34', 'L', rule('城市生活垃圾管理办法', 17)),
    ),
    licence(
      '城镇污水排入排水管网许可证',
      '向城镇排水设施排放污水',
      scope('34', 'L', rule('城镇排水与污水处理条例', 21, '国务院令第641号')),
    ),
    licence(
      '关闭、闲置、拆除城市环卫设施许可',
      '拆除环卫设施',
      scope('34', 'L', rule('城市生活垃圾管理办法', 17, '建设部令第157号')),
    ),
    approval(
      '临时占用街道两侧公共场地审批',
      ['堆放物料', '搭建构筑物', '举办活动'],
      scope('45', 'NL', appearance),
    ),
    affair(
      '城市便民',
      ['公共停车泊位查询', '临时摆摊点申请', '公共厕所信息查询', '大件垃圾预约清运', '路灯故障报修'],
      scope('45', 'N', appearance),
    ),
    penaltiesFor(
      '市容环境卫生',
      ['随地倾倒垃圾', '擅自张贴小广告', '占道经营', '不履行卫生责任区清扫保洁义务', '运输车辆沿途遗撒'],
      scope('34', 'NL', rule('城市生活垃圾管理办法', 42, '建设部令第157号')),
    ),
    coercion(
      ['暂扣占道经营物品', '强制拆除违法建筑物', '代为清除道路遗撒物'],
      scope('34', 'NL', law('城乡规划法', 68)),
    ),
    levy('城镇垃圾处理费', scope('34', 'NL', appearance)),
    levy('污水处理费', scope('34', 'NL', rule('城镇排水与污水处理条例', 32, '国务院令第641号'))),
  ],
};
