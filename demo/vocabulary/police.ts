import {
  affair,
  approval,
  award,
  coercion,
  confirmation,
  filing,
  licence,
  otherPower,
  penaltiesFor,
  profession,
  servicesOf,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule, scope, within } from './subject.ts';

const household = rule('中华人民共和国户口登记条例', 7);
const identity = law('居民身份证法', 8);
const border = law('出境入境管理法', 10);
const traffic = law('道路交通安全法', 19);
const explosives = rule('民用爆炸物品安全管理条例', 32, '国务院令第466号');
const dangerous = rule('危险化学品安全管理条例', 39, '国务院令第591号');
const security = law('治安管理处罚法', 54);

/** 公安: households, identity cards, passports, traffic, public order. */
export const POLICE: DepartmentWords = {
  key: 'police',
  code: '06',
  province: '公安厅',
  county: '公安局',
  formerly: ['公安局户政科'],
  institution: '11',
  topics: { natural: '010', legal: '150' },
  core: 2,
  subjects: [
    affair(
      '户口',
      [
        '出生登记',
        '死亡注销登记',
        '迁移登记',
        '登记项目变更',
        '夫妻投靠落户',
        '父母投靠子女落户',
        '大中专院校毕业生落户',
        '人才引进落户',
      ],
      scope('45', 'N', household),
    ),
    affair(
      '居民身份证',
      ['首次申领', '换领', '补领', '异地受理', '挂失申报', '办理进度查询'],
      scope('345', 'N', identity),
    ),
    affair(
      '居住证',
      ['申领', '签注', '换领', '补领', '信息变更'],
      scope('45', 'N', rule('居住证暂行条例', 9, '国务院令第663号')),
    ),
    licence('旅馆业特种行业许可证', '经营旅馆业', scope('34', 'NL', rule('旅馆业治安管理办法', 4))),
    affair(
      '无犯罪记录',
      ['证明开具', '查询', '证明核验'],
      scope('345', 'N', rule('公安机关办理犯罪记录查询工作规定', 3)),
    ),
    confirmation(
      '普通护照',
      ['首次签发', '换发', '补发', '变更加注'],
      within(7, scope('34', 'N', law('护照法', 5))),
    ),
    confirmation(
      '往来港澳通行证',
      ['首次签发', '换发', '补发', '团队旅游签注', '探亲签注'],
      within(7, scope('34', 'N', border)),
    ),
    confirmation(
      '大陆居民往来台湾通行证',
      ['首次签发', '换发', '补发', '个人旅游签注'],
      within(7, scope('34', 'N', border)),
    ),
    confirmation(
      '机动车',
      ['注册登记', '变更登记', '转让登记', '抵押登记', '注销登记', '检验合格标志核发', '号牌补换领'],
      within(2, scope('34', 'NL', traffic)),
    ),
    confirmation(
      '机动车驾驶证',
      ['初次申领', '增加准驾车型申领', '期满换证', '遗失补证', '转入换证', '提交身体条件证明', '注销'],
      within(3, scope('34', 'N', traffic)),
    ),
    approval('剧毒化学品购买许可', ['首次申请', '变更品种'], within(3, scope('34', 'L', dangerous))),
    approval(
      '剧毒化学品道路运输通行证核发',
      ['首次申请', '线路变更'],
      within(7, scope('34', 'L', dangerous)),
    ),
    licence('爆破作业单位许可证', '从事爆破作业', scope('23', 'L', explosives)),
    profession('爆破作业人员', '资格认定', '爆破作业人员许可证', scope('3', 'N', explosives)),
    approval('民用爆炸物品购买许可', ['工业炸药', '工业雷管'], within(5, scope('34', 'L', explosives))),
    approval(
      '烟花爆竹道路运输许可',
      ['省内运输', '跨省运输'],
      within(3, scope('34', 'L', rule('烟花爆竹安全管理条例', 23, '国务院令第455号'))),
    ),
    approval(
      '焰火燃放许可',
      ['Ⅱ级以上大型焰火', 'Ⅲ级以下大型焰火'],
      scope('34', 'L', rule('烟花爆竹安全管理条例', 33, '国务院令第455号')),
    ),
    approval(
      '大型群众性活动安全许可',
      ['1000人以上5000人以下', '5000人以上'],
      within(7, scope('34', 'L', rule('大型群众性活动安全管理条例', 11, '国务院令第505号'))),
    ),
    licence(
      '公章刻制业特种行业许可证',
      '经营公章刻制业',
      scope('34', 'L', rule('印铸刻字业暂行管理规则', 3)),
    ),
    filing('典当业特种行业', scope('34', 'L', rule('典当管理办法', 16))),
    filing('网吧互联网安全', scope('34', 'L', rule('互联网上网服务营业场所管理条例', 8, '国务院令第363号'))),
    filing('机动车维修业治安', scope('34', 'L', rule('机动车修理业、报废机动车回收业治安管理办法', 6))),
    licence(
      '保安服务许可证',
      '从事保安服务',
      scope('23', 'L', rule('保安服务管理条例', 9, '国务院令第564号')),
    ),
    profession(
      '保安员',
      '资格认定',
      '保安员证',
      scope('3', 'N', rule('保安服务管理条例', 16, '国务院令第564号')),
    ),
    otherPower(
      '机动车禁区通行',
      ['许可', '许可延期'],
      within(1, scope('34', 'NL', law('道路交通安全法', 39))),
    ),
    affair('养犬', ['登记', '年检', '注销登记', '犬牌补领'], scope('45', 'N', rule('养犬管理条例', 12))),
    affair(
      '道路交通违法',
      ['记录查询', '处理预约', '异议申请', '满分学习报名'],
      scope('34', 'N', law('道路交通安全法', 24)),
    ),
    servicesOf(
      '户籍与出入境证明',
      ['户籍注销', '亲属关系', '曾用名', '户口迁移', '出入境记录'],
      '证明开具',
      scope('45', 'N', household),
    ),
    penaltiesFor(
      '治安',
      [
        '扰乱公共场所秩序',
        '寻衅滋事',
        '结伙斗殴',
        '盗窃、诈骗、哄抢财物',
        '赌博',
        '未经许可擅自经营特种行业',
        '虚构事实扰乱公共秩序',
      ],
      scope('34', 'NL', security),
    ),
    penaltiesFor(
      '道路交通安全',
      [
        '饮酒后驾驶机动车',
        '未取得驾驶证驾驶机动车',
        '违反道路通行规定',
        '超员超载',
        '使用伪造机动车号牌',
        '逾期未检验机动车上道路行驶',
      ],
      scope('34', 'N', law('道路交通安全法', 90)),
    ),
    penaltiesFor(
      '网络安全',
      ['不履行网络安全保护义务', '非法侵入计算机信息系统', '非法获取、出售公民个人信息'],
      scope('34', 'NL', law('网络安全法', 59)),
    ),
    coercion(
      ['扣留违法机动车', '扣留机动车驾驶证', '收缴非法装置', '强制隔离戒毒', '拖移违法停放机动车'],
      scope('34', 'N', law('道路交通安全法', 89)),
    ),
    award('见义勇为', scope('34', 'N', paper('关于加强见义勇为人员权益保护的意见', '国办发〔2012〕39号'))),
  ],
};
