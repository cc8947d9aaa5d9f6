import { describe, expect, test } from 'vitest';
import { canonicalMaterial, rememberedMaterials } from '../../catalog/materials/canonical-material.ts';

describe('any one of several papers', () => {
  test.each([
    '身份证或户口簿',
    '身份证或者户口簿',
    '户口簿/身份证',
    '身份证、户口簿或身份证',
    '身份证或、户口簿',
  ])('%s', (written) =>
    expect(canonicalMaterial(written)).toEqual({
      key: 'resident-identity-card|household-register',
      name: '居民身份证或户口簿',
      alternatives: ['居民身份证', '户口簿'],
    }),
  );

  test('a stroke after a digit is a date or a number', () => {
    expect(canonicalMaterial('2023/2024审计报告').alternatives).toBeUndefined();
    expect(canonicalMaterial('2023/2024审计报告').key).toBe('other:2023/2024审计报告');
  });
});

describe('several papers together', () => {
  test.each('及|和|与|、|，|+|；|以及'.split('|'))('joined by %s', (joint) =>
    expect(canonicalMaterial(`户口簿${joint}身份证`)).toEqual({
      key: 'resident-identity-card+household-register',
      name: '居民身份证、户口簿',
      together: ['居民身份证', '户口簿'],
    }),
  );

  test.each([
    ['a paper twice is one', '身份证和居民身份证', 'resident-identity-card', '居民身份证'],
    [
      'the applicant’s come first',
      '户口簿和代理人身份证',
      'household-register+resident-identity-card@agent',
      '户口簿、代理人居民身份证',
    ],
    ['a part no family knows', '身份证和采矿方案', 'other:身份证和采矿方案', '身份证和采矿方案'],
    ['a joint at an end', '身份证和', 'other:身份证和', '身份证和'],
  ])('%s: %s', (_label, written, key, name) => {
    expect(canonicalMaterial(written)).toMatchObject({ key, name });
    expect('together' in canonicalMaterial(written)).toBe(key.includes('+'));
  });
});

describe('an end that is written once', () => {
  test.each([
    ['董事会或股东会决议', ['股东会决议', '董事会决议']],
    ['毕业或学位证书', ['毕业证书', '学位证书']],
    ['户籍或收入证明', ['户籍证明', '收入证明']],
    ['军人或身份证件', ['有效身份证件', '军人身份证件']],
    ['审计或验资报告', ['验资报告', '审计报告']],
    ['劳动或租赁合同', ['劳动合同', '租赁合同']],
    ['结婚或离婚证', ['结婚证', '离婚证']],
  ])('%s', (written, papers) => expect(canonicalMaterial(written).alternatives).toEqual(papers));
});

test('an end is shared only where it is written', () => {
  expect(canonicalMaterial('户籍或护照').key).toBe('other:户籍或护照');
});

describe('a holder that is written once', () => {
  test.each([
    ['配偶的身份证和户口簿', ['配偶居民身份证', '配偶户口簿']],
    ['户口簿和配偶的身份证', ['户口簿', '配偶居民身份证']],
    ['配偶的身份证、户口簿、护照', ['配偶居民身份证', '配偶护照', '配偶户口簿']],
    ['配偶的身份证、子女的户口簿、护照', ['配偶居民身份证', '子女护照', '子女户口簿']],
    ['配偶的身份证和子女的身份证', ['子女居民身份证', '配偶居民身份证']],
    ['子女的身份证和配偶的身份证', ['子女居民身份证', '配偶居民身份证']],
  ])('%s', (written, papers) => expect(canonicalMaterial(written).together).toEqual(papers));
});

describe('what stands in brackets', () => {
  test.each([
    [
      'a remark',
      '营业执照（某类公司）',
      { key: 'business-licence', name: '营业执照', group: 'organisation', note: '某类公司' },
    ],
    ['two remarks', '营业执照（某类）（乙）', { key: 'business-licence', note: '某类；乙' }],
    ['the same paper', '身份证（居民身份证）', { key: 'resident-identity-card', note: '居民身份证' }],
    [
      'another paper',
      '身份证（户口簿）',
      { key: 'resident-identity-card|household-register', alternatives: ['居民身份证', '户口簿'] },
    ],
    ['a set of papers', '身份证（户口簿、护照）', { key: 'resident-identity-card', note: '户口簿、护照' }],
    [
      'more than the name',
      '章程（含营业执照）',
      { key: 'other:章程(含营业执照)', name: '章程（含营业执照）' },
    ],
    ['more, said otherwise', '章程（包括营业执照）', { key: 'other:章程(包括营业执照)' }],
    ['more, said once more', '章程（包含授权委托书）', { key: 'other:章程(包含授权委托书)' }],
    ['more, beside a remark', '章程（含营业执照）（某）', { key: 'other:章程(含营业执照)(某)' }],
    ['less than the name', '章程（不含营业执照）', { key: 'articles', note: '不含营业执照' }],
    ['beside a set', '身份证和户口簿（某）', { key: 'other:身份证和户口簿(某)' }],
    ['beside what is unknown', '采矿方案（某）', { key: 'other:采矿方案(某)' }],
    [
      'beside a choice',
      '身份证或户口簿（某）',
      { key: 'resident-identity-card|household-register', note: '某' },
    ],
    ['a condition and a remark', '营业执照（某）（变更的）', { key: 'business-licence', note: '变更的；某' }],
  ])('%s: %s', (_label, written, expected) => {
    expect(canonicalMaterial(written)).toMatchObject(expected);
    if (!('note' in expected)) expect(canonicalMaterial(written)).not.toHaveProperty('note');
  });
});

test('a name of 400 characters is read, a longer one is kept', () => {
  const padded = (length: number) => `身份证${'。'.repeat(length - 3)}`;
  expect(canonicalMaterial(padded(400)).key).toBe('resident-identity-card');
  const kept = canonicalMaterial(`${padded(400)}A`);
  expect(kept.key).toBe(`other:${padded(400)}a`);
  expect(kept.name).toBe(`${padded(400)}A`);
});

test('what is remembered is forgotten when it grows too much, and found again', () => {
  const remembered = rememberedMaterials();
  const first = remembered('身份证复印件');
  for (let index = 0; index < 19_999; index++) remembered(`无${index}`);
  expect(remembered('身份证复印件')).toBe(first);
  remembered('再来一个');
  const again = remembered('身份证复印件');
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
