import { describe, expect, test } from 'vitest';
import { canonicalOrganisation } from '../../catalog/organisations/canonical-organisation.ts';

/** Name, short name, work, and what lists write, parted by blanks. */
const BODIES: readonly (readonly [name: string, short: string, work: string, spellings: string])[] = [
  [
    '乡镇人民政府',
    '乡镇政府',
    '乡镇街道',
    '乡镇人民政府 乡镇政府 乡（镇）人民政府 乡（镇）政府 乡镇 镇街 乡镇街道 乡镇（街道）',
  ],
  ['街道办事处', '街道办', '乡镇街道', '街道 街道办 街道办事处 新华街道 新华街道办 新华街道办事处'],
  ['镇人民政府', '镇政府', '乡镇街道', '镇 镇政府 镇人民政府 石桥镇 石桥镇政府 石桥镇人民政府'],
  ['乡人民政府', '乡政府', '乡镇街道', '乡 乡政府 民族乡人民政府 苏木政府 云雾乡 云雾乡人民政府 白音苏木'],
  [
    '便民服务站',
    '便民站',
    '村社区',
    '幸福村便民服务站 幸福村党群服务中心 幸福社区综合便民服务中心 村便民服务室 村代办点 便民服务站 便民服务点 便民服务室 便民为民服务站 党群服务站 党群便民服务点 社区服务站 社区工作站 幸福村政务服务站',
  ],
  [
    '便民服务中心',
    '便民中心',
    '乡镇街道',
    '便民服务中心 便民服务大厅 便民为民服务中心 党群服务中心 党群便民服务中心 社区事务受理服务中心 社区事务受理中心 为民服务中心 为民服务站 为民服务全程代理点 综合便民服务中心 公共服务中心 公共服务站 社区服务中心 代办点 代办站 便民代办服务点 代办服务站 新华街道便民服务中心 新华街道办事处党群服务中心 石桥镇公共服务中心 云雾乡便民服务站 白音苏木便民服务中心',
  ],
  [
    '村民委员会',
    '村委会',
    '村社区',
    '村民委员会 村委会 幸福村村民委员会 幸福村 村（社区） 村、社区 村社区 村民委员会 村两委 村',
  ],
  ['居民委员会', '居委会', '村社区', '居民委员会 居委会 幸福社区居民委员会 社区居委会 幸福社区'],
  ['人民政府', '政府', '人民政府', '人民政府 政府 广安市广安区人民政府 区政府'],
];

describe.each(BODIES)('%s', (name, short, work, spellings) => {
  test.each(spellings.split(' '))('%s', (spelling) => {
    const expected = { name, short, function: work, functions: [work] };
    expect(canonicalOrganisation(spelling)).toEqual(expected);
  });
});

test.each(['幸福村镇银行', '幸福村合作社', '街道商会', '石桥镇供销商店', '便民超市', '服务中心'])(
  '%s is none of them',
  (name) => expect(canonicalOrganisation(name).function).toBeUndefined(),
);
