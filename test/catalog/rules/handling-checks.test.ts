import { expect, test } from 'vitest';
import { ALL_FIELDS } from '../../../catalog/fields.ts';
import type { Check } from '../../../catalog/rules/check.ts';
import { HANDLING_CHECKS } from '../../../catalog/rules/handling-checks.ts';
import { aRecord, limit } from './handling-record.ts';

const CHECKS: readonly Check[] = HANDLING_CHECKS;

test('there are nineteen checks in the order of their numbers, and no code twice', () => {
  const firsts = CHECKS.map(({ problems }) => Object.keys(problems)[0]?.slice(0, 6));
  expect(firsts).toEqual(
    Array.from({ length: 19 }, (_, index) => `CHK_${String(index + 1).padStart(2, '0')}`),
  );
  const codes = CHECKS.flatMap(({ problems }) => Object.keys(problems));
  expect(new Set(codes).size).toBe(codes.length);
});

test('an empty record of a list without columns has nothing wrong with it', () => {
  expect(CHECKS.flatMap((check) => check.find(aRecord({})))).toEqual([]);
});

/** As wrong as records can be: together they have every fault. */
const WRONG = [
  aRecord({
    item: {
      promisedLimit: limit('30w'),
      statutoryLimit: limit('20w'),
      caseType: 'IMMEDIATE',
      reviewType: 'REVIEWED_BEHIND_COUNTER',
      visits: 1,
      onlineDepth: ['WHOLLY_ONLINE'],
      serviceObjects: ['NATURAL_PERSON'],
      resultName: '许可证',
      resultTypes: ['OTHER'],
    },
    guide: {
      handleFlow: '申请',
      hasFee: true,
      address: '县民政局',
      hours: '8:00-12:00',
      consultationPhone: '5223456',
    },
    columns: [
      'visitReason',
      'feeBasis',
      'naturalPersonTopics',
      'supervisionPhone',
      'questions',
      'resultSample',
    ],
  }),
  aRecord({
    item: { promisedLimit: limit('1h'), statutoryLimit: limit('无'), visits: 0, handlingForms: ['WINDOW'] },
    guide: { handleFlow: '现场勘查', hasFee: false, feeStandard: '10元' },
    blocks: { steps: [{ name: '审查', timeLimit: limit('2h') }] },
    columns: ['statutoryLimitNote'],
  }),
  ...[
    ['5w', '无', 'IMMEDIATE'],
    ['1w', '5w', 'IMMEDIATE'],
    ['无', '5w', 'PROMISED'],
    ['20w', '30w', 'PROMISED'],
    ['6w', '7d', 'PROMISED'],
    ['2w', '13h', 'PROMISED'],
    ['0w', '60w', 'PROMISED'],
    ['5w', '60w', undefined],
  ].map(([promised = '', legal = '', caseType]) =>
    aRecord({
      itemType: promised === '6w' ? 'CONFIRMATION' : 'LICENSING',
      item: {
        promisedLimit: limit(promised),
        statutoryLimit: limit(legal),
        caseType,
        reviewType: 'REVIEWED_AT_ONCE',
        legalBasisText: '《行政许可法》',
      },
      guide: { handleFlow: '受理；窗口当场办结', hasFee: false },
      blocks: { steps: [{ name: '现场勘查', timeLimit: limit('9w') }] },
    }),
  ),
  aRecord({
    today: '2031-03-03',
    item: {
      promisedLimit: limit('6w'),
      statutoryLimit: limit('7d'),
      unrecognised: [{ element: 'visits', raw: '-1' }],
    },
    itemType: 'CONFIRMATION',
  }),
  aRecord({
    item: {
      visits: 2,
      isOneVisitAtMost: true,
      isWhollyOnline: true,
      serviceObjects: ['ENTERPRISE'],
      naturalPersonTopics: ['NATURAL_025'],
    },
    guide: {
      handleFlow: '受理',
      hasFee: true,
      feeBasis: '发改价格〔2016〕1号',
      hours: '周一至周五 8:00',
      consultationPhone: '0839-5223456',
      supervisionPhone: '0839-5223456',
    },
    columns: ['feeStandard', 'steps'],
  }),
  aRecord({
    item: { visits: 0, visitReason: '采集指纹', isOnlinePayment: true },
    guide: { hasFee: false, supervisionPhone: '0839-5223456' },
    blocks: { windows: [{ phone: '0839-5223456' }] },
  }),
];

test('each finding names an element of the registry with its title, and fills its sentence', () => {
  const elements = new Map(
    ALL_FIELDS.filter(({ owner }) => owner === 'item' || owner === 'guide').map((field) => [
      field.element,
      field.chinese,
    ]),
  );
  const found = CHECKS.flatMap((check) =>
    WRONG.flatMap((record) =>
      check.find(record).map((each) => ({ ...each, template: check.problems[each.code]?.template ?? '' })),
    ),
  );
  const codes = CHECKS.flatMap(({ problems }) => Object.keys(problems));
  expect(codes.filter((code) => !found.some((each) => each.code === code))).toEqual([]);
  for (const { field = '', title, template, code, ...params } of found) {
    expect([code, elements.get(field)]).toEqual([code, title]);
    const named = [...template.matchAll(/\{(value|other|detail)\}/gu)].map((match) => match[1] ?? '');
    expect([code, named.filter((name) => !(name in params))]).toEqual([code, []]);
  }
});
