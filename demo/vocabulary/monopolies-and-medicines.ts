import { approval, filing, licence, penaltiesFor, profession } from './builders.ts';
import { type DepartmentWords, law, rule, scope } from './subject.ts';

const tobacco = law('烟草专卖法', 16);

/** 烟草专卖. */
export const TOBACCO: DepartmentWords = {
  key: 'tobacco',
  code: '33',
  province: '烟草专卖局',
  county: '烟草专卖局',
  formerly: [],
  institution: '11',
  topics: { natural: '040', legal: '010' },
  core: 1,
  subjects: [
    licence('烟草专卖零售许可证', '从事烟草制品零售业务', scope('4', 'NL', tobacco)),
    licence('烟草专卖批发企业许可证', '从事烟草制品批发业务', scope('23', 'L', tobacco)),
    approval('烟草专卖品准运证核发', ['省内', '跨省'], scope('23', 'L', law('烟草专卖法', 21))),
    penaltiesFor(
      '烟草专卖',
      [
        '无烟草专卖零售许可证经营烟草制品',
        '无准运证运输烟草专卖品',
        '向未成年人销售烟草制品',
        '未在当地烟草批发企业进货',
      ],
      scope('34', 'NL', law('烟草专卖法', 32)),
    ),
  ],
};

/** 药品监督管理. */
export const MEDICINES: DepartmentWords = {
  key: 'medicines',
  code: '38',
  province: '药品监督管理局',
  county: '药品监督管理分局',
  formerly: ['食品药品监督管理局'],
  institution: '11',
  topics: { natural: '145', legal: '110' },
  core: 0,
  subjects: [
    profession('执业药师', '注册', '执业药师注册证', scope('2', 'N', rule('执业药师注册管理办法', 5))),
    licence('药品生产许可证', '生产药品', scope('2', 'L', law('药品管理法', 41))),
    licence('药品批发企业经营许可证', '从事药品批发', scope('2', 'L', law('药品管理法', 51))),
    licence('医疗机构制剂许可证', '配制制剂', scope('2', 'L', law('药品管理法', 74))),
    licence(
      '第二类医疗器械产品注册证',
      '生产第二类医疗器械',
      scope('2', 'L', rule('医疗器械监督管理条例', 16, '国务院令第739号')),
    ),
    licence(
      '医疗器械生产许可证',
      '生产第二、三类医疗器械',
      scope('2', 'L', rule('医疗器械监督管理条例', 32, '国务院令第739号')),
    ),
    licence(
      '化妆品生产许可证',
      '生产化妆品',
      scope('2', 'L', rule('化妆品监督管理条例', 27, '国务院令第727号')),
    ),
    licence(
      '药品类易制毒化学品购用证明',
      '购买药品类易制毒化学品',
      scope('23', 'L', rule('易制毒化学品管理条例', 15, '国务院令第445号')),
    ),
    licence(
      '互联网药品信息服务资格证书',
      '提供互联网药品信息服务',
      scope('2', 'L', rule('互联网药品信息服务管理办法', 5)),
    ),
    filing('国产普通化妆品', scope('2', 'L', rule('化妆品监督管理条例', 17, '国务院令第727号'))),
    filing('药品网络交易第三方平台', scope('2', 'L', law('药品管理法', 62))),
    penaltiesFor(
      '药品',
      [
        '生产、销售假药',
        '生产、销售劣药',
        '未遵守药品经营质量管理规范',
        '伪造药品检验报告',
        '药品上市许可持有人未开展不良反应监测',
      ],
      scope('23', 'L', law('药品管理法', 116)),
    ),
    penaltiesFor(
      '医疗器械和化妆品',
      ['经营未取得注册证的医疗器械', '使用过期医疗器械', '生产经营未备案的化妆品', '化妆品标签不符合规定'],
      scope('23', 'L', rule('化妆品监督管理条例', 59, '国务院令第727号')),
    ),
  ],
};

/** 人民防空. */
export const CIVIL_DEFENCE: DepartmentWords = {
  key: 'civil-defence',
  code: '37',
  province: '人民防空办公室',
  county: '人民防空办公室',
  formerly: [],
  institution: '11',
  topics: { natural: '070', legal: '085' },
  core: 0,
  subjects: [
    approval(
      '应建防空地下室的民用建筑项目报建审批',
      ['同步修建', '易地建设', '变更'],
      scope('34', 'L', law('人民防空法', 22)),
    ),
    approval('拆除人民防空工程审批', ['拆除', '报废', '改造'], scope('234', 'L', law('人民防空法', 28))),
    filing('人民防空工程竣工验收', scope('34', 'L', law('人民防空法', 23))),
    filing('平时使用人民防空工程', scope('4', 'NL', law('人民防空法', 26))),
    penaltiesFor(
      '人民防空',
      ['不修建防空地下室', '侵占人民防空工程', '擅自拆除人民防空设备设施'],
      scope('34', 'NL', law('人民防空法', 48)),
    ),
  ],
};
