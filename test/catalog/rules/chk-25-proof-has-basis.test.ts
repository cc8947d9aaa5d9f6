import { expect, test } from 'vitest';
import { CHK_25_PROOF_HAS_BASIS } from '../../../catalog/rules/chk-25-proof-has-basis.ts';
import { aRecord } from './handling-record.ts';

type Material = Readonly<Record<string, unknown>>;

const FOUNDED = { name: '申请表', legalBasis: '《甲法》第一条' };

const found = (...materials: readonly Material[]) =>
  CHK_25_PROOF_HAS_BASIS.find(aRecord({ blocks: { materials } })).map(({ code, value }) => [code, value]);

test.each<[string, Material]>([
  ['a proof with its basis', { name: '收入证明', legalBasis: '《乙法》第二条' }],
  ['no proof', { name: '户口簿' }],
  ['who one is', { name: '身份证明' }],
  ['a certificate of birth', { name: '出生医学证明' }],
  ['tax paid', { name: '完税证明' }],
  ['not necessary', { name: '收入证明', necessity: 'UNNECESSARY' }],
  ['supplied later', { name: '收入证明', necessity: 'SUPPLIED_LATER' }],
  ['证明 within the name', { name: '证明事项告知承诺书' }],
  ['证明 and more', { name: '收入证明办法' }],
  ['a stamp of somebody else', { name: '申请书', sealRequirement: '加盖企业公章' }],
  ['a stamp of the place, far away', { name: '申请书', sealRequirement: '到社区窗口领取申请表后盖章' }],
  ['a stamp at the place', { name: '申请书', sealRequirement: '社区 盖章' }],
  ['an office far behind the stamp', { name: '申请书', sealRequirement: '加盖申请人所在企业公章后交社区' }],
  ['an office apart from the stamp', { name: '申请书', sealRequirement: '加盖 社区' }],
  ['a birth', { name: '出生证明' }],
  ['a divorce', { name: '离婚证明' }],
  ['the applicant’s own stamp', { name: '申请书', sealRequirement: '申请人签名或者盖章' }],
])('%s', (_label, material) => expect(found(FOUNDED, material)).toEqual([]));

test.each<[string, Material, string]>([
  ['a proof', { name: '收入证明' }, '“收入证明”'],
  ['a letter', { name: '亲属关系证明书' }, '“亲属关系证明书”'],
  ['proof material', { name: '无房证明材料' }, '“无房证明材料”'],
  ['a copy', { name: '婚姻状况证明复印件' }, '“婚姻状况证明复印件”'],
  ['with a remark', { name: '收入证明(原件)' }, '“收入证明(原件)”'],
  ['a blank basis', { name: '收入证明', legalBasis: ' ' }, '“收入证明”'],
  ['a stamp in the name', { name: '村委会盖章的申请' }, '“村委会盖章的申请”'],
  ['a proof in brackets', { name: '收入证明()' }, '“收入证明()”'],
  ['a stamp on it', { name: '申请书', sealRequirement: '加盖所在社区公章' }, '“申请书”'],
  ['a stamp at once', { name: '申请书', sealRequirement: '村（居）盖章' }, '“申请书”'],
  ['a stamp by one word', { name: '申请书', sealRequirement: '加盖街道公章' }, '“申请书”'],
  ['a stamp asked for', { name: '申请书', sealRequirement: '由社区盖章' }, '“申请书”'],
])('%s', (_label, material, value) => expect(found(FOUNDED, material)).toEqual([['CHK_25', value]]));

test('a source that never tells bases is not judged, unless it has the column', () => {
  const materials = [{ name: '收入证明' }];
  expect(CHK_25_PROOF_HAS_BASIS.find(aRecord({ blocks: { materials } }))).toEqual([]);
  const record = aRecord({ blocks: { materials }, columns: ['materials.legalBasis'] });
  expect(CHK_25_PROOF_HAS_BASIS.find(record)).toHaveLength(1);
});
