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
} from './builders.ts';
import { type DepartmentWords, law, rule, scope, within } from './subject.ts';

const safety = law('安全生产法', 34);
const chemicals = rule('危险化学品安全管理条例', 33, '国务院令第591号');

/** 应急管理. */
export const EMERGENCY: DepartmentWords = {
  key: 'emergency',
  code: '24',
  province: '应急管理厅',
  county: '应急管理局',
  formerly: ['安全生产监督管理局'],
  institution: '11',
  topics: { natural: '115', legal: '145' },
  core: 2,
  subjects: [
    licence('危险化学品经营许可证', '经营危险化学品', scope('34', 'L', chemicals)),
    licence(
      '烟花爆竹经营（零售）许可证',
      '零售烟花爆竹',
      scope('4', 'NL', rule('烟花爆竹安全管理条例', 16, '国务院令第455号')),
    ),
    licence('危险化学品安全使用许可证', '使用危险化学品从事生产', scope('3', 'L', chemicals)),
    licence(
      '危险化学品生产企业安全生产许可证',
      '生产危险化学品',
      scope('2', 'L', rule('安全生产许可证条例', 2, '国务院令第397号')),
    ),
    licence(
      '非煤矿矿山企业安全生产许可证',
      '从事非煤矿矿山开采',
      scope('23', 'L', rule('安全生产许可证条例', 2, '国务院令第397号')),
    ),
    licence(
      '烟花爆竹经营（批发）许可证',
      '批发烟花爆竹',
      scope('3', 'L', rule('烟花爆竹安全管理条例', 16, '国务院令第455号')),
    ),
    licence('安全评价检测检验机构资质', '从事安全评价检测检验', scope('2', 'L', safety)),
    profession('特种作业人员', '职业资格认定', '特种作业操作证', scope('23', 'N', law('安全生产法', 30))),
    approval(
      '生产、储存危险化学品建设项目安全条件审查',
      ['新建', '改建', '扩建'],
      scope('23', 'L', chemicals),
    ),
    approval(
      '矿山建设项目安全设施设计审查',
      ['新建', '改扩建', '变更'],
      scope('23', 'L', law('安全生产法', 33)),
    ),
    filing('生产安全事故应急预案', scope('34', 'L', rule('生产安全事故应急条例', 7, '国务院令第708号'))),
    filing('危险化学品重大危险源', scope('4', 'L', chemicals)),
    filing(
      '第二类、第三类非药品类易制毒化学品生产经营',
      scope('34', 'L', rule('易制毒化学品管理条例', 13, '国务院令第445号')),
    ),
    confirmation(
      '安全生产标准化',
      ['二级评审', '三级评审', '证书延期'],
      scope('34', 'L', law('安全生产法', 4)),
    ),
    affair(
      '自然灾害救助',
      ['灾情申报', '过渡期生活救助申请', '倒损住房恢复重建补助申请', '冬春救助申请'],
      scope('456', 'N', rule('自然灾害救助条例', 20, '国务院令第577号')),
    ),
    affair(
      '安全生产',
      ['举报投诉受理', '考试报名', '证书查询', '宣传咨询'],
      scope('345', 'NL', law('安全生产法', 73)),
    ),
    penaltiesFor(
      '安全生产',
      [
        '未按规定配备安全管理人员',
        '未对从业人员进行安全培训',
        '未建立隐患排查治理制度',
        '安全设备未定期检测',
        '将项目发包给不具备安全生产条件的单位',
        '关闭生产安全监控设备',
      ],
      scope('34', 'L', law('安全生产法', 97)),
    ),
    penaltiesFor(
      '危险化学品',
      ['未取得许可经营危险化学品', '未登记重大危险源', '储存数量超标', '违规销售剧毒化学品'],
      scope('34', 'L', rule('危险化学品安全管理条例', 77, '国务院令第591号')),
    ),
    coercion(
      ['查封违法储存危险物品的场所', '扣押不符合国家标准的设备', '通知停止供电迫使停产'],
      scope('34', 'L', law('安全生产法', 65)),
    ),
    award('安全生产', scope('234', 'NL', law('安全生产法', 19))),
  ],
};

/** 消防救援. */
export const FIRE: DepartmentWords = {
  key: 'fire',
  code: '25',
  province: '消防救援总队',
  county: '消防救援大队',
  formerly: ['公安消防大队'],
  institution: '11',
  topics: { natural: '115', legal: '150' },
  core: 1,
  subjects: [
    approval(
      '公众聚集场所投入使用、营业前消防安全检查',
      ['告知承诺', '非告知承诺', '补办'],
      within(10, scope('34', 'NL', law('消防法', 15))),
    ),
    profession('注册消防工程师', '注册', '注册消防工程师注册证', scope('2', 'N', law('消防法', 34))),
    affair(
      '消防',
      ['宣传教育预约', '火灾隐患举报受理', '站点开放预约', '志愿消防员报名'],
      scope('45', 'NL', law('消防法', 6)),
    ),
    otherPower('火灾事故', ['调查认定', '复核', '证明开具'], scope('34', 'NL', law('消防法', 51))),
    filing('消防技术服务机构', scope('23', 'L', law('消防法', 34))),
    penaltiesFor(
      '消防安全',
      [
        '占用、堵塞疏散通道',
        '消防设施未保持完好有效',
        '擅自投入使用公众聚集场所',
        '指使他人违反消防安全规定',
        '电动自行车违规停放充电',
      ],
      scope('4', 'NL', law('消防法', 60)),
    ),
    coercion(['临时查封危险部位', '强制拆除妨碍疏散的障碍物'], scope('4', 'NL', law('消防法', 54))),
    award('消防', scope('234', 'NL', law('消防法', 7))),
  ],
};
