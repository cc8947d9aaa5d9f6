import {
  affair,
  approval,
  award,
  confirmation,
  filing,
  licence,
  otherPower,
  penaltiesFor,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule, scope } from './subject.ts';

const investment = rule('企业投资项目核准和备案管理条例', 3, '国务院令第673号');
const saving = law('节约能源法', 15);
const technology = law('科学技术进步法', 39);
const trade = rule('商业特许经营管理条例', 8, '国务院令第485号');

/** 发展和改革. */
export const DEVELOPMENT: DepartmentWords = {
  key: 'development',
  code: '01',
  province: '发展和改革委员会',
  county: '发展和改革局',
  formerly: ['发展计划局', '物价局'],
  institution: '11',
  topics: { natural: '070', legal: '040' },
  core: 2,
  subjects: [
    filing('企业投资项目', scope('234', 'L', investment)),
    approval(
      '固定资产投资项目节能审查',
      ['年综合能源消费量1000吨标准煤以上', '技术改造项目', '变更'],
      scope('234', 'L', saving),
    ),
    approval(
      '企业、事业单位、社会团体等投资建设的固定资产投资项目核准',
      ['首次核准', '变更', '延期'],
      scope('234', 'L', investment),
    ),
    approval(
      '政府投资项目审批',
      ['项目建议书', '可行性研究报告', '初步设计及概算', '概算调整'],
      scope('234', 'L', rule('政府投资条例', 9, '国务院令第712号')),
    ),
    approval(
      '在电力设施周围或者电力设施保护区内可能危及电力设施安全作业审批',
      ['爆破作业', '起重机械作业', '堆放物品'],
      scope('34', 'NL', law('电力法', 52)),
    ),
    approval(
      '石油天然气管道保护范围内特定施工作业审批',
      ['穿跨越管道', '修建地下铁路', '爆破、地震法勘探'],
      scope('34', 'L', law('石油天然气管道保护法', 35)),
    ),
    approval(
      '新建不能满足管道保护要求的石油天然气管道防护方案审批',
      ['新建', '改线'],
      scope('23', 'L', law('石油天然气管道保护法', 13)),
    ),
    filing('石油天然气管道竣工测量图', scope('34', 'L', law('石油天然气管道保护法', 20))),
    otherPower(
      '招标方案',
      ['核准', '变更核准'],
      scope('234', 'L', rule('中华人民共和国招标投标法实施条例', 7, '国务院令第613号')),
    ),
    otherPower('价格认定', ['受理', '复核'], scope('34', 'NL', rule('价格认定规定', 4))),
    otherPower('政府定价', ['方案申报审核', '成本监审'], scope('234', 'L', law('价格法', 22))),
    affair(
      '信用信息',
      ['查询', '修复申请', '异议申诉', '报告打印'],
      scope(
        '234',
        'NL',
        paper('关于进一步完善失信约束制度构建诚信建设长效机制的指导意见', '国办发〔2020〕49号'),
      ),
    ),
    affair('价格', ['监测信息查询', '政策咨询', '听证会参加人报名'], scope('34', 'NL', law('价格法', 23))),
    penaltiesFor(
      '固定资产投资',
      ['未依法核准擅自开工建设', '未依照规定备案项目信息', '以拆分项目方式逃避核准'],
      scope('234', 'L', rule('企业投资项目核准和备案管理条例', 18, '国务院令第673号')),
    ),
    penaltiesFor(
      '节约能源',
      ['未按规定进行节能审查擅自开工', '使用国家明令淘汰的用能设备', '重点用能单位未报送能源利用状况报告'],
      scope('34', 'L', law('节约能源法', 68)),
    ),
    award('节能', scope('234', 'NL', law('节约能源法', 67))),
  ],
};

/** 科学技术. */
export const SCIENCE: DepartmentWords = {
  key: 'science',
  code: '03',
  province: '科学技术厅',
  county: '科学技术局',
  formerly: ['科技和知识产权局'],
  institution: '11',
  topics: { natural: '020', legal: '115' },
  core: 0,
  subjects: [
    affair('科技型中小企业', ['入库评价', '信息变更', '撤销登记'], scope('34', 'L', technology)),
    confirmation(
      '高新技术企业',
      ['认定推荐', '更名审核', '复核'],
      scope('234', 'L', paper('高新技术企业认定管理办法', '国科发火〔2016〕32号')),
    ),
    licence('实验动物生产许可证', '生产实验动物', scope('2', 'L', rule('实验动物管理条例', 13))),
    licence('实验动物使用许可证', '使用实验动物', scope('2', 'L', rule('实验动物管理条例', 13))),
    licence('外国人来华工作许可', '聘用外国人', scope('23', 'N', law('出境入境管理法', 41))),
    confirmation(
      '技术合同',
      ['认定登记', '变更登记', '注销登记'],
      scope('23', 'L', law('促进科技成果转化法', 11)),
    ),
    affair(
      '科技计划项目',
      ['申报', '中期检查', '变更申请', '验收申请', '经费查询'],
      scope('234', 'L', technology),
    ),
    affair('科技特派员', ['选派申请', '工作站备案', '服务对接申请'], scope('345', 'N', technology)),
    filing('科技企业孵化器', scope('23', 'L', technology)),
    affair(
      '科学技术奖',
      ['提名', '异议受理', '证书补办'],
      scope('23', 'NL', rule('国家科学技术奖励条例', 10, '国务院令第731号')),
    ),
    award('科学技术普及', scope('234', 'NL', law('科学技术普及法', 29))),
  ],
};

/** 工业和信息化. */
export const INDUSTRY: DepartmentWords = {
  key: 'industry',
  code: '04',
  province: '工业和信息化厅',
  county: '工业和信息化局',
  formerly: ['经济和信息化局', '经济贸易局'],
  institution: '11',
  topics: { natural: '040', legal: '010' },
  core: 0,
  subjects: [
    affair('专精特新中小企业', ['申报', '复核', '信息变更'], scope('34', 'L', law('中小企业促进法', 32))),
    licence(
      '民用爆炸物品销售许可证',
      '销售民用爆炸物品',
      scope('2', 'L', rule('民用爆炸物品安全管理条例', 18, '国务院令第466号')),
    ),
    licence(
      '无线电台执照',
      '设置、使用无线电台（站）',
      scope('23', 'NL', rule('中华人民共和国无线电管理条例', 27, '国务院令第672号')),
    ),
    licence(
      '无线电频率使用许可',
      '使用无线电频率',
      scope('2', 'L', rule('中华人民共和国无线电管理条例', 14, '国务院令第672号')),
    ),
    licence(
      '第二类监控化学品生产特别许可',
      '生产监控化学品',
      scope('2', 'L', rule('监控化学品管理条例', 7, '国务院令第190号')),
    ),
    filing('工业企业技术改造投资项目', scope('34', 'L', investment)),
    filing('电信设备抗震', scope('2', 'L', rule('中华人民共和国电信条例', 53, '国务院令第291号'))),
    confirmation('绿色工厂', ['申报推荐', '动态管理', '退出'], scope('234', 'L', law('节约能源法', 24))),
    confirmation('企业技术中心', ['认定', '评价', '更名'], scope('23', 'L', technology)),
    otherPower('首台（套）重大技术装备', ['认定推荐', '保险补偿申报'], scope('23', 'L', technology)),
    affair(
      '中小企业',
      ['融资对接申请', '服务券申领', '政策咨询', '减轻负担投诉'],
      scope('34', 'L', law('中小企业促进法', 45)),
    ),
    penaltiesFor(
      '无线电',
      ['擅自设置、使用无线电台', '擅自占用无线电频率', '干扰合法无线电业务'],
      scope('23', 'NL', rule('中华人民共和国无线电管理条例', 70, '国务院令第672号')),
    ),
    penaltiesFor(
      '盐业',
      ['非食盐定点企业生产食盐', '以非碘盐充当碘盐'],
      scope('34', 'NL', rule('食盐专营办法', 26, '国务院令第696号')),
    ),
    award('清洁生产', scope('234', 'NL', law('循环经济促进法', 48))),
  ],
};

/** 商务. */
export const COMMERCE: DepartmentWords = {
  key: 'commerce',
  code: '20',
  province: '商务厅',
  county: '商务局',
  formerly: ['商务和粮食局', '经济合作局'],
  institution: '11',
  topics: { natural: '110', legal: '055' },
  core: 2,
  subjects: [
    filing('单用途商业预付卡', scope('34', 'L', rule('单用途商业预付卡管理办法（试行）', 7))),
    filing('再生资源回收经营者', scope('4', 'NL', rule('再生资源回收管理办法', 7))),
    licence(
      '成品油零售经营批准证书',
      '从事成品油零售经营',
      scope('3', 'L', paper('国务院对确需保留的行政审批项目设定行政许可的决定', '国务院令第412号')),
    ),
    licence('拍卖业务许可', '从事拍卖业务', scope('2', 'L', law('拍卖法', 11))),
    licence(
      '报废机动车回收资质认定',
      '从事报废机动车回收拆解',
      scope('2', 'L', rule('报废机动车回收管理办法', 5, '国务院令第715号')),
    ),
    licence(
      '对外劳务合作经营资格',
      '从事对外劳务合作',
      scope('23', 'L', rule('对外劳务合作管理条例', 5, '国务院令第620号')),
    ),
    licence(
      '直销企业服务网点方案审查',
      '从事直销经营',
      scope('2', 'L', rule('直销管理条例', 10, '国务院令第443号')),
    ),
    filing('商业特许经营', scope('2', 'L', trade)),
    filing('对外贸易经营者', scope('34', 'NL', law('对外贸易法', 9))),
    filing('家电维修服务业', scope('4', 'L', rule('家电维修服务业管理办法', 5))),
    filing('二手车交易市场经营者', scope('34', 'L', rule('二手车流通管理办法', 32))),
    confirmation(
      '中华老字号',
      ['申报推荐', '复核', '名称变更'],
      scope('234', 'L', rule('中华老字号示范创建管理办法', 8)),
    ),
    affair(
      '电子商务',
      ['进农村项目申报', '人才培训报名', '直播基地认定申请', '产业园入驻申请'],
      scope('345', 'NL', law('电子商务法', 67)),
    ),
    affair('外商投资', ['信息报告指导', '投诉受理', '政策咨询'], scope('234', 'L', law('外商投资法', 26))),
    affair(
      '家政服务',
      ['企业信用信息录入', '从业人员上门服务证办理', '投诉受理'],
      scope('45', 'NL', paper('国务院办公厅关于促进家政服务业提质扩容的意见', '国办发〔2019〕30号')),
    ),
    penaltiesFor(
      '商贸流通',
      ['发卡企业未按规定备案', '零售商违规促销', '拍卖人违规竞买', '特许人未按规定披露信息'],
      scope('34', 'L', trade),
    ),
  ],
};
