import { expect, test } from 'vitest';
import { facetBetween } from './facet-between.ts';

test.each([
  ['oilAct', '成品油零售经营审批', '成品油批发经营审批'],
  ['wasteKind', '餐厨垃圾处置审批', '渣土处置审批'],
  ['forestProduct', '林木采伐许可证核发', '木材运输证核发'],
  ['forestLandUse', '建设项目使用林地审核', '建设项目临时使用林地审批'],
  ['protectedArea', '自然保护区内建设审批', '森林公园内建设审批'],
  ['quarantineField', '农业植物检疫证书核发', '林业植物检疫证书核发'],
  ['quarantineScene', '产地检疫合格证核发', '调运植物检疫证书核发'],
  ['speciesRank', '国家一级保护野生动物猎捕审批', '国家二级保护野生动物猎捕审批'],
  ['speciesRank', '非国家重点保护野生动物猎捕审批', '国家重点保护野生动物猎捕审批'],
  ['wildSpecies', '水生野生动物人工繁育许可', '陆生野生动物人工繁育许可'],
  ['wildlifeAct', '野生动物猎捕许可', '野生动物人工繁育许可'],
  ['farmInput', '农药经营许可', '兽药经营许可'],
  ['farmInput', '农作物种子生产经营许可', '林木种子生产经营许可'],
  ['pesticideAct', '农药生产许可', '农药登记初审'],
  ['animalHealth', '动物防疫条件合格证核发', '动物诊疗许可证核发'],
  ['livestockAct', '生鲜乳收购许可', '生鲜乳准运证明核发'],
  ['slaughterAnimal', '生猪定点屠宰证书核发', '牛羊定点屠宰证书核发'],
  ['farmMachineAct', '拖拉机驾驶证核发', '拖拉机登记'],
  ['farmSubsidy', '耕地地力保护补贴', '农机购置补贴'],
  ['fishingKind', '海洋渔业捕捞许可', '内陆渔业捕捞许可'],
  ['fisheryAct', '水域滩涂养殖证核发', '渔业捕捞许可证核发'],
  ['equipmentWork', '渔业船舶制造船网工具指标审批', '渔业船舶购置船网工具指标审批'],
  ['waterAct', '取水许可审批', '河道采砂许可审批'],
  ['waterAct', '水土保持方案审批', '洪水影响评价审批'],
  ['protectionZone', '河道管理范围内建设项目审批', '水利工程管理范围内建设项目审批'],
  ['eiaForm', '建设项目环境影响报告书审批', '建设项目环境影响登记表备案'],
  ['pollutionLicence', '排污许可证核发', '辐射安全许可证核发'],
  ['hazardousWaste', '危险废物经营许可证核发', '危险废物转移审批'],
  ['wasteKind', '建筑垃圾处置核准', '餐厨垃圾处置核准'],
  ['safetyLicence', '烟花爆竹经营许可', '危险化学品经营许可'],
  ['fireworksAct', '烟花爆竹零售许可', '烟花爆竹批发许可'],
  ['emergencyPlan', '生产安全事故应急预案备案', '突发环境事件应急预案备案'],
  ['safetyStage', '安全设施设计审查', '安全设施竣工验收'],
  ['safetyLicence', '煤矿企业安全生产许可', '非煤矿山企业安全生产许可'],
  ['lightning', '防雷装置设计审核', '防雷装置竣工验收'],
  ['balloonAct', '升放气球单位资质认定', '升放气球活动审批'],
  ['fireStage', '建设工程消防设计审查', '建设工程消防验收'],
  ['fireStage', '建设工程消防验收', '建设工程消防验收备案'],
])('%s tells %s from %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('CONTRAST');
  expect(facetBetween(key, right, left)).toBe('CONTRAST');
  expect(facetBetween(key, left, left)).toBe('EQUAL');
});
