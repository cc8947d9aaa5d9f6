import { describe, expect, test } from 'vitest';
import type { Enumeration } from '../../catalog/enumerations/enumeration.ts';
import {
  chineseOf,
  codeOf,
  ENUMERATIONS,
  type EnumerationName,
  enumerate,
  enumerateAll,
  exerciseLevelOf,
  itemTypeOf,
} from '../../catalog/enumerations.ts';

const lists = Object.entries(ENUMERATIONS) as [EnumerationName, Enumeration][];

describe('item types of real lists', () => {
  test.each([
    ['行政许可', 'LICENSING'],
    ['行政许可(01)', 'LICENSING'],
    ['01 行政许可', 'LICENSING'],
    ['行政许可（国办）', 'LICENSING'],
    ['01', 'LICENSING'],
    ['1', 'LICENSING'],
    ['行政确认', 'CONFIRMATION'],
    ['其他行政权力', 'OTHER_POWER'],
    ['公共服务', 'PUBLIC_SERVICE'],
    ['20', 'PUBLIC_SERVICE'],
    ['便民服务', 'PUBLIC_SERVICE'],
    ['行政奖励', 'REWARD'],
    ['审核转报', 'FORWARDED_REVIEW'],
    ['民政', 'UNRECOGNISED'],
    ['02(行政许可)', 'UNRECOGNISED'],
    ['行政许可(民政)', 'UNRECOGNISED'],
    ['办)行政许可(01)', 'UNRECOGNISED'],
    ['行政许可(01)等', 'UNRECOGNISED'],
    ['类01行政许可', 'UNRECOGNISED'],
    ['01行政许可2', 'UNRECOGNISED'],
    ['01-行政许可', 'LICENSING'],
    ['行政许可(行政审批)', 'LICENSING'],
    ['', 'UNRECOGNISED'],
  ])('%s → %s', (raw, symbol) => expect(itemTypeOf(raw)).toBe(symbol));

  test.each([
    ['07', 'CONFIRMATION', 'ADJUDICATION'],
    ['09', 'ADJUDICATION', 'REWARD'],
    ['03', 'COERCION', 'PUNISHMENT'],
    ['14', 'UNRECOGNISED', 'PUBLIC_SERVICE'],
    ['13', 'UNRECOGNISED', 'FORWARDED_REVIEW'],
  ])('the digits %s mean %s nationally and %s in Zhejiang', (code, national, zhejiang) => {
    expect([itemTypeOf(code), itemTypeOf(code, 'ZHEJIANG')]).toEqual([national, zhejiang]);
  });
});

describe('one digit, several meanings', () => {
  test.each([
    ['ServiceObject', '5', 'PLATFORM', 'UNINCORPORATED_ENTERPRISE'],
    ['ServiceObject', '5', 'GBT_39046', 'GOVERNMENT_ORGAN'],
    ['ServiceObject', '6', 'GBT_39046', 'OTHER_ORGANISATION'],
    ['PowerSource', '2', 'PLATFORM', 'DEVOLVED'],
    ['PowerSource', '02', 'TWO_DIGIT', 'AUTHORISED_BY_SUPERIOR'],
    ['PowerSource', '3', 'ZHEJIANG', 'DEVOLVED_PROVINCE_TO_CITY'],
    ['ExerciseLevel', '6', 'GBT_39046', 'VILLAGE'],
    ['ExerciseLevel', '6', 'PORTAL_WITHOUT_VILLAGE', 'GRADED'],
    ['MaterialNecessity', '1', 'PLATFORM', 'NECESSARY'],
    ['MaterialNecessity', '1', 'ZERO_BASED', 'UNNECESSARY'],
    ['ItemType', 'A(行政许可)', 'SICHUAN', 'LICENSING'],
    ['ItemType', 'A行政许可', 'SICHUAN', 'LICENSING'],
    ['NaturalPersonTopic', '5', 'PLATFORM', 'NATURAL_005'],
    ['NaturalPersonTopic', '040', 'PLATFORM', 'NATURAL_040'],
    ['LegalPersonTopic', '40', 'PLATFORM', 'LEGAL_040'],
    ['WorkflowState', '-2', 'NEGATIVE', 'WITHDRAWN'],
    ['HandlingArea', '2', 'PLATFORM', 'ACROSS_PROVINCES'],
    ['HandlingArea', '2', 'WHOLE_AREAS', 'WITHIN_PROVINCE'],
  ] as const)('%s %s in %s', (name, code, scheme, symbol) =>
    expect(enumerate(name, code, scheme)).toEqual({ symbol }),
  );

  test('a code of an unknown scheme is not guessed', () => {
    expect(enumerate('ServiceObject', '5', 'ELSEWHERE')).toEqual({ unrecognised: '5' });
  });
});

test.each([
  ['全省通办', 'WITHIN_PROVINCE'],
  ['跨省通办', 'ACROSS_PROVINCES'],
  ['全市', 'WITHIN_CITY'],
  ['跨市', 'ACROSS_CITIES'],
  ['全县', 'WITHIN_COUNTY'],
  ['跨县', 'ACROSS_COUNTIES'],
])('%s is %s: within an area is not across its border', (raw, symbol) =>
  expect(enumerate('HandlingArea', raw)).toEqual({ symbol }),
);

test('全区 is a province or a district, and is not guessed', () => {
  expect(enumerate('HandlingArea', '全区')).toEqual({ unrecognised: '全区' });
});

describe('cells with several values', () => {
  test.each([
    ['ServiceObject', '自然人;企业法人;火星人', ['NATURAL_PERSON', 'ENTERPRISE'], ['火星人']],
    ['ServiceObject', '2,1,1', ['NATURAL_PERSON', 'ENTERPRISE'], []],
    ['HandlingForm', '窗口、网上', ['WINDOW', 'ONLINE'], []],
    ['MaterialForm', '纸质/电子化', ['PAPER_OR_ELECTRONIC'], []],
    ['NaturalPersonTopic', '社会保障（社会保险、社会救助）、婚姻登记', ['NATURAL_060', 'NATURAL_085'], []],
    ['OnlineDepth', '', [], []],
  ] as const)('%s %j', (name, raw, symbols, unrecognised) => {
    expect(enumerateAll(name, raw)).toEqual({ symbols, unrecognised });
  });
});

describe.each(lists)('%s', (name, list) => {
  test('has symbols a GraphQL enum can bear, each once', () => {
    const symbols = list.values.map(({ symbol }) => symbol);
    for (const symbol of symbols) expect(symbol).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/u);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(list.name).toBe(name);
  });

  test('reads back every label, alias and code it states', () => {
    for (const { symbol, chinese, aliases = [], codes = {} } of list.values) {
      for (const word of [symbol, chinese, ...aliases])
        expect([word, enumerate(name, word)]).toEqual([word, { symbol }]);
      for (const [scheme, code] of Object.entries(codes)) {
        expect([code, enumerate(name, code, scheme)]).toEqual([code, { symbol }]);
        expect(codeOf(name, symbol, scheme)).toBe(code);
      }
      expect(chineseOf(name, symbol)).toBe(chinese);
    }
  });
});

test('the topic lists are complete: 32 for natural persons, 35 for legal persons', () => {
  expect([
    ENUMERATIONS.NaturalPersonTopic.values.length,
    ENUMERATIONS.LegalPersonTopic.values.length,
  ]).toEqual([32, 35]);
});

test('a symbol no list has, and a scheme that has no code for one, give nothing', () => {
  const nothing: string = 'NOTHING';
  expect(chineseOf('ItemType', nothing)).toBeUndefined();
  expect(codeOf('ItemType', nothing, 'GBT_39046')).toBeUndefined();
  expect(codeOf('ItemType', 'UNRECOGNISED', 'GBT_39046')).toBeUndefined();
  expect(codeOf('ItemType', 'JOINT_HANDLING', 'GBT_39046')).toBeUndefined();
});

test.each([
  ['4', undefined, 'COUNTY'],
  ['县（市、区）级', undefined, 'COUNTY'],
  ['6', 'PORTAL_WITHOUT_VILLAGE', 'GRADED'],
  ['部分', undefined, undefined],
])('the exercise level %s of the scheme %s is %s', (raw, scheme, level) => {
  expect(exerciseLevelOf(raw, scheme)).toBe(level);
});
