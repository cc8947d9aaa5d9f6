import { expect, test } from 'vitest';
import { facetBetween } from './facet-between.ts';

test.each([
  ['produceOrTrade', '兽药生产许可证核发', '兽药经营许可证核发'],
  ['wholesaleOrRetail', '出版物批发许可', '出版物零售许可'],
  ['importOrExport', '野生植物进口审批', '野生植物出口审批'],
  ['equipmentWork', '特种设备安装许可', '特种设备制造许可'],
  ['occupyOrDig', '占用公路审批', '穿越公路审批'],
  ['enlargeOrReduce', '扩大矿区范围', '缩小矿区范围'],
  ['provinceScope', '省际道路客运许可', '省内道路客运许可'],
  ['domesticOrForeign', '境外演员演出审批', '境内演员演出审批'],
  ['termOfUse', '临时占用草原审批', '永久占用草原审批'],
  ['buildingKind', '新建公共厕所审批', '扩建公共厕所审批'],
  ['firstOrAgain', '首次注册', '再次注册'],
])('%s tells %s from %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('CONTRAST');
  expect(facetBetween(key, right, left)).toBe('CONTRAST');
  expect(facetBetween(key, left, left)).toBe('EQUAL');
});
