import { affair, approval, award, coercion, filing, levy, licence, penaltiesFor } from './builders.ts';
import { type DepartmentWords, law, rule, scope, within } from './subject.ts';

const environment = rule('建设项目环境保护管理条例', 9, '国务院令第682号');
const waste = rule('危险废物经营许可证管理办法', 2, '国务院令第408号');
const radiation = rule('放射性同位素与射线装置安全和防护条例', 5, '国务院令第709号');
const weather = rule('防雷减灾管理办法', 15);

/** 生态环境. */
export const ENVIRONMENT: DepartmentWords = {
  key: 'environment',
  code: '14',
  province: '生态环境厅',
  county: '生态环境局',
  formerly: ['环境保护局'],
  institution: '11',
  topics: { natural: '130', legal: '095' },
  core: 1,
  subjects: [
    approval(
      '建设项目环境影响评价文件审批',
      ['报告书', '报告表', '重大变动', '核与辐射类'],
      scope('234', 'L', environment),
    ),
    licence('排污许可证', '排放污染物', scope('3', 'L', rule('排污许可管理条例', 2, '国务院令第736号'))),
    licence('危险废物经营许可证', '从事危险废物收集、贮存、处置经营', scope('23', 'L', waste)),
    licence('辐射安全许可证', '生产、销售、使用放射性同位素', scope('23', 'L', radiation)),
    licence(
      '废弃电器电子产品处理资格',
      '处理废弃电器电子产品',
      scope('3', 'L', rule('废弃电器电子产品回收处理管理条例', 6, '国务院令第551号')),
    ),
    approval(
      '江河、湖泊新建、改建或者扩大排污口审批',
      ['新建', '改建', '扩大'],
      scope('34', 'L', law('水法', 34)),
    ),
    approval(
      '固体废物跨省转移审批',
      ['贮存', '处置', '利用'],
      scope('2', 'L', rule('危险废物转移管理办法', 21, '生态环境部令第23号')),
    ),
    approval(
      '拆除、闲置污染防治设施审批',
      ['噪声', '固体废物'],
      scope('34', 'L', rule('建设项目环境保护管理条例', 15, '国务院令第682号')),
    ),
    filing(
      '突发环境事件应急预案',
      scope('34', 'L', rule('突发环境事件应急管理办法', 13, '环境保护部令第34号')),
    ),
    filing('建设项目环境影响登记表', scope('4', 'L', environment)),
    filing('危险废物管理计划', scope('34', 'L', rule('危险废物转移管理办法', 10, '生态环境部令第23号'))),
    filing(
      '土壤污染状况调查报告',
      scope('34', 'L', rule('污染地块土壤环境管理办法', 11, '环境保护部令第42号')),
    ),
    filing('机动车排放检验机构联网', scope('3', 'L', law('计量法', 22))),
    affair(
      '环境',
      ['质量信息查询', '污染举报受理', '噪声扰民投诉受理', '企业环境信用查询', '重污染天气预警查询'],
      scope('345', 'N', rule('环境保护公众参与办法', 11, '环境保护部令第35号')),
    ),
    affair(
      '环保设施',
      ['公众开放预约', '生态环境教育基地申报'],
      scope('234', 'NL', rule('环境保护公众参与办法', 4, '环境保护部令第35号')),
    ),
    penaltiesFor(
      '大气污染防治',
      [
        '未依法取得排污许可证排放大气污染物',
        '超标排放大气污染物',
        '露天焚烧秸秆',
        '施工工地未采取防尘措施',
        '加油站未安装油气回收装置',
      ],
      scope('34', 'NL', rule('排污许可管理条例', 33, '国务院令第736号')),
    ),
    penaltiesFor(
      '水污染防治',
      [
        '私设暗管排放水污染物',
        '在饮用水水源保护区内新建排污项目',
        '未按规定监测水污染物',
        '向水体倾倒工业废渣',
      ],
      scope('34', 'NL', rule('排污许可管理条例', 34, '国务院令第736号')),
    ),
    penaltiesFor(
      '固体废物污染防治',
      ['擅自倾倒工业固体废物', '未按规定贮存危险废物', '将危险废物委托给无证单位', '未建立工业固体废物台账'],
      scope('34', 'L', rule('危险废物经营许可证管理办法', 25, '国务院令第408号')),
    ),
    penaltiesFor(
      '建设项目环境保护',
      ['未批先建', '未经验收擅自投入生产', '环评机构弄虚作假', '登记表未备案'],
      scope('34', 'L', rule('建设项目环境保护管理条例', 23, '国务院令第682号')),
    ),
    coercion(
      ['查封、扣押违法排污设施', '代为处置危险废物', '责令停产整治'],
      scope('34', 'L', law('行政强制法', 22)),
    ),
    levy('排污权有偿使用费', scope('23', 'L', rule('排污权出让收入管理暂行办法', 5, '财税〔2015〕61号'))),
    award('环境保护', scope('234', 'NL', law('长江保护法', 16))),
    award('举报环境违法行为', scope('34', 'N', rule('环境保护公众参与办法', 11, '环境保护部令第35号'))),
  ],
};

/** 气象. */
export const WEATHER: DepartmentWords = {
  key: 'weather',
  code: '29',
  province: '气象局',
  county: '气象局',
  formerly: [],
  institution: '12',
  topics: { natural: '115', legal: '105' },
  core: 0,
  subjects: [
    approval('雷电防护装置设计审核', ['新建', '改建', '扩建'], within(10, scope('34', 'L', weather))),
    approval('雷电防护装置竣工验收', ['新建', '改建', '扩建'], within(10, scope('34', 'L', weather))),
    approval(
      '升放无人驾驶自由气球、系留气球活动审批',
      ['无人驾驶自由气球', '系留气球'],
      within(3, scope('34', 'L', rule('通用航空飞行管制条例', 33))),
    ),
    licence('雷电防护装置检测资质', '从事雷电防护装置检测', scope('2', 'L', weather)),
    affair(
      '气象',
      ['灾害证明出具', '预警信息查询', '农业气象服务申请', '资料查阅'],
      scope('345', 'NL', law('气象法', 22)),
    ),
    penaltiesFor(
      '气象',
      ['擅自传播灾害性天气警报', '侵占、损毁气象设施', '防雷装置应当检测而拒绝检测'],
      scope('34', 'NL', law('气象法', 35)),
    ),
    award('气象', scope('234', 'NL', law('气象法', 7))),
  ],
};
