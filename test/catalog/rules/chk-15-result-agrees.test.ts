import { expect, test } from 'vitest';
import { CHK_15_RESULT_AGREES } from '../../../catalog/rules/chk-15-result-agrees.ts';
import { aRecord, codesOf } from './handling-record.ts';

test.each([
  ['食品经营许可证', ['CERTIFICATE'], []],
  ['食品经营许可证', ['OTHER'], ['CHK_15']],
  ['食品经营许可证', ['APPROVAL', 'CERTIFICATE'], []],
  ['营业执照', ['DOCUMENT'], ['CHK_15']],
  ['教师资格证书', ['APPROVAL'], ['CHK_15']],
  ['居民身份证（临时）', ['DOCUMENT'], ['CHK_15']],
  ['《护士执业证书》', ['CERTIFICATE'], []],
  ['关于准予取水的批复', ['APPROVAL'], []],
  ['关于准予取水的批复', ['CERTIFICATE'], ['CHK_15']],
  ['批文', ['DOCUMENT'], ['CHK_15']],
  ['转发公文', ['DOCUMENT'], []],
  ['转发公文', ['CERTIFICATE'], ['CHK_15']],
  ['取水许可证；准予许可批复', ['CERTIFICATE', 'APPROVAL'], []],
  ['取水许可证；准予许可批复', ['CERTIFICATE'], ['CHK_15']],
  ['准予许可决定书', ['OTHER'], []],
  ['决定书及许可证', ['OTHER'], ['CHK_15']],
  ['决定书以及批复', ['APPROVAL'], []],
  ['许可证或决定书', ['OTHER'], ['CHK_15']],
  ['许可证或者决定书', ['CERTIFICATE'], []],
  ['营业执照和公章', ['OTHER'], ['CHK_15']],
  ['学历认证', ['OTHER'], []],
  ['委托公证', ['OTHER'], []],
  ['备案回执', ['NONE'], []],
  ['无', ['CERTIFICATE'], []],
  ['食品经营许可证', [], []],
])('%s as %j', (resultName, resultTypes, expected) =>
  expect(codesOf(CHK_15_RESULT_AGREES, { item: { resultName, resultTypes } })).toEqual(expected),
);

const item = { resultName: '食品经营许可证', resultTypes: ['CERTIFICATE'] };

test.each([
  ['a sample', { resultSample: 'https://zwfw.example/sample.pdf' }, []],
  ['no sample', {}, ['CHK_15_SAMPLE']],
  ['a blank sample', { resultSample: ' ' }, ['CHK_15_SAMPLE']],
])('with %s', (_label, guide, expected) =>
  expect(codesOf(CHK_15_RESULT_AGREES, { item, guide, columns: ['resultSample'] })).toEqual(expected),
);

test('without a column of samples or without a result none is asked for', () => {
  expect(codesOf(CHK_15_RESULT_AGREES, { item })).toEqual([]);
  expect(codesOf(CHK_15_RESULT_AGREES, { columns: ['resultSample'] })).toEqual([]);
});

test('a type that no code list knows was flagged already', () => {
  const unrecognised = [{ element: 'resultTypes', raw: '许可证照' }];
  expect(codesOf(CHK_15_RESULT_AGREES, { item: { ...item, resultTypes: ['OTHER'], unrecognised } })).toEqual(
    [],
  );
});

test('the finding names the result, its kind and the type stated', () => {
  const stated = { resultName: '批复、取水许可证', resultTypes: ['APPROVAL', 'OTHER'] };
  expect(CHK_15_RESULT_AGREES.find(aRecord({ item: stated }))).toEqual([
    {
      code: 'CHK_15',
      field: 'resultTypes',
      title: '审批结果类型',
      value: '取水许可证',
      other: '证照',
      detail: '批文、其他',
    },
  ]);
});
