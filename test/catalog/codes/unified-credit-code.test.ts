import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCode } from '../../../catalog/codes/parse.ts';
import {
  organisationCodeCheck,
  organisationCodeProblems,
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
