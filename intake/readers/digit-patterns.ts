/** What a number format shows, part by part: a text as it stands, or the place of a digit. */
export type DigitPattern = readonly (
  | { readonly text: string }
  /** `0` shows a digit always, `#` only where the number has one. */
  | { readonly digit: '0' | '#' }
)[];

/** Excel writes no longer formats. */
const LONGEST = 255;

/** Quoted text, an escaped character, a digit's place, or a character that stands for itself (ECMA-376 §18.8.31). */
const PART = /"([^"]*)"|\\(.)|([0#])|([-+()<>{}!^&'~=$¥￥\s\u2010-\uffef])/suy;

/**
 * The parts of a format that shows whole numbers and text only; undefined for any other: parts of a date, fractions,
 * thousands, percents, fillings, several forms for several numbers, and what is no more than a number.
 */
export const digitPattern = (code: string): DigitPattern | undefined => {
  if (code.length > LONGEST) return undefined;
  const parts: DigitPattern[number][] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < code.length) {
    const found = PART.exec(code);
    if (found === null) return undefined;
    const [, quoted, escaped, digit, plain] = found;
    if (digit === undefined) parts.push({ text: quoted ?? escaped ?? plain ?? '' });
    else parts.push({ digit: digit === '0' ? '0' : '#' });
  }
  const zeros = parts.filter((part) => 'digit' in part && part.digit === '0').length;
  const hasDigits = parts.some((part) => 'digit' in part);
  return hasDigits && (zeros > 1 || parts.some((part) => 'text' in part && part.text !== ''))
    ? parts
    : undefined;
};

/**
 * A whole number of at least 0 as the pattern shows it; digits for which there is no place stand before the first one.
 * Any other number stays as it is: the sheet shows it rounded, and its digits would be lost.
 */
export const written = (number: number, pattern: DigitPattern): number | string => {
  if (!Number.isSafeInteger(number) || number < 0) return number;
  const digits = number === 0 ? '' : String(number);
  let places = pattern.filter((part) => 'digit' in part).length;
  let isFirst = true;
  let text = '';
  for (const part of pattern) {
    if ('text' in part) {
      text += part.text;
      continue;
    }
    const at = digits.length - places;
    if (isFirst && at > 0) text += digits.slice(0, at);
    text += digits[at] ?? (part.digit === '0' ? '0' : '');
    isFirst = false;
    places -= 1;
  }
  return text;
};
