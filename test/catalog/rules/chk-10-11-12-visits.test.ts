import { describe, expect, test } from 'vitest';
import { CHK_10_VISITS_REASONED } from '../../../catalog/rules/chk-10-visits-reasoned.ts';
import { CHK_11_NO_VISIT_BY_COURIER } from '../../../catalog/rules/chk-11-no-visit-by-courier.ts';
import { CHK_12_WHOLLY_ONLINE_NO_VISIT } from '../../../catalog/rules/chk-12-wholly-online-no-visit.ts';
import { aRecord, codesOf } from './handling-record.ts';

describe('CHK-10', () => {
  const REASON = '需现场采集指纹';

  test.each([
    ['none without a reason', 0, undefined, []],
    ['none with 无', 0, '无', []],
    ['none with a stroke', 0, '/', []],
    ['none and why none is needed', 0, '全程网办，申请人不用到场', []],
    ['none and no need', 0, '无需到现场', []],
    ['none with the number', 0, '0次', []],
    ['none with a reason for one', 0, REASON, ['CHK_10_NEEDLESS']],
    ['none with a reason that rules out the net', 0, '材料须免冠照，当面核验', ['CHK_10_NEEDLESS']],
    ['one with a reason', 1, REASON, []],
    ['one without', 1, undefined, ['CHK_10_REASON']],
    ['one with 无', 1, '无', ['CHK_10_REASON']],
    ['one with a blank', 1, '  ', ['CHK_10_REASON']],
    ['two without', 2, '', ['CHK_10_REASON']],
    ['not stated', undefined, REASON, []],
  ])('%s', (_label, visits, visitReason, expected) => {
    const item = { visits, ...(visitReason === undefined ? {} : { visitReason }) };
    expect(codesOf(CHK_10_VISITS_REASONED, { item, columns: ['visitReason'] })).toEqual(expected);
  });

  test('a list without reasons is no gap of each row', () =>
    expect(codesOf(CHK_10_VISITS_REASONED, { item: { visits: 1 } })).toEqual([]));

  test.each(['一次', '-1', '0.5'])('%s, which reading left alone, is no number of visits', (raw) => {
    const unrecognised = [
      { element: 'caseType', raw: '快办件' },
      { element: 'visits', raw },
    ];
    expect(CHK_10_VISITS_REASONED.find(aRecord({ item: { unrecognised, visitReason: REASON } }))).toEqual([
      { code: 'CHK_10', field: 'visits', title: '到办事现场次数', value: raw },
    ]);
    const others = unrecognised.slice(0, 1);
    expect(codesOf(CHK_10_VISITS_REASONED, { item: { visits: 0, unrecognised: others } })).toEqual([]);
  });

  test.each([
    [0, true, []],
    [1, true, []],
    [2, true, ['CHK_10_ONE_VISIT']],
    [2, false, []],
    [1, false, ['CHK_10_ONE_VISIT']],
    [0, false, ['CHK_10_ONE_VISIT']],
  ])('%i visits and 最多跑一次 %s', (visits, isOneVisitAtMost, expected) =>
    expect(codesOf(CHK_10_VISITS_REASONED, { item: { visits, isOneVisitAtMost } })).toEqual(expected),
  );

  test('the findings say the number, the reason and the word', () => {
    const find = (item: Record<string, unknown>) => CHK_10_VISITS_REASONED.find(aRecord({ item }))[0];
    expect(find({ visits: 2, visitReason: '' })).toMatchObject({ field: 'visitReason', value: '2' });
    expect(find({ visits: 0, visitReason: REASON })).toMatchObject({ field: 'visitReason', value: REASON });
    const long = REASON.repeat(10);
    expect(find({ visits: 0, visitReason: long })?.value).toBe(`${long.slice(0, 40)}…`);
    expect(find({ visits: 0, visitReason: long.slice(0, 40) })?.value).toBe(long.slice(0, 40));
    expect(find({ visits: 2, isOneVisitAtMost: true })).toMatchObject({ value: '2', other: '是' });
    expect(find({ visits: 1, isOneVisitAtMost: false })).toMatchObject({ value: '1', other: '否' });
  });
});

describe('CHK-11', () => {
  const WINDOW = { visits: 0, isOnline: false, handlingForms: ['WINDOW'] };

  test.each([
    ['no visit, not online, at the window only', WINDOW, ['CHK_11']],
    ['with courier', { ...WINDOW, handlingForms: ['WINDOW', 'COURIER'] }, []],
    ['online', { ...WINDOW, isOnline: true }, []],
    ['one visit', { ...WINDOW, visits: 1 }, []],
    ['visits not stated', { ...WINDOW, visits: undefined }, []],
    ['forms not stated', { ...WINDOW, handlingForms: undefined }, []],
    ['no forms', { ...WINDOW, handlingForms: [] }, []],
    ['papers can be sent', { ...WINDOW, isCourier: true }, []],
    ['papers cannot be sent', { ...WINDOW, isCourier: false }, ['CHK_11']],
    ['wholly online', { ...WINDOW, isWhollyOnline: true }, []],
    ['online among its forms', { ...WINDOW, isOnline: undefined, handlingForms: ['WINDOW', 'ONLINE'] }, []],
    ['online by its forms', { ...WINDOW, isOnline: undefined, handlingForms: ['ONLINE'] }, []],
    ['by phone', { ...WINDOW, isOnline: undefined, handlingForms: ['MOBILE'] }, []],
    ['window and net as one', { ...WINDOW, isOnline: undefined, handlingForms: ['INTEGRATED'] }, []],
    ['not online by its forms', { ...WINDOW, isOnline: undefined }, ['CHK_11']],
    ['not online whatever its forms say', { ...WINDOW, handlingForms: ['ONLINE'] }, ['CHK_11']],
    [
      'a form that no code list knows',
      { ...WINDOW, unrecognised: [{ element: 'handlingForms', raw: '信函邮递' }] },
      [],
    ],
  ])('%s', (_label, item, expected) =>
    expect(codesOf(CHK_11_NO_VISIT_BY_COURIER, { item })).toEqual(expected),
  );

  test('the finding stands at the forms', () =>
    expect(CHK_11_NO_VISIT_BY_COURIER.find(aRecord({ item: WINDOW }))).toEqual([
      { code: 'CHK_11', field: 'handlingForms', title: '办理形式' },
    ]));
});

describe('CHK-12', () => {
  test.each([
    ['depth Ⅳ and no visit', { onlineDepth: ['WHOLLY_ONLINE'], visits: 0 }, undefined],
    ['depth Ⅳ and one visit', { onlineDepth: ['WHOLLY_ONLINE'], visits: 1 }, 'onlineDepth'],
    [
      'depth Ⅳ among others and two visits',
      { onlineDepth: ['CONSULTATION', 'WHOLLY_ONLINE'], visits: 2 },
      'onlineDepth',
    ],
    ['wholly online and one visit', { isWhollyOnline: true, visits: 1 }, 'isWhollyOnline'],
    ['wholly online and no visit', { isWhollyOnline: true, visits: 0 }, undefined],
    ['not wholly online', { isWhollyOnline: false, visits: 1 }, undefined],
    ['accepted online', { onlineDepth: ['ACCEPTANCE'], visits: 1 }, undefined],
    ['visits not stated', { onlineDepth: ['WHOLLY_ONLINE'] }, undefined],
    ['depth not stated', { visits: 1 }, undefined],
  ])('%s', (_label, item, field) => {
    const found = CHK_12_WHOLLY_ONLINE_NO_VISIT.find(aRecord({ item }));
    expect(found.map((each) => each.field)).toEqual(field === undefined ? [] : [field]);
    expect(found.every((each) => each.code === 'CHK_12')).toBe(true);
    for (const each of found) expect(each.value).toMatch(/^[12]$/u);
  });
});
