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

describe('Sichuan codes', () => {
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
