import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../catalog/fields.ts';
import { requiredElements, sayingTheSame, titleOf } from '../../../catalog/rules/required-elements.ts';

const HANDLING = [
  ...['acceptCondition', 'conditions', 'handleFlow', 'steps', 'promisedLimit', 'caseType', 'visits'],
  ...['materialsText', 'materials', 'address', 'hours', 'hoursAndAddress'],
  ...['consultation', 'consultationPhone', 'supervision', 'supervisionPhone'],
];
const BASIC = ['basicCode', 'itemType', 'legalBasisText', 'name', 'organisationName'];

const required = (columns: readonly string[], listKind: string, family?: 'general' | 'publicService') =>
  requiredElements(new Set(columns), listKind, family);

const sorted = (elements: readonly string[]) => [...elements].sort();

describe('a list of services is an 实施清单 once four columns tell how they are handled', () => {
  test.each(HANDLING.map((element, index) => [element, index] as const))('%s counts', (_element, index) => {
    const four = [0, 1, 2, 3].map((step) => HANDLING[(index + step) % HANDLING.length] ?? '');
    expect(required(four, 'GOVERNMENT_SERVICE', 'general')).toContain('implementationCode');
    expect(sorted(required(four.slice(0, 3), 'GOVERNMENT_SERVICE', 'general'))).toEqual(BASIC);
  });

  test('other columns do not', () =>
    expect(
      sorted(required(['name', 'basicCode', 'itemType', 'version'], 'GOVERNMENT_SERVICE', 'general')),
    ).toEqual(BASIC));

  test.each(['general', 'publicService'] as const)(
    'then all that the table of %s requires, and the materials',
    (family) => {
      const all = [...FIELDS.item, ...FIELDS.guide];
      const wanted = all
        .filter((field) => field.required[family] === 'required')
        .map(({ element }) => element);
      for (const listKind of ['GOVERNMENT_SERVICE', 'PUBLIC_SERVICE']) {
        expect(sorted(required(HANDLING, listKind, family))).toEqual(sorted([...wanted, 'materialsText']));
      }
    },
  );
});

test.each([
  ['REFERENCE', 'general', BASIC],
  ['POWER', 'general', BASIC],
  ['GOVERNMENT_SERVICE', undefined, BASIC],
  ['PUBLIC_SERVICE', undefined, [...BASIC, 'serviceMode', 'serviceContent', 'serviceObjects']],
  [
    'GUIDE',
    'general',
    [
      ...['name', 'organisationName', 'promisedLimit', 'acceptCondition', 'handleFlow', 'address'],
      ...['consultation', 'supervision', 'materialsText'],
    ],
  ],
  [
    'GUIDE',
    'publicService',
    [
      ...['name', 'organisationName', 'acceptCondition', 'handleFlow', 'address'],
      ...['consultation', 'supervision', 'materialsText'],
    ],
  ],
] as const)('%s of %s', (listKind, family, expected) =>
  expect(sorted(required(HANDLING, listKind, family))).toEqual(sorted(expected)),
);

test.each([
  ['name', []],
  ['basicCode', ['implementationCode', 'handlingItemCode', 'localBasicCode', 'localImplementationCode']],
  ['implementationCode', ['handlingItemCode', 'localImplementationCode']],
  ['legalBasisText', ['legalBases']],
  ['organisationCode', ['implementationCode']],
  ['statutoryLimit', ['statutoryLimitNote']],
  ['statutoryLimitUnit', ['statutoryLimit', 'statutoryLimitNote']],
  ['promisedLimitUnit', ['promisedLimit']],
  ['promisedLimitNote', ['promisedLimit']],
  ['serviceContent', ['exerciseContent']],
  ['acceptCondition', ['conditions']],
  ['handleFlow', ['steps', 'windowFlow', 'onlineFlow', 'flowChart']],
  ['hasFee', ['feeStandard', 'fees']],
  ['address', ['hoursAndAddress', 'windows']],
  ['hours', ['hoursAndAddress', 'windows']],
  ['consultation', ['consultationPhone']],
  ['supervision', ['supervisionPhone']],
  ['materialsText', ['materials']],
])('%s is said by itself and %j', (element, others) =>
  expect(sayingTheSame(element)).toEqual([element, ...others]),
);

test.each([
  ['visits', '到办事现场次数'],
  ['acceptCondition', '受理条件'],
  ['conditions', 'conditions'],
])('%s is called %s', (element, title) => expect(titleOf(element)).toBe(title));
