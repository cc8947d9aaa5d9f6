import { describe, expect, test } from 'vitest';
import { compareLists, type ListComparison } from '../../comparison/compare-lists.ts';
import type { ComparedList } from '../../comparison/compared-item.ts';
import { authorityOf, findingsOf, type Place, type Told } from './rules/place.ts';

const compared = (place: Place): ListComparison => {
  const authority = authorityOf(place);
  const [list, catalog] = [authority.lists[0] as ComparedList, authority.references[0] as ComparedList];
  return compareLists(authority, list, catalog);
};

/** `state item:main…` of the rows, by the reference item; mains that have no row as such. */
const told = (place: Place): Readonly<Record<string, string>> => {
  const { rows, mains } = compared(place);
  return Object.fromEntries([
    ...rows.map(({ reference, adoption: { state, by } }) => {
      const ids = by.map(({ item, main }) => (main === undefined ? item.id : `${item.id}:${main.id}`));
      return [reference.id, [state, ...ids].join(' ')] as const;
    }),
    ...mains.map(({ id }) => [id, 'main'] as const),
  ]);
};

const REFERENCE: readonly Told[] = [
  { id: 'main', code: 'M', hasSubItems: true, exerciseLevels: ['COUNTY'] },
  { id: 'one', code: 'A', mainItemCode: 'M', exerciseLevels: ['COUNTY'] },
  { id: 'other', code: 'B', mainItemCode: 'M', exerciseLevels: ['CITY'] },
];

const SILENT = { main: 'main', one: 'UNANSWERED', other: 'NOT_OFFERED' };
const own = (id: string, of: Told['of'], more: Partial<Told> = {}): Told => ({
  id,
  of: of as string,
  name: String(of).replace(/[?<>~]/gu, ''),
  ...more,
});

describe('main items', () => {
  test.each<[string, readonly Told[], Readonly<Record<string, string>>]>([
    ['nobody takes it up: its sub-items answer', [], SILENT],
    [
      'taken up whole: a row of its own, and its sub-items of this level with it',
      [own('p', 'main')],
      { main: 'ADOPTED p', one: 'PART_OF p:main', other: 'NOT_OFFERED' },
    ],
    [
      'by a broader item, too',
      [own('p', 'main>')],
      { main: 'PART_OF p', one: 'PART_OF p:main', other: 'NOT_OFFERED' },
    ],
    [
      'a part of it is no sub-item of it in particular',
      [own('p', 'main<')],
      { ...SILENT, main: 'PART_OF p' },
    ],
    [
      'a sub-item with an item of its own answers for itself',
      [own('p', 'main'), own('q', 'one')],
      { main: 'ADOPTED p', one: 'ADOPTED q', other: 'NOT_OFFERED' },
    ],
    [
      'what is suspended takes nothing with it',
      [own('p', 'main', { state: 'SUSPENDED' })],
      { ...SILENT, main: 'SUSPENDED p' },
    ],
    ['what waits for a person is not taken up', [own('p', 'main?')], SILENT],
    ['what is only related is not', [own('p', 'main~')], SILENT],
  ])('%s', (_about, power, expected) => {
    expect(told({ reference: REFERENCE, power })).toEqual(expected);
  });

  test.each<[string, readonly string[] | undefined, Readonly<Record<string, string>>]>([
    [
      'does not exclude the level',
      undefined,
      { main: 'ADOPTED p', one: 'PART_OF p:main', other: 'NOT_OFFERED' },
    ],
    ['excludes it', ['CITY'], { main: 'ADOPTED p', one: 'NOT_OFFERED', other: 'NOT_OFFERED' }],
  ])(
    'a sub-item that names no levels goes by its main item, which %s',
    (_about, exerciseLevels, expected) => {
      const reference = [
        { id: 'main', code: 'M', ...(exerciseLevels === undefined ? {} : { exerciseLevels }) },
        { id: 'one', mainItemCode: 'M' },
        { id: 'other', mainItemCode: 'M', exerciseLevels: ['CITY'] },
      ];
      expect(told({ reference, power: [own('p', 'main')] })).toEqual(expected);
    },
  );

  test('a sub-item taken over with its main item is not missing, and not compared with what takes it over', () => {
    const power = [own('p', 'main', { legalBasisText: '《中华人民共和国水法》第七条' })];
    const reference = REFERENCE.map((one) => ({ ...one, legalBasisText: '《行政许可法》第二十条' }));
    expect(findingsOf('CMP_02', { reference, power })).toEqual([]);
    expect(findingsOf('CMP_07', { reference, power }).map(({ otherId }) => otherId)).toEqual(['main']);
  });

  test('an item that names its own code as its main item is none', () => {
    expect(told({ reference: [{ id: 'one', code: 'A', mainItemCode: 'A' }], power: [] })).toEqual({
      one: 'UNANSWERED',
    });
  });

  test('a main item that names itself is one where others name it', () => {
    const reference = [
      { id: 'main', code: 'M', mainItemCode: 'M', mainItemName: 'main' },
      { id: 'one', code: 'A', mainItemCode: 'M', mainItemName: 'main' },
    ];
    expect(told({ reference, power: [] })).toEqual({ main: 'main', one: 'UNANSWERED' });
  });

  // Guangdong's 注册会计师注册 and its four sub-items all bear 440110100000.
  const sub = (id: string, name: string): Told => ({
    id,
    name,
    code: 'A',
    mainItemCode: 'A',
    mainItemName: '注册',
  });
  const shared = [
    sub('one', '注册（外国人）'),
    sub('other', '注册（内地居民）'),
    sub('whole', '注册'),
    { id: 'main', name: '注册', code: 'A' },
    { id: 'alone', name: '备案', code: 'B', mainItemCode: 'B', mainItemName: '备案' },
  ];

  test.each<[string, readonly Told[], Readonly<Record<string, string>>]>([
    [
      'not taken up',
      [],
      { one: 'UNANSWERED', other: 'UNANSWERED', whole: 'UNANSWERED', main: 'main', alone: 'UNANSWERED' },
    ],
    [
      'taken up',
      [own('p', 'main', { name: '注册' })],
      {
        one: 'PART_OF p:main',
        other: 'PART_OF p:main',
        whole: 'PART_OF p:main',
        main: 'ADOPTED p',
        alone: 'UNANSWERED',
      },
    ],
  ])(
    'a main item with the code of its sub-items is told by the name they give, %s',
    (_about, power, expected) => {
      expect(told({ reference: shared, power })).toEqual(expected);
    },
  );
});

test('what the reference has cancelled or has yet to put in force is asked of nobody', () => {
  const reference = (['CANCELLED', 'SCHEDULED', 'SUSPENDED'] as const).map((state) => ({ id: state, state }));
  const { rows } = compared({ reference, power: [] });
  expect(rows.map(({ adoption: { state, reason } }) => [state, reason])).toEqual([
    ['NOT_OFFERED', 'CANCELLED'],
    ['NOT_OFFERED', 'SCHEDULED'],
    ['UNANSWERED', undefined],
  ]);
  expect(told({ reference, power: [own('p', 'CANCELLED')] })).toMatchObject({ CANCELLED: 'ADOPTED p' });
});

test('a type nobody could read, on either side, is no local change', () => {
  const reference = [{ id: 'a' }, { id: 'b', type: 'UNRECOGNISED' }, { id: 'c' }] as const;
  const power = [
    own('p', 'a', { type: 'UNRECOGNISED' }),
    own('q', 'b'),
    own('s', 'c', { type: 'CONFIRMATION' }),
  ];
  expect(told({ reference, power })).toEqual({ a: 'ADOPTED p', b: 'ADOPTED q', c: 'ADAPTED s' });
});

test.each<[string, Partial<Told>, Partial<Told>, string]>([
  ['is blank', { mainItemName: '取水许可' }, {}, 'ADOPTED p'],
  ['is the name of the item itself', { mainItemName: '取水许可' }, { mainItemName: 'a' }, 'ADOPTED p'],
  ['of the reference is its own name', { mainItemName: 'a' }, { mainItemName: '取水许可' }, 'ADOPTED p'],
  ['is another', { mainItemName: '取水许可' }, { mainItemName: '采矿许可' }, 'ADAPTED p'],
])('a main item that %s', (_about, now, local, state) => {
  // Its list has a place for main items.
  const power = [own('p', 'a', local), { id: 'q', mainItemName: '采矿许可' }];
  expect(told({ reference: [{ id: 'a', ...now }], power })).toEqual({ a: state });
});

test.each([
  ['CN_12:880101001001', 'ADAPTED p'],
  ['SICHUAN:511A0138600000', 'ADOPTED p'],
])('the code of the main item beside a basic code %s', (code, state) => {
  const reference = [{ id: 'a', code: 'CN_12:880101001001', basicCode: 'A', mainItemCode: 'M' }];
  const power = [own('p', 'a', { code, basicCode: 'A', mainItemCode: 'N' })];
  expect(told({ reference, power })).toEqual({ a: state });
});

describe('local items', () => {
  const ELSEWHERE = '990121000000';
  const place = {
    reference: [{ id: 'r' }],
    power: [
      own('whole', 'r'),
      own('part', 'r<'),
      own('waits', 'r?'),
      own('about', 'r~'),
      { id: 'alone' },
      { id: 'township', region: '880121001000' },
      { id: 'outside', region: ELSEWHERE },
      own('decided', 'r', { region: ELSEWHERE }),
      { id: 'province', level: 'PROVINCE' },
    ],
  } as const satisfies Place;

  test('are adopters, extras, waiting or not compared', () => {
    const { rows, extras, waiting, notCompared } = compared(place);
    const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
    expect(
      rows.map(({ adoption: { by, besides } }) =>
        [by, besides].map((all) => ids(all.map(({ item }) => item))),
      ),
    ).toEqual([[['whole', 'decided'], ['part']]]);
    expect(ids(extras)).toEqual(['about', 'alone', 'township']);
    expect(ids(waiting)).toEqual(['waits']);
    expect(ids(notCompared)).toEqual(['outside', 'province']);
  });

  test('are not compared where no matching run has held them against the catalog since they changed', () => {
    const authority = { ...authorityOf(place), isHeldAgainst: (id: string) => id !== 'alone' };
    const [list, catalog] = [authority.lists[0] as ComparedList, authority.references[0] as ComparedList];
    const { extras, notCompared } = compareLists(authority, list, catalog);
    expect(extras.map(({ id }) => id)).toEqual(['about', 'township']);
    expect(notCompared.map(({ id }) => id)).toEqual(['alone', 'outside', 'province']);
  });

  test('of what is not compared no rule says that the reference has no such item', () => {
    const found = (['CMP_01', 'CMP_03'] as const).flatMap((rule) => findingsOf(rule, place));
    expect([...new Set(found.map(({ itemId }) => itemId))].toSorted()).toEqual([
      'about',
      'alone',
      'township',
      'waits',
    ]);
  });
});
