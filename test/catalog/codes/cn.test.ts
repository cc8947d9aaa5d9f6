import { describe, expect, test } from 'vitest';
import { parseCode } from '../../../catalog/codes/parse.ts';

/** Codes in use at ten organisations of three provinces: code, credit code, level, region, type, main, sub, handling. */
const REAL_CODES = [
  ['11650000010183859F2650116013001', '11650000010183859F', '2', '65', '01', '16013', '001', undefined],
  ['12441500196720244T3442199806003', '12441500196720244T', '3', '44', '21', '99806', '003', undefined],
  ['11450000007565194H200011501500504', '11450000007565194H', '2', '00', '01', '15015', '005', '04'],
  ['11440300MB2D0722464440127028001', '11440300MB2D072246', '4', '44', '01', '27028', '001', undefined],
  ['114403006939513773344201505200802', '114403006939513773', '3', '44', '20', '15052', '008', '02'],
  ['114403006939513773344201505200801', '114403006939513773', '3', '44', '20', '15052', '008', '01'],
  ['1144030069395137733442015052006', '114403006939513773', '3', '44', '20', '15052', '006', undefined],
  ['1144030069395137733442015052011', '114403006939513773', '3', '44', '20', '15052', '011', undefined],
  ['1144030069395137733442015052001', '114403006939513773', '3', '44', '20', '15052', '001', undefined],
  ['1144030069395137733442015052007', '114403006939513773', '3', '44', '20', '15052', '007', undefined],
  ['114403006939513773344201505200201', '114403006939513773', '3', '44', '20', '15052', '002', '01'],
  ['114403006939513773344201505201002', '114403006939513773', '3', '44', '20', '15052', '010', '02'],
  ['114403006939513773344201505201001', '114403006939513773', '3', '44', '20', '15052', '010', '01'],
  ['114403006939513773344201505200502', '114403006939513773', '3', '44', '20', '15052', '005', '02'],
  ['114403006939513773344201505200501', '114403006939513773', '3', '44', '20', '15052', '005', '01'],
  ['114403006939513773344201505200404', '114403006939513773', '3', '44', '20', '15052', '004', '04'],
  ['114403006939513773344201505200302', '114403006939513773', '3', '44', '20', '15052', '003', '02'],
  ['11440100007482575H3440118009000', '11440100007482575H', '3', '44', '01', '18009', '000', undefined],
  ['11440100007483172Q3440106043001', '11440100007483172Q', '3', '44', '01', '06043', '001', undefined],
  ['11450721MB155808114000104002000', '11450721MB15580811', '4', '00', '01', '04002', '000', undefined],
  ['11450721348531435D4001033002000', '11450721348531435D', '4', '00', '10', '33002', '000', undefined],
  ['1145072100811537184452004020000', '114507210081153718', '4', '45', '20', '04020', '000', undefined],
] as const;

describe('implementation and handling-item codes in use', () => {
  test.each(REAL_CODES)(
    '%s',
    (code, organisation, level, region, itemType, mainItem, subItem, handlingItem) => {
      const parsed = parseCode(code);
      expect(parsed.scheme).toBe(handlingItem ? 'CN_33' : 'CN_31');
      // No problem means that both check digits of the credit code hold.
      expect(parsed.problems).toEqual([]);
      expect(parsed.normalized).toBe(code);
      const basic = `${region}${itemType}${mainItem}${subItem}`;
      expect(parsed.segments).toMatchObject({
        organisation,
        level,
        basic: { code: basic, region, itemType, mainItem, subItem },
        ...(handlingItem ? { handlingItem, implementation: code.slice(0, 31) } : {}),
      });
    },
  );

  test('only national codes show a department: a province has its own', () => {
    expect(parseCode('000104002000').segments).toMatchObject({ basic: { department: '04' } });
    expect(parseCode('440106043001').segments).not.toHaveProperty('basic.department');
  });
});

describe('basic codes', () => {
  test.each(['440102002003', '44010200200Y', '000104002000'])('%s is read without a problem', (code) => {
    expect(parseCode(code)).toMatchObject({ scheme: 'CN_12', raw: code, problems: [] });
  });

  test('a sub-item 01Y is read and flagged', () => {
    expect(parseCode('44010200201Y')).toMatchObject({ scheme: 'CN_12', problems: [{ code: 'CODE_01' }] });
  });

  test.each([
    // One character more or less is a slip of the promised scheme; further off it is another code.
    ['4401020020', 'CN_12', 'CODE_SCHEME_UNKNOWN'],
    ['44010200200', 'CN_12', 'CODE_01'],
    ['44010200200A', 'CN_12', 'CODE_01'],
    ['4401020020011', 'CN_12', 'CODE_01'],
    ['44010200200111', 'CN_12', 'CODE_SCHEME_UNKNOWN'],
    ['44010200-2001', 'CN_12', 'CODE_SCHEME_UNKNOWN'],
    ['44010200200', 'CN_31', 'CODE_SCHEME_UNKNOWN'],
    ['114401000074831Q34401060430', 'CN_31', 'CODE_SCHEME_UNKNOWN'],
    ['114401000074831Q344010604300', 'CN_31', 'CODE_02'],
    ['1144010000748317Q3440106043001', 'CN_31', 'CODE_02'],
    ['1144010000748317q3440106043001', 'CN_33', 'CODE_02'],
    ['11440100007483172Q34401060430010203', 'CN_33', 'CODE_02'],
    ['11440100007483172Q344010604300102034', 'CN_33', 'CODE_02'],
    ['11440100007483172Q3440106043001020345', 'CN_33', 'CODE_SCHEME_UNKNOWN'],
    ['1144010000748317Q3440106043001', 'CN_12', 'CODE_SCHEME_UNKNOWN'],
    ['1144010000748317Q3440106043001', 'GUIZHOU', 'CODE_SCHEME_UNKNOWN'],
    ['XYZ', 'CN_12', 'CODE_SCHEME_UNKNOWN'],
  ] as const)('%s, promised as %s, stays local with %s', (code, hint, expected) => {
    expect(parseCode(code, hint)).toMatchObject({
      scheme: 'LOCAL',
      raw: code,
      problems: [{ code: expected, value: code }],
    });
  });
});

describe('implementation codes that depart from the scheme', () => {
  test.each([
    ['a level outside 1–7', '11440100007483172Q9440106043001', ['CODE_02']],
    ['one digit of the credit code changed', '11440100007483173Q3440106043001', ['CODE_04', 'CODE_04']],
    ['a letter no credit code has', '1144010000748317OQ3440106043001', ['CODE_04_CHARACTER']],
    ['a temporary credit code', 'TE51160201051160503440106043001', ['CODE_04_TEMPORARY']],
  ])('%s', (_, code, expected) => {
    const parsed = parseCode(code);
    expect(parsed.scheme).toBe('CN_31');
    expect(parsed.problems.map((found) => found.code)).toEqual(expected);
  });

  test('lower case is understood, kept and said', () => {
    const raw = '11440100007483172q3440106043001';
    expect(parseCode(raw)).toMatchObject({
      scheme: 'CN_31',
      raw,
      normalized: '11440100007483172Q3440106043001',
      problems: [{ code: 'CODE_NORMALISED', value: raw }],
    });
  });
});

describe('what is no code of the national scheme', () => {
  test.each([
    ['a letter among the digits of the basic code', '11440100007483172Q344010604A001'],
    ['a letter for the level', '11440100007483172QA440106043001'],
    ['a handling item of letters', '11440100007483172Q34401060430010A'],
    ['a sub-item 0YY', '4401020020YY'],
    ['a sub-item with a Y in front', '44010200Y001'],
    ['a credit code with a hyphen', '1144010000748317-Q3440106043001'],
    ['a basic code with more in front', '1440102002001'],
  ])('%s', (_, code) => expect(parseCode(code).scheme).toBe('LOCAL'));
});

describe('the problems of an implementation code', () => {
  test.each([
    ['11440100007483172Q0440106043001', [['CODE_02', '11440100007483172Q0440106043001']]],
    ['11440100007483172Q8440106043001', [['CODE_02', '11440100007483172Q8440106043001']]],
    ['11440100007483172Q7440106043001', []],
    ['11440100007483172Q1440106043001', []],
    ['11440100007483172Q344010604301Y', [['CODE_01', '44010604301Y']]],
    ['11440100007483172Q344010604300Y', []],
    ['11440100007483172Q344010604301Y02', [['CODE_01', '44010604301Y']]],
    ['11440100007483172P344010604300102', [['CODE_04', '11440100007483172P']]],
  ])('%s has %j', (code, expected) => {
    expect(parseCode(code).problems.map((found) => [found.code, found.value])).toEqual(expected);
  });
});

describe('the old 45-character form of Zhejiang', () => {
  test.each([
    ['a level outside 1–7', 'ff8080815e01f0b9015e0389183c0f908331400515002'],
    ['a key that is not hexadecimal', 'gf8080815e01f0b9015e0389183c0f904331400515002'],
    ['a key too short', 'f8080815e01f0b9015e0389183c0f904331400515002'],
    ['more in front', 'aff8080815e01f0b9015e0389183c0f904331400515002'],
    ['a basic code of another shape', 'ff8080815e01f0b9015e0389183c0f90433140051500A'],
  ])('%s is another code', (_, code) => expect(parseCode(code).scheme).toBe('LOCAL'));

  test('flags a sub-item that is neither digits nor 00Y', () => {
    expect(parseCode('ff8080815e01f0b9015e0389183c0f90433140051501Y')).toMatchObject({
      scheme: 'ZJ_45',
      problems: [{ code: 'CODE_01', value: '33140051501Y' }],
    });
  });

  test('is read with its lower-case department key', () => {
    const raw = 'ff8080815e01f0b9015e0389183c0f904331400515002';
    expect(parseCode(raw)).toMatchObject({
      scheme: 'ZJ_45',
      normalized: raw,
      segments: {
        department: 'ff8080815e01f0b9015e0389183c0f90',
        level: '4',
        basic: { code: '331400515002' },
      },
      problems: [],
    });
  });
});
