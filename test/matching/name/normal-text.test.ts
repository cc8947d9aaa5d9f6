import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeName } from '../../../catalog/names.ts';
import { normalText } from '../../../matching/name/normal-text.ts';

describe('a text in the form names are compared in', () => {
  test.each([
    ['企业投资项目备案（技术改造）', '企业投资项目备案(技术改造)'],
    [' 林木 采伐\u3000许可证\n', '林木采伐许可证'],
    ['Ｗｉ－Ｆｉ备案', 'wi-fi备案'],
    ['e\u0301', 'é'],
    ['取水许可', '取水许可'],
    ['', ''],
  ])('%s', (raw, normal) => expect(normalText(raw)).toBe(normal));

  test('is what the catalog says, of every character alone and beside others', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      for (const text of [character, `甲${character}乙`, `a${character}`]) {
        expect(normalText(text), unit.toString(16)).toBe(normalizeName(text));
      }
    }
  });

  test('is what the catalog says, of any text', () => {
    const common = fc.constantFrom(..."甲乙（）【】“”'- \u3000Ａa=<\u0338\u0301\u200D‼…·ﬁⅧ①𠮷");
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: common }));
    fc.assert(
      fc.property(text, (raw) => {
        expect(normalText(raw)).toBe(normalizeName(raw));
      }),
      { numRuns: 3000 },
    );
  });
});
