import { type DigitPattern, digitPattern, written } from './digit-patterns.ts';

/** How a number of a sheet is meant: a day, a time of the day or a duration, digits within a text, or a number. */
export type NumberMeaning =
  | { readonly kind: 'NUMBER' | 'DATE' | 'TIME' | 'DURATION' }
  | { readonly kind: 'DIGITS'; readonly pattern: DigitPattern };

/** Formats known by their number alone (ECMA-376 part 1 §18.8.30); 27-36 and 50-58 are those of Chinese Excel. */
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);
const DURATION = 46;
const isDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const builtIn = (id: number): NumberMeaning => {
  if (id === DURATION) return { kind: 'DURATION' };
  if (TIMES.has(id)) return { kind: 'TIME' };
  return { kind: isDate(id) ? 'DATE' : 'NUMBER' };
};

/** Characters of a format that are looked at: Excel writes no more, and patterns slow down on longer ones. */
const LONGEST = 255;

/** The letters that stand for parts of a date: no quoted or escaped text, colours, locales, exponents, a.m. */
const dateLetters = (code: string): string =>
  (code.slice(0, LONGEST).split(';')[0] ?? '')
    .replace(/"[^"]*"?/gu, '')
    .replace(/[\\_*]./gu, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, '')
    .replace(/general|e[+-]|am\/pm|a\/p|上午\/下午/giu, '')
    .toLowerCase();

/** What a number format makes of a number. `code` is the format's text where the file brings one. */
export const meaningOfFormat = (id: number, code: string | undefined): NumberMeaning => {
  if (code === undefined) return builtIn(id);
  const pattern = digitPattern(code);
  if (pattern !== undefined) return { kind: 'DIGITS', pattern };
  const letters = dateLetters(code);
  if (/\[[hms]+\]/u.test(letters)) return { kind: 'DURATION' };
  if (/[yd]|aaa|e.*m/u.test(letters)) return { kind: 'DATE' };
  // An m is a month unless it stands beside hours or seconds.
  if (/[hs]/u.test(letters)) return { kind: 'TIME' };
  return { kind: letters.includes('m') ? 'DATE' : 'NUMBER' };
};

const DAY = 86_400_000;

/** Days are counted from 1900-01-00 in most files; the 29th of February 1900, which never was, counts. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** 9999-12-31: what a spreadsheet can show as a day. */
const LAST_SERIAL = 2_958_466;

const clock = (serial: number): string => {
  const seconds = Math.round(serial * 86_400);
  const two = (count: number): string => String(count).padStart(2, '0');
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
};

/**
 * A number as its format means it: a date as a Date whose UTC fields are what the sheet shows, a time as `09:30`, a
 * code with its zeros, `20个工作日` with its unit. What no calendar has stays a number.
 */
export const meant = (serial: number, meaning: NumberMeaning, is1904: boolean): number | string | Date => {
  switch (meaning.kind) {
    case 'NUMBER':
      return serial;
    case 'DIGITS':
      return written(serial, meaning.pattern);
    case 'TIME':
      return serial < 0 || serial >= LAST_SERIAL ? serial : clock(serial % 1);
    case 'DURATION':
      return serial < 0 || serial >= LAST_SERIAL ? serial : clock(serial);
    case 'DATE': {
      if (serial < 0 || serial >= LAST_SERIAL) return serial;
      const shifted = !is1904 && serial < 60 ? serial + 1 : serial;
      // Seconds, as no sheet shows less and a serial number of a double holds no more.
      return new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((shifted * DAY) / 1000) * 1000);
    }
  }
};
