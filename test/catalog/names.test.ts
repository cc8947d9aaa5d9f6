import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameGrams, normalizeName, queryGrams } from '../../catalog/names.ts';

describe('the form names are compared in', () => {
  test.each([
    ['企业投资项目备案（技术改造）', '企业投资项目备案(技术改造)'],
    ['企业投资项目备案【技术改造】', '企业投资项目备案(技术改造)'],
    [' 林木 采伐\u3000许可证\u200B核发\n', '林木采伐许可证核发'],
    ['开展“11·9”全国消防日', '开展"11·9"全国消防日'],
    ["开展‘11•9'全国消防日", "开展'11·9'全国消防日"],
    ['Ｗｉ－Ｆｉ备案', 'wi-fi备案'],
    ['１2３', '123'],
    ['〔【［「『〖｛{[甲]}｝〗』」］】〕', '((((((((('.concat('甲', ')))))))))')],
    ['“甲”„乙‟〝丙〞＂丁"«戊»', '"甲""乙""丙""丁""戊"'],
    ['‘甲’‚乙‛｀丙`', "'甲''乙''丙'"],
    ['〈甲〉＜乙＞《丙》', '<甲><乙>《丙》'],
    ['1‐2‑3‒4–5—6―7−8﹣9', '1-2-3-4-5-6-7-8-9'],
    ['甲·乙•丙・丁‧戊∙己⋅庚･辛', '甲·乙·丙·丁·戊·己·庚·辛'],
    ['甲\u0007乙\u00AD丙\u2003丁\uFEFF', '甲乙丙丁'],
    ['e\u200B\u0301', 'é'],
    ['', ''],
  ])('%s', (raw, normalized) => expect(normalizeName(raw)).toBe(normalized));

  test('qualifiers stay: they tell items apart', () => {
    expect(normalizeName('食品经营许可（变更）')).not.toBe(normalizeName('食品经营许可（注销）'));
  });

  test('normalising twice changes nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'É e\u0301İſﬀ（[“a\u200D－ⅷ') }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const once = normalizeName(raw);
        expect(normalizeName(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('search grams', () => {
  test('a name gives every character and every pair inside its runs, sorted and once', () => {
    expect(nameGrams('备案(a1)备案')).toEqual(['1', 'a', 'a1', '备', '备案', '案'].sort());
  });

  test('a query gives pairs, or the character of a one-character run', () => {
    expect(queryGrams('许可证')).toEqual(['可证', '许可']);
    expect(queryGrams('证')).toEqual(['证']);
    expect(queryGrams('林木(证)')).toEqual(['林木', '证']);
    expect(queryGrams('()')).toEqual([]);
  });

  test('a character outside the basic plane is one character', () => {
    expect(nameGrams('𠮷')).toEqual(['𠮷']);
  });

  test('every piece of a name is found by its grams', () => {
    const name = fc.string({ unit: fc.constantFrom(...'林木采伐许可证(a1)、') });
    fc.assert(
      fc.property(name, fc.nat(12), fc.nat(12), (raw, start, length) => {
        const normalized = normalizeName(raw);
        const grams = new Set(nameGrams(normalized));
        for (const gram of queryGrams(normalized.slice(start, start + length))) expect(grams).toContain(gram);
      }),
    );
  });
});
