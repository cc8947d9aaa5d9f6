import { describe, expect, test } from 'vitest';
import { type ParsedCode, parseCode } from '../../../catalog/codes/parse.ts';
import { CODE_01_BASIC_CODE } from '../../../catalog/rules/code-01-basic-code.ts';
import { CODE_02_IMPLEMENTATION_CODE } from '../../../catalog/rules/code-02-implementation-code.ts';
import { CODE_03_CODES_NESTED } from '../../../catalog/rules/code-03-codes-nested.ts';
import { CODE_04_ORGANISATION_CODE } from '../../../catalog/rules/code-04-organisation-code.ts';
import { CODE_05_PROVINCE } from '../../../catalog/rules/code-05-province.ts';
import { CODE_06_ITEM_TYPE } from '../../../catalog/rules/code-06-item-type.ts';
import { CODE_07_EXERCISE_LEVEL } from '../../../catalog/rules/code-07-exercise-level.ts';
import { CODE_11_NOTHING_IN_SILENCE } from '../../../catalog/rules/code-11-nothing-in-silence.ts';
import { basicCodeOf, implementationOf, implementationText } from '../../../catalog/rules/record-codes.ts';
import type { CodedRecord, Rule } from '../../../catalog/rules/rule.ts';

const CREDIT = '11440100007483172Q';
const OTHER_CREDIT = '11440100007482575H';
const BASIC = '440106043001';

const messages = (rule: Rule, record: CodedRecord) => rule(record).map(({ message }) => message);

/** One fault of each kind that reading tells of. */
const FAULTS: readonly (readonly [code: string, read: ParsedCode])[] = [
  ['CODE_01', parseCode('44010604301Y')],
  ['CODE_02', parseCode(`${CREDIT}9${BASIC}`)],
  ['CODE_04', parseCode('11440100007483173Q', 'USCC')],
  ['CODE_04_LENGTH', parseCode('1144010000748317Q', 'USCC')],
  ['CODE_NORMALISED', parseCode(` ${BASIC}`)],
  ['CODE_EMPTY', parseCode(' ')],
  ['CODE_SCHEME_UNKNOWN', parseCode('武政服-3')],
  ['CODE_SEGMENT', parseCode('XK0010101Y')],
];

describe.each(FAULTS)('%s, found while reading', (code, read) => {
  test.each<[string, Rule, readonly string[]]>([
    ['CODE-01', CODE_01_BASIC_CODE, ['CODE_01']],
    ['CODE-02', CODE_02_IMPLEMENTATION_CODE, ['CODE_02']],
    ['CODE-04', CODE_04_ORGANISATION_CODE, ['CODE_04', 'CODE_04_LENGTH']],
    [
      'CODE-11',
      CODE_11_NOTHING_IN_SILENCE,
      ['CODE_NORMALISED', 'CODE_EMPTY', 'CODE_SCHEME_UNKNOWN', 'CODE_SEGMENT'],
    ],
  ])('%s tells its own only', (_rule, rule, own) => {
    const found = rule({ organisationCode: read });
    const expected = own.includes(code) ? [[code, 'organisationCode']] : [];
    expect([...new Set(found.map((each) => `${each.code} ${each.field}`))]).toEqual(
      expected.map((each) => each.join(' ')),
    );
  });
});

describe('codes inside codes', () => {
  test.each([
    ['CN-12', parseCode(BASIC), BASIC, undefined, undefined],
    ['CN-31', parseCode(`${CREDIT}3${BASIC}`), BASIC, CREDIT, `${CREDIT}3${BASIC}`],
    ['CN-33', parseCode(`${CREDIT}3${BASIC}01`), BASIC, CREDIT, `${CREDIT}3${BASIC}`],
    ['a credit code', parseCode(CREDIT, 'USCC'), undefined, undefined, undefined],
    ['a Sichuan code', parseCode('511A0138000000'), undefined, undefined, undefined],
    ['a Guizhou code', parseCode('XK0010100Y'), undefined, undefined, undefined],
    ['a local code', parseCode('武政服-3'), undefined, undefined, undefined],
    ['none', undefined, undefined, undefined, undefined],
  ])('%s', (_label, code, basic, organisation, implementation) => {
    expect(basicCodeOf(code)?.code).toBe(basic);
    expect(implementationOf(code)?.organisation).toBe(organisation);
    expect(implementationText(code)).toBe(implementation);
  });
});

test('CODE-03 names both codes', () => {
  const implementationCode = parseCode(`${CREDIT}3${BASIC}`);
  const sentence = (record: CodedRecord) => messages(CODE_03_CODES_NESTED, record);
  const [inner] = sentence({ basicCode: parseCode('440106043002'), implementationCode });
  expect(inner).toContain('实施编码');
  expect(inner).toContain(BASIC);
  expect(inner).toContain('440106043002');
  const handlingItemCode = parseCode(`${OTHER_CREDIT}3${BASIC}01`);
  const [outer] = sentence({ implementationCode, handlingItemCode });
  expect(outer).toContain('业务办理项编码');
  expect(outer).toContain(`${OTHER_CREDIT}3${BASIC}`);
  expect(outer).toContain(`${CREDIT}3${BASIC}`);
  const level = parseCode(`${CREDIT}2${BASIC}01`);
  expect(sentence({ implementationCode, handlingItemCode: level })).toHaveLength(1);
  expect(sentence({ handlingItemCode })).toEqual([]);
  expect(sentence({ implementationCode })).toEqual([]);
});

test('CODE-04 compares credit codes only', () => {
  const implementationCode = parseCode(`${CREDIT}3${BASIC}`);
  const stated = (text: string) =>
    CODE_04_ORGANISATION_CODE({ implementationCode, organisationCode: parseCode(text, 'USCC') });
  expect(stated(CREDIT)).toEqual([]);
  expect(stated(OTHER_CREDIT)).toMatchObject([{ code: 'CODE_04_DEPARTMENT', value: CREDIT }]);
  expect(stated('县民政局').every(({ code }) => code !== 'CODE_04_DEPARTMENT')).toBe(true);
  expect(CODE_04_ORGANISATION_CODE({ organisationCode: parseCode(OTHER_CREDIT, 'USCC') })).toEqual([]);
});

test.each([
  ['the organisation’s own province', { organisationCode: parseCode(CREDIT, 'USCC') }, BASIC, []],
  [
    'another province than the organisation’s',
    { organisationCode: parseCode(CREDIT, 'USCC') },
    '450106043001',
    ['45 44'],
  ],
  ['a local organisation code', { organisationCode: parseCode('县民政局') }, '450106043001', []],
  ['no organisation', {}, '450106043001', []],
])('CODE-05: %s', (_label, record, basic, expected) => {
  const found = CODE_05_PROVINCE({ ...record, basicCode: parseCode(basic) });
  expect(found.map(({ value, message }) => `${value} ${/44/u.exec(message)?.[0]}`)).toEqual(expected);
});

/** 03 is 行政强制 nationally and 行政处罚 in Zhejiang. */
test.each([
  ['the national type', '440306043001', 'COERCION', 0],
  ['Zhejiang’s type elsewhere', '440306043001', 'PUNISHMENT', 1],
  ['Zhejiang’s type in Zhejiang', '330306043001', 'PUNISHMENT', 0],
  ['the national type in Zhejiang', '330306043001', 'COERCION', 0],
  ['neither in Zhejiang', '330306043001', 'PAYMENT', 1],
  ['digits that are a province’s own', '441906043001', 'PAYMENT', 0],
] as const)('CODE-06: %s', (_label, basic, itemType, count) => {
  const basicCode = parseCode(basic);
  expect(CODE_06_ITEM_TYPE({ basicCode, itemType })).toHaveLength(count);
  const implementationCode = parseCode(`${CREDIT}3${basic}`);
  expect(CODE_06_ITEM_TYPE({ implementationCode, itemType })).toHaveLength(count);
});

test('the sentences of CODE-06 and CODE-07 speak Chinese', () => {
  const [type] = messages(CODE_06_ITEM_TYPE, { basicCode: parseCode(BASIC), itemType: 'CONFIRMATION' });
  expect(type).toContain('行政确认');
  expect(type).not.toContain('CONFIRMATION');
  const [level] = messages(CODE_07_EXERCISE_LEVEL, {
    implementationCode: parseCode(`${CREDIT}3${BASIC}`),
    exerciseLevels: ['COUNTY', 'TOWNSHIP'],
  });
  expect(level).toMatch(/县级、[^、]*乡/u);
});
