import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COUNTRY,
  normalizeRegionCode,
  regionLevel,
  regionParent,
  regionPath,
  regionSubtreeRange,
} from '../../catalog/regions.ts';

describe('a region code', () => {
  test.each([
    ['33', '330000000000'],
    ['3304', '330400000000'],
    ['330424', '330424000000'],
    ['511602001', '511602001000'],
    ['511602001002', '511602001002'],
    [' 510000 ', '510000000000'],
    ['５１１６０２', '511602000000'],
    ['000000', COUNTRY],
  ])('%s is padded to %s', (raw, code) => expect(normalizeRegionCode(raw)).toEqual({ code }));

  test.each([
    '12345',
    '3304AB',
    '',
    '5116020',
    '1234567890123',
    '511602-000',
    '003301000000',
    '0033',
    'a33',
    '33a',
    '1330000000000',
  ])('%s is refused with a problem', (raw) => {
    expect(normalizeRegionCode(raw)).toMatchObject({
      problem: { code: 'REGION_CODE_INVALID', value: raw, message: expect.stringContaining(raw) },
    });
  });

  test.each([
    [COUNTRY, 'NATIONAL', undefined],
    ['330000000000', 'PROVINCE', COUNTRY],
    ['330400000000', 'CITY', '330000000000'],
    ['330424000000', 'COUNTY', '330400000000'],
    ['330424101000', 'TOWNSHIP', '330424000000'],
    ['330424101201', 'VILLAGE', '330424101000'],
    ['441900003000', 'TOWNSHIP', '441900000000'],
    ['511672000000', 'COUNTY', '511600000000'],
  ])('%s is %s under %s', (code, level, parent) => {
    expect(regionLevel(code)).toBe(level);
    expect(regionParent(code)).toBe(parent);
  });

  test.each(['', '12', 'abcdefghijkl', '33042400000', '3304240000000'])(
    '%s has no level, parent or range',
    (bad) => {
      expect([regionLevel(bad), regionParent(bad), regionSubtreeRange(bad), regionPath(bad)]).toEqual([
        undefined,
        undefined,
        undefined,
        [],
      ]);
    },
  );

  test.each([
    [COUNTRY, COUNTRY, '999999999999'],
    ['330000000000', '330000000000', '339999999999'],
    ['330424000000', '330424000000', '330424999999'],
    ['330424101201', '330424101201', '330424101201'],
  ])('the subtree of %s', (code, from, to) => expect(regionSubtreeRange(code)).toEqual({ from, to }));

  test('every code lies in the range of each of its ancestors', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        digits.map((each) => each.join('')),
        (code) => {
          const path = regionPath(code);
          expect(path[0]).toBe(COUNTRY);
          expect(path.at(-1)).toBe(code);
          for (const ancestor of path) {
            const range = regionSubtreeRange(ancestor);
            expect(range && range.from <= code && code <= range.to).toBe(true);
          }
        },
      ),
    );
  });
});
