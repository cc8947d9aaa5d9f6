import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import type { Facet, Term } from '../../../matching/lexicon/entries.ts';
import { CITY_MANAGEMENT_FACETS } from '../../../matching/lexicon/facets/city-management.ts';
import { COMMERCE_FACETS } from '../../../matching/lexicon/facets/commerce.ts';
import { FINANCE_FACETS } from '../../../matching/lexicon/facets/finance.ts';
import { HOUSING_FACETS } from '../../../matching/lexicon/facets/housing.ts';
import { INDUSTRY_FACETS } from '../../../matching/lexicon/facets/industry.ts';
import { LEGAL_PERSON_FACETS } from '../../../matching/lexicon/facets/legal-persons.ts';
import { MARKET_FACETS } from '../../../matching/lexicon/facets/market.ts';
import { MEDICINE_FACETS } from '../../../matching/lexicon/facets/medicine.ts';
import { PERSON_FACETS } from '../../../matching/lexicon/facets/persons.ts';
import { QUALITY_FACETS } from '../../../matching/lexicon/facets/quality.ts';
import { TAX_FACETS } from '../../../matching/lexicon/facets/tax.ts';
import { TRANSPORT_FACETS } from '../../../matching/lexicon/facets/transport.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';

const facets: readonly Facet[] = [
  ...CITY_MANAGEMENT_FACETS,
  ...COMMERCE_FACETS,
  ...FINANCE_FACETS,
  ...HOUSING_FACETS,
  ...INDUSTRY_FACETS,
  ...LEGAL_PERSON_FACETS,
  ...MARKET_FACETS,
  ...MEDICINE_FACETS,
  ...PERSON_FACETS,
  ...QUALITY_FACETS,
  ...TAX_FACETS,
  ...TRANSPORT_FACETS,
];

const facetOf = (key: string): Facet => {
  const facet = facets.find((one) => one.key === key);
  if (facet === undefined) throw new Error(`no facet ${key}`);
  return facet;
};

/** Firsts of the term and of all it is within, nearest first. */
const chain = (facet: Facet, term: Term | undefined): string[] => {
  const found: string[] = [];
  for (let at = term; at !== undefined; at = facet.terms.find(({ words }) => words[0] === at?.within)) {
    if (found.includes(at.words[0])) throw new Error(`${facet.key}: ${at.words[0]} is within itself`);
    found.push(at.words[0]);
  }
  return found;
};

/** How two answers to a facet's question stand to each other. */
const compare = (key: string, one: string, other: string): string => {
  const facet = facetOf(key);
  const [left, right] = [one, other].map((word) => {
    const term = facet.terms.find(({ words }) => words.includes(word));
    if (term === undefined) throw new Error(`${key} does not know ${word}`);
    return chain(facet, term);
  }) as [string[], string[]];
  if (left[0] === right[0]) return 'same';
  if (left.includes(right[0] ?? '')) return 'narrower';
  return right.includes(left[0] ?? '') ? 'broader' : 'different';
};

describe.each(facets.map((facet) => [facet.key, facet] as const))('%s', (_, facet) => {
  const words = facet.terms.flatMap((term) => [...term.words]);

  test('asks one question, with two answers or more, and says where they come from', () => {
    expect(facet.key).toMatch(/^[a-z][A-Za-z]*$/);
    expect(facet.name).toMatch(/\p{Script=Han}/u);
    expect(facet.source.length).toBeGreaterThanOrEqual(4);
    expect(facet.terms.length).toBeGreaterThan(1);
  });

  test('knows no word twice', () => {
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('writes words as names are compared', () => {
    const odd = words.filter(
      (word) =>
        word.length < 2 || /[()]/.test(word) || normalizeName(word) !== word || unifiedText(word) !== word,
    );
    expect(odd).toEqual([]);
  });

  test('includes terms in terms it has, never in a circle', () => {
    const firsts = new Set(facet.terms.map((term) => term.words[0]));
    const lost = facet.terms.filter(({ within }) => within !== undefined && !firsts.has(within));
    expect(lost).toEqual([]);
    for (const term of facet.terms) expect(chain(facet, term)[0]).toBe(term.words[0]);
  });
});

describe('the facets of the economy', () => {
  test('are many, under keys of their own', () => {
    const keys = facets.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThanOrEqual(60);
    expect(facets.flatMap(({ terms }) => terms).length).toBeGreaterThan(1000);
  });

  test.each([
    ['legalForm', '有限公司', '有限责任公司', 'same'],
    ['legalForm', '有限公司', '股份有限公司', 'different'],
    ['legalForm', '有限合伙', '合伙企业', 'narrower'],
    ['legalForm', '个体工商户', '农民专业合作社', 'different'],
    ['legalForm', '公司', '国有独资公司', 'broader'],
    ['registeredPart', '分公司', '分支机构', 'narrower'],
    ['registeredMatter', '股权出质', '营业执照', 'different'],
    ['foodTrade', '餐饮服务', '食品经营', 'narrower'],
    ['foodTrade', '食品生产', '食品经营', 'different'],
    ['foodTrade', '小餐饮', '食品摊贩', 'different'],
    ['foodTrade', '小作坊', '食品小作坊', 'same'],
    ['equipmentKind', '电梯', '锅炉', 'different'],
    ['equipmentKind', '气瓶', '压力容器', 'narrower'],
    ['equipmentAct', '使用登记', '施工告知', 'different'],
    ['measurement', '社会公用计量标准', '计量标准', 'narrower'],
    ['intellectualProperty', '外观设计', '专利', 'narrower'],
    ['intellectualProperty', '商标', '专利', 'different'],
    ['advertising', '药品广告', '医疗器械广告', 'different'],
    ['deviceClass', '第二类医疗器械', '第三类医疗器械', 'different'],
    ['regulatedProduct', '药品', '化妆品', 'different'],
    ['controlledDrug', '第二类精神药品', '精神药品', 'narrower'],
    ['taxKind', '个税', '个人所得税', 'same'],
    ['taxKind', '增值税', '消费税', 'different'],
    ['taxpayerKind', '一般纳税人', '小规模纳税人', 'different'],
    ['invoice', '发票领用', '发票代开', 'different'],
    ['taxMatter', '延期申报', '延期缴纳税款', 'different'],
    ['tobacco', '烟草专卖零售', '烟草专卖批发', 'different'],
    ['saltTrade', '食盐定点生产', '食盐定点批发', 'different'],
    ['precursorAct', '易制毒化学品购买', '易制毒化学品运输', 'different'],
    ['bidding', '自行招标', '邀请招标', 'different'],
    ['pricedGood', '供热价格', '水价', 'different'],
    ['projectTreatment', '企业投资项目核准', '企业投资项目备案', 'different'],
    ['constructionQualification', '施工总承包', '建筑业企业资质', 'narrower'],
    ['constructionQualification', '工程监理资质', '工程设计资质', 'different'],
    ['constructionPerson', '一级注册建造师', '二级注册建造师', 'different'],
    ['worksMatter', '消防验收', '消防验收备案', 'different'],
    ['worksKind', '市政工程', '房屋建筑工程', 'different'],
    ['localFinance', '典当行', '小额贷款公司', 'different'],
    ['accounting', '代理记账', '会计师事务所', 'different'],
    ['roadTransport', '网约车', '巡游出租汽车', 'different'],
    ['roadTransport', '危险货物运输', '道路货物运输', 'narrower'],
    ['roadTransport', '机动车维修', '机动车驾驶员培训', 'different'],
    ['roadCertificate', '道路运输证', '道路运输经营许可证', 'different'],
    ['highway', '超限运输', '护路林', 'different'],
    ['waterTransport', '港口经营', '国内水路运输', 'different'],
    ['vehicle', '电动自行车', '机动车', 'different'],
    ['subsidisedHousing', '公租房', '保障性住房', 'narrower'],
    ['houseTrade', '商品房预售', '商品房现售', 'different'],
    ['propertyManagement', '业主大会', '业主委员会', 'different'],
    ['cityUtility', '管道燃气', '瓶装燃气', 'different'],
    ['cityUtility', '供水', '供热', 'different'],
    ['streetAct', '占用城市道路', '挖掘城市道路', 'different'],
    ['cityGreen', '砍伐树木', '临时占用绿地', 'different'],
    ['citizenship', '台湾居民', '港澳台居民', 'narrower'],
    ['citizenship', '外国人', '港澳居民', 'different'],
    ['stageOfLife', '老年人', '未成年人', 'different'],
    ['socialRole', '律师', '公证员', 'different'],
    ['body', '社会团体', '基金会', 'different'],
    ['body', '民办非企业单位', '社会组织', 'narrower'],
    ['capital', '中外合资', '内资', 'different'],
  ])('%s: %s is, beside %s, %s', (key, one, other, expected) => {
    expect(compare(key, one, other)).toBe(expected);
  });
});
