import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCode } from '../../../catalog/codes/parse.ts';
import {
  organisationCodeCheck,
  organisationCodeProblems,
  splitUnifiedCreditCode,
  unifiedCreditCheck,
} from '../../../catalog/codes/unified-credit-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Well-formed codes made from any registration and region: both check characters computed. */
const validCode = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'1259'), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 8, maxLength: 8 }),
  )
  .map(
    ([head, region, organisation]) => `${head}${region}${organisation}${organisationCodeCheck(organisation)}`,
  )
  .map((first17) => `${first17}${unifiedCreditCheck(first17)}`);

describe('the unified social credit code', () => {
  test('a sum divisible by 31 has the check character 0', () => {
    expect(unifiedCreditCheck('00000000000000000')).toBe('0');
  });

  test.each([
    ['11440100007483172', 'Q'],
    ['11650000010183859', 'F'],
    ['11440300MB2D07224', '6'],
    // A letter outside the alphabet, and a code cut short.
    ['1144010000748317O', undefined],
    ['1144010000748317', undefined],
  ])('the check character of %s is %s', (first17, check) => expect(unifiedCreditCheck(first17)).toBe(check));

  test.each([
    ['00748317', '2'],
    ['MB2D0722', '4'],
    ['10000042', 'X'],
    ['10000063', '0'],
    ['0074831', undefined],
    ['00748-17', undefined],
  ])('the check character of the organisation code %s is %s', (first8, check) =>
    expect(organisationCodeCheck(first8)).toBe(check),
  );

  test.each([
    ['11440100007483172P', ['CODE_04 校验码（第 18 位）']],
    ['11440100007483173Q', ['CODE_04 校验码（第 18 位）', 'CODE_04 主体标识码校验位（第 17 位）']],
    ['083372204', ['CODE_04_ORGANISATION_CODE']],
    ['11440100007483172', ['CODE_04_LENGTH 17']],
    ['2222', ['CODE_04_PLACEHOLDER']],
    ['222', ['CODE_04_LENGTH 3']],
    ['12222', ['CODE_04_LENGTH 5']],
    ['22223', ['CODE_04_LENGTH 5']],
    ['1-44010000748317Q', ['CODE_04_HYPHEN']],
    ['114401000074831TEQ', ['CODE_04 校验码（第 18 位）', 'CODE_04 主体标识码校验位（第 17 位）']],
    ['TE5116020105116050', ['CODE_04_TEMPORARY']],
    ['1144010000748317IQ', ['CODE_04_CHARACTER']],
    ['1144010000748317SQ', ['CODE_04_CHARACTER']],
    ['11440100V07483172Q', ['CODE_04_CHARACTER']],
    ['11440100007483172Z', ['CODE_04_CHARACTER']],
    ['O1440100007483172Q', ['CODE_04_CHARACTER']],
  ])('%s has the problems %j', (code, expected) => {
    const found = organisationCodeProblems(code);
    expect(found.map((each) => each.value)).toEqual(expected.map(() => code));
    expect(found.map((each) => each.code)).toEqual(expected.map((each) => each.split(' ')[0]));
    for (const [index, text] of expected.entries()) {
      expect(found[index]?.message).toContain(text.split(' ').slice(1).join(' '));
    }
  });

  test('has five segments when it has 18 characters', () => {
    expect(splitUnifiedCreditCode('1144010000748317Q')).toBeUndefined();
    expect(splitUnifiedCreditCode('11440100007483172QQ')).toBeUndefined();
    expect(splitUnifiedCreditCode('12345678ABCDEFGHJK')).toEqual({
      registration: '1',
      institution: '2',
      region: '345678',
      organisation: 'ABCDEFGHJ',
      check: 'K',
    });
  });

  test.each([
    '11440100007483172QQ',
    '1144010000748317-Q',
    '-1144010000748317Q',
    '1144010000748317Q-',
    '11440100007483172',
  ])('%s is not one', (code) => {
    expect(parseCode(code).scheme).not.toBe('USCC');
  });

  test('a code with computed check characters has no problem', () => {
    fc.assert(
      fc.property(validCode, (code) => {
        expect(organisationCodeProblems(code)).toEqual([]);
      }),
    );
  });

  test('any single changed character is noticed', () => {
    fc.assert(
      fc.property(validCode, fc.nat(17), fc.constantFrom(...ALPHABET), (code, position, character) => {
        fc.pre(code[position] !== character);
        const changed = code.slice(0, position) + character + code.slice(position + 1);
        expect(organisationCodeProblems(changed)).not.toEqual([]);
        expect(parseCode(changed, 'USCC').problems).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['17 characters', '1151130000877869M', 'CODE_04_LENGTH'],
    ['the bare organisation code', '083372204', 'CODE_04_ORGANISATION_CODE'],
    ['a hyphen', '00877868-5', 'CODE_04_HYPHEN'],
    ['a temporary code', 'TE5116020105116050', 'CODE_04_TEMPORARY'],
    ['a placeholder', '1111111111111111', 'CODE_04_PLACEHOLDER'],
    ['ten digits', '0877907011', 'CODE_04_LENGTH'],
  ])('%s is accepted and flagged', (_, code, expected) => {
    const parsed = parseCode(code, 'USCC');
    expect(parsed.raw).toBe(code);
    expect(parsed.problems.map((found) => found.code)).toEqual([expected]);
  });

  test('a lower-case letter is understood and said', () => {
    expect(parseCode('11440100007483172q', 'USCC')).toMatchObject({
      scheme: 'USCC',
      normalized: '11440100007483172Q',
      problems: [{ code: 'CODE_NORMALISED' }],
    });
  });
});
