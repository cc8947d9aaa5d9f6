import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXCLUSIONS, INDICATOR_CODES, type IndicatorCode } from '../../comparison/indicators/indicator.ts';
import { INDICATORS, indicatorsOf } from '../../comparison/indicators.ts';
import { figure, reasons, smallAuthority, type Told } from './indicators/small-authority.ts';

const days = (amount: number, unit = 'WORKING_DAY') => ({
  amount,
  unit,
  immediate: amount === 0,
  raw: `${amount}`,
});
const limits = (legal: unknown, promised: unknown, more = {}) => ({
  elements: { statutoryLimit: legal, promisedLimit: promised, ...more },
});

test('every code has its figure, with a name, a formula and a source in Chinese', () => {
  expect(INDICATORS.map(({ code }) => code)).toEqual(INDICATOR_CODES);
  for (const { name, formula, source } of INDICATORS)
    for (const text of [name, formula, source]) expect(text).toMatch(/\p{Script=Han}{3}/u);
});

describe('visits', () => {
  const told: readonly Told[] = [
    { id: 'none', elements: { visits: 0 } },
    { id: 'one', elements: { visits: 1 } },
    { id: 'two', elements: { visits: 2 } },
    { id: 'blank' },
    { id: 'unread', elements: { unrecognised: [{ element: 'visits', raw: '一次' }] } },
    { id: 'suspended', state: 'SUSPENDED', elements: { visits: 0 } },
    { id: 'scheduled', state: 'SCHEDULED', elements: { visits: 0 } },
    { id: 'cancelled', state: 'CANCELLED', elements: { visits: 0 } },
    { id: 'fine', type: 'PUNISHMENT', elements: { visits: 0 } },
    { id: 'main', elements: { visits: 0, hasSubItems: true } },
  ];

  test('are counted where they are stated, and every other item says why it is not', () => {
    const found = figure('ONE_VISIT_AT_MOST', told, [], { POWER: [{ id: 'power', type: 'LICENSING' }] });
    expect(found).toMatchObject({ numerator: 2, denominator: 3, value: 2 / 3, isMet: false });
    expect(found.numeratorIds).toEqual(['none', 'one']);
    expect(reasons(found)).toEqual({
      SUSPENDED: ['suspended'],
      SCHEDULED: ['scheduled'],
      CANCELLED: ['cancelled'],
      MAIN_ITEM: ['main'],
      NOT_ON_APPLICATION: ['fine'],
      LIST_WITHOUT_ELEMENT: ['power'],
      NOT_STATED: ['blank'],
      UNREADABLE: ['unread'],
    });
  });

  test('0 is 零跑, and 80 % is enough', () => {
    expect(figure('NO_VISIT', told)).toMatchObject({ numerator: 1, denominator: 3, isMet: null });
    const visits = [0, 1, 1, 1, 2].map((count, at) => ({ id: `${at}`, elements: { visits: count } }));
    expect(figure('ONE_VISIT_AT_MOST', visits)).toMatchObject({ value: 0.8, isMet: true });
  });

  test('of nothing make no figure, neither nought nor all', () => {
    expect(figure('ONE_VISIT_AT_MOST', [])).toMatchObject({ value: null, isMet: null, denominator: 0 });
    const { authority, results } = smallAuthority([]);
    for (const { value } of indicatorsOf(authority, results)) expect(value).toBeNull();
  });
});

describe('limits', () => {
  test.each([
    ['half', limits(days(20), days(10)), 0.5, 1],
    ['a little more than half', limits(days(20), days(11)), 0.45, 0],
    ['on the spot', limits(days(20), days(0)), 1, 1],
    ['one day of one', limits(days(1), days(1)), 0, 1],
    ['longer than the law', limits(days(10), days(15)), -0.5, 0],
    ['months within a year', limits(days(1, 'YEAR'), days(6, 'MONTH')), 0.5, 1],
    [
      'working days of a licence',
      { type: 'LICENSING', ...limits(days(20, 'DAY'), days(5)) } as const,
      0.75,
      1,
    ],
  ])('%s', (_name, item, reduction, within) => {
    const told = [{ id: 'item', ...item }];
    expect(figure('LIMIT_REDUCTION', told).value).toBeCloseTo(reduction, 10);
    expect(figure('PROMISE_WITHIN_HALF', told)).toMatchObject({ numerator: within, denominator: 1 });
  });

  test('of several weigh by their length in working days', () => {
    const told = [
      { id: 'long', ...limits(days(3, 'MONTH'), days(1, 'MONTH')) },
      { id: 'short', ...limits(days(10), days(10)) },
    ];
    const found = figure('LIMIT_REDUCTION', told);
    // 90 and 30 days are 64.2857… and 21.4285… working days.
    expect(found).toMatchObject({ numerator: 42.8571, denominator: 74.2857 });
    expect(found.numeratorIds).toEqual(['long']);
  });

  test('that make no pair are left out', () => {
    const found = figure('LIMIT_REDUCTION', [
      { id: 'both', ...limits(days(20), days(5)) },
      { id: 'no-law', ...limits({ raw: '无' }, days(5)) },
      { id: 'law-at-once', ...limits(days(0), days(0)) },
      { id: 'units', ...limits(days(2, 'MONTH'), days(5)) },
      { id: 'no-promise', ...limits(days(20), undefined) },
    ]);
    expect(found).toMatchObject({ numerator: 15, denominator: 20 });
    expect(reasons(found)).toEqual({
      NOT_STATED: ['no-promise'],
      NO_LEGAL_LIMIT: ['no-law', 'law-at-once'],
      DIFFERENT_UNITS: ['units'],
    });
  });
});

describe('what is counted by itself', () => {
  const papers = (...materials: object[]) => ({ elements: { materials } });
  test.each<[IndicatorCode, readonly Told[], number, number]>([
    [
      'IMMEDIATE',
      [
        { id: 'kind', elements: { caseType: 'IMMEDIATE' } },
        { id: 'promise', elements: { promisedLimit: days(0) } },
        { id: 'kind-first', elements: { caseType: 'PROMISED', promisedLimit: days(0) } },
      ],
      2,
      3,
    ],
    [
      'ONLINE',
      [
        { id: 'yes', elements: { isOnline: true } },
        { id: 'no', elements: { isOnline: false, onlineDepth: ['CONSULTATION'] } },
        { id: 'deep', elements: { onlineDepth: ['ACCEPTANCE'] } },
        { id: 'asked', elements: { onlineDepth: ['CONSULTATION'] } },
      ],
      2,
      4,
    ],
    [
      'WHOLLY_ONLINE',
      [
        { id: 'wholly', elements: { onlineDepth: ['WHOLLY_ONLINE'] } },
        { id: 'said', elements: { isWhollyOnline: true } },
        { id: 'partly', elements: { onlineDepth: ['ACCEPTANCE'] } },
        { id: 'offline', elements: { isOnline: false } },
        { id: 'silent', elements: { isOnline: true } },
      ],
      2,
      4,
    ],
    [
      'NEEDLESS_PROOFS',
      [
        { id: 'founded', ...papers({ name: '无犯罪记录证明', legalBasis: '《某法》第八条' }) },
        { id: 'unfounded', ...papers({ name: '居住证明' }) },
        { id: 'not-needed', ...papers({ name: '居住证明', necessity: 'UNNECESSARY' }) },
        { id: 'no-paper' },
      ],
      1,
      3,
    ],
    [
      'SHARED_MATERIALS',
      [
        { id: 'held', ...papers({ name: '结婚证', source: 'GOVERNMENT', collection: ['LICENCE_STORE'] }) },
        { id: 'own', ...papers({ name: '申请表', source: 'APPLICANT' }) },
        {
          id: 'exempt',
          ...papers({
            name: '结婚证',
            source: 'GOVERNMENT',
            collection: ['LICENCE_STORE'],
            isReducedProof: true,
          }),
        },
      ],
      1,
      3,
    ],
    [
      'MATERIALS_PER_ITEM',
      [
        { id: 'rows', ...papers({ name: '申请表' }, { name: '身份证' }) },
        { id: 'text', elements: { materialsText: '申请表；户口簿；结婚证' } },
        { id: 'twice', ...papers({ name: '申请表' }, { name: '申请表' }) },
        { id: 'none', elements: { materialsText: '无需提供材料' } },
      ],
      6,
      3,
    ],
    [
      'SPLIT_ITEMS',
      [
        { id: 'first', code: '442111001000', elements: { handlingItemCode: '01' } },
        { id: 'second', code: '442111001000', elements: { handlingItemCode: '02' } },
        { id: 'again', code: '442111001000', elements: { handlingItemCode: '02' } },
        { id: 'whole', code: '442111002000' },
        { id: 'no-code', elements: { handlingItemCode: '01' } },
      ],
      3,
      2,
    ],
  ])('%s', (code, told, numerator, denominator) => {
    expect(figure(code, told)).toMatchObject({ numerator, denominator });
  });

  test('GUIDE_COMPLETE asks all nine elements, whatever the list has columns for', () => {
    const nine = {
      ...{ promisedLimit: days(5), acceptCondition: '年满十八周岁', handleFlow: '申请—受理—办结' },
      ...{
        address: '一楼大厅',
        consultationPhone: '0888-1',
        supervisionPhone: '0888-2',
        materialsText: '申请表',
      },
    };
    const { address: _address, ...eight } = nine;
    const { promisedLimit: _limit, ...unpromised } = nine;
    const found = figure('GUIDE_COMPLETE', [
      { id: 'complete', type: 'LICENSING', elements: nine },
      { id: 'no-place', type: 'LICENSING', elements: eight },
      { id: 'no-limit', type: 'LICENSING', elements: unpromised },
      { id: 'service-without-limit', elements: unpromised },
      { id: 'no-guide', type: 'LICENSING' },
    ]);
    expect(found.numeratorIds).toEqual(['complete', 'service-without-limit']);
    expect(found.denominator).toBe(5);
    const elsewhere = figure('GUIDE_COMPLETE', [{ id: 'a' }], [], {
      POWER: [{ id: 'b', type: 'LICENSING' }],
    });
    expect(reasons(elsewhere)).toEqual({ LIST_WITHOUT_ELEMENT: ['a', 'b'] });
  });
});

describe('the figures are explained', () => {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

  test('in the manual, formula by formula and reason by reason', () => {
    const manual = read('docs/indicators.md');
    for (const { code, name, formula } of INDICATORS)
      expect(manual).toContain(`| ${name} | \`${code}\` | ${formula} | `);
    for (const { source } of INDICATORS) expect(manual).toContain(` | ${source} |`);
    for (const [reason, sentence] of Object.entries(EXCLUSIONS))
      expect(manual).toContain(`| \`${reason}\` | ${sentence} |`);
  });

  test('in the contract, in the same words', () => {
    const contract = read('schema/matching.graphql');
    for (const { code, name } of INDICATORS)
      expect(contract).toMatch(new RegExp(`"${name}[^"]*"\\n  ${code}\\n`, 'u'));
    for (const [reason, sentence] of Object.entries(EXCLUSIONS))
      expect(contract).toContain(`  "${sentence}"\n  ${reason}\n`);
  });
});
