import { describe, expect, test } from 'vitest';
import { problem } from '../../catalog/problems.ts';
import { code09, type ListedCode } from '../../catalog/rules/code-09-unique-and-nested.ts';

const CREDIT = '11440000006940116U';
const basic = (code: string, change: Partial<ListedCode> = {}): Omit<ListedCode, 'row'> => ({
  codeKey: `CN_12:${code}`,
  basicCode: code,
  state: 'IN_FORCE',
  ...change,
});
const implemented = (code: string, change: Partial<ListedCode> = {}) =>
  basic(code, { codeKey: `CN_31:${CREDIT}2${code}`, ...change });

const found = (...items: readonly Omit<ListedCode, 'row'>[]) =>
  code09(items.map((item, index) => ({ ...item, row: index + 2 }))).map(({ code, row, other }) => [
    code,
    row,
    other,
  ]);

describe('a code stands once in a list', () => {
  const once = basic('440101007000');
  test.each<[string, Omit<ListedCode, 'row'>[], unknown[]]>([
    ['twice', [once, basic('440102002000'), once], [['CODE_09', 4, '2']]],
    [
      'three times: each later row names the first',
      [once, once, once],
      [
        ['CODE_09', 3, '2'],
        ['CODE_09', 4, '2'],
      ],
    ],
    [
      'of two offices',
      [
        { ...once, organisation: 'or_a' },
        { ...once, organisation: 'or_b' },
      ],
      [],
    ],
    [
      'of one office',
      [
        { ...once, organisation: 'or_a' },
        { ...once, organisation: 'or_a' },
      ],
      [['CODE_09', 3, '2']],
    ],
    [
      'an implementation code has its office inside',
      [
        implemented('440101007000', { organisation: 'or_a' }),
        implemented('440101007000', { organisation: 'or_b' }),
      ],
      [['CODE_09', 3, '2']],
    ],
    [
      'two handling items of one implementation code',
      [
        implemented('440101007000', { handlingItemCode: '01' }),
        implemented('440101007000', { handlingItemCode: '02' }),
      ],
      [],
    ],
    [
      'one handling item twice',
      [
        implemented('440101007000', { handlingItemCode: '01' }),
        implemented('440101007000', { handlingItemCode: '01' }),
      ],
      [['CODE_09', 3, '2']],
    ],
    ['a cancelled item holds no code', [{ ...once, state: 'CANCELLED' }, once], []],
    ['a suspended one does', [{ ...once, state: 'SUSPENDED' }, once], [['CODE_09', 3, '2']]],
    ['items without a code', [{ state: 'IN_FORCE' }, { state: 'IN_FORCE' }], []],
    [
      'the same digits in two schemes',
      [
        { codeKey: 'CN_12:440101007000', state: 'IN_FORCE' },
        { codeKey: 'LOCAL:440101007000', state: 'IN_FORCE' },
      ],
      [],
    ],
  ])('%s', (_title, items, expected) => expect(found(...items)).toEqual(expected));
});

describe('sub-items and their main item', () => {
  test.each<[string, Omit<ListedCode, 'row'>[], unknown[]]>([
    ['a main item with sub-items', [basic('44010200200Y'), basic('440102002001'), basic('440102002002')], []],
    ['the main item may come last', [basic('440102002001'), basic('44010200200Y')], []],
    [
      'a main item that is missing is told once',
      [basic('44010300100Y'), basic('440103001001'), basic('440102002001'), basic('440102002002')],
      [['CODE_09_PARENT_MISSING', 4, '44010200200Y']],
    ],
    [
      'a list without main items is told once in all',
      [basic('440102002001'), basic('440102003001'), basic('440102004000')],
      [['CODE_09_NO_MAIN_ITEMS', 2, undefined]],
    ],
    ['a list of items without sub-items', [basic('440102002000'), basic('440102003000')], []],
    [
      'a main item that is implemented itself',
      [implemented('44010200200Y'), implemented('440102002001')],
      [['CODE_09_PARENT_HANDLED', 2, '440102002001']],
    ],
    [
      'one that is suspended is not',
      [implemented('44010200200Y', { state: 'SUSPENDED' }), implemented('440102002001')],
      [],
    ],
    [
      '000 says that there are no sub-items',
      [basic('440102002000'), basic('440102002001')],
      [['CODE_09_PARENT_HANDLED', 2, '440102002001']],
    ],
    [
      'a cancelled main item is none',
      [basic('44010300100Y'), basic('44010200200Y', { state: 'CANCELLED' }), basic('440102002001')],
      [['CODE_09_PARENT_MISSING', 4, '44010200200Y']],
    ],
    [
      'a cancelled sub-item needs no main item',
      [basic('44010300100Y'), basic('440102002001', { state: 'CANCELLED' })],
      [],
    ],
    [
      'basic codes may bear their scheme',
      [basic('44010200200Y', { basicCode: 'CN_12:44010200200Y' }), basic('440102002001')],
      [],
    ],
    ['codes of other shapes have no sub-items here', [basic('511A0138000000'), basic('许可-00757-001')], []],
  ])('%s', (_title, items, expected) => expect(found(...items)).toEqual(expected));
});

test('findings come in the order of rows and fill their sentences, a twin by its place', () => {
  const list = ['440102002001', '440103001001', '44010200200Y', '440102002001'].map((code, index) => ({
    ...basic(code),
    row: index + 2,
  }));
  const problems = code09(list).map(({ code, ...params }) => {
    const place = code === 'CODE_09' ? { other: `第 ${params.other} 行` } : {};
    return problem(code, { ...params, ...place }).message;
  });
  expect(problems).toEqual([
    '第 3 行：子项“440103001001”的主项“44010300100Y”不在本清单中，请补列主项或核对子项编码。',
    '第 5 行：编码“440102002001”与第 2 行重复：同一编码方案、同一实施主体的编码应当唯一，请核对。',
  ]);
});

test('a list of 150,000 rows is read once, whatever yields it', () => {
  const rows = function* () {
    for (let row = 0; row < 150_000; row++) {
      yield {
        row,
        ...implemented(
          `4401${String(row % 149_999)
            .padStart(5, '0')
            .slice(-5)}00Y`,
        ),
      };
    }
  };
  // Numbers of five digits repeat after 100,000 of them, as a careless numbering would.
  expect(code09(rows())).toHaveLength(50_000);
});
