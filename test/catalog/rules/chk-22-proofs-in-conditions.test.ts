import { expect, test } from 'vitest';
import { CHK_22_PROOFS_IN_CONDITIONS } from '../../../catalog/rules/chk-22-proofs-in-conditions.ts';
import { aRecord } from './handling-record.ts';

const found = (acceptCondition: string, materials: readonly string[], conditions: readonly string[] = []) =>
  CHK_22_PROOFS_IN_CONDITIONS.find(
    aRecord({
      guide: { acceptCondition },
      blocks: {
        materials: materials.map((name) => ({ name })),
        conditions: conditions.map((name) => ({ name })),
      },
    }),
  ).map(({ code, value }) => [code, value]);

test.each([
  ['a condition without papers', '年满18周岁', ['身份证']],
  ['what must be the case', '取得取水许可证；持有残疾人证', ['申请书']],
  ['a paper that is only mentioned', '居住证在有效期内', ['申请书']],
  ['materials in general', '提交的申请材料齐全', ['申请书']],
  ['proof in general', '按时提交有效证明材料', ['申请书']],
  ['materials without names', '提供户口簿', ['', ' ']],
  ['no materials at all', '提供户口簿', []],
  ['持续 is no demand', '持续参保证明完整', ['申请书']],
  ['持证 is no demand', '持证残疾人，户口簿齐全', ['申请书']],
  ['a paper too far behind', '提供在本县范围内连续居住满五年以上的本地家庭户口簿', ['申请书']],
  ['a proof with a long name', '提供在本县范围内连续居住满五年以上的本地家庭收入证明', ['申请书']],
  ['a word that breaks off', '提供收入 证明', ['申请书']],
  ['a demand whose sentence ends', '需要提供。户口簿在有效期内', ['申请书']],
  ['a proof of nothing', '提供真实有效证明', ['申请书']],
])('%s', (_label, text, materials) => expect(found(text, materials)).toEqual([]));

test.each([
  ['a paper that is not listed', '提供户口簿', ['申请表'], [['CHK_22', '“户口簿”']]],
  ['a paper that is listed', '提供户口簿', ['居民户口簿'], [['CHK_22_CONDITION', '“户口簿”']]],
  ['the same by another word', '提供户口本', ['申请表', '居民户口簿'], [['CHK_22_CONDITION', '“户口本”']]],
  ['another who-is-who', '携带护照', ['申请表', '居民身份证'], [['CHK_22_CONDITION', '“护照”']]],
  ['no who-is-who', '携带户口本', ['居民身份证'], [['CHK_22', '“户口本”']]],
  ['who-is-who, not listed', '携带身份证', ['居民户口簿'], [['CHK_22', '“身份证”']]],
  ['the same by another name', '凭本人有效身份证办理', ['居民身份证'], [['CHK_22_CONDITION', '“身份证”']]],
  ['one of its group', '携带身份证', ['有效身份证件'], [['CHK_22_CONDITION', '“身份证”']]],
  [
    'several in a row',
    '申请人应提交以下材料：户口簿、结婚证和收入证明',
    ['居民户口簿'],
    [
      ['CHK_22', '“结婚证”“收入证明”'],
      ['CHK_22_CONDITION', '“户口簿”'],
    ],
  ],
  ['a row that ends', '提供户口簿，在本县居住，身份证有效', ['申请表'], [['CHK_22', '“户口簿”']]],
  ['an unknown paper', '出示无房证明', ['申请表'], [['CHK_22', '“无房证明”']]],
  [
    'an unknown paper that is listed',
    '出示无房证明',
    ['无房证明（原件）'],
    [['CHK_22_CONDITION', '“无房证明”']],
  ],
  ['a licence', '递交食品经营许可证', ['申请表'], [['CHK_22', '“食品经营许可证”']]],
  ['持, not 持有', '持残疾人证到窗口', ['申请表'], [['CHK_22', '“残疾人证”']]],
  ['two descriptions before it', '提供本人有效的护照', ['申请表'], [['CHK_22', '“护照”']]],
  ['a number before it', '提供1.户口簿', ['申请表'], [['CHK_22', '“户口簿”']]],
  ['another verb', '持残疾证提供户口簿', ['户口簿'], [['CHK_22', '“残疾证”']]],
  ['a permission before it', '凭可以提供的结婚证', ['申请表'], [['CHK_22', '“结婚证”']]],
  ['a short permission', '凭可提供的结婚证', ['申请表'], [['CHK_22', '“结婚证”']]],
  ['a duty before it', '申请人提交应当出具的收入证明', ['申请表'], [['CHK_22', '“收入证明”']]],
  ['a short duty', '申请人提交应出具的收入证明', ['申请表'], [['CHK_22', '“收入证明”']]],
  ['in copy', '提供户口簿复印件', ['申请表'], [['CHK_22', '“户口簿复印件”']]],
  ['a letter', '提供亲属关系证明书', ['申请表'], [['CHK_22', '“亲属关系证明书”']]],
  ['papers by their kind', '提供身份证件', ['申请表'], [['CHK_22', '“身份证件”']]],
  ['a proof of identity', '提供身份证明', ['申请表'], [['CHK_22', '“身份证明”']]],
  ['words before a paper', '提供法定代表人身份证', ['申请表'], [['CHK_22', '“法定代表人身份证”']]],
  ['a licence of any kind', '提供律师执业证书', ['申请表'], [['CHK_22', '“律师执业证书”']]],
  ['three joined', '提供户口簿及结婚证以及护照', ['申请表'], [['CHK_22', '“户口簿”“结婚证”“护照”']]],
  ['both ways of a sentence', '提供户口本，出示户口本', ['户口簿'], [['CHK_22_CONDITION', '“户口本”']]],
  ['second sentence', '年满60周岁。需提供户口簿', ['申请表'], [['CHK_22', '“户口簿”']]],
])('%s', (_label, text, materials, expected) => expect(found(text, materials)).toEqual(expected));

test('conditions one by one are read as well', () =>
  expect(found('', ['申请表'], ['年满18周岁', '提供户口簿'])).toEqual([['CHK_22', '“户口簿”']]));
