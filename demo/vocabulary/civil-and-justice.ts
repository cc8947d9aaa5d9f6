import {
  affair,
  approval,
  award,
  benefit,
  confirmation,
  filing,
  organ,
  otherPower,
  penaltiesFor,
  profession,
  ruling,
  servicesOf,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule } from './subject.ts';

const lawyers = law('律师法', 6);
const notaries = law('公证法', 11);
const relief = rule('社会救助暂行办法', 9, '国务院令第649号');
const elderly = law('老年人权益保障法', 43);
const association = rule('社会团体登记管理条例', 9, '国务院令第250号');

/** 司法行政: lawyers, notaries, legal aid, mediation. */
export const JUSTICE: DepartmentWords = {
  key: 'justice',
  code: '09',
  province: '司法厅',
  county: '司法局',
  formerly: ['司法局法律援助中心'],
  institution: '11',
  topics: { natural: '120', legal: '155' },
  core: 3,
  subjects: [
    profession('律师', '执业许可', '律师执业证', { at: '23', of: 'N', by: [lawyers, law('律师法', 5)] }),
    affair('法律援助', ['申请受理', '咨询', '案件办理进度查询', '机构信息查询', '志愿者登记'], {
      at: '23456',
      of: 'N',
      by: [law('法律援助法', 22), law('法律援助法', 41)],
      days: 7,
    }),
    affair('人民调解', ['申请受理', '协议登记', '组织信息查询', '员聘任登记'], {
      at: '456',
      of: 'NL',
      by: [law('人民调解法', 17), law('人民调解法', 34)],
    }),
    profession('基层法律服务工作者', '执业核准', '基层法律服务工作者执业证', {
      at: '34',
      of: 'N',
      by: [rule('基层法律服务工作者管理办法', 12, '司法部令第138号')],
    }),
    organ('律师事务所', { at: '23', of: 'L', by: [law('律师法', 18)] }),
    organ('司法鉴定机构', { at: '2', of: 'L', by: [rule('司法鉴定机构登记管理办法', 15, '司法部令第95号')] }),
    profession('公证员', '执业审核', '公证员执业证', { at: '23', of: 'N', by: [law('公证法', 21)] }),
    profession('司法鉴定人', '执业登记', '司法鉴定人执业证', {
      at: '2',
      of: 'N',
      by: [rule('司法鉴定人登记管理办法', 12, '司法部令第96号')],
    }),
    servicesOf(
      '公证办理指引',
      [
        '继承',
        '委托',
        '遗嘱',
        '赠与',
        '声明书',
        '房屋买卖合同',
        '亲属关系',
        '出生',
        '死亡',
        '无犯罪记录',
        '学历学位',
      ],
      '公证办理指引',
      { at: '234', of: 'NL', by: [notaries] },
    ),
    servicesOf(
      '合同与协议公证办理指引',
      [
        '著作权许可使用合同',
        '专利实施许可合同',
        '商业秘密合同',
        '借款合同',
        '抵押合同',
        '租赁合同',
        '劳务合同',
      ],
      '公证指引',
      { at: '23', of: 'NL', by: [notaries] },
    ),
    affair('社区矫正对象', ['入矫报到', '居住地变更申请', '外出请假申请', '解除矫正'], {
      at: '45',
      of: 'N',
      by: [law('社区矫正法', 21)],
    }),
    affair('法律职业资格', ['考试报名', '成绩查询', '证书申领', '证书补办'], {
      at: '23',
      of: 'N',
      by: [rule('国家统一法律职业资格考试实施办法', 16, '司法部令第140号')],
    }),
    award('法律援助', { at: '234', of: 'NL', by: [law('法律援助法', 11)] }),
    award('人民调解', { at: '34', of: 'NL', by: [law('人民调解法', 6)] }),
    benefit('人民调解员补贴', { at: '45', of: 'N', by: [law('人民调解法', 16)] }),
    affair('行政复议', ['申请受理', '案件进度查询', '决定书公开'], {
      at: '234',
      of: 'NL',
      by: [law('行政复议法', 11), law('行政复议法', 22)],
    }),
  ],
};

/** 民政: relief, elderly care, marriages, social organisations, funerals. */
export const CIVIL_AFFAIRS: DepartmentWords = {
  key: 'civil',
  code: '08',
  province: '民政厅',
  county: '民政局',
  formerly: ['民政和社会事务局'],
  institution: '11',
  topics: { natural: '085', legal: '005' },
  core: 4,
  subjects: [
    filing('养老机构', { at: '45', of: 'L', by: [elderly, rule('养老机构管理办法', 9, '民政部令第66号')] }),
    benefit('最低生活保障金', {
      at: '456',
      of: 'N',
      by: [relief, rule('社会救助暂行办法', 11, '国务院令第649号')],
    }),
    benefit('特困人员救助供养金', {
      at: '456',
      of: 'N',
      by: [rule('社会救助暂行办法', 14, '国务院令第649号')],
    }),
    benefit('临时救助金', { at: '456', of: 'N', by: [rule('社会救助暂行办法', 47, '国务院令第649号')] }),
    benefit('困难残疾人生活补贴', {
      at: '456',
      of: 'N',
      by: [paper('国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见', '国发〔2015〕52号')],
    }),
    benefit('重度残疾人护理补贴', {
      at: '456',
      of: 'N',
      by: [paper('国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见', '国发〔2015〕52号')],
    }),
    benefit('孤儿基本生活费', {
      at: '45',
      of: 'N',
      by: [paper('国务院办公厅关于加强孤儿保障工作的意见', '国办发〔2010〕54号')],
    }),
    confirmation('婚姻', ['结婚登记', '离婚登记', '撤销登记', '登记证补领', '登记记录证明出具'], {
      at: '45',
      of: 'N',
      by: [rule('婚姻登记条例', 4, '国务院令第804号')],
      days: 0,
    }),
    benefit('高龄津贴', { at: '456', of: 'N', by: [law('老年人权益保障法', 33)] }),
    benefit('事实无人抚养儿童基本生活补贴', {
      at: '45',
      of: 'N',
      by: [paper('关于进一步加强事实无人抚养儿童保障工作的意见', '民发〔2019〕62号')],
    }),
    organ('社会团体', { at: '234', of: 'L', by: [association] }),
    organ('民办非企业单位', {
      at: '234',
      of: 'L',
      by: [rule('民办非企业单位登记管理暂行条例', 8, '国务院令第251号')],
    }),
    organ('基金会', { at: '2', of: 'L', by: [rule('基金会管理条例', 9, '国务院令第400号')] }),
    confirmation('慈善组织', ['认定', '公开募捐资格核发'], {
      at: '234',
      of: 'L',
      by: [law('慈善法', 10), law('慈善法', 22)],
    }),
    confirmation('收养', ['登记', '解除登记', '撤销登记'], { at: '4', of: 'N', by: [law('民法典', 1105)] }),
    approval('建设殡仪服务设施审批', ['殡仪馆', '经营性公墓', '农村公益性公墓'], {
      at: '34',
      of: 'L',
      by: [rule('殡葬管理条例', 8, '国务院令第225号')],
    }),
    filing('慈善信托', { at: '3', of: 'L', by: [law('慈善法', 45)] }),
    filing('志愿服务组织', { at: '45', of: 'L', by: [rule('志愿服务条例', 8, '国务院令第685号')] }),
    otherPower('行政区域界线', ['争议调处', '界桩移动审核'], {
      at: '234',
      of: 'L',
      by: [rule('行政区域界线管理条例', 7, '国务院令第353号')],
    }),
    affair('居家养老', ['上门服务申请', '助餐服务申请', '紧急呼叫设备安装申请', '家庭适老化改造申请'], {
      at: '456',
      of: 'N',
      by: [elderly, paper('国务院办公厅关于推进养老服务发展的意见', '国办发〔2019〕5号')],
    }),
    affair('流浪乞讨人员', ['救助申请', '返乡护送', '寻亲信息登记'], {
      at: '34',
      of: 'N',
      by: [rule('城市生活无着的流浪乞讨人员救助管理办法', 6, '国务院令第381号')],
    }),
    penaltiesFor(
      '殡葬',
      ['未经批准擅自兴建殡葬设施', '墓穴占地面积超过规定标准', '制造、销售封建迷信殡葬用品'],
      {
        at: '4',
        of: 'NL',
        by: [rule('殡葬管理条例', 18, '国务院令第225号')],
      },
    ),
    ruling('行政区域界线争议', {
      at: '23',
      of: 'L',
      by: [rule('行政区域边界争议处理条例', 3, '国务院令第26号')],
    }),
    award('养老服务', { at: '234', of: 'NL', by: [law('老年人权益保障法', 10)] }),
    otherPower('地名', ['命名审核', '更名审核', '备案'], {
      at: '34',
      of: 'L',
      by: [rule('地名管理条例', 12, '国务院令第753号')],
    }),
  ],
};
