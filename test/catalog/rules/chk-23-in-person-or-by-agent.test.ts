import { describe, expect, test } from 'vitest';
import { CHK_23_IN_PERSON_OR_BY_AGENT } from '../../../catalog/rules/chk-23-in-person-or-by-agent.ts';
import { aRecord } from './handling-record.ts';

type Values = Readonly<Record<string, unknown>>;

const found = (
  guide: Values,
  item: Values = {},
  materials: readonly string[] = [],
  conditions: readonly string[] = [],
) =>
  CHK_23_IN_PERSON_OR_BY_AGENT.find(
    aRecord({
      guide,
      item,
      blocks: {
        materials: materials.map((name) => ({ name })),
        conditions: conditions.map((name) => ({ name })),
      },
    }),
  ).map(({ code, field, value, detail }) => [code, field, value, detail]);

const AGENCY = { isAgencyAllowed: true };

describe('the applicant must come, or another may', () => {
  test.each<[string, Values, Values, readonly string[]]>([
    ['nothing said', {}, AGENCY, ['委托书']],
    ['in person, no agent', { handleFlow: '须本人到场' }, { isAgencyAllowed: false }, ['身份证']],
    ['both in one sentence', { handleFlow: '须本人到场或者委托他人办理' }, AGENCY, []],
    ['an exception in the sentence', { handleFlow: '应本人到窗口，行动不便的除外' }, AGENCY, []],
    ['the paper is the applicant’s', { acceptCondition: '提供本人身份证' }, AGENCY, []],
    ['no agent said twice', { acceptCondition: '须本人到场。不得委托他人代办' }, {}, []],
    ['no agent, with a place', { acceptCondition: '须本人到场。不允许在窗口委托他人代办' }, {}, []],
    ['an agent for something else', { handleFlow: '须本人到场。可以查询，由窗口代办' }, {}, []],
    ['an agent far behind', { handleFlow: '须本人到场。可以在工作日的上午到大厅窗口代办' }, {}, []],
    ['another entrusted', { handleFlow: '须本人到场。委托他人，由窗口办理' }, {}, []],
    ['a paper of somebody else', { handleFlow: '须本人到场' }, {}, ['代理人 身份证']],
    ['a refusal before a choice', { handleFlow: '不得由他人代办，行动不便的除外' }, AGENCY, []],
  ])('%s', (_label, guide, item, materials) => expect(found(guide, item, materials)).toEqual([]));

  test.each<[string, Values, Values, readonly string[], string, string, string]>([
    [
      'agency allowed',
      { handleFlow: '须本人到场。受理' },
      AGENCY,
      [],
      'handleFlow',
      '须本人到场',
      '“是否可代办”填“是”',
    ],
    [
      'a letter of authority',
      { handleFlow: '本人亲自办理' },
      {},
      ['授权委托书'],
      'handleFlow',
      '本人亲自办理',
      '申请材料“授权委托书”',
    ],
    [
      'an agent’s paper',
      { windowFlow: '本人须亲自到场' },
      {},
      ['代办人身份证'],
      'windowFlow',
      '本人须亲自到场',
      '申请材料“代办人身份证”',
    ],
    [
      'a sentence',
      { acceptCondition: '应当由本人到窗口办理；可由亲属代办' },
      {},
      [],
      'acceptCondition',
      '应当由本人到窗口办理',
      '“可由亲属代办”',
    ],
    [
      'no agent, yet allowed',
      { specialProcedure: '不得委托他人代办' },
      AGENCY,
      [],
      'specialProcedure',
      '不得委托他人代办',
      '“是否可代办”填“是”',
    ],
    [
      'the reason of the visit',
      {},
      { ...AGENCY, visitReason: '需本人到场拍照' },
      [],
      'visitReason',
      '需本人到场拍照',
      '“是否可代办”填“是”',
    ],
  ])('%s', (_label, guide, item, materials, field, value, detail) =>
    expect(found(guide, item, materials)).toEqual([['CHK_23', field, value, detail]]),
  );
});

test.each([
  ...['须本人亲自办理', '应当本人持证件办理', '应由申请人本人前往', '需申请人本人现场办理', '本人亲临窗口'],
  ...['本人应亲自办理', '本人应当亲自办理', '不得代办', '不予委托他人代办', '应本人到场'],
])('%s wants the applicant', (handleFlow) => {
  expect(found({ handleFlow }, AGENCY)).toEqual([['CHK_23', 'handleFlow', handleFlow, '“是否可代办”填“是”']]);
});

test.each([
  ...['可由亲属代办', '可以代办', '允许委托亲属代为申请', '支持代办', '可委托代办', '委托他人办理'],
  ...['委托代理人到窗口申请', '可以代办，不得收费', '不得收费，可以代办'],
])('%s lets another come', (windowFlow) => {
  const [first] = found({ handleFlow: '须本人到场', windowFlow });
  expect(first).toEqual(['CHK_23', 'handleFlow', '须本人到场', `“${windowFlow.normalize('NFKC')}”`]);
});

test.each(['委托书', '代办人身份证', '受托人的有效身份证件', '被委托人身份证明'])(
  '%s is an agent’s',
  (name) => expect(found({ handleFlow: '须本人到场' }, {}, [name])).toHaveLength(1),
);

test.each([
  '年满18周岁',
  '满 18 周岁',
  '满十八岁',
  '18周岁以上',
  '18 周岁 以上',
  '18周岁（含）以上',
  '十八周岁以上',
])('%s is for adults', (acceptCondition) =>
  expect(found({ acceptCondition }, {}, ['监护人身份证'])).toEqual([
    ['CHK_23_GUARDIAN', 'acceptCondition', acceptCondition.normalize('NFKC'), '申请材料“监护人身份证”'],
  ]),
);

test.each(['满足18周岁', '满18个周岁', '18学时周岁以上', '18周岁的以上', '年满16周岁'])(
  '%s is not',
  (acceptCondition) => expect(found({ acceptCondition }, {}, ['监护人身份证'])).toEqual([]),
);

describe('adults only, or guardians for minors', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['adults', '年满18周岁', ['身份证'], []],
    ['guardians', '由监护人代办', ['监护人身份证'], []],
    ['either', '年满十八周岁或者由监护人代办', ['监护人身份证'], []],
    ['minors', '不满18周岁的由监护人申请', [], []],
    ['the child’s age', '子女年满18周岁', ['监护人身份证'], []],
  ])('%s', (_label, text, materials, conditions) =>
    expect(found({ acceptCondition: text }, {}, materials, conditions)).toEqual([]),
  );

  test.each<[string, string, readonly string[], readonly string[], string, string]>([
    ['a guardian’s paper', '年满18周岁', ['监护人身份证'], [], '年满18周岁', '申请材料“监护人身份证”'],
    [
      'a sentence',
      '申请人已满 十八 周岁；监护人代为申请',
      [],
      [],
      '申请人已满 十八 周岁',
      '“监护人代为申请”',
    ],
    ['from 18 on', '18周岁以上居民', ['监护人户口簿'], [], '18周岁以上居民', '申请材料“监护人户口簿”'],
    ['one by one', '', [], ['年满18周岁', '监护人持户口簿'], '年满18周岁', '“监护人持户口簿”'],
  ])('%s', (_label, text, materials, conditions, value, detail) =>
    expect(found({ acceptCondition: text }, {}, materials, conditions)).toEqual([
      ['CHK_23_GUARDIAN', 'acceptCondition', value, detail],
    ]),
  );
});

test('sentences stand without the space around them, cut after forty characters, with the title of their element', () => {
  const long = `须本人到场${'长'.repeat(50)}`;
  const guide = { handleFlow: `受理。 ${long} ；可由亲属代办${'长'.repeat(50)}` };
  expect(CHK_23_IN_PERSON_OR_BY_AGENT.find(aRecord({ guide }))).toEqual([
    {
      code: 'CHK_23',
      field: 'handleFlow',
      title: '办理流程',
      value: long.slice(0, 40),
      detail: `“可由亲属代办${'长'.repeat(34)}”`,
    },
  ]);
});

test('a reason of the visit has its own title', () => {
  const item = { isAgencyAllowed: true, visitReason: '须本人到场' };
  expect(CHK_23_IN_PERSON_OR_BY_AGENT.find(aRecord({ item })).map(({ title }) => title)).toEqual([
    '必须现场办理原因说明',
  ]);
});
