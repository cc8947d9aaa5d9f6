import {
  affair,
  approval,
  award,
  benefit,
  coercion,
  confirmation,
  filing,
  grant,
  licence,
  organ,
  otherPower,
  penaltiesFor,
  profession,
  servicesOf,
} from './builders.ts';
import { type DepartmentWords, law, paper, rule, scope, within } from './subject.ts';

const privateSchools = law('民办教育促进法', 12);
const compulsory = law('义务教育法', 11);
const aid = paper('关于建立健全普通高中家庭经济困难学生国家资助制度的意见', '财教〔2010〕356号');
const relics = law('文物保护法', 28);
const performances = rule('营业性演出管理条例', 6, '国务院令第439号');
const broadcasting = rule('广播电视管理条例', 10, '国务院令第228号');
const publishing = rule('出版管理条例', 35, '国务院令第594号');
const libraries = law('公共图书馆法', 33);

/** 教育. */
export const EDUCATION: DepartmentWords = {
  key: 'education',
  code: '02',
  province: '教育厅',
  county: '教育局',
  formerly: ['教育体育局', '教科体局'],
  institution: '11',
  topics: { natural: '020', legal: '120' },
  core: 3,
  subjects: [
    grant(
      '教师资格认定',
      ['幼儿园', '小学', '初级中学', '高级中学', '中等职业学校'],
      within(30, scope('34', 'N', law('教师法', 13))),
    ),
    affair(
      '教师资格证书',
      ['补发换发', '信息变更', '定期注册', '遗失声明查询'],
      scope('34', 'N', law('教师法', 13)),
    ),
    organ('民办幼儿园', scope('4', 'L', privateSchools)),
    organ('线下学科类校外培训机构', scope('4', 'L', privateSchools)),
    affair(
      '义务教育阶段学生',
      ['入学登记', '转学申请', '休学申请', '复学申请', '延缓入学申请'],
      scope('45', 'N', compulsory),
    ),
    benefit(
      '家庭经济困难学生生活补助',
      scope('45', 'N', paper('国务院关于进一步完善城乡义务教育经费保障机制的通知', '国发〔2015〕67号')),
    ),
    benefit('普通高中国家助学金', scope('34', 'N', aid)),
    benefit('中等职业学校国家助学金', scope('34', 'N', aid)),
    affair(
      '生源地信用助学贷款',
      ['首次申请', '续贷申请', '毕业确认', '提前还款'],
      scope('4', 'N', paper('关于进一步完善国家助学贷款政策的通知', '财教〔2023〕66号')),
    ),
    organ('中等职业学校', scope('23', 'L', law('职业教育法', 33))),
    organ('民办高级中学', scope('3', 'L', privateSchools)),
    organ('实施专科教育的高等学校', scope('2', 'L', law('高等教育法', 29))),
    approval(
      '校车使用许可',
      ['首次申请', '线路变更', '驾驶人变更'],
      scope('34', 'L', rule('校车安全管理条例', 15, '国务院令第617号')),
    ),
    filing('学校安全管理制度', scope('4', 'L', law('未成年人保护法', 35))),
    filing('中外合作办学机构', scope('2', 'L', rule('中外合作办学条例', 12, '国务院令第372号'))),
    servicesOf(
      '教育考试报名',
      [
        '普通高等学校招生',
        '高等教育自学考试',
        '成人高等学校招生',
        '全国计算机等级',
        '中小学教师资格',
        '普通高中学业水平',
        '全国大学英语四六级',
      ],
      '考试报名',
      scope('23', 'N', law('教育法', 21)),
    ),
    servicesOf(
      '教育考试成绩查询',
      [
        '普通高等学校招生',
        '高等教育自学考试',
        '成人高等学校招生',
        '全国计算机等级',
        '中小学教师资格',
        '普通高中学业水平',
      ],
      '考试成绩查询',
      scope('23', 'N', law('教育法', 21)),
    ),
    affair(
      '普通话水平测试',
      ['报名', '成绩查询', '证书补办'],
      scope('23', 'N', law('国家通用语言文字法', 19)),
    ),
    affair(
      '学历学位',
      ['证书认证', '毕业证明书补办', '学籍证明开具', '成绩单开具'],
      scope('23', 'N', law('教育法', 22)),
    ),
    otherPower('教师申诉', ['处理', '复核'], within(30, scope('34', 'N', law('教师法', 39)))),
    otherPower('学生申诉', ['处理'], within(30, scope('34', 'N', law('教育法', 43)))),
    penaltiesFor(
      '教育',
      [
        '违法颁发学位证书、学历证书',
        '民办学校恶意终止办学',
        '学校违规收取费用',
        '在招生考试中弄虚作假',
        '擅自举办校外培训机构',
      ],
      scope('34', 'NL', law('教育法', 75)),
    ),
    award('教育教学', scope('234', 'NL', law('教育法', 13))),
    award('民办教育', scope('23', 'NL', law('民办教育促进法', 6))),
  ],
};

/** 文化和旅游 (文物、广播电视、新闻出版). */
export const CULTURE: DepartmentWords = {
  key: 'culture',
  code: '21',
  province: '文化和旅游厅',
  county: '文化广电旅游局',
  formerly: ['文化广电新闻出版局', '旅游局'],
  institution: '11',
  topics: { natural: '135', legal: '120' },
  core: 2,
  subjects: [
    licence('营业性演出许可证', '从事营业性演出经营活动', scope('34', 'L', performances)),
    licence(
      '娱乐经营许可证',
      '从事娱乐场所经营活动',
      scope('34', 'L', rule('娱乐场所管理条例', 9, '国务院令第458号')),
    ),
    affair(
      '公共图书馆',
      ['读者证办理', '图书预约借阅', '参考咨询', '讲座预约', '送书上门申请'],
      scope('3456', 'N', libraries),
    ),
    affair(
      '文化馆',
      ['艺术培训报名', '场地预约', '群众演出申请', '文艺辅导申请'],
      scope('3456', 'NL', law('公共文化服务保障法', 29)),
    ),
    licence('网络文化经营许可证', '从事网络文化经营活动', scope('2', 'L', rule('互联网文化管理暂行规定', 8))),
    licence(
      '互联网上网服务营业场所经营许可证',
      '从事互联网上网服务经营活动',
      scope('34', 'L', rule('互联网上网服务营业场所管理条例', 10, '国务院令第363号')),
    ),
    licence('旅行社业务经营许可证', '从事旅行社业务', scope('23', 'L', law('旅游法', 28))),
    profession('导游', '执业许可', '导游证', scope('23', 'N', law('旅游法', 37))),
    licence('出版物经营许可证', '从事出版物零售业务', scope('34', 'L', publishing)),
    licence(
      '印刷经营许可证',
      '从事出版物印刷经营活动',
      scope('23', 'L', rule('印刷业管理条例', 10, '国务院令第315号')),
    ),
    licence('电影放映经营许可证', '从事电影放映活动', scope('4', 'L', law('电影产业促进法', 24))),
    licence(
      '卫星地面接收设施安装服务许可证',
      '安装卫星地面接收设施',
      scope('3', 'L', rule('卫星电视广播地面接收设施管理规定', 3)),
    ),
    licence('广播电视节目制作经营许可证', '制作经营广播电视节目', scope('2', 'L', broadcasting)),
    approval(
      '文物保护单位建设控制地带内建设工程设计方案审核',
      ['新建', '改建', '扩建'],
      scope('234', 'L', law('文物保护法', 29)),
    ),
    approval('文物保护单位修缮审批', ['本体修缮', '保养维护', '安全防护', '迁移'], scope('234', 'L', relics)),
    approval('博物馆处理不够入藏标准文物审批', ['调拨', '交换'], scope('2', 'L', relics)),
    filing('艺术品经营单位', scope('4', 'L', rule('艺术品经营管理办法', 5))),
    filing('个体演员', scope('4', 'N', performances)),
    filing('博物馆设立', scope('23', 'L', rule('博物馆条例', 14, '国务院令第659号'))),
    confirmation(
      '非物质文化遗产',
      ['代表性项目认定', '代表性传承人认定', '保护单位认定'],
      scope('234', 'NL', law('非物质文化遗产法', 29)),
    ),
    confirmation('文物', ['认定', '定级', '认定争议裁定'], scope('234', 'NL', relics)),
    servicesOf(
      '场馆服务',
      ['博物馆参观', '美术馆参观', '非遗馆研学', '少儿阅览室', '剧院惠民演出'],
      '预约',
      scope('234', 'NL', law('公共文化服务保障法', 27)),
    ),
    affair(
      '旅游',
      ['投诉受理', '景区质量等级评定申报', '民宿等级评定申报', '咨询服务'],
      scope('34', 'NL', law('旅游法', 91)),
    ),
    affair('农村电影', ['公益放映申请', '放映点信息查询'], scope('456', 'N', law('电影产业促进法', 27))),
    penaltiesFor(
      '文化市场',
      [
        '娱乐场所接纳未成年人',
        '擅自从事营业性演出',
        '擅自设立出版物出版单位',
        '损毁不可移动文物',
        '旅行社未按规定签订合同',
      ],
      scope('34', 'NL', performances),
    ),
    coercion(
      ['查封擅自从事互联网上网服务的场所', '扣押擅自从事出版物印刷的设备'],
      scope('34', 'L', publishing),
    ),
    award('文物保护', scope('234', 'NL', law('文物保护法', 12))),
    award('公共文化服务', scope('234', 'NL', law('公共文化服务保障法', 13))),
  ],
};

/** 体育. */
export const SPORTS: DepartmentWords = {
  key: 'sports',
  code: '22',
  province: '体育局',
  county: '体育局',
  formerly: ['文化体育局'],
  institution: '11',
  topics: { natural: '135', legal: '120' },
  core: 0,
  subjects: [
    confirmation(
      '社会体育指导员',
      ['一级认定', '二级认定', '三级认定'],
      scope('234', 'N', rule('社会体育指导员管理办法', 14)),
    ),
    licence('经营高危险性体育项目许可', '经营高危险性体育项目', scope('34', 'L', law('体育法', 105))),
    approval('举办高危险性体育赛事活动许可', ['游泳', '攀岩', '潜水'], scope('34', 'L', law('体育法', 106))),
    confirmation(
      '运动员技术等级',
      ['一级认定', '二级认定', '三级认定', '证书补办'],
      scope('23', 'N', rule('运动员技术等级管理办法', 6)),
    ),
    confirmation(
      '裁判员技术等级',
      ['一级认定', '二级认定', '三级认定'],
      scope('234', 'N', rule('体育竞赛裁判员管理办法', 14)),
    ),
    affair(
      '体育场馆',
      ['免费开放时段查询', '场地预约', '国民体质测定预约', '青少年培训报名'],
      scope('34', 'N', law('体育法', 85)),
    ),
    filing('健身气功站点', scope('45', 'L', rule('健身气功管理办法', 15))),
    award('全民健身', scope('234', 'NL', law('体育法', 12))),
  ],
};
