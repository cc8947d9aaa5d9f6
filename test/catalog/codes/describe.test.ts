import { expect, test } from 'vitest';
import { describeSegments } from '../../../catalog/codes/describe.ts';
import { parseCode } from '../../../catalog/codes/parse.ts';
import type { CodeScheme } from '../../../catalog/codes/schemes.ts';

/** Code, and its segments as `name=value=meaning`. */
const CODES: readonly (readonly [code: string, scheme: CodeScheme, segments: string])[] = [
  ['44010200200Y', 'CN_12', '区划=44 事项类型=01=行政许可 主项=02002 子项=00Y=有子项的主项'],
  ['440102002000', 'CN_12', '区划=44 事项类型=01=行政许可 主项=02002 子项=000=无子项'],
  ['442199806003', 'CN_12', '区划=44 事项类型=21 主项=99806 子项=003'],
  [
    '000120002003',
    'CN_12',
    '区划=00=国家目录 事项类型=01=行政许可 主项=20002=前两位_20_为国务院部门 子项=003',
  ],
  // In Zhejiang two lists of types are in use behind 33, so the digits are shown without a meaning.
  ['330700512001', 'CN_12', '区划=33 事项类型=07 主项=00512 子项=001'],
  [
    '11440100007483172Q3440106043001',
    'CN_31',
    '统一社会信用代码=11440100007483172Q 行使层级=3=市级 区划=44 事项类型=01=行政许可 主项=06043 子项=001',
  ],
  [
    '11440100007483172Q9440106043001',
    'CN_31',
    '统一社会信用代码=11440100007483172Q 行使层级=9 区划=44 事项类型=01=行政许可 主项=06043 子项=001',
  ],
  [
    'ff8080815e01f0b9015e0389183c0f904331400515002',
    'ZJ_45',
    '部门标识=ff8080815e01f0b9015e0389183c0f90 行使层级=4=县级 区划=33 事项类型=14 主项=00515 子项=002',
  ],
  ['许可-00193-001-02', 'ZJ_LEGACY', '类型=许可=行政许可 主项=00193 子项=001 细项=02'],
  // 确认 is 08 in Zhejiang, where the standard has 奖励.
  ['确认-00193-001', 'ZJ_LEGACY', '类型=确认=行政确认 主项=00193 子项=001'],
  ['怪事-00193-001', 'ZJ_LEGACY', '类型=怪事 主项=00193 子项=001'],
  [
    '511F0138000000-511602000000-000-115113010833722043-1-00',
    'SICHUAN',
    '省=51=四川省 类别=1 类型=F=行政确认 顺序=0138000000 区划=511602000000 预留=000 机构=115113010833722043 标志=1 顺序号=00',
  ],
  [
    '512B0138000000-511602000000-1',
    'SICHUAN',
    '省=51=四川省 类别=2 类型=B 顺序=0138000000 机构=511602000000-1',
  ],
  [
    'G-000007-001-511602000000-000-115113010833722043-1-00',
    'SICHUAN_OLD',
    '类型=G=行政给付 主项=000007 子项=001 区划=511602000000 预留=000 机构=115113010833722043 标志=1 顺序号=00',
  ],
  [
    'XK0010100Y1234567ABCDEFGHI',
    'GUIZHOU',
    '类型=XK=行政许可 主项=00101 子项=00Y 事权、区划与机构=1234567ABCDEFGHI',
  ],
  ['QR00101001', 'GUIZHOU', '类型=QR=行政确认 主项=00101 子项=001'],
  [
    '11440100007483172Q',
    'USCC',
    '登记管理部门=1 机构类别=1 登记机关区划=440100 主体标识码=007483172 校验码=Q',
  ],
  ['A010100101', 'GBT_39046_BASIC', '编码=A010100101'],
  ['A010100101A010100101', 'GBT_39046_IMPLEMENTATION', '编码=A010100101A010100101'],
  ['自编-1', 'LOCAL', '编码=自编-1'],
];

test.each(CODES)('%s, read as %s, is shown segment by segment', (code, scheme, segments) => {
  const parsed = parseCode(code, scheme);
  expect(parsed.scheme).toBe(scheme);
  expect(describeSegments(parsed.segments)).toEqual(
    segments.split(' ').map((segment) => {
      const [name, value, meaning] = segment.replaceAll('_', ' ').split('=');
      return meaning === undefined ? { name, value } : { name, value, meaning };
    }),
  );
});
