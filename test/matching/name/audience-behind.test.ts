import { describe, expect, test } from 'vitest';
import { analyseName } from '../../../matching/name/analyse.ts';
import { audienceAtEnd, audienceBehind } from '../../../matching/name/audience-behind.ts';

describe('whom a name is for, behind its act', () => {
  test.each([
    ['用气销户个人', '用气销户', '个人'],
    ['用气销户-个人', '用气销户', '个人'],
    ['排水许可核发企业单位', '排水许可核发', '企业单位'],
    ['居住证办理单位', '居住证办理', '单位'],
    ['烟草专卖零售许可证注销单位', '烟草专卖零售许可证注销', '单位'],
    ['户外广告设施设置审批自然人', '户外广告设施设置审批', '自然人'],
    ['执业登记变更个人', '执业登记变更', '个人'],
    ['养老保险-企业', '养老保险', '企业'],
  ])('%s', (name, rest, audience) => {
    expect(audienceBehind(name)).toEqual({ rest, audience });
  });

  test.each([
    ['who does something', '施工单位'],
    ['whose trade it is', '物业服务企业'],
    ['whose trade it is to act', '出租汽车经营企业'],
    ['what is changed', '执业医师变更单位'],
    ['what is changed into', '个体工商户转型升级为企业'],
    ['what is honoured', '表彰先进个人'],
    ['an act on nothing else', '备案单位'],
    ['two that are joined', '奖励单位、个人'],
    ['nothing but whom', '个人'],
    ['not at the end', '个人所得税申报'],
  ])('%s is none: %s', (_what, name) => {
    expect(audienceBehind(name)).toBeUndefined();
  });

  test.each([
    ['用气销户个人', '用气销户（个人）'],
    ['用气销户—单位', '用气销户（单位）'],
    ['用气销户（自然人）', '用气销户（个人）'],
    ['户外广告审批（电子显示屏）个人', '户外广告审批（电子显示屏）（个人）'],
  ])('%s is taken apart as %s', (bare, bracketed) => {
    const [one, other] = [analyseName(bare), analyseName(bracketed)];
    const said = ({ marked, object, limits, exact }: typeof one) => ({ marked, object, limits, exact });
    expect(said(one)).toEqual(said(other));
  });

  test.each([
    ['变更用人单位', '用人单位'],
    ['变更', undefined],
  ])('%s ends in %s', (name, audience) => expect(audienceAtEnd(name)).toBe(audience));
});
