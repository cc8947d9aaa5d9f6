import { describe, expect, test } from 'vitest';
import { code09, type ListedCode } from '../../../catalog/rules/code-09-unique-and-nested.ts';
import { code10 } from '../../../catalog/rules/code-10-retired-stays-retired.ts';

const CREDIT = '11440000006940116U';
const basic = (code: string, state = 'IN_FORCE') => ({ codeKey: `CN_12:${code}`, basicCode: code, state });
const implemented = (code: string) => ({ ...basic(code), codeKey: `CN_31:${CREDIT}2${code}` });

const found = (...items: readonly Omit<ListedCode, 'row'>[]) =>
  code09(items.map((item, index) => ({ ...item, row: index + 2 })));

describe('a main item 00Y beside a 000 of the same number', () => {
  const child = basic('440102002001');
  test.each([
    ['before it', [basic('44010200200Y'), basic('440102002000'), child], []],
    ['after it', [basic('440102002000'), basic('44010200200Y'), child], []],
    [
      'that is handled, after it',
      [basic('440102002000'), implemented('44010200200Y'), child],
      [{ code: 'CODE_09_PARENT_HANDLED', row: 3, value: '44010200200Y', other: '440102002001' }],
    ],
    [
      'two of 000: the first is named',
      [basic('440102002000'), { ...basic('440102002000'), organisation: 'or_a' }, child],
      [{ code: 'CODE_09_PARENT_HANDLED', row: 2, value: '440102002000', other: '440102002001' }],
    ],
  ])('%s', (_label, items, expected) =>
    expect(found(...items).map(({ field: _field, ...rest }) => rest)).toEqual(expected),
  );
});

describe('which lists have main items', () => {
  test('one 00Y among items without sub-items is enough', () => {
    const list = found(basic('44010300100Y'), basic('440104001000'), basic('440102002001'));
    expect(list).toEqual([
      {
        code: 'CODE_09_PARENT_MISSING',
        row: 4,
        field: 'basicCode',
        value: '440102002001',
        other: '44010200200Y',
      },
    ]);
  });

  test('one sub-item with its main item is enough', () => {
    const list = found(basic('440103001000'), basic('440103001001'), basic('440102002001'));
    expect(list.map(({ code, row }) => [code, row])).toEqual([
      ['CODE_09_PARENT_HANDLED', 2],
      ['CODE_09_PARENT_MISSING', 4],
    ]);
  });

  test('a list without any says how many sub-items it has', () => {
    const list = found(basic('440102002001'), basic('440102002002'), basic('440102003001'));
    expect(list).toEqual([{ code: 'CODE_09_NO_MAIN_ITEMS', row: 2, field: 'basicCode', value: '3' }]);
  });
});

test.each([
  [
    'a code that only contains the name of a scheme',
    [
      { codeKey: 'LOCAL:CN_31:7', state: 'IN_FORCE', organisation: 'or_a' },
      { codeKey: 'LOCAL:CN_31:7', state: 'IN_FORCE', organisation: 'or_b' },
    ],
  ],
  ['thirteen digits', [{ state: 'IN_FORCE', basicCode: '4401020020019' }]],
  ['ten digits and a sub-item', [{ state: 'IN_FORCE', basicCode: '9440102002001' }]],
  [
    'the same code, one of them with an office',
    [
      { codeKey: 'LOCAL:7', state: 'IN_FORCE', organisation: 'or_a' },
      { codeKey: 'LOCAL:7', state: 'IN_FORCE' },
    ],
  ],
])('%s is no fault', (_label, items) => expect(found(...items)).toEqual([]));

test('the bare code is told, without its scheme', () => {
  const item = { codeKey: 'LOCAL:甲:7', state: 'IN_FORCE' };
  expect(found(item, item)).toEqual([{ code: 'CODE_09', row: 3, value: '甲:7', other: '2' }]);
});

test('an item without a code is not in the way of those that have one', () => {
  const list = [
    { row: 2, name: '甲' },
    { row: 3, codeKey: 'CN_12:440101007000', name: '甲' },
  ];
  const history = [{ codeKey: 'CN_12:440101007000', name: '乙' }];
  expect(code10(list, history)).toEqual([
    { code: 'CODE_10', row: 3, value: '440101007000', other: '乙', detail: '甲' },
  ]);
});
