import { expect, test } from 'vitest';
import { CHK_13_FEES_AGREE } from '../../../catalog/rules/chk-13-fees-agree.ts';
import { aRecord, codesOf } from './handling-record.ts';

const LINE = { name: '不动产登记费', standard: '80元/件', legalBasis: '发改价格规〔2016〕2559号' };
const CHARGED = { hasFee: true, feeBasis: '发改价格规〔2016〕2559号', feeStandard: '80元/件' };

test.each([
  ['basis, standard and payment', CHARGED, { isOnlinePayment: true }, []],
  ['no word on payment, which is left to completeness', CHARGED, {}, []],
  ['not paid online', CHARGED, { isOnlinePayment: false }, []],
  ['no basis', { ...CHARGED, feeBasis: '' }, { isOnlinePayment: true }, ['CHK_13_BASIS']],
  ['basis 无', { ...CHARGED, feeBasis: '无' }, { isOnlinePayment: true }, ['CHK_13_BASIS']],
  [
    'the basis in the standard',
    { ...CHARGED, feeBasis: '', feeStandard: '按《收费目录》80元' },
    { isOnlinePayment: true },
    [],
  ],
  [
    'the number of a document in the standard',
    { ...CHARGED, feeBasis: '', feeStandard: '10元（省价费12号）' },
    { isOnlinePayment: true },
    [],
  ],
  [
    'a standard that speaks of numbers',
    { ...CHARGED, feeBasis: '', feeStandard: '10元，账号见窗口' },
    { isOnlinePayment: true },
    ['CHK_13_BASIS'],
  ],
  ['no standard', { ...CHARGED, feeStandard: '' }, { isOnlinePayment: true }, ['CHK_13_LINES']],
  [
    'a standard that says free',
    { ...CHARGED, feeStandard: '不收费' },
    { isOnlinePayment: true },
    ['CHK_13_LINES'],
  ],
  ['a first time free', { ...CHARGED, feeStandard: '首次办理免费，补领每证40元' }, {}, []],
  ['some who pay nothing', { ...CHARGED, feeStandard: '10元/证（低保对象免收）' }, {}, []],
  ['an amount in words', { ...CHARGED, feeStandard: '每证四十元，低保对象免收' }, {}, []],
  ['half a yuan', { ...CHARGED, feeStandard: '0.5 元/张，老年人免费' }, {}, []],
  ['no yuan', { ...CHARGED, feeStandard: '0.00元，免费' }, {}, ['CHK_13_LINES']],
  ['an end', { ...CHARGED, feeStandard: '已停征（原10元/证）' }, {}, ['CHK_13_LINES']],
])('a fee with %s', (_label, guide, item, expected) => {
  expect(codesOf(CHK_13_FEES_AGREE, { guide, item, columns: ['isOnlinePayment'] })).toEqual(expected);
});

test.each([
  ['a whole line', { fees: [LINE] }, []],
  ['a line without its basis', { fees: [{ ...LINE, legalBasis: '' }] }, ['CHK_13_BASIS']],
  ['one line of two with a basis', { fees: [{ ...LINE, legalBasis: undefined }, LINE] }, []],
  ['no line', { fees: [] }, ['CHK_13_BASIS', 'CHK_13_LINES']],
  ['an empty line', { fees: [{ legalBasis: '发改价格〔2016〕1号' }] }, ['CHK_13_LINES']],
  ['a line that says free', { fees: [{ ...LINE, standard: '免费' }] }, ['CHK_13_LINES']],
])('a fee with %s in a block', (_label, blocks, expected) =>
  expect(codesOf(CHK_13_FEES_AGREE, { guide: { hasFee: true }, blocks })).toEqual(expected),
);

test('a list without these columns is no gap of each row', () =>
  expect(codesOf(CHK_13_FEES_AGREE, { guide: { hasFee: true } })).toEqual([]));

test.each([
  ['nothing', {}, []],
  ['无', { feeStandard: '无' }, []],
  ['不收费', { feeStandard: '不收费' }, []],
  ['免费', { feeStandard: '免费办理' }, []],
  ['免征', { feeStandard: '依据财税〔2019〕45号免征' }, []],
  ['zero', { feeStandard: '0元' }, []],
  ['an amount', { feeStandard: '10元/本' }, ['CHK_13_FREE']],
  ['an amount for some', { feeStandard: '首次办理免费，补领每证40元' }, ['CHK_13_FREE']],
  ['an amount that is taken no longer', { feeStandard: '停止征收（原40元/证）' }, []],
  ['ten yuan are not zero', { feeStandard: '10元' }, ['CHK_13_FREE']],
  ['否', { feeStandard: '否' }, []],
  ['zero without a unit', { feeStandard: '0' }, []],
  ['half a yuan is not zero', { feeStandard: '0.5元/张' }, ['CHK_13_FREE']],
])('no fee, with a standard of %s', (_label, more, expected) =>
  expect(codesOf(CHK_13_FEES_AGREE, { guide: { hasFee: false, ...more } })).toEqual(expected),
);

test.each([
  ['a line', [LINE], ['CHK_13_FREE']],
  ['a line named 不收费', [{ name: '不收费' }], []],
  ['a line of a fee no longer taken', [{ name: '证书工本费', standard: '免收' }], []],
  ['no line', [], []],
])('no fee, with %s in the block', (_label, fees, expected) =>
  expect(codesOf(CHK_13_FEES_AGREE, { guide: { hasFee: false }, blocks: { fees } })).toEqual(expected),
);

test.each([
  [false, true, ['CHK_13_FREE_PAYMENT']],
  [false, false, []],
  [false, undefined, []],
  [undefined, true, []],
])('fee %s and paid online %s', (hasFee, isOnlinePayment, expected) =>
  expect(codesOf(CHK_13_FEES_AGREE, { guide: { hasFee }, item: { isOnlinePayment } })).toEqual(expected),
);

test('a fee whose word is missing is not judged, and a finding shows the line', () => {
  expect(codesOf(CHK_13_FEES_AGREE, { guide: { feeStandard: '10元/本' } })).toEqual([]);
  const [found] = CHK_13_FEES_AGREE.find(aRecord({ guide: { hasFee: false }, blocks: { fees: [LINE] } }));
  expect(found).toMatchObject({ field: 'feeStandard', value: '不动产登记费 80元/件' });
});
