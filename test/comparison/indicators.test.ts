import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXCLUSIONS, INDICATOR_CODES, type IndicatorCode } from '../../comparison/indicators/indicator.ts';
import { figureOf, type IndicatorValue } from '../../comparison/indicators/value.ts';
import { INDICATORS, indicatorsOf, measureAuthority } from '../../comparison/indicators.ts';
import { smallAuthority, type Told } from './indicators/small-authority.ts';

const figure = (code: IndicatorCode, ...sides: Parameters<typeof smallAuthority>): IndicatorValue => {
  const { authority, results } = smallAuthority(...sides);
  const found = indicatorsOf(authority, results).find(({ indicator }) => indicator.code === code);
  if (found === undefined) throw new Error(`no figure ${code}`);
  return found;
};

const days = (amount: number, unit = 'WORKING_DAY') => ({
  amount,
  unit,
  immediate: amount === 0,
  raw: `${amount}`,
});
const limits = (legal: unknown, promised: unknown, more = {}) => ({
  elements: { statutoryLimit: legal, promisedLimit: promised, ...more },
});

const reasons = ({ excluded }: IndicatorValue) =>
  Object.fromEntries(excluded.map(({ reason, ids }) => [reason, ids]));

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

describe('what is counted beside the reference', () => {
  const at = (...exerciseLevels: string[]) => ({ elements: { exerciseLevels } });

  test('CLAIMED counts reference items: any list answers, and what a person has yet to decide is left out', () => {
    const references: readonly Told[] = [
      ...['adopted', 'parted', 'rested', 'missing', 'waiting'].map((id) => ({ id, ...at('COUNTY') })),
      { id: 'of-province', ...at('PROVINCE') },
      { id: 'unsaid' },
      { id: 'old', state: 'CANCELLED', ...at('COUNTY') },
      { id: 'of-police', department: '纵横省公安厅', ...at('GRADED') },
    ];
    const found = figure(
      'CLAIMED',
      [
        { id: 'a', reference: 'adopted' },
        { id: 'b', reference: 'parted', relation: 'NARROWER' },
        { id: 'c', reference: 'waiting', isWaiting: true },
        { id: 'd', reference: 'of-police', relation: 'RELATED' },
      ],
      references,
      { PUBLIC_SERVICE: [{ id: 'e', reference: 'rested', state: 'SUSPENDED' }] },
    );
    expect(found.numeratorIds).toEqual(['adopted', 'parted', 'rested']);
    expect(found.denominatorIds).toEqual(['adopted', 'parted', 'rested', 'missing', 'of-police']);
    expect(reasons(found)).toEqual({
      CANCELLED: ['old'],
      LINK_WAITING: ['waiting'],
      NOT_AT_THIS_LEVEL: ['of-province'],
      NO_LEVEL_NAMED: ['unsaid'],
    });
  });

  test('FOUR_SAMES holds name, code, type and basis against the reference now; spelling is no difference', () => {
    const law = '《中华人民共和国老年人权益保障法》第三十三条';
    const same = { name: '高龄津贴（申领）', code: '442111001000', elements: { legalBasisText: law } };
    const one = (id: string, more: Partial<Told>): Told => ({ id, ...same, reference: 'r', ...more });
    const found = figure(
      'FOUR_SAMES',
      [
        one('same', {}),
        one('spelt', {
          name: '高龄津贴(申领)',
          elements: { legalBasisText: law.replace('中华人民共和国', '') },
        }),
        one('name', { name: '高龄补贴' }),
        one('code', { code: '442111009000' }),
        one('type', { type: 'PAYMENT' }),
        one('basis', { elements: { legalBasisText: '《某条例》第一条' } }),
        one('part', { relation: 'NARROWER' }),
        one('waits', { isWaiting: true }),
        { ...same, id: 'alone' },
      ],
      [{ id: 'r', ...same }],
    );
    expect(found.numeratorIds).toEqual(['same', 'spelt']);
    expect(found.denominatorIds).toEqual(['same', 'spelt', 'name', 'code', 'type', 'basis']);
    expect(reasons(found)).toEqual({
      NOT_LINKED: ['alone'],
      LINK_WAITING: ['waits'],
      PART_OF_REFERENCE: ['part'],
    });
  });
});

describe('every figure', () => {
  const told = fc.record(
    {
      state: fc.constantFrom('IN_FORCE', 'IN_FORCE', 'SUSPENDED', 'CANCELLED', 'SCHEDULED'),
      type: fc.constantFrom('PUBLIC_SERVICE', 'LICENSING', 'PUNISHMENT'),
      department: fc.constantFrom('青溪县民政局', '青溪县公安局'),
      reference: fc.constantFrom('r0', 'r1', 'r2'),
      relation: fc.constantFrom('EQUIVALENT', 'NARROWER', 'RELATED'),
      isWaiting: fc.boolean(),
      code: fc.constantFrom('442111001000', '442111002000'),
      elements: fc.record(
        {
          visits: fc.integer({ min: 0, max: 3 }),
          caseType: fc.constantFrom('IMMEDIATE', 'PROMISED'),
          statutoryLimit: fc.record({
            amount: fc.nat(60),
            unit: fc.constantFrom('WORKING_DAY', 'DAY', 'HOUR'),
          }),
          promisedLimit: fc.record({
            amount: fc.nat(60),
            unit: fc.constantFrom('WORKING_DAY', 'DAY', 'HOUR'),
          }),
          isOnline: fc.boolean(),
          handlingItemCode: fc.constantFrom('01', '02'),
          materialsText: fc.constantFrom('申请表', '申请表；身份证', '结婚证；照片；申请表'),
          acceptCondition: fc.constantFrom('年满十八周岁'),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['elements'] },
  );
  const SUMS: readonly IndicatorCode[] = ['LIMIT_REDUCTION', 'MATERIALS_PER_ITEM'];

  test('equals the count of the list it links to, counts or leaves out every item once, and groups add up', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 25 }), (all) => {
        const items = all.map((one, at) => ({ id: `ci_${at}`, ...one }) as Told);
        const references = ['r0', 'r1', 'r2', 'r3'].map((id) => ({
          id,
          elements: { exerciseLevels: [id === 'r3' ? 'PROVINCE' : 'COUNTY'] },
        }));
        const { authority, results } = smallAuthority(items, references);
        for (const { indicator, measured } of measureAuthority(authority, results)) {
          const whole = figureOf(indicator, measured);
          const population = indicator.code === 'CLAIMED' ? references : items;
          expect(measured.map(({ itemId }) => itemId).toSorted()).toEqual(
            population.map(({ id }) => id).toSorted(),
          );
          if (!SUMS.includes(indicator.code)) expect(whole.numeratorIds).toHaveLength(whole.numerator);
          if (indicator.code !== 'LIMIT_REDUCTION')
            expect(whole.denominatorIds).toHaveLength(whole.denominator);
          const counted = measured.filter(({ outcome }) => typeof outcome !== 'string');
          const excluded = whole.excluded.flatMap(({ ids }) => ids);
          for (const { ids, count } of whole.excluded) expect(ids).toHaveLength(count);
          expect(counted.length + excluded.length).toBe(population.length);
          expect(whole.excluded.every(({ reason }) => reason in EXCLUSIONS)).toBe(true);
          if (whole.denominator === 0) expect(whole.value).toBeNull();
          const groups = [...Map.groupBy(measured, ({ department }) => department).values()].map((group) =>
            figureOf(indicator, group),
          );
          const total = (side: 'numerator' | 'denominator') =>
            groups.reduce((sum, group) => sum + group[side], 0);
          expect(total('numerator')).toBeCloseTo(whole.numerator, 3);
          expect(total('denominator')).toBeCloseTo(whole.denominator, 3);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of the items', () => {
    const limit = (amount: number, unit: string) => ({ amount, unit });
    const items = [1, 2, 3, 5, 7, 11].map((amount, at) => ({
      id: `${at}`,
      elements: {
        statutoryLimit: limit(amount * 3, at % 2 ? 'DAY' : 'MONTH'),
        promisedLimit: limit(amount, at % 2 ? 'HOUR' : 'MONTH'),
      },
    }));
    const there = figure('LIMIT_REDUCTION', items);
    expect(figure('LIMIT_REDUCTION', items.toReversed())).toMatchObject({
      numerator: there.numerator,
      denominator: there.denominator,
      value: there.value,
    });
  });
});
