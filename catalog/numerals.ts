const DIGITS = '零一二三四五六七八九';
const DIGIT = '[一二两三四五六七八九]';
// 第一百零八条, 一千二百六十, 十五; a gap is bridged by one 零.
const BY_UNITS = new RegExp(
  `^(?:(?<thousands>${DIGIT})千零?)?(?:(?<hundreds>${DIGIT})百零?)?(?:(?<tens>${DIGIT}?)十零?)?(?<ones>${DIGIT})?$`,
  'u',
);
// 一〇八: digit by digit, told by its zero; 一二 may as well be one or two.
const BY_PLACES = /^[一二三四五六七八九][〇零一二三四五六七八九]*[〇零][〇零一二三四五六七八九]*$/u;

const digitOf = (character: string): number => {
  if (character === '两') return 2;
  return character === '〇' ? 0 : DIGITS.indexOf(character);
};

/** The value of a numeral below ten thousand in Chinese characters, or of digits in either width; undefined for any other text. */
export function numeralValue(numeral: string): number | undefined {
  if (/^[0-9０-９]+$/u.test(numeral)) return Number(numeral.normalize('NFKC'));
  if (/^[〇零]$/u.test(numeral)) return 0;
  if (BY_PLACES.test(numeral)) return Number([...numeral].map(digitOf).join(''));
  const { thousands, hundreds, tens, ones } = (numeral !== '' && BY_UNITS.exec(numeral)?.groups) || {};
  if ([thousands, hundreds, tens, ones].every((part) => part === undefined)) return undefined;
  const places = [thousands, hundreds, tens === '' ? '一' : tens, ones];
  return places.reduce((sum, part) => sum * 10 + (part === undefined ? 0 : digitOf(part)), 0);
}
