import type { Field } from '../catalog/fields/field.ts';
import { type Problem, problem } from '../catalog/problems.ts';

/** A cell that its file typed as number, date or truth value, as text, with what the typing has cost. */
export interface TypedCell {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** Digits of a number that a double, and so a spreadsheet, keeps. */
const SAFE_DIGITS = 15;

/** Excel's day 1 is 1900-01-01, and it counts a 29 February 1900 that never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** Days from 1954 to 2119 in Excel's count: plans and effective dates of catalogs lie within. */
const isSerialDay = (value: number): boolean => value >= 20_000 && value <= 80_000;

const dayText = (date: Date): string => {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
};

const codeProblems = (field: Field, value: number, text: string): readonly Problem[] => {
  const place = { field: field.element, title: field.chinese, value: text };
  const lost = !Number.isSafeInteger(value) || text.length > SAFE_DIGITS;
  return [
    lost
      ? problem('CODE_DIGITS_LOST', { ...place, other: String(SAFE_DIGITS) })
      : problem('CODE_AS_NUMBER', place),
  ];
};

/**
 * The text of a typed cell, or undefined for other values. A code in a number cell has lost its leading zeros and,
 * beyond fifteen digits, its end: flagged, never padded. An old .xls brings dates as days since 1900.
 */
export const typedCell = (field: Field, value: unknown): TypedCell | undefined => {
  if (value instanceof Date) {
    const valid = !Number.isNaN(value.getTime());
    return { text: valid ? dayText(value) : '', problems: [] };
  }
  if (typeof value !== 'number') return undefined;
  const text = Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
  if (field.type === 'date' && isSerialDay(value)) {
    return { text: dayText(new Date(EXCEL_EPOCH + Math.round(value * DAY))), problems: [] };
  }
  return { text, problems: field.type === 'code' ? codeProblems(field, value, text) : [] };
};

/** 1.18801E+30: what a spreadsheet leaves of a long code when it saves the number as text. */
const SCIENTIFIC = /^(?<digits>\d(?:\.\d+)?)E\+?\d+$/iu;

/** What a text says of a code that went through a number cell before it became text again: it kept what it shows. */
export const textCodeProblems = (field: Field, text: string): readonly Problem[] => {
  const digits = field.type === 'code' ? SCIENTIFIC.exec(text)?.groups?.['digits'] : undefined;
  if (digits === undefined) return [];
  const kept = String(digits.replace('.', '').length);
  return [
    problem('CODE_DIGITS_LOST', { field: field.element, title: field.chinese, value: text, other: kept }),
  ];
};
