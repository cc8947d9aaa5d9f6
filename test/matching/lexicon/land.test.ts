import { expect, test } from 'vitest';
import { facetBetween } from './facet-between.ts';

test.each([
  ['landClass', '临时用地审批', '设施农用地备案'],
  ['landClass', '永久基本农田占用审核', '林地占用审核'],
  ['landUseControl', '建设项目用地预审', '土地征收审批'],
  ['planningPermit', '建设用地规划许可证核发', '建设工程规划许可证核发'],
  ['planningPermit', '乡村建设规划许可证核发', '建设工程规划许可证核发'],
  ['planningPermit', '建设工程规划许可证核发', '临时建设工程规划许可证核发'],
  ['propertyRight', '国有建设用地使用权首次登记', '宅基地使用权首次登记'],
  ['propertyRight', '集体土地所有权登记', '土地承包经营权登记'],
  ['propertyRight', '抵押权登记', '地役权登记'],
  ['registrationKind', '不动产异议登记', '不动产预告登记'],
  ['registrationKind', '不动产查封登记', '不动产更正登记'],
  ['mortgageKind', '最高额抵押权登记', '在建工程抵押权登记'],
  ['surveying', '测绘资质审批', '测绘作业证核发'],
  ['mineralRight', '采矿权新立登记', '探矿权新立登记'],
  ['mineralService', '压覆重要矿床审批', '矿产资源储量评审备案'],
  ['landSupplyWay', '国有建设用地使用权划拨审批', '国有建设用地使用权协议出让审批'],
  ['landTenure', '国有土地使用权登记', '集体土地使用权登记'],
  ['fossil', '古生物化石发掘审批', '古生物化石出境审批'],
  ['equipmentWork', '地质灾害治理工程设计资质审批', '地质灾害治理工程监理资质审批'],
  ['civilDefence', '防空地下室易地建设审批', '人防警报设施拆除审批'],
  ['projectDocument', '政府投资项目建议书审批', '政府投资项目初步设计审批'],
  ['planObject', '控制性详细规划修改审批', '村庄规划审批'],
])('%s tells %s from %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('CONTRAST');
  expect(facetBetween(key, right, left)).toBe('CONTRAST');
  expect(facetBetween(key, left, left)).toBe('EQUAL');
});
