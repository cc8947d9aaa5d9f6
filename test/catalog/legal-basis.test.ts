import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LegalBasis, parseLegalBases } from '../../catalog/legal-basis.ts';

const basis = (
  lawName?: string,
  clauseNumber?: string,
  clauseContent?: string,
  lawNumber?: string,
): LegalBasis => ({
  ...(lawName && { lawName }),
  ...(lawNumber && { lawNumber }),
  ...(clauseNumber && { clauseNumber }),
  ...(clauseContent && { clauseContent }),
});

test.each<[string, readonly LegalBasis[]]>([
  [
    '《中华人民共和国老年人权益保障法》第三十一条：国家给予基本生活救助。',
    [basis('中华人民共和国老年人权益保障法', '第三十一条', '国家给予基本生活救助。')],
  ],
  [
    '《民法典》第一千零七十六条规定：夫妻双方自愿离婚的',
    [basis('民法典', '第一千零七十六条', '夫妻双方自愿离婚的')],
  ],
  ['《甲法》第三条第二款第（一）项', [basis('甲法', '第三条第二款第（一）项')]],
  ['《甲法》第 10 条', [basis('甲法', '第10条')]],
  ['《甲法》第三十八条之一', [basis('甲法', '第三十八条之一')]],
  ['《甲法》第二条第（一）、（二）项', [basis('甲法', '第二条第（一）、（二）项')]],
  ['《甲法》第二十条、第二十二条', [basis('甲法', '第二十条、第二十二条')]],
  ['《甲法》第二十条至第二十二条，国家建立制度', [basis('甲法', '第二十条至第二十二条', '国家建立制度')]],
  ['《甲法》第12条、13条', [basis('甲法', '第12条、13条')]],
  ['《甲法》：第五条', [basis('甲法', '第五条')]],
  ['中华人民共和国社会保险法第二十条', [basis('中华人民共和国社会保险法', '第二十条')]],
  ['根据工伤保险条例第三十五条', [basis('工伤保险条例', '第三十五条')]],
  ['设定依据为《甲法》第三条', [basis('甲法', '第三条')]],
  ['《甲 \n 法》第 \n 三 条', [basis('甲法', '第三条')]],
  ['《甲法》第一条规定： 国家保护。', [basis('甲法', '第一条', '国家保护。')]],
  ['《甲法》第一条。 ： 国家建立制度，予以救助。', [basis('甲法', '第一条', '国家建立制度，予以救助。')]],
  ['《甲法》第一条：国家保护，要求：各级重视', [basis('甲法', '第一条', '国家保护，要求：各级重视')]],
  ['《甲法》第三条（国家建立制度）', [basis('甲法', '第三条', '（国家建立制度）')]],
  ['《甲法》第一条：第二条所列人员除外', [basis('甲法', '第一条', '第二条所列人员除外')]],
  [
    `《甲法》第一条：${'国家保护，'.repeat(20)}`,
    [basis('甲法', '第一条', `${'国家保护，'.repeat(19)}国家保护`)],
  ],
])('one law with its clause: %s', (text, expected) => expect(parseLegalBases(text)).toEqual(expected));

test.each<[string, readonly LegalBasis[]]>([
  ['国发〔2014〕8号', [basis(undefined, undefined, undefined, '国发〔2014〕8号')]],
  ['国发[2014] 8号', [basis(undefined, undefined, undefined, '国发〔2014〕8号')]],
  ['国发（2014）第8号', [basis(undefined, undefined, undefined, '国发〔2014〕8号')]],
  ['依据湘政发【2017年】19号文件', [basis(undefined, undefined, undefined, '湘政发〔2017〕19号')]],
  ['人社部发〔2014〕23号第六条', [basis(undefined, '第六条', undefined, '人社部发〔2014〕23号')]],
  ['住房和城乡建设部令第14号', [basis(undefined, undefined, undefined, '住房和城乡建设部令第14号')]],
  ['国家税务总局公告2018年第3号', [basis(undefined, undefined, undefined, '国家税务总局公告2018年第3号')]],
  ['《甲办法》（民政部令第66号）第九条', [basis('甲办法', '第九条', undefined, '民政部令第66号')]],
  ['《甲意见》(全国老龄办发[2013]97号)', [basis('甲意见', undefined, undefined, '全国老龄办发〔2013〕97号')]],
  ['《甲意见》，国办发〔2015〕86号，第三条', [basis('甲意见', '第三条', undefined, '国办发〔2015〕86号')]],
  [
    '张武审改办发〔2017〕1号《关于梳理公开区级公共服务事项的通知》',
    [basis('关于梳理公开区级公共服务事项的通知', undefined, undefined, '张武审改办发〔2017〕1号')],
  ],
  [
    '国务院办公厅关于印发《方案》的通知（国办发〔2015〕86号）',
    [basis('国务院办公厅关于印发《方案》的通知', undefined, undefined, '国办发〔2015〕86号')],
  ],
  [
    '《劳动法》（1994年7月5日中华人民共和国主席令第28号，2018年修正）第七十条',
    [basis('劳动法', '第七十条', undefined, '中华人民共和国主席令第28号')],
  ],
  ['《甲条例》（2018年修正）第七条', [basis('甲条例', '第七条')]],
  [
    '《甲办法》（民政部令第66号）国发〔2014〕8号',
    [
      basis('甲办法', undefined, undefined, '民政部令第66号'),
      basis(undefined, undefined, undefined, '国发〔2014〕8号'),
    ],
  ],
  [
    '国发〔2014〕8号第六条《乙法》第二条',
    [basis(undefined, '第六条', undefined, '国发〔2014〕8号'), basis('乙法', '第二条')],
  ],
  [
    '《甲法》第一条和依据国发 \n〔2014〕8号',
    [basis('甲法', '第一条'), basis(undefined, undefined, undefined, '国发〔2014〕8号')],
  ],
])('documents by number: %s', (text, expected) => expect(parseLegalBases(text)).toEqual(expected));

test.each<[string, readonly LegalBasis[]]>([
  [
    '《社会保险法》第二十条、第二十二条;国发〔2014〕8号;人社部发〔2014〕23号第六条',
    [
      basis('社会保险法', '第二十条、第二十二条'),
      basis(undefined, undefined, undefined, '国发〔2014〕8号'),
      basis(undefined, '第六条', undefined, '人社部发〔2014〕23号'),
    ],
  ],
  ['《甲法》第十条和《乙法》第五条第一款', [basis('甲法', '第十条'), basis('乙法', '第五条第一款')]],
  [
    '依据一：《甲法》第一条：国家保护。依据二：《乙法》第二条：国家鼓励。',
    [basis('甲法', '第一条', '国家保护。'), basis('乙法', '第二条', '国家鼓励。')],
  ],
  ['《甲法》、《乙法》', [basis('甲法'), basis('乙法')]],
  ['《甲法》《乙法》第二条', [basis('甲法'), basis('乙法', '第二条')]],
  ['《甲法》第一条：国家保护。《乙法》', [basis('甲法', '第一条', '国家保护。'), basis('乙法')]],
  ['《甲法》第一条：国家保护。《乙法》。', [basis('甲法', '第一条', '国家保护。'), basis('乙法')]],
  ['《甲法》第一条：国家保护。《乙法》 ；', [basis('甲法', '第一条', '国家保护。'), basis('乙法')]],
  [
    '《甲法》第一条：国家保护。《乙办法》（民政部令第66号）明确鼓励。',
    [basis('甲法', '第一条', '国家保护。'), basis('乙办法', undefined, '明确鼓励。', '民政部令第66号')],
  ],
  [`《甲法》第一条：国家保护。2.${' '.repeat(60)}`, [basis('甲法', '第一条', '国家保护。')]],
  ['《甲法》第七条：甲。第八条 ：乙。', [basis('甲法', '第七条', '甲。'), basis('甲法', '第八条', '乙。')]],
  ['（一）《甲法》第一条；（二）《乙条例》第二条', [basis('甲法', '第一条'), basis('乙条例', '第二条')]],
  [
    '1.【法律】《甲法》第七十条 国家发展事业。2.【行政法规】《乙办法》第九条：共同生活',
    [basis('甲法', '第七十条', '国家发展事业。'), basis('乙办法', '第九条', '共同生活')],
  ],
  [
    '《甲法》第一条：国家保护。\n《乙法》第二条：国家鼓励。',
    [basis('甲法', '第一条', '国家保护。'), basis('乙法', '第二条', '国家鼓励。')],
  ],
  [
    '《甲法》第七条：应当建立名册。第八条：应当如实告知。',
    [basis('甲法', '第七条', '应当建立名册。'), basis('甲法', '第八条', '应当如实告知。')],
  ],
  [
    '《甲办法》（民政部令第66号）第七条：甲。第八条：乙。',
    [
      basis('甲办法', '第七条', '甲。', '民政部令第66号'),
      basis('甲办法', '第八条', '乙。', '民政部令第66号'),
    ],
  ],
])('several in one text: %s', (text, expected) => expect(parseLegalBases(text)).toEqual(expected));

test.each<[string, readonly LegalBasis[]]>([
  [
    '《甲法》第一条：依照《乙法》第五条的规定办理。',
    [basis('甲法', '第一条', '依照《乙法》第五条的规定办理。')],
  ],
  [
    '《甲法》第一条：国家保护。《乙法》规定的除外。',
    [basis('甲法', '第一条', '国家保护。《乙法》规定的除外。')],
  ],
  [
    '《甲规定》第五条。申请人应当依照社会保险法第五条提出',
    [basis('甲规定', '第五条', '申请人应当依照社会保险法第五条提出')],
  ],
  ['《甲法》第一条：有本法第八条情形的', [basis('甲法', '第一条', '有本法第八条情形的')]],
  [
    '《甲法》第一条：国家保护。第二条所列情形除外：乙',
    [basis('甲法', '第一条', '国家保护。第二条所列情形除外：乙')],
  ],
  [
    '《甲法》第一条：国家保护。国发〔2014〕8号规定的除外。',
    [basis('甲法', '第一条', '国家保护。国发〔2014〕8号规定的除外。')],
  ],
  ['《甲法》第一条：国家保护。第二条所列情形除外', [basis('甲法', '第一条', '国家保护。第二条所列情形除外')]],
])('a law within the wording of another is no basis: %s', (text, expected) =>
  expect(parseLegalBases(text)).toEqual(expected),
);

test.each([
  ...['', '、', ' 和 ', '；以及', '或', '或者', '；及', '；12.', '；3、', '；（二）', '；十二、', '以及其他'],
  ...['；依据二：', '；依据十二：', '；依据2：', '；依据', '；【行政法规】', '；部门规章：'.slice(0, -1)],
])('%j between two laws says nothing of its own', (between) =>
  expect(parseLegalBases(`《甲法》第一条${between}《乙法》规定办理`)).toEqual([
    basis('甲法', '第一条'),
    basis('乙法', undefined, '规定办理'),
  ]),
);

test.each(['：', '；2', '；2人', '；比照', '；依据甲：', '；依据二甲：', '，经'])(
  '%j between two laws is the wording of the first',
  (between) => expect(parseLegalBases(`《甲法》第一条${between}《乙法》规定办理`)).toHaveLength(1),
);

test.each([
  ...[
    '。',
    '。\n',
    '；',
    '。”',
    '。2.',
    '。12．',
    '。2、',
    ' 2、',
    '。二、',
    '。十二、',
    '。（二）',
    '。(二)',
  ],
  ...[
    '。二.',
    '。（2）',
    '。(12)',
    '。依据',
    '。依据：',
    '。依据二',
    '。依据二：',
    '。依据十二：',
    '。依据2：',
  ],
  ...['。依据 ', '。 依据二： ', '。2.依据：', '。2.【行政法规】', '。根据', '；依照'],
])('after %j another basis begins', (boundary) => {
  const [first, second, ...more] = parseLegalBases(
    `《甲法》第一条：国家保护${boundary}《乙法》第二条国家鼓励`,
  );
  expect(first?.clauseContent).toMatch(/^国家保护(?:。”?|；)?(?:依照)?$/u);
  expect(second).toEqual(basis('乙法', '第二条', '国家鼓励'));
  expect(more).toEqual([]);
});

test.each([
  ...[
    '，',
    '和',
    '。县级按',
    '每户2、',
    '。同时、',
    '。2款',
    '。其二、',
    '。一律依照',
    '。附3）',
    '。（注）',
    '。（3人',
  ],
  ...['。依据甲：', '。依据二甲', '。 县级 ', '。123.', '。本地根据'],
])('after %j the wording goes on', (gap) =>
  expect(parseLegalBases(`《甲法》第一条：国家保护${gap}《乙法》第二条国家鼓励`)).toEqual([
    basis('甲法', '第一条', `国家保护${gap}《乙法》第二条国家鼓励`),
  ]),
);

test.each([
  ['《内蒙古自治区实施<中华人民共和国土地管理法>办法》', '内蒙古自治区实施<中华人民共和国土地管理法>办法'],
  ['《实施《中华人民共和国土地管理法》办法》', '实施《中华人民共和国土地管理法》办法'],
  ['《中华人民共和国\n草原法》', '中华人民共和国草原法'],
  ['《办法（试行）》', '办法（试行）'],
])('the name of %s', (text, expected) => expect(parseLegalBases(text)).toEqual([{ lawName: expected }]));

test.each([
  '',
  '申请人应当依照社会保险法第五条提出',
  '无',
  '经常性开展、群众认可的公共服务',
  '部门职责',
  '第五条',
  '《未写完',
  '《\n》',
])('%j names no basis', (text) => expect(parseLegalBases(text)).toEqual([]));

const pieces = fc.constantFrom(
  ...[
    '《甲法》',
    '《乙条例》',
    '国发〔2014〕8号',
    '（民政部令第66号）',
    '第一条',
    '第二款',
    '：',
    '。',
    '；',
    '、',
  ],
  ...['国家保护', '依照', '1.', '（一）', ' ', '\n', '《', '》', '本法', '【法律】'],
);

test('whatever the pieces, every basis names a law or a number, and nothing is longer than the text', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const text = parts.join('');
      for (const each of parseLegalBases(text)) {
        expect(each.lawName ?? each.lawNumber).toBeTruthy();
        for (const part of Object.values(each)) expect(part.length).toBeLessThanOrEqual(text.length);
      }
    }),
    { seed: 20_260_302, numRuns: 500 },
  );
});

test.each([
  ['open title marks', '《'.repeat(20_000)],
  ['white space after a clause', `《甲法》第一条${' '.repeat(20_000)}的`],
  ['clauses in a row', `《甲法》${'第一条'.repeat(5_000)}x`],
  ['characters without an end', '甲'.repeat(20_000)],
  ['brackets', `《甲法》${'（'.repeat(20_000)}`],
])('a cell full of %s is read in time that grows with its length', (_label, text) => {
  expect(parseLegalBases(text).length).toBeLessThan(3);
});
