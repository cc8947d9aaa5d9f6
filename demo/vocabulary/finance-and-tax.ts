import {
  affair,
  award,
  benefit,
  confirmation,
  filing,
  grant,
  levy,
  licence,
  organ,
  otherPower,
  penaltiesFor,
  profession,
  servicesOf,
} from './builders.ts';
import { type DepartmentWords, law, rule, scope, within } from './subject.ts';

const taxes = law('税收征收管理法', 15);
const statistics = law('统计法', 41);

/** 财政. */
export const FINANCE: DepartmentWords = {
  key: 'finance',
  code: '12',
  province: '财政厅',
  county: '财政局',
  formerly: ['财政国资局'],
  institution: '11',
  topics: { natural: '055', legal: '025' },
  core: 0,
  subjects: [
    licence('中介机构从事代理记账业务审批', '从事代理记账业务', scope('34', 'L', law('会计法', 36))),
    organ('会计师事务所', scope('2', 'L', law('注册会计师法', 25))),
    profession('注册会计师', '注册', '注册会计师证书', scope('2', 'N', law('注册会计师法', 9))),
    organ('资产评估机构', scope('2', 'L', law('资产评估法', 16))),
    affair(
      '会计人员',
      ['信息采集', '继续教育登记', '信息变更', '调转登记'],
      scope('34', 'N', law('会计法', 38)),
    ),
    servicesOf(
      '会计资格考试',
      ['初级会计', '中级会计', '高级会计', '注册会计师全国统一'],
      '资格考试报名',
      scope('23', 'N', law('会计法', 38)),
    ),
    otherPower(
      '政府采购',
      ['投诉处理', '方式变更审批', '进口产品核准', '计划备案'],
      scope('234', 'L', law('政府采购法', 55)),
    ),
    confirmation(
      '非营利组织',
      ['免税资格认定', '公益性捐赠税前扣除资格认定'],
      scope('234', 'L', law('企业所得税法', 26)),
    ),
    benefit('农村公益事业财政奖补资金', scope('456', 'L', law('预算法', 38))),
    penaltiesFor(
      '财政会计',
      ['不依法设置会计账簿', '编制虚假财务会计报告', '政府采购供应商弄虚作假', '未经批准从事代理记账'],
      scope('34', 'NL', law('会计法', 42)),
    ),
    affair(
      '惠农补贴',
      ['一卡通发放查询', '账户变更', '政策咨询', '举报受理'],
      scope('456', 'N', law('预算法', 14)),
    ),
  ],
};

/** 税务. */
export const TAXATION: DepartmentWords = {
  key: 'taxation',
  code: '28',
  province: '税务局',
  county: '税务局',
  formerly: ['国家税务局', '地方税务局'],
  institution: '11',
  topics: { natural: '055', legal: '025' },
  core: 1,
  subjects: [
    affair(
      '城乡居民社会保险费',
      ['缴费申报', '缴费证明开具', '退费申请', '缴费信息查询'],
      scope('456', 'N', law('社会保险法', 62)),
    ),
    affair(
      '纳税人',
      [
        '一照一码户信息确认',
        '身份信息报告',
        '跨区域涉税事项报告',
        '停业登记',
        '复业登记',
        '税务注销即时办理',
      ],
      scope('34', 'NL', taxes),
    ),
    grant(
      '增值税专用发票（增值税税控系统）最高开票限额审批',
      ['十万元版', '百万元版', '千万元版'],
      scope('34', 'L', taxes),
    ),
    grant('延期缴纳税款审批', ['不可抗力', '货币资金不足'], scope('2', 'NL', law('税收征收管理法', 31))),
    otherPower(
      '发票',
      ['票种核定', '领用', '验旧', '缴销', '代开增值税普通发票', '代开增值税专用发票', '遗失损毁报告'],
      within(0, scope('34', 'NL', law('税收征收管理法', 21))),
    ),
    servicesOf(
      '个人所得税申报',
      ['综合所得汇算清缴', '经营所得', '限售股转让所得', '居民个人境外所得', '非居民个人'],
      '个人所得税申报',
      scope('34', 'N', law('个人所得税法', 10)),
    ),
    servicesOf(
      '税费申报',
      [
        '增值税一般纳税人',
        '增值税小规模纳税人',
        '居民企业所得税年度',
        '居民企业所得税月（季）度预缴',
        '消费税',
        '城镇土地使用税',
        '房产税',
        '车船税',
        '契税',
        '印花税',
        '环境保护税',
        '资源税',
        '车辆购置税',
        '耕地占用税',
        '土地增值税',
      ],
      '申报',
      scope('34', 'NL', law('税收征收管理法', 25)),
    ),
    affair(
      '税收优惠',
      ['退抵税申请', '减免税备案', '政策咨询', '软件产品即征即退申请', '残疾人就业即征即退申请'],
      scope('34', 'NL', law('税收征收管理法', 33)),
    ),
    affair(
      '出口退（免）税',
      ['资格信息报告', '申报', '进货凭证信息回退', '代理出口货物证明开具'],
      scope('34', 'L', law('税收征收管理法', 66)),
    ),
    affair(
      '涉税信息',
      ['纳税记录开具', '完税证明开具', '中国税收居民身份证明开具', '信用信息查询', '纳税信用复评'],
      scope('34', 'NL', taxes),
    ),
    affair(
      '财务会计制度',
      ['备案报告', '财务会计报告报送', '存款账户账号报告', '银税三方协议签订'],
      scope('34', 'L', law('税收征收管理法', 20)),
    ),
    affair(
      '涉税专业服务机构',
      ['基本信息报送', '协议要素信息报送', '年度报告报送', '信用复核'],
      scope('34', 'L', rule('涉税专业服务监管办法（试行）', 7)),
    ),
    penaltiesFor(
      '税收',
      ['未按规定期限办理纳税申报', '偷税', '虚开发票', '骗取出口退税', '非法印制发票'],
      scope('34', 'NL', law('税收征收管理法', 62)),
    ),
    levy('残疾人就业保障金', scope('34', 'L', law('残疾人保障法', 33))),
    levy('教育费附加', scope('34', 'NL', rule('征收教育费附加的暂行规定', 3, '国务院令第448号'))),
  ],
};

/** 统计. */
export const STATISTICS: DepartmentWords = {
  key: 'statistics',
  code: '26',
  province: '统计局',
  county: '统计局',
  formerly: [],
  institution: '11',
  topics: { natural: '999', legal: '999' },
  core: 0,
  subjects: [
    affair('统计资料', ['公开查询', '年鉴查阅', '证明开具'], scope('234', 'NL', law('统计法', 26))),
    licence('涉外调查许可', '从事涉外社会调查', scope('2', 'L', rule('涉外调查管理办法', 10))),
    filing('部门统计调查项目', scope('234', 'L', law('统计法', 12))),
    affair(
      '统计从业人员',
      ['继续教育报名', '网上培训', '资格考试成绩查询'],
      scope('23', 'N', law('统计法', 31)),
    ),
    penaltiesFor(
      '统计',
      ['拒绝提供统计资料', '提供不真实的统计资料', '迟报统计资料'],
      scope('34', 'NL', statistics),
    ),
    award('统计', scope('234', 'NL', law('统计法', 8))),
  ],
};
