import { describe, expect, test } from 'vitest';
import { parseSchemeCode } from '../../catalog/codes/parse.ts';
import { CODE_SCHEMES } from '../../catalog/codes/schemes.ts';
import { shownSegments } from '../../subgraphs/code-segments.ts';

const CASES = [
  {
    code: '000104002000',
    scheme: 'CN_12',
    shown: '区划=00（国家目录） 事项类型=01（行政许可） 主项=04002 子项=000（没有子项）',
  },
  { code: '33140051200Y', scheme: 'CN_12', shown: '区划=33 事项类型=14 主项=00512 子项=00Y（有子项的主项）' },
  {
    code: '11450000007565194H200011501500504',
    scheme: 'CN_33',
    shown:
      '统一社会信用代码=11450000007565194H 行使层级=2（省级） 区划=00（国家目录） 事项类型=01（行政许可） 主项=15015 子项=005 业务办理项=04',
  },
  {
    code: 'ff8080815e01f0b9015e0389183c0f904331400515002',
    scheme: 'ZJ_45',
    shown:
      '部门标识=ff8080815e01f0b9015e0389183c0f90 行使层级=4（县级） 区划=33 事项类型=14 主项=00515 子项=002',
  },
  { code: '许可-00193-001-02', scheme: 'ZJ_LEGACY', shown: '类型=许可 主项=00193 子项=001 细项=02' },
  {
    code: '511A0138000000-511602000000-000-115113010833722043-1-00',
    scheme: 'SICHUAN',
    shown:
      '大类=1 类型=A 顺序号=0138000000 区划=511602000000 保留位=000 机构=115113010833722043 标志位=1 业务办理项=00',
  },
  { code: 'G-000007-001', scheme: 'SICHUAN_OLD', shown: '类型=G 主项=000007 子项=001' },
  { code: 'XK0010100Y', scheme: 'GUIZHOU', shown: '事项类型=XK 主项=00101 子项=00Y' },
  {
    code: 'USCC:11440100007482575H',
    scheme: 'USCC',
    shown: '登记管理部门=1 机构类别=1 登记机关区划=440100 主体标识码=007482575 校验码=H',
  },
  { code: 'GBT_39046_BASIC:0100012', scheme: 'GBT_39046_BASIC', shown: '基本编码=0100012' },
  {
    code: 'GBT_39046_IMPLEMENTATION:010001244',
    scheme: 'GBT_39046_IMPLEMENTATION',
    shown: '实施编码=010001244',
  },
  { code: '甲-01', scheme: 'LOCAL', shown: '编码=甲-01' },
  {
    code: '11440100007482575H3440118009000',
    scheme: 'CN_31',
    shown:
      '统一社会信用代码=11440100007482575H 行使层级=3（市级） 区划=44 事项类型=01（行政许可） 主项=18009 子项=000（没有子项）',
  },
] as const;

describe('the segments of a code', () => {
  test.each(CASES)('$code', ({ code, scheme, shown }) => {
    const parsed = parseSchemeCode(code);
    const text = shownSegments(parsed.segments)
      .map(({ name, value, meaning }) => `${name}=${value}${meaning === undefined ? '' : `（${meaning}）`}`)
      .join(' ');
    expect({ scheme: parsed.scheme, text }).toEqual({ scheme, text: shown });
  });

  test('every scheme has a case', () => {
    expect(new Set(CASES.map((one) => one.scheme))).toEqual(new Set(CODE_SCHEMES));
  });
});
