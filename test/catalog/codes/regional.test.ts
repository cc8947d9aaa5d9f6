import { describe, expect, test } from 'vitest';
import { parseCode } from '../../../catalog/codes/parse.ts';
import { zhejiangBasicCode } from '../../../catalog/codes/zhejiang.ts';

describe('legacy Zhejiang codes', () => {
  test.each([
    [
      '许可-00757-000',
      { typeName: '许可', typeCode: '01', mainItem: '00757', subItem: '000' },
      '330100757000',
    ],
    [
      '许可-00757-001',
      { typeName: '许可', typeCode: '01', mainItem: '00757', subItem: '001' },
      '330100757001',
    ],
    ['许可-00193-001-02', { typeCode: '01', mainItem: '00193', subItem: '001', detailItem: '02' }, undefined],
    ['公共服务-00512-001', { typeName: '公共服务', typeCode: '14' }, '331400512001'],
    ['审核转报-00012-000', { typeName: '审核转报', typeCode: '13' }, '331300012000'],
    ['行政处罚-00012-000', { typeName: '行政处罚', typeCode: '03' }, '330300012000'],
    ['其他-00012-000', { typeName: '其他', typeCode: '10' }, '331000012000'],
    ['内部管理-00012-000', { typeName: '内部管理', typeCode: '15' }, '331500012000'],
    ['公共服务-00512-002', { typeCode: '14', mainItem: '00512', subItem: '002' }, '331400512002'],
  ])('%s', (code, segments, basicCode) => {
    const parsed = parseCode(code);
    expect(parsed).toMatchObject({ scheme: 'ZJ_LEGACY', problems: [], segments });
    const read = parsed.segments.kind === 'ZJ_LEGACY' ? zhejiangBasicCode(parsed.segments) : 'not legacy';
    expect(read).toBe(basicCode);
  });

  // 行政检查 is a type of the standard, but Zhejiang has no code for it.
  test.each(['怪事-00512-001', '检查-00512-001'])(
    '%s is kept and flagged, and has no 12-digit form',
    (code) => {
      const parsed = parseCode(code);
      expect(parsed).toMatchObject({ scheme: 'ZJ_LEGACY', problems: [{ code: 'CODE_SEGMENT' }] });
      expect(parsed.segments.kind === 'ZJ_LEGACY' && zhejiangBasicCode(parsed.segments)).toBeUndefined();
    },
  );
});

test.each([
  '许-00757-000',
  '许可-0757-000',
  '许可-007570-000',
  '许可-00757-00',
  '许可-00757-0000',
  '许可-00757-000-2',
  '许可-00757-000-002',
  'XK-00757-000',
  'A许可-00757-000',
  '许可-00757-000-02-1',
  '很长的行政许可事项-00757-000',
])('%s is no legacy code', (code) => expect(parseCode(code).scheme).toBe('LOCAL'));

test('a type Zhejiang has no code for is named in the problem', () => {
  expect(parseCode('怪事-00512-001')).toMatchObject({
    problems: [{ code: 'CODE_SEGMENT', value: '怪事-00512-001' }],
  });
  expect(parseCode('怪事-00512-001').problems[0]?.message).toContain('类型“怪事”');
});

describe('Guizhou codes', () => {
  test.each([
    ['XK0010100Y', { itemType: 'XK', mainItem: '00101', subItem: '00Y' }],
    ['XK00101001', { itemType: 'XK', mainItem: '00101', subItem: '001' }],
    ['XK001010011234567ABCDEFGHI', { subItem: '001', remainder: '1234567ABCDEFGHI' }],
    ['XK0010100112345671234567890ABCDEFGH', { remainder: '12345671234567890ABCDEFGH' }],
  ])('%s', (code, segments) => {
    const parsed = parseCode(code);
    expect(parsed).toMatchObject({ scheme: 'GUIZHOU', normalized: code, segments, problems: [] });
    expect('remainder' in parsed.segments).toBe('remainder' in segments);
  });

  test('a sub-item that is neither digits nor 00Y is named in the problem', () => {
    const { scheme, problems } = parseCode('XK0010101Y');
    expect([scheme, problems.length]).toEqual(['GUIZHOU', 1]);
    expect(problems[0]).toMatchObject({ code: 'CODE_SEGMENT', value: 'XK0010101Y' });
    expect(problems[0]?.message).toContain('子项“01Y”');
  });

  test.each([
    'X00101001',
    'XKK00101001',
    '1K00101001',
    'XK0010100',
    'XK001010AY',
    'XK00101001123456ABCDEFGHI',
    'XK001010011234567ABCDEFGH',
    'XK0010100112345671234567890ABCDEFGHJ',
    'AXK00101001',
  ])('%s is none', (code) => expect(parseCode(code).scheme).toBe('LOCAL'));
});

describe('Sichuan codes', () => {
  test.each([
    ['513A01380000', 'SICHUAN', { category: '3', serial: '01380000' }],
    ['511A013800000', 'SICHUAN', { serial: '013800000' }],
    [
      '511101380000-511602000000-000-115113010833722043-1-00',
      'SICHUAN',
      { typeLetter: '1', serial: '01380000', sequence: '00' },
    ],
    ['511A0138000000-511602000000-000-115113010833722043-1-00', 'SICHUAN', { reserved: '000', flag: '1' }],
    ['A-0007-00123', 'SICHUAN_OLD', { typeLetter: 'A', mainItem: '0007', subItem: '00123' }],
    ['A-000007-0012', 'SICHUAN_OLD', { subItem: '0012' }],
  ])('%s', (code, scheme, segments) => {
    const parsed = parseCode(code);
    expect(parsed).toMatchObject({ scheme, segments, problems: [] });
    // A code alone has no tail.
    expect('organisation' in parsed.segments).toBe(code.split('-').length > 3);
  });

  test.each([
    ['514A0138000000', 'LOCAL'],
    ['510A0138000000', 'LOCAL'],
    ['511A0138000', 'LOCAL'],
    ['511A01380000000', 'LOCAL'],
    ['A511A01380000', 'LOCAL'],
    ['511A013800000B', 'LOCAL'],
    ['511a-138000000', 'LOCAL'],
    // Without letter and tail twelve digits are the national basic code, and thirteen nothing.
    ['511201380000', 'CN_12'],
    ['5112013800000', 'LOCAL'],
    ['AB-000007-001', 'LOCAL'],
    ['11J-5100-00027', 'LOCAL'],
    ['J-51000-00027', 'LOCAL'],
    ['J-51-00027', 'LOCAL'],
    ['J-5100-02', 'LOCAL'],
    ['J-5100-000027', 'LOCAL'],
  ])('%s is %s', (code, scheme) => expect(parseCode(code).scheme).toBe(scheme));

  test.each([
    ['511A0138000000-51160200000-000-115113010833722043-1-00'],
    ['511A0138000000-511602000000-00-115113010833722043-1-00'],
    ['511A0138000000-511602000000-000-115113010833722043-11-00'],
    ['511A0138000000-511602000000-000-115113010833722043-1-0'],
    ['511A0138000000-511602000000-000-115113010833722043-1-000'],
    ['511A0138000000-9511602000000-000-115113010833722043-1-00'],
    ['G-000007-001-511602000000-0000-115113010833722043-1-00'],
  ])('the tail of %s is kept whole and said', (code) => {
    const parsed = parseCode(code);
    const tail = code.slice(code.startsWith('G') ? 13 : 15);
    expect(parsed.segments).toMatchObject({ organisation: tail });
    expect(parsed.segments).not.toHaveProperty('region');
    expect(parsed.problems.map((found) => found.code)).toEqual(['CODE_SEGMENT', 'CODE_04_HYPHEN']);
    expect(parsed.problems[0]?.value).toBe(code);
    expect(parsed.problems[0]?.message).toContain('尾部（应为区划-000-机构-1-顺序）');
  });

  test.each([
    [
      '511A0138000000-511602000000-000-115113010833722043-1-00',
      'SICHUAN',
      {
        basic: '511A0138000000',
        region: '511602000000',
        organisation: '115113010833722043',
        flag: '1',
        sequence: '00',
      },
    ],
    [
      '51201200200013-511602000000-000-115113010087786859-1-00',
      'SICHUAN',
      { basic: '51201200200013', category: '2', organisation: '115113010087786859' },
    ],
    ['51201200200013', 'SICHUAN', { category: '2', typeLetter: '0', serial: '1200200013' }],
    ['511Z07001006', 'SICHUAN', { category: '1', typeLetter: 'Z', serial: '07001006' }],
    [
      'G-000007-001-511602000000-000-115113010833722043-1-00',
      'SICHUAN_OLD',
      { basic: 'G-000007-001', mainItem: '000007', subItem: '001', organisation: '115113010833722043' },
    ],
    [
      '1J-5100-00027-511602000000-000-11511301008778386B-1-00',
      'SICHUAN_OLD',
      { basic: '1J-5100-00027', typeLetter: '1J', organisation: '11511301008778386B' },
    ],
    ['1J-5100-00027', 'SICHUAN_OLD', { basic: '1J-5100-00027' }],
  ])('%s', (code, scheme, segments) => {
    expect(parseCode(code)).toMatchObject({ scheme, raw: code, normalized: code, segments, problems: [] });
  });

  test.each([
    ['511A0080800002-511602000000-000-1151130000877869M-1-00', 'SICHUAN', ['CODE_04_LENGTH']],
    ['512B0053300006-511602000000-000-083372204-1-00', 'SICHUAN', ['CODE_04_ORGANISATION_CODE']],
    ['512C0107400001-511602000000-000-00877868-5-1-00', 'SICHUAN', ['CODE_04_HYPHEN']],
    ['511A0014100002-511602000000-000-2222222222222-1-00', 'SICHUAN', ['CODE_04_PLACEHOLDER']],
    ['511A62001004-511602000000-000-TE5116020105116050-1-00', 'SICHUAN', ['CODE_04_TEMPORARY']],
    ['511F0045400001-511602000000-000-11511301452259996u-1-00', 'SICHUAN', ['CODE_NORMALISED']],
    ['E-000021-001-1111111111111111', 'SICHUAN_OLD', ['CODE_SEGMENT', 'CODE_04_PLACEHOLDER']],
  ])('%s of a real county list is accepted and flagged', (code, scheme, expected) => {
    const parsed = parseCode(code);
    expect([parsed.scheme, parsed.raw]).toEqual([scheme, code]);
    expect(parsed.problems.map((found) => found.code)).toEqual(expected);
  });
});
