import { expect, test } from 'vitest';
import { CHK_32_OUTSIDE_HALL_REASONED } from '../../../catalog/rules/chk-32-outside-hall-reasoned.ts';
import { CHK_33_QUANTITY_LIMIT_COMPLETE } from '../../../catalog/rules/chk-33-quantity-limit-complete.ts';
import { aRecord, codesOf } from './handling-record.ts';

const REASON = ['outsideHallReason'];

test.each([
  ['in the hall', { isInServiceHall: true }, REASON, []],
  ['not told', {}, REASON, []],
  ['outside with a reason', { isInServiceHall: false, outsideHallReason: '场地限制' }, REASON, []],
  ['outside in a list without the column', { isInServiceHall: false }, [], []],
  ['outside without a reason', { isInServiceHall: false }, REASON, ['CHK_32']],
  ['outside with a blank', { isInServiceHall: false, outsideHallReason: ' ' }, REASON, ['CHK_32']],
  ['outside with 无', { isInServiceHall: false, outsideHallReason: '无' }, REASON, ['CHK_32']],
  ['outside with a dash', { isInServiceHall: false, outsideHallReason: '-' }, REASON, ['CHK_32']],
])('the service hall: %s', (_label, item, columns, expected) =>
  expect(codesOf(CHK_32_OUTSIDE_HALL_REASONED, { item, columns })).toEqual(expected),
);

const LIMIT = { quantityBasis: '《甲法》第一条', quantityPublication: '网站', quantityPeriod: '每年' };
const COLUMNS = Object.keys(LIMIT);

const limits = (item: Readonly<Record<string, unknown>>, columns: readonly string[] = COLUMNS) =>
  CHK_33_QUANTITY_LIMIT_COMPLETE.find(aRecord({ item, columns })).map(({ code, field, value, detail }) => [
    code,
    field,
    value,
    detail,
  ]);

test.each([
  ['all told', { quantityLimit: '有', ...LIMIT }, COLUMNS],
  ['no limit', { quantityLimit: '无' }, COLUMNS],
  ['不限', { quantityLimit: '不限' }, COLUMNS],
  ['no limit in words', { quantityLimit: '无数量限制' }, COLUMNS],
  ['没有数量限制', { quantityLimit: '没有数量限制' }, COLUMNS],
  ['not told', {}, COLUMNS],
  ['a list without these columns', { quantityLimit: '有' }, []],
])('the limit of numbers: %s', (_label, item, columns) => expect(limits(item, columns)).toEqual([]));

test.each([
  ['no basis', { ...LIMIT, quantityBasis: '' }, 'quantityBasis', '数量限制依据'],
  ['no publication', { ...LIMIT, quantityPublication: undefined }, 'quantityPublication', '数量限制公布方式'],
  ['no period', { ...LIMIT, quantityPeriod: '无' }, 'quantityPeriod', '数量限制公布周期'],
  ['nothing', {}, 'quantityBasis', '数量限制依据、数量限制公布方式、数量限制公布周期'],
])('the limit of numbers: %s', (_label, item, field, detail) =>
  expect(limits({ quantityLimit: '每年100个', ...item })).toEqual([['CHK_33', field, '每年100个', detail]]),
);

test('a long limit is cut after forty characters', () =>
  expect(limits({ quantityLimit: '长'.repeat(50) }).map(([, , value]) => value)).toEqual(['长'.repeat(40)]));

test('one of the columns is enough to ask for all', () =>
  expect(limits({ quantityLimit: '有' }, ['quantityPeriod'])).toHaveLength(1));
