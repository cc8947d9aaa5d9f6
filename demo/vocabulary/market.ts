import {
  affair,
  approval,
  award,
  coercion,
  confirmation,
  filing,
  licence,
  penaltiesFor,
  profession,
  ruling,
} from './builders.ts';
import { type DepartmentWords, law, rule } from './subject.ts';

const food = law('食品安全法', 35);
const market = rule('中华人民共和国市场主体登记管理条例', 5, '国务院令第746号');
const drugs = law('药品管理法', 51);

/** 市场监督管理: business registration, food, drugs, metrology, special equipment, intellectual property. */
export const MARKET: DepartmentWords = {
  key: 'market',
  code: '31',
  province: '市场监督管理局',
  county: '市场监督管理局',
  formerly: ['工商行政管理局', '食品药品监督管理局', '质量技术监督局'],
  institution: '11',
  topics: { natural: '040', legal: '010' },
  core: 4,
  subjects: [
    licence('食品经营许可', '从事食品经营活动', {
      at: '345',
      of: 'NL',
      by: [food, rule('食品经营许可和备案管理办法', 4)],
    }),
    licence('食品生产许可', '从事食品生产活动', {
      at: '234',
      of: 'L',
      by: [food, rule('食品生产许可管理办法', 2)],
    }),
    confirmation('个体工商户', ['设立登记', '变更登记', '注销登记', '营业执照补领'], {
      at: '45',
      of: 'N',
      by: [market],
      days: 3,
    }),
    filing('食品小作坊', { at: '45', of: 'NL', by: [law('食品安全法', 36)] }),
    confirmation('内资有限责任公司', ['设立登记', '变更登记', '注销登记', '章程备案'], {
      at: '234',
      of: 'L',
      by: [law('公司法', 29), market],
      days: 3,
    }),
    confirmation('农民专业合作社', ['设立登记', '变更登记', '注销登记'], {
      at: '34',
      of: 'NL',
      by: [law('农民专业合作社法', 16)],
      days: 3,
    }),
    confirmation('个人独资企业', ['设立登记', '变更登记', '注销登记', '分支机构登记'], {
      at: '34',
      of: 'N',
      by: [law('个人独资企业法', 9)],
      days: 3,
    }),
    confirmation('合伙企业', ['设立登记', '变更登记', '注销登记', '合伙人备案'], {
      at: '34',
      of: 'NL',
      by: [law('合伙企业法', 9)],
      days: 3,
    }),
    confirmation('股权出质', ['设立登记', '变更登记', '注销登记', '撤销登记'], {
      at: '234',
      of: 'NL',
      by: [law('民法典', 443)],
      days: 0,
    }),
    licence('药品经营许可证', '从事药品零售活动', { at: '34', of: 'L', by: [drugs] }),
    licence('医疗器械经营许可证', '经营第三类医疗器械', {
      at: '3',
      of: 'L',
      by: [rule('医疗器械监督管理条例', 42, '国务院令第739号')],
    }),
    filing('第二类医疗器械经营', {
      at: '34',
      of: 'L',
      by: [rule('医疗器械监督管理条例', 41, '国务院令第739号')],
    }),
    licence('特种设备使用登记证', '使用特种设备', { at: '34', of: 'L', by: [law('特种设备安全法', 33)] }),
    profession('特种设备作业人员', '资格认定', '特种设备安全管理和作业人员证', {
      at: '34',
      of: 'N',
      by: [law('特种设备安全法', 14)],
    }),
    licence('特种设备生产单位许可', '从事特种设备生产', {
      at: '2',
      of: 'L',
      by: [law('特种设备安全法', 18)],
    }),
    licence('检验检测机构资质认定', '开展检验检测活动', {
      at: '2',
      of: 'L',
      by: [rule('检验检测机构资质认定管理办法', 5)],
    }),
    approval('计量标准器具核准', ['新建', '复查', '更换', '封存', '撤销'], {
      at: '234',
      of: 'L',
      by: [law('计量法', 6)],
    }),
    profession('注册计量师', '注册', '注册计量师注册证', { at: '2', of: 'N', by: [law('计量法', 10)] }),
    licence('工业产品生产许可证', '生产列入目录的工业产品', {
      at: '2',
      of: 'L',
      by: [rule('中华人民共和国工业产品生产许可证管理条例', 5, '国务院令第440号')],
    }),
    affair(
      '知识产权',
      [
        '维权援助申请',
        '专利费用减缴备案',
        '质押融资贴息申请',
        '地理标志专用标志使用申请',
        '商标注册申请受理',
      ],
      {
        at: '234',
        of: 'NL',
        by: [law('专利法', 48)],
      },
    ),
    ruling('专利侵权纠纷', { at: '23', of: 'NL', by: [law('专利法', 65)] }),
    ruling('计量纠纷', { at: '34', of: 'NL', by: [law('计量法', 21)] }),
    affair('消费者', ['投诉受理', '举报受理', '权益保护咨询', '放心消费单位申报'], {
      at: '3456',
      of: 'N',
      by: [law('消费者权益保护法', 39)],
    }),
    penaltiesFor(
      '广告',
      ['发布虚假广告', '在广告中使用国家级、最高级等用语', '违规发布医疗、药品广告', '广告代言人违法代言'],
      {
        at: '34',
        of: 'NL',
        by: [law('广告法', 55)],
      },
    ),
    penaltiesFor(
      '价格',
      ['不执行政府定价、政府指导价', '哄抬价格', '不按规定明码标价', '利用虚假价格手段诱骗消费者'],
      {
        at: '34',
        of: 'NL',
        by: [law('价格法', 40)],
      },
    ),
    penaltiesFor(
      '产品质量',
      [
        '生产、销售不符合保障人体健康标准的产品',
        '在产品中掺杂、掺假',
        '销售失效、变质的产品',
        '伪造产品产地',
      ],
      {
        at: '34',
        of: 'NL',
        by: [law('产品质量法', 49)],
      },
    ),
    penaltiesFor(
      '反不正当竞争',
      ['经营者实施混淆行为', '经营者对商品作虚假商业宣传', '侵犯商业秘密', '违规有奖销售'],
      {
        at: '34',
        of: 'L',
        by: [law('反不正当竞争法', 18)],
      },
    ),
    coercion(
      ['查封、扣押不符合食品安全标准的食品', '查封涉嫌传销的经营场所', '扣押可能用于违法生产经营的工具'],
      {
        at: '34',
        of: 'NL',
        by: [law('食品安全法', 110)],
      },
    ),
    award('食品安全举报', { at: '34', of: 'N', by: [law('食品安全法', 13)] }),
  ],
};
