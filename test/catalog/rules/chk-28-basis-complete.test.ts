import { describe, expect, test } from 'vitest';
import { CHK_28_BASIS_COMPLETE } from '../../../catalog/rules/chk-28-basis-complete.ts';
import { aRecord, type RecordParts } from './handling-record.ts';

const found = (legalBasisText: string | undefined, more: RecordParts = {}) =>
  CHK_28_BASIS_COMPLETE.find(
    aRecord({ listKind: 'PUBLIC_SERVICE', ...more, item: { legalBasisText, ...more.item } }),
  ).map(({ code, value }) => [code, value].filter((part) => part !== undefined));

describe('a text of bases', () => {
  test.each([
    '《社会保险法》第二十条',
    '《社会保险法》第二十条：国家建立制度。',
    '《关于老年人优待的意见》（国发〔2014〕8号）',
    '《纵横省职业技能标准》',
    '《政府专题会议纪要》',
    '《全国人民代表大会常务委员会关于实施计划的决定》',
    '《养老机构管理办法（试行）》第九条',
    '经常性开展、群众认可的公共服务',
    '部门职责',
    '根据本局“三定”规定',
    '已作出公开承诺',
    '群众普遍认可',
    '群众认可',
    '三定方案',
    '部门职能',
    '《通知单管理规程》',
    '《方法论》',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test.each([
    ['有关政策', [['CHK_28', '有关政策']]],
    ['部门职工', [['CHK_28', '部门职工']]],
    ['《甲办法（试行）（2018年修正）》', [['CHK_28_CLAUSE', '“甲办法(试行)(2018年修正)”']]],
    ['社会保险法', [['CHK_28', '社会保险法']]],
    [`政策${'长'.repeat(50)}`, [['CHK_28', `政策${'长'.repeat(38)}`]]],
    ['国发〔2014〕8号', [['CHK_28_NAME', '“国发〔2014〕8号”']]],
    ['《关于优待的意见》', [['CHK_28_NUMBER', '“关于优待的意见”']]],
    ['《工作方案（试行）》', [['CHK_28_NUMBER', '“工作方案(试行)”']]],
    ['《社会保险法》', [['CHK_28_CLAUSE', '“社会保险法”']]],
    ['《养老机构管理办法（试行）》', [['CHK_28_CLAUSE', '“养老机构管理办法(试行)”']]],
    [
      '《甲法》；《乙条例》；国发〔2014〕8号；《丙通知》',
      [
        ['CHK_28_NAME', '“国发〔2014〕8号”'],
        ['CHK_28_NUMBER', '“丙通知”'],
        ['CHK_28_CLAUSE', '“甲法”“乙条例”'],
      ],
    ],
    ['《甲法》第一条：国家保护。《乙法》第二条', [['CHK_28_CONTENT', '“乙法”']]],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});

describe('no basis at all', () => {
  test.each<[string, RecordParts, readonly string[]]>([
    ['in a public-service list', {}, ['CHK_28_MISSING']],
    ['in another list, where CHK_30 asks for it', { listKind: 'GOVERNMENT_SERVICE' }, []],
    ['a reason in the remark', { item: { remark: '经常性、常态化服务' } }, []],
    ['a remark without a reason', { item: { remark: '省市县同步实施' } }, ['CHK_28_MISSING']],
  ])('%s', (_label, more, expected) => expect(found('', more).flat()).toEqual(expected));

  test('a list with a column for blocks only', () => {
    const record = aRecord({ listKind: 'PUBLIC_SERVICE', columns: ['legalBases'] });
    expect(CHK_28_BASIS_COMPLETE.find(record).map(({ code }) => code)).toEqual(['CHK_28_MISSING']);
  });

  test('a list without the column', () =>
    expect(CHK_28_BASIS_COMPLETE.find(aRecord({ listKind: 'PUBLIC_SERVICE' }))).toEqual([]));

  test('a reason in the remark serves a text that names nothing', () =>
    expect(found('有关政策', { item: { remark: '群众认可' } })).toEqual([]));
});

describe('bases one by one', () => {
  const WHOLE = { lawName: '甲法', clauseNumber: '第一条', clauseContent: '国家保护。' };
  const of = (...legalBases: readonly Readonly<Record<string, unknown>>[]) =>
    found(undefined, { blocks: { legalBases } });

  test.each([
    ['whole', [WHOLE, WHOLE], []],
    ['a document with its number', [{ lawName: '乙意见', lawNumber: '国发〔2014〕8号' }], []],
    ['a whole citation in place of the name', [{ lawName: '《甲法》第一条' }], []],
    ['no clause', [{ lawName: '甲法' }], [['CHK_28_CLAUSE', '“甲法”']]],
    ['no number', [{ lawName: '乙意见' }], [['CHK_28_NUMBER', '“乙意见”']]],
    ['no name', [{ lawNumber: '国发〔2014〕8号' }], [['CHK_28_NAME', '“国发〔2014〕8号”']]],
    [
      'one without wording',
      [WHOLE, { ...WHOLE, lawName: '乙法', clauseContent: '' }],
      [['CHK_28_CONTENT', '“乙法”']],
    ],
    ['a remark in the name', [{ lawName: '甲办法 (试行)' }], [['CHK_28_CLAUSE', '“甲办法 (试行)”']]],
    [
      'a name and a number in full',
      [{ lawName: '乙意见', lawNumber: '无' }],
      [['CHK_28_NUMBER', '“乙意见”']],
    ],
    ['neither name nor number', [{ clauseNumber: '第一条' }], []],
    [
      'neither name nor number, and no wording',
      [WHOLE, { clauseNumber: '第一条' }],
      [['CHK_28_CONTENT', '“未写名称的依据”']],
    ],
    ['none with wording', [{ ...WHOLE, clauseContent: undefined }], []],
  ])('%s', (_label, bases, expected) => expect(of(...bases)).toEqual(expected));
});
