import { describe, expect, test } from 'vitest';
import { organisationCodeProblems } from '../../catalog/codes/unified-credit-code.ts';
import { regionLevel, regionParent } from '../../catalog/regions.ts';
import { creditCode, localAuthority } from '../../demo/organisations.ts';
import { cities, counties, PROVINCE, townships, villages } from '../../demo/places.ts';
import { SIZES } from '../../demo/sizes.ts';

/** First two digits of every province of GB/T 2260-2007. */
const REAL_PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82';

const allCounties = cities(SIZES.province).flatMap((city, index) => counties(city, index, SIZES.province));
const [first] = allCounties;
if (first === undefined) throw new Error('no county');
const towns = townships(first, SIZES.province.townshipsPerCounty, 1);
const hamlets = towns.flatMap((town) => villages(town, SIZES.province.villagesPerTownship, 1));

describe('places', () => {
  test('the province is none of GB/T 2260', () => {
    expect(REAL_PROVINCES.split(' ')).not.toContain(PROVINCE.code.slice(0, 2));
  });

  test('there are as many as the size says', () => {
    expect([cities(SIZES.province).length, allCounties.length, towns.length, hamlets.length]).toEqual([
      10, 100, 14, 168,
    ]);
  });

  test.each([
    ['counties', allCounties],
    ['townships', towns],
    ['villages', hamlets],
  ])('%s have distinct 12-digit codes of their level and distinct full names', (_case, places) => {
    expect(new Set(places.map(({ code }) => code)).size).toBe(places.length);
    expect(new Set(places.map(({ fullName }) => fullName)).size).toBe(places.length);
    for (const { code, level } of places) expect(regionLevel(code)).toBe(level);
  });

  test('the first county is 青溪县 of 长风市, under the province', () => {
    expect(first).toMatchObject({ code: '880121000000', fullName: '纵横省长风市青溪县' });
    expect(regionParent(first.code)).toBe('880100000000');
  });

  test('parts of GB/T 10114: 街道 001–, 镇 100–, 乡 200–', () => {
    const parts = { 街道: /^0/u, 镇: /^1/u, 乡: /^2/u } as const;
    for (const { name, code } of towns) {
      const form = name.endsWith('街道') ? '街道' : name.endsWith('镇') ? '镇' : '乡';
      expect(code.slice(6, 9)).toMatch(parts[form]);
    }
  });
});

describe('organisations', () => {
  test('every office has a code of its own that passes both check digits', () => {
    const departments = Array.from({ length: 99 }, (_, ordinal) => creditCode('11', first.code, ordinal));
    const codes = [
      ...departments,
      ...[...towns, ...hamlets].map((place) => localAuthority(place, first).code),
    ];
    expect(codes.flatMap((code) => organisationCodeProblems(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each([
    ['TOWNSHIP', '桃桥街道', '青溪县桃桥街道办事处'],
    ['TOWNSHIP', '柳湾镇', '青溪县柳湾镇人民政府'],
    ['VILLAGE', '上石桥村', '上石桥村村民委员会'],
    ['VILLAGE', '上石桥社区', '上石桥社区居民委员会'],
  ] as const)('the authority of a %s %s', (level, name, authority) => {
    const place = { level, name, code: '880121001001', fullName: name };
    expect(localAuthority(place, first).name).toBe(authority);
  });
});
