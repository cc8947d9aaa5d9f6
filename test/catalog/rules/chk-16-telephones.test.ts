import { expect, test } from 'vitest';
import { CHK_16_TELEPHONES } from '../../../catalog/rules/chk-16-telephones.ts';
import { aRecord, codesOf } from './handling-record.ts';

const SOUND = { consultationPhone: '0839-5223456', supervisionPhone: '0839-5228888' };

test.each([
  ['two numbers', SOUND, []],
  ['consultation without area code', { ...SOUND, consultationPhone: '5223456' }, ['CHK_16_AREA_CODE']],
  ['the second without area code', { ...SOUND, consultationPhone: '0839-5223456、5223457' }, []],
  ['mobile', { ...SOUND, consultationPhone: '13812345678' }, []],
  ['a mobile and a local one', { ...SOUND, consultationPhone: '13812345678、5223456' }, ['CHK_16_AREA_CODE']],
  ['hotline', { ...SOUND, supervisionPhone: '12345' }, []],
  ['the same hotline for both', { consultationPhone: '12345', supervisionPhone: '12345' }, []],
  ['the same number', { ...SOUND, supervisionPhone: '0839-5223456' }, ['CHK_16_SAME']],
  ['the same written otherwise', { ...SOUND, supervisionPhone: '（0839）522 3456' }, ['CHK_16_SAME']],
  [
    'the same without area code',
    { ...SOUND, supervisionPhone: '5223456' },
    ['CHK_16_AREA_CODE', 'CHK_16_SAME'],
  ],
  [
    'the same, the first without area code',
    { ...SOUND, consultationPhone: '5228888' },
    ['CHK_16_AREA_CODE', 'CHK_16_SAME'],
  ],
  ['the same number in another city', { ...SOUND, supervisionPhone: '0816-5223456' }, []],
  ['another extension', { consultationPhone: '0839-5223456-1', supervisionPhone: '0839-5223456-2' }, []],
  ['one of several the same', { ...SOUND, supervisionPhone: '0839-5223456、12345' }, []],
  [
    'all of several the same',
    {
      consultationPhone: '0839-5223456、0839-5228888',
      supervisionPhone: '0839-5228888、0839-5223456',
    },
    ['CHK_16_SAME'],
  ],
  ['the same mobile', { consultationPhone: '13812345678', supervisionPhone: '13812345678' }, ['CHK_16_SAME']],
  ['no number in the cell', { ...SOUND, supervisionPhone: '见官网' }, ['CHK_16_MISSING']],
  ['an empty cell', { ...SOUND, consultationPhone: '' }, ['CHK_16_MISSING']],
  [
    'two empty cells',
    { consultationPhone: '', supervisionPhone: '无' },
    ['CHK_16_MISSING', 'CHK_16_MISSING'],
  ],
  ['a day', { ...SOUND, consultationPhone: '20240101起咨询' }, ['CHK_16_MISSING']],
  ['digits of a day behind an area code', { ...SOUND, consultationPhone: '021-20240101' }, []],
  ['digits that are no day', { ...SOUND, consultationPhone: '20241301' }, ['CHK_16_AREA_CODE']],
  ['no such columns', {}, []],
])('%s', (_label, guide, expected) => expect(codesOf(CHK_16_TELEPHONES, { guide })).toEqual(expected));

test.each([
  ['numbers in words', { consultation: '电话0839-5223456，或到窗口', supervision: '拨打12345' }, []],
  [
    'a number in each of two cells',
    { consultationPhone: '0839-5223456', consultation: '12345', supervision: '拨打12345' },
    [],
  ],
  ['no number in words', { consultation: '到窗口咨询', supervision: '拨打12345' }, ['CHK_16_MISSING']],
  ['an empty way is left to completeness', { consultation: '', supervision: '拨打12345' }, []],
  [
    'an empty way and an empty number',
    { consultation: '', consultationPhone: '', supervision: '拨打12345' },
    [],
  ],
  [
    'a way without and a number',
    { consultation: '到窗口咨询', consultationPhone: '0839-5223456', supervision: '拨打12345' },
    [],
  ],
  [
    'the same in the way and the number',
    { consultation: '电话0839-5223456', supervisionPhone: '0839-5223456' },
    ['CHK_16_SAME'],
  ],
])('%s', (_label, guide, expected) => expect(codesOf(CHK_16_TELEPHONES, { guide })).toEqual(expected));

test.each([
  ['another number', '0839-5221111', []],
  ['the number for complaints', '0839-5228888', ['CHK_16_WINDOW']],
  ['the number for complaints among others', '0839-5221111；5228888', ['CHK_16_WINDOW']],
  ['none', '', []],
])('a window with %s', (_label, phone, expected) => {
  const blocks = { windows: [{ name: '1号窗口' }, { name: '2号窗口', phone }] };
  expect(codesOf(CHK_16_TELEPHONES, { guide: SOUND, blocks })).toEqual(expected);
});

test('what is said of the consultation is not said of the window again', () => {
  const guide = { ...SOUND, supervisionPhone: '0839-5223456' };
  const blocks = { windows: [{ phone: '0839-5223456' }] };
  expect(CHK_16_TELEPHONES.find(aRecord({ guide, blocks }))).toEqual([
    { code: 'CHK_16_SAME', field: 'supervisionPhone', title: '监督电话', value: '08395223456' },
  ]);
});

test('the findings say which cell and which number', () => {
  const guide = { consultationPhone: '', supervisionPhone: '5228888' };
  expect(CHK_16_TELEPHONES.find(aRecord({ guide }))).toEqual([
    { code: 'CHK_16_MISSING', field: 'consultationPhone', title: '咨询电话' },
    { code: 'CHK_16_AREA_CODE', field: 'supervisionPhone', title: '监督电话', value: '5228888' },
  ]);
});
