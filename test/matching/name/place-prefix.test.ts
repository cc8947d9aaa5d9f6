import { describe, expect, test } from 'vitest';
import { placeNames, withoutPlace } from '../../../matching/name/place-prefix.ts';

describe("the names of an item's own places", () => {
  test.each([
    ['四川省广安市广安区', undefined, ['四川省', '广安区', '广安市', '四川', '广安']],
    ['青溪县第3村', undefined, ['青溪县', '青溪']],
    [undefined, '青溪县水利局', ['青溪县', '青溪']],
    ['长风市白水镇柳溪村', undefined, ['柳溪村', '白水镇', '长风市', '柳溪', '白水', '长风']],
    // Each place is below the one before: 景德镇市 is no township 景德镇.
    ['江西省景德镇市昌江区', undefined, ['景德镇市', '昌江区', '景德镇', '江西省', '昌江', '江西']],
    ['河南省洛阳市嵩县', undefined, ['河南省', '洛阳市', '嵩县', '河南', '洛阳']],
    ['湖南省常德市津市市', undefined, ['常德市', '津市市', '湖南省', '常德', '津市', '湖南']],
    ['北京市海淀区中关村街道', undefined, ['中关村街道', '中关村', '北京市', '海淀区', '北京', '海淀']],
    ['山西省阳泉市城区', undefined, ['山西省', '阳泉市', '山西', '阳泉']],
    // The kind of a zone or town names none: enterprises of zones (开发区企业登记) are not just any.
    ['纵横省长风市开发区', undefined, ['纵横省', '长风市', '纵横', '长风']],
    ['纵横省长风市青溪县中心镇', undefined, ['纵横省', '长风市', '青溪县', '纵横', '长风', '青溪']],
    ['上海市保税区', undefined, ['上海市', '保税区', '上海']],
    ['长风市白水经济开发区', undefined, ['白水经济开发区', '长风市', '长风']],
    [undefined, '广安区农业农村局', ['广安区', '广安']],
    [undefined, '农业农村局', []],
    [undefined, '住房城乡建设局', []],
    [undefined, '城市管理局', []],
    [undefined, '农村工作局', []],
    [undefined, '白水镇人民政府', ['白水镇', '白水']],
    [undefined, '柳溪村村民委员会', ['柳溪村', '柳溪']],
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

  test.each([
    // What the place is called without its rank may be a word of the name.
    ['高新技术企业认定', '四川省成都市高新区', '高新技术企业认定'],
    ['渔业捕捞许可', '江苏省苏州市渔业村', '渔业捕捞许可'],
    ['长江河道采砂许可', '四川省广安市长江镇', '长江河道采砂许可'],
    ['开发利用地下水审批', '四川省成都市开发区', '开发利用地下水审批'],
    ['保税货物仓储备案', '上海市保税区', '保税货物仓储备案'],
    ['工业园区规划备案', '江苏省苏州市苏州工业园区', '工业园区规划备案'],
    ['文化经营许可', '辽宁省某市文化街道', '文化经营许可'],
    ['高新区食品经营许可', '四川省成都市高新区', '食品经营许可'],
    ['嵩县食品经营许可', '河南省洛阳市嵩县', '食品经营许可'],
    ['双江拉祜族佤族布朗族傣族自治县取水许可', '云南省临沧市双江拉祜族佤族布朗族傣族自治县', '取水许可'],
    ['昌江区食品经营许可', '江西省景德镇市昌江区', '食品经营许可'],
    ['景德镇市昌江区食品经营许可', '江西省景德镇市昌江区', '食品经营许可'],
    ['昌江食品经营许可', '江西省景德镇市昌江区', '食品经营许可'],
    // Nothing known begins behind it: it may be a part of a longer name.
    ['青溪龘爩许可', '青溪县', '青溪龘爩许可'],
  ])('%s in %s', (name, region, rest) =>
    expect(withoutPlace(name, placeNames(region, undefined))).toBe(rest),
  );
});
