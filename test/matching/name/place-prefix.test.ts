import { describe, expect, test } from 'vitest';
import { placeNames, withoutPlace } from '../../../matching/name/place-prefix.ts';

describe("the names of an item's own places", () => {
  test.each([
    ['四川省广安市广安区', undefined, ['四川省', '广安区', '广安市', '四川', '广安']],
    ['青溪县第3村', undefined, ['青溪县', '青溪']],
    [undefined, '青溪县水利局', ['青溪县', '青溪']],
    ['长风市白水镇柳溪村', undefined, ['柳溪村', '白水镇', '长风市', '柳溪', '白水', '长风']],
    ['510000000000', undefined, []],
    [undefined, undefined, []],
  ])('%s %s', (region, department, names) => expect(placeNames(region, department)).toEqual(names));

  test('are told anew for another place with the same department', () => {
    expect(placeNames('甲乙县', '水利局')).toEqual(['甲乙县', '甲乙']);
    expect(placeNames('丙丁县', '水利局')).toEqual(['丙丁县', '丙丁']);
    expect(placeNames('甲乙县', '水利局')).toEqual(['甲乙县', '甲乙']);
  });
});

describe('a name without the places in front of it', () => {
  const own = placeNames('纵横省长风市青溪县', undefined);
  test.each([
    ['青溪县取水许可', '取水许可'],
    ['长风市青溪县取水许可', '取水许可'],
    ['青溪取水许可', '取水许可'],
    ['广东省居住证核发', '居住证核发'],
    ['广西壮族自治区居住证核发', '居住证核发'],
    ['四川居住证核发', '四川居住证核发'],
    ['白水县取水许可', '白水县取水许可'],
    ['长江采砂许可', '长江采砂许可'],
    ['取水许可（青溪县）', '取水许可（青溪县）'],
    // What remains must still be a name.
    ['青溪县备案', '青溪县备案'],
    ['北京市', '北京市'],
  ])('%s', (name, rest) => expect(withoutPlace(name, own)).toBe(rest));
});
