import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../matching/matcher.ts';
import { areOpposed } from '../../../matching/pair/opposed.ts';
import { judgePair } from '../../../matching/pair.ts';
import { compared } from './compared.ts';

/** Names that differ in a number, a direction, an opposite, what they include, or who stands first. */
const OPPOSED = [
  ['2023年度城乡居民医保缴费', '2024年度城乡居民医保缴费'],
  ['2023年高校毕业生就业补贴', '2024年高校毕业生就业补贴'],
  ['2022学年助学金申请', '2023学年助学金申请'],
  ['C1驾驶证申领', 'C2驾驶证申领'],
  ['5吨以下渔船检验', '50吨以上渔船检验'],
  ['三星级饭店评定', '五星级饭店评定'],
  ['18周岁以上公民身份证申领', '18周岁以下公民身份证申领'],
  ['年满16周岁人员身份证申领', '未满16周岁人员身份证申领'],
  ['100平方米以上餐饮备案', '100平方米以下餐饮备案'],
  ['30万元以上工程备案', '30万元以下工程备案'],
  ['3.5吨货车通行证', '12.5吨货车通行证'],
  ['0.5公顷林地审批', '2.5公顷林地审批'],
  ['春季学期助学金', '秋季学期助学金'],
  ['上半年职称评审', '下半年职称评审'],
  ['室内娱乐场所备案', '室外娱乐场所备案'],
  ['买方资格核验', '卖方资格核验'],
  ['境内非政府组织登记', '境外非政府组织登记'],
  ['营业执照正本补发', '营业执照副本补发'],
  ['女职工补贴申领', '男职工补贴申领'],
  ['不动产抵押登记', '动产抵押登记'],
  ['不动产登记', '动产登记'],
  ['非营利性机构登记', '营利性机构登记'],
  ['食品经营许可（含注销）', '食品经营许可（含变更）'],
  ['养老机构内设医疗机构', '医疗机构内设养老机构'],
  ['父母投靠子女落户', '子女投靠父母落户'],
  ['委托办理的个人独资企业转为有限责任公司', '委托办理的有限责任公司转为个人独资企业'],
  ['爆破审批', '爆破处罚'],
  ['取水许可', '取水监督检查'],
  ['公证员执业、变更许可', '公证员执业变更许可'],
  ['12345', '54321'],
  ['', ''],
  ['', '食品经营许可'],
  ['（）', '、'],
] as const;

const UNOPPOSED = [
  ['80周岁高龄津贴', '80周岁以上高龄津贴'],
  ['18周岁以上公民身份证申领', '公民身份证申领'],
  ['第二、三类医疗器械经营', '第二类、第三类医疗器械经营'],
  ['第二类、第三类医疗器械经营', '第二类医疗器械经营'],
  ['食品经营许可（含变更）', '食品经营许可'],
  ['养老机构内设医疗机构备案', '养老机构内设医疗机构'],
  ['三星级饭店评定', '3星级饭店评定'],
  ['企业设立、变更登记', '企业设立变更登记'],
  ['取水许可（变更）', '取水许可变更'],
  ['取水许可', '取水登记'],
  ['出入境证件签发', '出入境证件签发'],
] as const;

describe('names that say opposite things', () => {
  test.each(OPPOSED)('%s | %s are opposed, and never one for a machine', (left, right) => {
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      expect(areOpposed(compared(one, other))).toBe(true);
      expect(judgePair({ id: 'l', name: one }, { id: 'r', name: other }).relation).not.toBe('same');
      expect(createMatcher([{ id: 'r', name: other }]).match({ id: 'l', name: one }).band).not.toBe('AUTO');
    }
  });

  test.each(UNOPPOSED)('%s | %s are not', (left, right) => {
    expect(areOpposed(compared(left, right))).toBe(false);
    expect(areOpposed(compared(right, left))).toBe(false);
  });

  test('the chances still sum to one, and the bits to the odds', () => {
    for (const [left, right] of OPPOSED) {
      const { probabilities, evidence } = judgePair({ id: 'l', name: left }, { id: 'r', name: right });
      const { same, partial, different } = probabilities;
      expect(same + partial + different).toBeCloseTo(1, 9);
      const odds = Math.log2(same / (1 - same));
      expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(odds, 2);
    }
  });

  test('a nameless name is another, and says so', () => {
    const { relation, evidence } = judgePair({ id: 'l', name: '服务' }, { id: 'r', name: '管理' });
    expect(relation).toBe('different');
    expect(evidence[0]).toMatchObject({ feature: 'opposed', note: expect.stringContaining('没有写明') });
  });
});
