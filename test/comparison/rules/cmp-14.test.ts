import { test } from 'vitest';
import { type Case, holds } from './place.ts';

const CASES: readonly Case[] = [
  [
    'another condition',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满二十周岁' }],
    },
    { 'ERROR power p': /受理条件与参考目录不同/u },
  ],
  [
    'other marks',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁；' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '年满十八周岁。' }],
    },
    {},
  ],
  [
    'who comes from elsewhere is kept out',
    { reference: [{ id: 'r' }], power: [{ id: 'p', of: 'r', acceptCondition: '投标人须为本地企业' }] },
    { 'ERROR power p': /限制外地申请人/u },
  ],
  [
    'the list keeps people out, and the rows of its guide do not say so',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '申请人须为本县户籍', conditions: [{ name: '成年' }] }],
    },
    { 'ERROR power p': /“须为本县户籍”，限制外地申请人/u },
  ],
  [
    'the reference asks for it',
    {
      reference: [{ id: 'r', acceptCondition: '申请人限本市户籍' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '申请人限本市户籍' }],
    },
    {},
  ],
  [
    'what falls to the place',
    {
      reference: [{ id: 'r' }],
      power: [{ id: 'p', of: 'r', acceptCondition: '在本县行政区域内取水的单位' }],
    },
    {},
  ],
  [
    'rows beside a text cannot be told',
    {
      reference: [{ id: 'r', acceptCondition: '年满十八周岁' }],
      power: [{ id: 'p', of: 'r', conditions: [{ name: '成年' }] }],
    },
    {},
  ],
];

const stating = (acceptCondition: string) => ({
  reference: [{ id: 'r' }],
  power: [{ id: 'p', of: 'r', acceptCondition }],
});

test.each([
  '投标人须为本地企业',
  '年满十八周岁。仅限本市户籍居民申请',
  '申请人必须是本县户籍，外地户籍不予受理',
  '只受理本地企业的申请',
  '申请人应当在本市设立分公司',
  '限于本区注册的企业，且须在本区缴纳税收',
  '申请人应当具有本市常住户口',
  '仅限本市户籍居民均可申请',
  '凡年满六十周岁，仅限本县户籍的老年人均可申领',
  '仅限于具有本市户籍的人员',
  '申请人须具有青溪县户籍',
  '申请人户籍所在地须为本县',
  '户籍应当在青溪县的居民',
  '申请人户籍地须在本县',
  '企业注册地应当在本市',
  '申请人不得为外地企业',
  '申请人不能是非本市户籍人员',
  '本县户籍人员方可申请',
  '非本市户籍人员不予受理',
  '外地企业除外',
  '申请人不得有犯罪记录，且须为本市户籍',
  '申请人不得以虚假材料申请并且须为本市户籍',
  '企业应当在本县登记',
  '企业应当在本县工商登记注册',
  '仅限本市户籍人员申请取消登记',
  '性别不限，限本县居民',
])('CMP-14 keeps out who comes from elsewhere: %s', (condition) => {
  holds('CMP_14', stating(condition), { 'ERROR power p': /限制外地申请人/u });
});

test.each([
  '不限本地户籍，外地户籍同样受理',
  '本地企业、外地企业均可申请',
  '外地企业与本地企业一视同仁',
  '不得限于本地企业',
  '不得仅限于本市企业',
  '申请人不再限本市户籍',
  '申请人无须为本地企业',
  '不得要求投标人须为本地企业',
  '申请人须为本地企业或者外地企业',
  '在本市设立分公司的，提交分公司营业执照',
  '办理时限本市企业五日',
  '本地企业均可申请',
  '取消申请人须为本市户籍的限制',
  '须为本市户籍的限制已经取消',
  '申请人户籍不限，不限于本市户籍',
  '须具有城市户口或者农村户口',
  '申请人须为本市户籍或者持有外省户籍',
  '本市户籍人员提交户口簿，外地户籍人员提交居住证，均可申请',
  '不得以申请人非本市户籍为由不予受理',
  '申请人须具有中国国籍',
  '在本省合法居住的外国人可以提出申请',
  '申请时在我省港口企业从业的人员',
  '由本市行政区域内的企业提出',
  '应当向本县民政部门提出申请',
  '数额上限本市企业为五万元',
  '无权限本市企业申请的，不予受理',
  '应当由本级人民政府批准',
  '外地车辆除外',
  '不得因申请人为外地企业而不予受理',
  '注册应当在本系统完成',
  '应当由居住地县户口登记机关办理',
])('CMP-14 keeps out nobody: %s', (condition) => {
  holds('CMP_14', stating(condition), {});
});

test.each(CASES)('CMP-14: %s', (_about, place, found) => {
  holds('CMP_14', place, found);
});
