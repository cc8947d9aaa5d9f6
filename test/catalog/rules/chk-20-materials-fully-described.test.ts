import { describe, expect, test } from 'vitest';
import { CHK_20_MATERIALS_FULLY_DESCRIBED } from '../../../catalog/rules/chk-20-materials-fully-described.ts';
import { aRecord } from './handling-record.ts';

type Material = Readonly<Record<string, unknown>>;

const WHOLE = { name: '身份证', source: 'GOVERNMENT', form: 'PAPER', copies: 1, necessity: 'NECESSARY' };
const BARE = { name: '照片' };

const found = (
  materials: readonly Material[],
  more: { guide?: Material; columns?: readonly string[] } = {},
) =>
  CHK_20_MATERIALS_FULLY_DESCRIBED.find(aRecord({ ...more, blocks: { materials } })).map(
    ({ code, value, detail }) => [code, value, detail],
  );

describe('each material tells source, form, number and necessity', () => {
  test.each<[string, readonly Material[], readonly string[]]>([
    ['all told', [WHOLE, { ...WHOLE, name: '户口簿' }], []],
    ['names only', [BARE, { name: '户口簿' }], []],
    ['none', [], []],
    ['no copies but originals', [WHOLE, { ...WHOLE, copies: undefined, originals: 2 }], []],
    ['no copies but pages', [WHOLE, { ...WHOLE, copies: undefined, pages: 0 }], []],
    ['an element no material tells', [{ name: '甲', necessity: 'NECESSARY' }], []],
  ])('%s', (_label, materials) => expect(found(materials)).toEqual([]));

  test.each<[string, Material, string, string]>([
    ['no source', { ...WHOLE, source: undefined }, '“身份证”', '来源渠道'],
    ['a blank source', { ...WHOLE, source: ' ' }, '“身份证”', '来源渠道'],
    ['no form', { ...WHOLE, form: undefined }, '“身份证”', '材料形式'],
    ['no number', { ...WHOLE, copies: undefined }, '“身份证”', '份数'],
    ['no necessity', { ...WHOLE, necessity: undefined }, '“身份证”', '必要性'],
    ['nothing', BARE, '“照片”', '来源渠道、材料形式、份数、必要性'],
    ['not even a name', { form: 'PAPER' }, '“未写名称的材料”', '来源渠道、份数、必要性'],
  ])('%s beside a whole one', (_label, material, value, detail) =>
    expect(found([{ ...WHOLE, name: '户口簿' }, material])).toEqual([['CHK_20', value, detail]]),
  );

  test('a column for it asks it of every material', () =>
    expect(found([BARE], { columns: ['materials.necessity'] })).toEqual([['CHK_20', '“照片”', '必要性']]));

  test('three are named in full', () =>
    expect(found([WHOLE, ...['甲', '乙', '丙'].map((name) => ({ ...WHOLE, name, form: '' }))])).toEqual([
      ['CHK_20', '“甲”“乙”“丙”', '材料形式'],
    ]));

  test('many are named by their first three', () =>
    expect(found([WHOLE, ...['甲', '乙', '丙', '丁'].map((name) => ({ ...WHOLE, name, form: '' }))])).toEqual(
      [['CHK_20', '“甲”“乙”“丙”等 4 项', '材料形式']],
    ));
});

describe('a form comes with a blank and a sample', () => {
  const FORM = { name: '低保申请表', type: 'APPLICATION_FORM' };
  const BLANK = { blankForm: 'a.docx' };
  const SAMPLE = { sampleForm: 'b.pdf' };

  test.each<[string, readonly Material[], Material]>([
    ['both', [{ ...FORM, ...BLANK, ...SAMPLE }], {}],
    ['both in the guide', [FORM], { formDownload: ['a'], sampleForms: ['b'] }],
    ['one in the guide', [{ ...FORM, ...BLANK }], { sampleForms: ['b'] }],
    ['a name alone, no form attached anywhere', [{ name: '低保申请表' }], {}],
    ['what tells of forms', [{ name: '低保申请表说明' }, { name: '甲', ...BLANK }], {}],
    ['no materials', [], {}],
    [
      'no form',
      [
        { ...WHOLE, ...BLANK, ...SAMPLE },
        { ...WHOLE, name: '户口簿' },
      ],
      {},
    ],
  ])('%s', (_label, materials, guide) => expect(found(materials, { guide })).toEqual([]));

  test.each<[string, readonly Material[], Material, string]>([
    ['neither', [FORM], {}, '空白表格和示例样表'],
    ['no blank', [{ ...FORM, ...SAMPLE }], {}, '空白表格'],
    ['no sample', [{ ...FORM, ...BLANK }], {}, '示例样表'],
    ['no blank in the guide', [FORM], { sampleForms: ['b'] }, '空白表格'],
    ['a form by its name', [{ name: '低保申请表' }, { name: '甲', ...BLANK }], {}, '空白表格和示例样表'],
    [
      'with a remark',
      [{ name: '低保登记表(一式两份)' }, { name: '甲', ...SAMPLE }],
      {},
      '空白表格和示例样表',
    ],
  ])('%s', (_label, materials, guide, detail) =>
    expect(found(materials, { guide })).toEqual([['CHK_20_FORM', expect.stringContaining('低保'), detail]]),
  );
});
