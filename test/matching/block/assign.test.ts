import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign, type Claim } from '../../../matching/block/assign.ts';

const claims = (table: Readonly<Record<string, Readonly<Record<string, number>>>>): Claim[] =>
  Object.entries(table).map(([item, worth]) => ({ item, worth: new Map(Object.entries(worth)) }));

const solve = (table: Parameters<typeof claims>[0]) => Object.fromEntries(assign(claims(table)));

test.each([
  ['nothing', {}, {}],
  ['one claim', { a: { x: 1 } }, { a: 'x' }],
  ['the better of two claims', { a: { x: 1 }, b: { x: 2 } }, { b: 'x' }],
  ['the first of two equal claims', { b: { x: 2 }, a: { x: 2 } }, { a: 'x' }],
  ['claims that do not meet', { a: { x: 1 }, b: { y: 1 } }, { a: 'x', b: 'y' }],
  ['the larger sum, not the largest claim', { a: { x: 10, y: 9 }, b: { x: 8 } }, { a: 'y', b: 'x' }],
  ['the largest claim where it outweighs two', { a: { x: 10, y: 1 }, b: { x: 8 } }, { a: 'x' }],
  [
    'a chain in which everyone moves up by one',
    { a: { x: 5, y: 4 }, b: { x: 5, y: 5, z: 4 }, c: { x: 5 } },
    { a: 'y', b: 'z', c: 'x' },
  ],
])('%s', (_case, table, expected) => {
  expect(solve(table)).toEqual(expected);
});

const small = fc
  .dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.dictionary(fc.constantFrom('v', 'w', 'x', 'y', 'z'), fc.integer({ min: 1, max: 6 })),
  )
  .map(claims);

const worthOf = (all: readonly Claim[], given: ReadonlyMap<string, string>): number =>
  [...given].reduce(
    (sum, [item, reference]) =>
      sum + (all.find((claim) => claim.item === item)?.worth.get(reference) ?? Number.NaN),
    0,
  );

/** Every choice there is, tried. */
const best = (all: readonly Claim[], taken: ReadonlySet<string> = new Set()): number => {
  const [first, ...rest] = all;
  if (first === undefined) return 0;
  const choices = [...first.worth].filter(([reference]) => !taken.has(reference));
  return Math.max(
    best(rest, taken),
    ...choices.map(([reference, worth]) => worth + best(rest, new Set([...taken, reference]))),
  );
};

test('no other choice is worth more, and no reference is given twice', () => {
  fc.assert(
    fc.property(small, (all) => {
      const given = assign(all);
      expect(new Set(given.values()).size).toBe(given.size);
      expect(worthOf(all, given)).toBe(best(all));
    }),
    { numRuns: 1000 },
  );
});

test('the order of claims changes nothing', () => {
  fc.assert(
    fc.property(
      small.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect([...assign(shuffled)].sort()).toEqual([...assign(all)].sort());
      },
    ),
  );
});

test('a component of hundreds is settled too: every reference once, the best claim first', () => {
  const many = Array.from({ length: 400 }, (_, at) => ({
    item: `i${String(at).padStart(3, '0')}`,
    worth: new Map([
      [`r${at % 100}`, 1000 - at],
      [`r${(at + 1) % 100}`, 500 - at],
    ]),
  }));
  const given = assign(many);
  expect(given.get('i000')).toBe('r0');
  expect(given.size).toBe(100);
  expect(new Set(given.values()).size).toBe(100);
});
