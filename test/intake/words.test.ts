import { describe, expect, test } from 'vitest';
import { collectWords } from '../../intake/words.ts';

const regionsOf = (code: string, fullName: string | undefined) => {
  const words = collectWords();
  words.region(code, fullName);
  return words.take().map((row) => {
    const record = JSON.parse(row.record) as Record<string, unknown>;
    return [row.id, record['region_name'], record['level']];
  });
};

describe('regions a list speaks of', () => {
  test.each([
    ['511602000000', '四川省广安市广安区', ['全国', '四川省', '广安市', '广安区']],
    ['450721000000', '广西壮族自治区钦州市灵山县', ['全国', '广西壮族自治区', '钦州市', '灵山县']],
    [
      '880121001001',
      '纵横省长风市青溪县东关街道和平社区居委会',
      ['全国', '纵横省', '长风市', '青溪县', '东关街道', '和平社区居委会'],
    ],
    [
      '880121100201',
      '纵横省长风市青溪县白石镇上河村',
      ['全国', '纵横省', '长风市', '青溪县', '白石镇', '上河村'],
    ],
  ])('%s %s names its ancestors', (code, fullName, names) => {
    expect(regionsOf(code, fullName).map(([, name]) => name)).toEqual(names);
  });

  test.each([
    ['110101000000', '北京市东城区'],
    ['511602000000', '广安'],
  ])('%s %s does not tell its ancestors: they go by their codes', (code, fullName) => {
    const rows = regionsOf(code, fullName);
    expect(rows.at(-1)?.[1]).toBe(fullName);
    expect(rows.slice(1, -1).every(([id, name]) => id === name)).toBe(true);
  });

  test('levels come from the code', () => {
    expect(regionsOf('880121001001', undefined).map(([, , level]) => level)).toEqual([
      'NATIONAL',
      'PROVINCE',
      'CITY',
      'COUNTY',
      'TOWNSHIP',
      'VILLAGE',
    ]);
  });

  test('everything is given out once', () => {
    const words = collectWords();
    expect(words.name('养老保险 参保登记')).toBe(words.name('养老保险参保登记'));
    expect(words.organisation('民政局', '511602000000', undefined)).toBe(
      words.organisation('民政局', '511602000000', undefined),
    );
    expect(words.organisation('民政局', '511602000000', undefined)).not.toBe(
      words.organisation('民政局', '511600000000', undefined),
    );
    expect(words.take().map((row) => row.target)).toEqual([
      'matching.name',
      'reference.organisation',
      'reference.organisation',
    ]);
    expect(words.take()).toEqual([]);
  });

  test.each([
    ['青溪县人社局', '人力资源和社会保障局'],
    ['青溪卫生和计划生育局', '卫生健康局'],
    ['青溪县典当行业协会', '典当行业协会'],
  ])('the organisation %s has the canonical name %s', (name, canonical) => {
    const words = collectWords();
    words.region('880121000000', '纵横省长风市青溪县');
    words.organisation(name, '880121000000', undefined);
    const row = words.take().find((one) => one.target === 'reference.organisation');
    expect(JSON.parse(row?.record ?? '{}')).toMatchObject({
      organisation_name: name,
      canonical_name: canonical,
    });
  });
});
