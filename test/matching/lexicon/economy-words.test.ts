import { describe, expect, test } from 'vitest';
import { ECONOMY_IMPLICATIONS } from '../../../matching/lexicon/implications/economy.ts';
import { inKnownSpelling } from '../../../matching/lexicon/knowledge.ts';
import { GENERAL_SYNONYMS } from '../../../matching/lexicon/synonyms/general.ts';
import { HOUSING_SYNONYMS } from '../../../matching/lexicon/synonyms/housing.ts';
import { MARKET_SYNONYMS } from '../../../matching/lexicon/synonyms/market.ts';
import { TAX_SYNONYMS } from '../../../matching/lexicon/synonyms/tax.ts';
import { TRANSPORT_SYNONYMS } from '../../../matching/lexicon/synonyms/transport.ts';
import { SYNONYMS } from '../../../matching/lexicon/synonyms.ts';
import { unifiedText } from '../../../matching/name/unified-text.ts';

const synonyms = [
  ...GENERAL_SYNONYMS,
  ...HOUSING_SYNONYMS,
  ...MARKET_SYNONYMS,
  ...TAX_SYNONYMS,
  ...TRANSPORT_SYNONYMS,
];

describe('synonyms of the economy', () => {
  test('each says two words or more, in the form names are compared in, with its source', () => {
    for (const { words, source } of synonyms) {
      expect(words.length, words[0]).toBeGreaterThan(1);
      expect(words.filter((word) => unifiedText(word) !== word || word.length < 2)).toEqual([]);
      expect(source.length).toBeGreaterThanOrEqual(4);
    }
  });

  test('no word is put for two others', () => {
    const words = synonyms.flatMap((one) => one.words.slice(1));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('no two spellings are put for each other in turn', () => {
    const first = new Map(SYNONYMS.flatMap(({ words }) => words.slice(1).map((word) => [word, words[0]])));
    const circles = [...first].filter(([word, to]) => first.get(to) === word);
    expect(circles).toEqual([]);
  });

  test('a word rewritten stays as it is when rewritten again', () => {
    for (const { words } of synonyms) {
      const once = words.map((word) => inKnownSpelling(word));
      expect(once.map((word) => inKnownSpelling(word))).toEqual(once);
    }
  });

  test.each([
    ['网约车驾驶员从业资格', '网络预约出租汽车驾驶员从业资格'],
    ['道路客运经营许可', '道路旅客运输经营许可'],
    ['出口退(免)税备案', '出口退税备案'],
    ['市场主体登记', '经营主体登记'],
    ['个税汇算', '个人所得税汇算'],
    ['ii类医疗器械经营备案', '第二类医疗器械经营备案'],
    ['特种设备安装改造维修许可', '特种设备安装、改造、修理许可'],
    ['店招店牌设置', '门店招牌设置'],
    ['业委会备案', '业主委员会备案'],
    ['城市道路占用挖掘审批', '占用、挖掘城市道路审批'],
    ['发票领购', '发票领用'],
  ])('%s reads as %s', (name, expected) => {
    expect(inKnownSpelling(name)).toBe(inKnownSpelling(expected));
  });

  test.each([
    ['国际水路运输', '国内水路运输'],
    ['小规模纳税人登记', '一般纳税人登记'],
    ['网络预约出租汽车', '巡游出租汽车'],
    ['占用城市道路', '挖掘城市道路'],
    ['食品小作坊', '食品摊贩'],
    ['商品房预售', '存量房'],
    ['车辆购置税', '车船税'],
  ])('%s does not read as %s', (one, other) => {
    expect(inKnownSpelling(one)).not.toBe(inKnownSpelling(other));
  });
});

describe('implications of the economy', () => {
  test('each word is there once, implies something else and names its source', () => {
    const words = ECONOMY_IMPLICATIONS.map(({ word }) => word);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    for (const { word, implies, source } of ECONOMY_IMPLICATIONS) {
      expect(implies.length, word).toBeGreaterThan(0);
      expect(implies).not.toContain(word);
      expect([word, ...implies].filter((one) => unifiedText(one) !== one)).toEqual([]);
      expect(source.length).toBeGreaterThanOrEqual(4);
    }
  });
});
