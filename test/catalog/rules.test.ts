import { describe, expect, test } from 'vitest';
import { parseCode } from '../../catalog/codes/parse.ts';
import type { CodedRecord } from '../../catalog/rules/rule.ts';
import { codeProblems } from '../../catalog/rules.ts';

/** 往来港澳签注 of a city bureau, without a fault. */
const sound = {
  basicCode: parseCode('440106043001'),
  implementationCode: parseCode('11440100007483172Q3440106043001'),
  handlingItemCode: parseCode('11440100007483172Q344010604300101'),
  organisationCode: parseCode('11440100007483172Q', 'USCC'),
  itemType: 'LICENSING',
  exerciseLevels: ['CITY'],
} as const satisfies CodedRecord;

const found = (change: CodedRecord) =>
  codeProblems({ ...sound, ...change }).map(({ code, field }) => [code, field]);

describe('the code rules', () => {
  test('a sound record and an empty one have no problem', () => {
    expect(found({})).toEqual([]);
    expect(codeProblems({})).toEqual([]);
  });

  test.each([
    [
      'a sub-item 01Y',
      { basicCode: parseCode('44010604301Y'), implementationCode: undefined },
      ['CODE_01', 'basicCode'],
    ],
    [
      'a level 9',
      { implementationCode: parseCode('11440100007483172Q9440106043001'), handlingItemCode: undefined },
      ['CODE_02', 'implementationCode'],
    ],
    ['another basic code', { basicCode: parseCode('440106043002') }, ['CODE_03', 'implementationCode']],
    [
      'a handling item of another item',
      { handlingItemCode: parseCode('11440100007483172Q344010604300201') },
      ['CODE_03', 'handlingItemCode'],
    ],
    [
      'the code of another organisation',
      { organisationCode: parseCode('11440100007482575H', 'USCC') },
      ['CODE_04_DEPARTMENT', 'implementationCode'],
    ],
    [
      'an organisation code of 17 characters',
      { organisationCode: parseCode('1144010000748317Q', 'USCC') },
      ['CODE_04_LENGTH', 'organisationCode'],
    ],
    [
      'another province',
      { basicCode: parseCode('450106043001'), implementationCode: undefined },
      ['CODE_05', 'basicCode'],
    ],
    ['another type', { itemType: 'CONFIRMATION' }, ['CODE_06', 'basicCode']],
    ['another level', { exerciseLevels: ['COUNTY'] }, ['CODE_07', 'implementationCode']],
    [
      'a local code',
      { basicCode: parseCode('武政服-3'), implementationCode: undefined },
      ['CODE_SCHEME_UNKNOWN', 'basicCode'],
    ],
  ] as const)('%s', (_, change, expected) => expect(found(change)).toEqual([expected]));

  test.each([
    [
      'a national code',
      { basicCode: parseCode('000106043001'), implementationCode: undefined, handlingItemCode: undefined },
    ],
    ['an unknown type', { itemType: 'UNRECOGNISED' }],
    [
      // 14 is 公共服务 in Zhejiang and an extension nationally.
      'Zhejiang’s own type digits',
      {
        basicCode: parseCode('331400512001'),
        implementationCode: undefined,
        handlingItemCode: undefined,
        organisationCode: undefined,
        itemType: 'PUBLIC_SERVICE',
      },
    ],
    [
      // The credit code says 5113, the item 511602: only the province counts (CODE-08).
      'another city in the credit code',
      {
        basicCode: parseCode('511602000000'),
        implementationCode: undefined,
        handlingItemCode: undefined,
        organisationCode: parseCode('115113010833722043', 'USCC'),
      },
    ],
    [
      // A customs house in Guangdong: registered with the centre (10), items of the province (44).
      'an organ of the centre in a province',
      {
        implementationCode: parseCode('11100000007483869B2440106043001'),
        exerciseLevels: ['PROVINCE'],
        handlingItemCode: undefined,
        organisationCode: undefined,
      },
    ],
    ['a level among several', { exerciseLevels: ['PROVINCE', 'CITY'] }],
  ] as const)('%s is no problem', (_, change) => expect(found(change)).toEqual([]));

  test('one fault in two codes of a record is one problem', () => {
    const organisation = '11440100007483173Q';
    const codes = codeProblems({
      implementationCode: parseCode(`${organisation}3440106043001`),
      organisationCode: parseCode(organisation, 'USCC'),
    });
    // Credit check and inner check, each once.
    expect(codes.map(({ code }) => code)).toEqual(['CODE_04', 'CODE_04']);
  });
});
