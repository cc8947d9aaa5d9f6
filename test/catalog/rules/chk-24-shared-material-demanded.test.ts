import { expect, test } from 'vitest';
import { CHK_24_SHARED_MATERIAL_DEMANDED } from '../../../catalog/rules/chk-24-shared-material-demanded.ts';
import { aRecord } from './handling-record.ts';

type Material = Readonly<Record<string, unknown>>;

/** Issued by a department, in the licence store, still asked for. */
const SHARED = {
  name: '营业执照',
  source: 'GOVERNMENT',
  necessity: 'NECESSARY',
  collection: ['PAPER', 'LICENCE_STORE'],
};
const PLAIN = { name: '营业执照', source: 'GOVERNMENT' };

const found = (...materials: readonly Material[]) =>
  CHK_24_SHARED_MATERIAL_DEMANDED.find(aRecord({ blocks: { materials } })).map(({ code, value }) => [
    code,
    value,
  ]);

test.each<[string, Material]>([
  ['the applicant’s own', { ...SHARED, source: 'APPLICANT' }],
  ['of unknown source', { ...SHARED, source: undefined }],
  ['no sign that it can be shared', { ...PLAIN, collection: ['PAPER'] }],
  ['not necessary', { ...SHARED, necessity: 'UNNECESSARY' }],
  ['supplied later', { ...SHARED, necessity: 'SUPPLIED_LATER' }],
  ['supplied later on credit', { ...SHARED, necessity: 'SUPPLIED_LATER_ON_CREDIT' }],
  ['reduced', { ...SHARED, isReducedProof: true }],
  ['exempt by a note', { ...SHARED, usageNote: '数据共享，免于提交' }],
  ['no longer asked', { ...SHARED, remark: '不再提供' }],
  ['exempt in short', { ...SHARED, remark: '免提交' }],
  ['exempt from bringing', { ...SHARED, remark: '免予提供' }],
  ['exempt from bringing, in short', { ...SHARED, remark: '免提供' }],
  ['half a word in each of two notes', { ...PLAIN, sourceNote: '数据', usageNote: '共享' }],
])('%s', (_label, material) => expect(found(material)).toEqual([]));

test.each<[string, Material]>([
  ['in the licence store', SHARED],
  ['with a licence code', { ...PLAIN, certificateCode: 'ZZ1' }],
  ['shared by a note on the way', { ...PLAIN, reducedProofWay: '通过数据共享核验' }],
  ['shared by a note on the source', { ...PLAIN, sourceNote: '可部门间共享' }],
  ['checked online', { ...PLAIN, handlingNote: '网上核验' }],
  ['checked between offices', { ...PLAIN, remark: '部门间核验' }],
  ['checked by the office', { ...PLAIN, remark: '部门核验' }],
  ['shared by the office', { ...PLAIN, usageNote: '部门共享' }],
  ['necessity not told', { ...SHARED, necessity: undefined }],
  ['not reduced', { ...SHARED, isReducedProof: false }],
])('%s', (_label, material) => expect(found(material)).toEqual([['CHK_24', '“营业执照”']]));

test('several are named together, others left out', () =>
  expect(found(SHARED, { ...SHARED, name: '结婚证' }, { name: '申请表', source: 'APPLICANT' })).toEqual([
    ['CHK_24', '“营业执照”“结婚证”'],
  ]));
