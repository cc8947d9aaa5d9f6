import {
  affair,
  approval,
  award,
  benefit,
  coercion,
  confirmation,
  filing,
  levy,
  licence,
  penaltiesFor,
  ruling,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule, scope, within } from './subject.ts';

const seeds = law('种子法', 31);
const water = law('水法', 48);
const rivers = rule('中华人民共和国河道管理条例', 11, '国务院令第3号');
const forest = law('森林法', 56);
const wildlife = law('野生动物保护法', 25);

/** 水利. */
export const WATER: DepartmentWords = {
  key: 'water',
  code: '16',
  province: '水利厅',
  county: '水利局',
  formerly: ['水务局', '水利水产局'],
  institution: '11',
  topics: { natural: '130', legal: '105' },
  core: 1,
  subjects: [
    licence('取水许可', '取用水资源', scope('234', 'NL', water)),
    approval(
      '生产建设项目水土保持方案审批',
      ['报告书', '报告表', '变更'],
      within(10, scope('234', 'L', law('水土保持法', 25))),
    ),
    licence('河道采砂许可', '在河道管理范围内采砂', scope('34', 'NL', law('水法', 39))),
    approval(
      '河道管理范围内建设项目工程建设方案审批',
      ['跨河桥梁', '穿河管线', '码头', '取排水口', '临时设施'],
      scope('234', 'L', rivers),
    ),
    approval(
      '河道管理范围内特定活动审批',
      ['爆破、钻探', '临时堆放物料', '开采地下资源', '修建厂房或者其他建筑设施'],
      scope('34', 'NL', rule('中华人民共和国河道管理条例', 25, '国务院令第3号')),
    ),
    approval(
      '洪水影响评价类审批',
      ['防洪评价', '水文监测影响', '非防洪建设项目'],
      scope('234', 'L', law('防洪法', 33)),
    ),
    approval('占用农业灌溉水源、灌排工程设施审批', ['永久占用', '临时占用'], scope('34', 'L', water)),
    approval('利用堤顶、戗台兼做公路审批', ['新建', '改建'], scope('34', 'L', rivers)),
    approval(
      '水库大坝坝顶兼做公路审批',
      ['新建', '改建'],
      scope('234', 'L', rule('水库大坝安全管理条例', 16, '国务院令第77号')),
    ),
    approval(
      '水利基建项目初步设计文件审批',
      ['新建', '除险加固', '重大变更'],
      scope('234', 'L', paper('国务院对确需保留的行政审批项目设定行政许可的决定', '国务院令第412号')),
    ),
    licence(
      '水利工程质量检测单位资质',
      '从事水利工程质量检测',
      scope('2', 'L', rule('水利工程质量检测管理规定', 4)),
    ),
    filing('水利工程开工', scope('34', 'L', rule('水利工程建设项目管理规定', 17))),
    filing('水土保持设施自主验收', scope('34', 'L', law('水土保持法', 27))),
    confirmation(
      '水库大坝',
      ['注册登记', '安全鉴定审定', '降等报废审批'],
      scope('234', 'L', rule('水库大坝安全管理条例', 23, '国务院令第77号')),
    ),
    affair(
      '农村饮水安全',
      ['用水报装', '水质检测结果查询', '故障报修', '水费缴纳查询'],
      scope('456', 'N', water),
    ),
    affair('水旱灾害', ['预警信息查询', '损失申报', '防汛物资申请'], scope('45', 'N', law('防洪法', 42))),
    affair('河湖长', ['名单查询', '河湖问题举报受理'], scope('3456', 'N', water)),
    levy('水资源费', scope('234', 'NL', water)),
    levy('水土保持补偿费', scope('234', 'L', law('水土保持法', 32))),
    ruling('水事纠纷', scope('34', 'NL', law('水法', 57))),
    penaltiesFor(
      '水资源',
      ['未经批准擅自取水', '拒不缴纳水资源费', '擅自停止使用节水设施', '在饮用水水源保护区内设置排污口'],
      scope('34', 'NL', law('水法', 69)),
    ),
    penaltiesFor(
      '河道',
      [
        '在河道内弃置阻碍行洪的物体',
        '围湖造地',
        '损毁堤防、护岸',
        '未经批准在河道内修建建筑物',
        '擅自移动水文监测设施',
      ],
      scope('34', 'NL', law('防洪法', 55)),
    ),
    coercion(
      ['强行拆除河道内违法建筑物', '代为清除阻水障碍物', '查封、扣押违法采砂船舶'],
      scope('34', 'NL', law('防洪法', 42)),
    ),
    award('防汛抗旱', scope('234', 'NL', rule('中华人民共和国防汛条例', 42, '国务院令第86号'))),
    award('节约用水', scope('234', 'NL', law('水法', 11))),
  ],
};

/** 林业和草原. */
export const FORESTRY: DepartmentWords = {
  key: 'forestry',
  code: '27',
  province: '林业局',
  county: '林业局',
  formerly: ['林业和园林局'],
  institution: '11',
  topics: { natural: '130', legal: '075' },
  core: 1,
  subjects: [
    approval(
      '林木采伐许可证核发',
      ['商品林', '公益林', '竹林', '非林地林木', '延期'],
      scope('45', 'NL', forest),
    ),
    benefit('退耕还林补助', scope('456', 'N', rule('退耕还林条例', 35, '国务院令第367号'))),
    benefit('森林生态效益补偿金', scope('456', 'N', law('森林法', 29))),
    approval(
      '建设项目使用林地审批',
      ['永久占用', '临时占用', '直接为林业生产服务'],
      scope('234', 'L', law('森林法', 37)),
    ),
    licence('林木种子生产经营许可证', '从事林木种子生产经营', scope('234', 'L', seeds)),
    licence(
      '林业植物检疫证书',
      '调运应施检疫的林业植物',
      scope('34', 'NL', rule('植物检疫条例', 7, '国务院令第98号')),
    ),
    licence('国家重点保护野生动物人工繁育许可证', '人工繁育重点保护野生动物', scope('2', 'NL', wildlife)),
    licence(
      '野生植物采集证',
      '采集国家重点保护野生植物',
      scope('23', 'NL', rule('中华人民共和国野生植物保护条例', 16, '国务院令第204号')),
    ),
    licence('猎捕非国家重点保护野生动物狩猎证', '猎捕野生动物', scope('34', 'NL', law('野生动物保护法', 22))),
    approval(
      '进入森林防火区从事活动审批',
      ['野外用火', '实弹演习、爆破', '工程施工'],
      scope('345', 'NL', rule('森林防火条例', 25, '国务院令第541号')),
    ),
    approval(
      '在草原上修建直接为草原保护和畜牧业生产服务的工程设施审批',
      ['永久设施', '临时设施'],
      scope('34', 'L', law('草原法', 41)),
    ),
    approval('森林公园设立审批', ['设立', '撤销', '改变范围'], scope('23', 'L', law('森林法', 31))),
    approval(
      '风景名胜区内建设活动审批',
      ['设置张贴商业广告', '举办大型游乐活动', '改变水资源自然状态'],
      scope('34', 'L', rule('风景名胜区条例', 29, '国务院令第474号')),
    ),
    confirmation(
      '古树名木',
      ['认定', '死亡确认', '养护责任人变更'],
      scope('34', 'NL', rule('城市绿化条例', 24, '国务院令第100号')),
    ),
    affair('护林员', ['聘用登记', '巡护补助查询', '培训报名'], scope('456', 'N', forest)),
    affair(
      '野生动物',
      ['致害补偿申请', '收容救护', '疫情举报受理'],
      scope('45', 'N', law('野生动物保护法', 19)),
    ),
    ruling('林木、林地权属争议', scope('345', 'NL', law('森林法', 22))),
    penaltiesFor(
      '森林资源',
      [
        '盗伐林木',
        '滥伐林木',
        '擅自改变林地用途',
        '违反森林防火规定用火',
        '毁坏古树名木',
        '非法收购盗伐林木',
      ],
      scope('34', 'NL', law('森林法', 73)),
    ),
    penaltiesFor(
      '野生动物保护',
      ['非法猎捕野生动物', '非法出售野生动物制品', '破坏野生动物栖息地'],
      scope('34', 'NL', law('野生动物保护法', 48)),
    ),
    coercion(
      ['代为补种树木', '代为恢复植被和林业生产条件', '封存来源不明的木材'],
      scope('34', 'NL', law('森林法', 81)),
    ),
    levy('森林植被恢复费', scope('234', 'L', law('森林法', 37))),
    award('造林绿化', scope('234', 'NL', law('森林法', 13))),
  ],
};
