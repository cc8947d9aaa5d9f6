import { describe, expect, test } from 'vitest';
import { inKnownSpelling } from '../../../matching/lexicon/knowledge.ts';
import { unifiedName } from '../../../matching/name/unified-text.ts';

const spelled = (name: string): string => inKnownSpelling(unifiedName(name));

describe('one item, two spellings', () => {
  test.each([
    ['城乡居民基本养老保险参保登记', '新农保参保登记'],
    ['城乡居民医疗保险参保登记', '新型农村合作医疗参保登记'],
    ['城镇职工基本医疗保险', '职工医保'],
    ['养老保险关系转移接续', '基本养老保险关系转移'],
    ['低保审批', '最低生活保障审批'],
    ['农村五保户认定', '农村五保供养认定'],
    ['残疾人证办理', '残疾证办理'],
    ['孤儿基本生活费发放', '孤儿基本生活保障金发放'],
    ['高龄津贴发放', '尊老金发放'],
    ['独生子女父母光荣证', '独生子女证'],
    ['农村部分计划生育家庭奖励扶助金', '计生奖扶'],
    ['居民身份证换领', '二代身份证换领'],
    ['户籍迁移', '户口迁移'],
    ['死亡人员户口注销', '死亡登记'],
    ['往来港澳通行证签发', '港澳通行证签发'],
    ['机动车转移登记', '机动车转让登记'],
    ['个人帐户一次性支取', '个人账户一次性支取'],
    ['创业担保贷款申请', '小额担保贷款申请'],
    ['就业失业登记证', '就业创业证'],
    ['委托书公证', '委托公证'],
    ['遗产继承公证', '继承公证'],
    ['退耕还林补贴', '退耕还林补助资金'],
    ['家庭困难证明', '贫困证明'],
    ['未婚证明', '单身证明'],
    ['提取公积金', '支取住房公积金'],
    ['盖房子审批', '建房审批'],
  ])('%s and %s', (left, right) => {
    expect(spelled(left)).toBe(spelled(right));
  });
});

describe('a short word inside a longer one stays', () => {
  test.each([
    ['降低保险费率', '最低生活保障'],
    ['旅行社保证金退还', '社会保险'],
    ['中医保健服务', '医疗保险'],
    ['居民身份证明', '居民身份证明明'],
    ['补充医保备案', '职工'],
    ['水上交通事故处理', '道路'],
    ['特种设备设计生产许可', '计划生育'],
  ])('%s does not speak of %s', (name, other) => {
    expect(spelled(name)).not.toContain(other);
  });

  test.each([
    ['最低生活保障', '最低生活保障边缘家庭认定', '低保认定'],
    ['养老保险与工伤保险', '城乡居民养老保险', '工伤保险'],
    ['孤儿与事实孤儿', '孤儿基本生活费', '事实孤儿基本生活费'],
  ])('%s stay apart', (_, left, right) => {
    expect(spelled(left)).not.toBe(spelled(right));
  });
});
