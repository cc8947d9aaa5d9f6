const DIGITS = '零一二三四五六七八九';

/** A number from 1 to 999 in Chinese numerals, as clause numbers of laws are written: 35 → 三十五, 105 → 一百零五. */
export function chineseNumeral(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  // 十 alone stands for 10 only where no hundred precedes it: 12 is 十二, 112 is 一百一十二.
  const middle = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  return `${head}${zero}${middle}${ones > 0 ? digit(ones) : ''}`;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
