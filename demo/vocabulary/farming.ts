import {
  affair,
  approval,
  award,
  benefit,
  coercion,
  confirmation,
  filing,
  licence,
  otherPower,
  penaltiesFor,
  profession,
  ruling,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule, scope, within } from './subject.ts';

const seeds = law('种子法', 31);
const animals = law('动物防疫法', 25);
const pesticides = rule('农药管理条例', 24, '国务院令第677号');
const fishery = law('渔业法', 11);
const contracts = law('农村土地承包法', 24);
const grain = rule('粮食流通管理条例', 9, '国务院令第740号');

/** 农业农村. */
export const AGRICULTURE: DepartmentWords = {
  key: 'agriculture',
  code: '17',
  province: '农业农村厅',
  county: '农业农村局',
  formerly: ['农业局', '农业委员会', '畜牧水产局'],
  institution: '11',
  topics: { natural: '040', legal: '075' },
  core: 2,
  subjects: [
    licence('动物防疫条件合格证', '从事动物饲养、屠宰活动', scope('34', 'NL', animals)),
    affair(
      '农村土地承包经营权',
      ['流转备案', '证书补发', '纠纷调解申请', '仲裁申请', '互换备案'],
      scope('456', 'N', contracts),
    ),
    benefit('耕地地力保护补贴', scope('456', 'N', paper('农业生产发展资金管理办法', '财农〔2023〕11号'))),
    benefit('农机购置与应用补贴', scope('456', 'NL', law('农业机械化促进法', 27))),
    licence('农作物种子生产经营许可证', '从事农作物种子生产经营', scope('234', 'L', seeds)),
    licence('农药经营许可证', '经营农药', scope('34', 'L', pesticides)),
    licence('农药生产许可证', '生产农药', scope('2', 'L', rule('农药管理条例', 17, '国务院令第677号'))),
    licence('兽药经营许可证', '经营兽药', scope('34', 'L', rule('兽药管理条例', 22, '国务院令第404号'))),
    licence('兽药生产许可证', '生产兽药', scope('2', 'L', rule('兽药管理条例', 11, '国务院令第404号'))),
    licence(
      '饲料生产许可证',
      '生产饲料、饲料添加剂',
      scope('2', 'L', rule('饲料和饲料添加剂管理条例', 15, '国务院令第609号')),
    ),
    licence('种畜禽生产经营许可证', '生产经营种畜禽', scope('34', 'L', law('畜牧法', 24))),
    licence(
      '生猪定点屠宰证',
      '从事生猪屠宰',
      scope('3', 'L', rule('生猪屠宰管理条例', 10, '国务院令第742号')),
    ),
    licence('动物诊疗许可证', '从事动物诊疗活动', scope('34', 'L', law('动物防疫法', 61))),
    licence(
      '生鲜乳收购许可证',
      '收购生鲜乳',
      scope('34', 'L', rule('乳品质量安全监督管理条例', 20, '国务院令第536号')),
    ),
    licence(
      '生鲜乳准运证明',
      '运输生鲜乳',
      scope('34', 'L', rule('乳品质量安全监督管理条例', 25, '国务院令第536号')),
    ),
    licence('水域滩涂养殖证', '在水域、滩涂从事养殖', scope('34', 'NL', fishery)),
    licence('渔业捕捞许可证', '从事渔业捕捞活动', scope('34', 'NL', law('渔业法', 23))),
    licence('水产苗种生产许可证', '生产水产苗种', scope('34', 'L', law('渔业法', 16))),
    licence('食用菌菌种生产经营许可证', '生产经营食用菌菌种', scope('34', 'L', seeds)),
    licence(
      '农业植物检疫证书',
      '调运应施检疫的植物',
      scope('234', 'NL', rule('植物检疫条例', 8, '国务院令第98号')),
    ),
    profession('执业兽医', '注册', '执业兽医资格证书', scope('34', 'N', law('动物防疫法', 69))),
    approval(
      '农业转基因生物加工许可',
      ['首次申请', '变更', '续展'],
      scope('2', 'L', rule('农业转基因生物安全管理条例', 21, '国务院令第304号')),
    ),
    confirmation(
      '拖拉机和联合收割机',
      ['注册登记', '变更登记', '转移登记', '抵押登记', '注销登记', '驾驶证初次申领', '驾驶证换证'],
      within(3, scope('34', 'N', law('道路交通安全法', 121))),
    ),
    confirmation(
      '渔业船舶',
      ['所有权登记', '国籍登记', '抵押登记', '注销登记', '检验证书核发'],
      scope('34', 'NL', law('渔业法', 26)),
    ),
    confirmation(
      '绿色食品',
      ['标志使用初审', '续展初审', '变更初审'],
      scope('34', 'L', law('农产品质量安全法', 25)),
    ),
    filing('乡村兽医', scope('34', 'N', law('动物防疫法', 71))),
    filing('畜禽养殖场', scope('34', 'NL', law('畜牧法', 39))),
    filing('农作物种子经营', scope('34', 'NL', law('种子法', 38))),
    filing('农村集体经济组织财务公开', scope('456', 'L', law('农村集体经济组织法', 43))),
    affair(
      '农业技术',
      ['推广咨询', '高素质农民培训报名', '测土配方施肥服务', '病虫害诊断', '农产品质量检测申请'],
      scope('456', 'N', law('农业技术推广法', 24)),
    ),
    affair(
      '家庭农场',
      ['名录录入', '示范场申报', '信息变更'],
      scope('45', 'N', paper('关于实施家庭农场培育计划的指导意见', '中农发〔2019〕16号')),
    ),
    affair(
      '政策性农业保险',
      ['投保登记', '理赔申请', '保费补贴查询'],
      scope('456', 'N', rule('农业保险条例', 7, '国务院令第629号')),
    ),
    ruling('农村土地承包经营纠纷', scope('45', 'N', law('农村土地承包经营纠纷调解仲裁法', 4))),
    penaltiesFor(
      '农业',
      [
        '生产经营假种子',
        '经营假农药、劣质农药',
        '未经定点从事生猪屠宰',
        '在禁渔期捕捞',
        '未按规定免疫、检疫',
        '使用禁用农业投入品',
        '电鱼、毒鱼、炸鱼',
      ],
      scope('34', 'NL', law('种子法', 74)),
    ),
    coercion(
      ['查封、扣押染疫动物产品', '扣押违法渔具渔船', '强制免疫代处理'],
      scope('34', 'NL', law('动物防疫法', 76)),
    ),
    award('农业技术推广', scope('234', 'NL', law('农业技术推广法', 8))),
    award('动物防疫', scope('234', 'NL', law('动物防疫法', 15))),
  ],
};

/** 粮食和物资储备. */
export const GRAIN: DepartmentWords = {
  key: 'grain',
  code: '32',
  province: '粮食和物资储备局',
  county: '粮食和物资储备局',
  formerly: ['粮食局'],
  institution: '11',
  topics: { natural: '110', legal: '055' },
  core: 0,
  subjects: [
    filing('粮食收购企业', scope('34', 'L', grain)),
    licence(
      '中央储备粮代储资格',
      '代储中央储备粮',
      scope('2', 'L', rule('中央储备粮管理条例', 19, '国务院令第388号')),
    ),
    filing('粮油仓储单位', scope('34', 'L', rule('粮油仓储管理办法', 6))),
    affair(
      '售粮农民',
      ['交售预约', '收购价格查询', '质量争议申请', '售粮款未付投诉'],
      scope('45', 'N', grain),
    ),
    otherPower('储备粮', ['轮换计划审核', '出库方案审核', '库存检查'], scope('234', 'L', grain)),
    penaltiesFor(
      '粮食流通',
      ['未及时支付售粮款', '粮食收购未备案', '虚报粮食收储数量', '以陈粮顶替新粮'],
      scope('34', 'L', rule('粮食流通管理条例', 45, '国务院令第740号')),
    ),
    award('粮食节约', scope('234', 'NL', law('反食品浪费法', 7))),
  ],
};
