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
])('CMP-14 keeps out nobody: %s', (condition) => {
  holds('CMP_14', stating(condition), {});
});

test.each(CASES)('CMP-14: %s', (_about, place, found) => {
  holds('CMP_14', place, found);
});
