import { expect, test } from 'vitest';
import { FACETS } from '../../../matching/lexicon/facets.ts';
import { IMPLICATIONS } from '../../../matching/lexicon/implications.ts';
import { inKnownSpelling } from '../../../matching/lexicon/knowledge.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';
import { contrasts, facetBetween } from './facet-between.ts';

test.each([
  ['rightPassedOn', '采矿权转让审批', '探矿权转让审批'],
  ['rightPassedOn', '股权出质登记', '商标权出质登记'],
  ['register', '护士执业注册', '企业登记'],
  ['register', '不动产登记', '婚姻登记'],
  ['moveDirection', '残疾人证迁入', '残疾人证迁出'],
  ['moveDirection', '学籍转入', '学籍转出'],
  ['homesteadMatter', '宅基地申请', '宅基地使用权首次登记'],
  ['propertyPaper', '不动产权证补发', '农村土地承包经营权证补发'],
  ['reportedBy', '个人所得税自主报告', '个人所得税扣缴义务人报告'],
  ['miningArea', '划定矿区范围审批', '扩大矿区范围变更登记'],
  ['grainMatter', '粮食收购备案', '粮食仓储备案'],
  ['proofSubject', '非正常死亡证明', '非医学性死亡证明'],
  ['waterTransport', '渔业船员证书核发', '船员适任证书核发'],
  ['travelDocument', '因公护照签发', '普通护照签发'],
  ['socialCardDoing', '社会保障卡申领', '社会保障卡密码重置'],
  ['employmentSubsidy', '一次性创业补贴申领', '优秀创业项目资助'],
  ['insuranceKind', '工亡职工遗属待遇申领', '企业职工养老保险遗属待遇申领'],
  ['legalProfession', '律师事务所设立许可', '律师事务所分所设立许可'],
  ['travel', '导游证核发', '导游等级评定'],
  ['adoptionMatter', '收养登记', '解除收养关系登记'],
  ['propertyManagement', '维修资金交存', '维修资金退还'],
  ['personOrBody', '母婴保健技术服务机构许可', '母婴保健技术服务人员资格认定'],
  ['practiceChange', '医师变更执业地点', '医师变更执业范围'],
])('%s tells %s from %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('CONTRAST');
  expect(facetBetween(key, right, left)).toBe('CONTRAST');
  expect(facetBetween(key, left, left)).toBe('EQUAL');
});

test.each([
  ['moveDirection', '残疾人证迁入', '残疾人证迁移'],
  ['householdMatter', '户口迁入登记', '户口迁移'],
  ['enlargeOrReduce', '营业执照副本增加', '营业执照副本增减'],
  ['kinship', '夫妻投靠', '亲属投靠'],
  ['relicAct', '文物修缮审批', '文物保护工程审批'],
  ['investment', '技改项目备案', '企业投资项目备案'],
  ['investment', '企业投资项目', '固定资产投资项目'],
  ['employmentRegistration', '失业登记', '就业失业登记'],
  ['marriageMatter', '结婚登记', '婚姻登记'],
  ['eiaForm', '建设项目环境影响报告书审批', '建设项目环境影响评价文件审批'],
  ['waterAct', '河道管理范围内建设项目工程建设方案审批', '洪水影响评价类审批'],
  ['electricUser', '低压居民报装', '供电报装'],
  ['worksMatter', '工程质量监督', '质量安全监督'],
  ['insuredGroup', '新生儿参保登记', '城乡居民参保登记'],
  ['mineral', '砂石矿山安全生产', '非煤矿山安全生产'],
  ['healthPractitioner', '台湾医师短期行医', '港澳台医师短期行医'],
  ['wildfireLand', '草原防火期内野外用火审批', '森林草原防火期内野外用火审批'],
  ['insuranceBenefit', '生育津贴支付', '生育保险待遇支付'],
  ['insuranceBenefit', '一次性工亡补助金申领', '工伤保险待遇申领'],
  ['highway', '增设平面交叉道口审批', '涉路施工活动许可'],
  ['travelDocument', '往来港澳通行证签发', '出入境证件办理'],
  ['cityWasteAct', '建筑垃圾运输许可', '城市建筑垃圾处置核准'],
  ['citizenCardKind', '电子社会保障卡签发', '社会保障卡申领'],
])('in %s, %s is a part of %s', (key, left, right) => {
  expect(facetBetween(key, left, right)).toBe('LEFT_WITHIN');
  expect(facetBetween(key, right, left)).toBe('RIGHT_WITHIN');
});

test.each([
  ['船舶所有权、国籍登记', '船舶国籍登记'],
  ['公共租赁住房承租资格确认', '退休提取住房公积金'],
  ['延期缴纳税款核准', '税款补缴'],
  ['技术改造投资项目备案', '企业投资项目备案'],
  ['危险化学品安全生产许可', '危险化学品生产许可'],
  ['房屋所有权转移登记', '国有建设用地使用权及房屋所有权转移登记'],
])('%s and %s do not exclude each other', (left, right) => {
  expect(contrasts(left, right)).toEqual([]);
});

test('every facet has a key of its own and holds each word once, also after spelling', () => {
  const keys = FACETS.map(({ key }) => key);
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  const twice = FACETS.flatMap(({ key, terms }) => {
    const words = terms.flatMap((term) => [
      ...new Set(term.words.map((word) => inKnownSpelling(unifiedText(word)))),
    ]);
    return words.filter((word, place) => words.indexOf(word) !== place).map((word) => `${key}: ${word}`);
  });
  expect(twice).toEqual([]);
});

test('whatever is implied is a term of some facet', () => {
  const terms = new Set(
    FACETS.flatMap((facet) =>
      facet.terms.flatMap(({ words }) => words.map((word) => inKnownSpelling(unifiedText(word)))),
    ),
  );
  const idle = IMPLICATIONS.flatMap(({ word, implies }) =>
    implies.filter((one) => !terms.has(inKnownSpelling(unifiedText(one)))).map((one) => `${word} > ${one}`),
  );
  expect(idle).toEqual([]);
});
