import { type Problem, problem } from '../../catalog/problems.ts';

/** Objects and arrays within one another: three are what a block of a record needs. */
const DEEPEST = 16;

/** Digits of a number before and after which a double no longer tells its neighbours apart. */
const SAFE_DIGITS = 15;

/** A number of more digits than that, standing outside quotation marks: worth the slower parse. */
const LONG_NUMBER = /[:,[\s]-?\d[\d.]{15,}|\d[eE][+-]?\d{3}/u;

/** TypeScript's library does not know the third parameter yet (ECMAScript 2026, JSON.parse source text access). */
type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { readonly source?: string },
) => unknown;

const keepDigits: Reviver = (_key, value, context) => {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  return Number.isFinite(value) && source.replace(/\D/gu, '').length <= SAFE_DIGITS ? value : source;
};

/** JSON.parse, but a number too long for a double comes as the text it is written in: it is a code. */
export const parseJson = (text: string): unknown =>
  JSON.parse(
    text,
    LONG_NUMBER.test(text) ? (keepDigits as (key: string, value: unknown) => unknown) : undefined,
  );

/** What PostgreSQL's json can hold: neither NULs nor halves of characters. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** NUL goes, half a character becomes U+FFFD. */
const storable = (text: string): string =>
  isStorable(text) ? text : text.replaceAll('\u0000', '').toWellFormed();

/**
 * A record that can be stored, and what had to change for it: NULs, half characters (an escape like \ud83d without
 * its other half) and values nested without end.
 */
export const storableRecord = (
  record: Readonly<Record<string, unknown>>,
  row: number,
): { readonly record: Readonly<Record<string, unknown>>; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const clean = (value: unknown, title: string, depth: number): unknown => {
    if (typeof value === 'string') {
      if (isStorable(value)) return value;
      const kept = storable(value);
      if (!value.isWellFormed()) problems.push(problem('TEXT_DAMAGED', { row, title, value: kept }));
      const nulls = value.split('\u0000').length - 1;
      if (nulls > 0) problems.push(problem('TEXT_NULLS', { row, value: String(nulls) }));
      return kept;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (depth === DEEPEST) {
      problems.push(problem('NESTED_TOO_DEEP', { row, title, other: String(DEEPEST) }));
      return null;
    }
    if (Array.isArray(value)) return value.map((part) => clean(part, title, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [storable(key), clean(part, title, depth + 1)]),
    );
  };
  const entries = Object.entries(record).map(([key, value]) => {
    const title = storable(key);
    return [title, clean(value, title, 1)] as const;
  });
  return { record: Object.fromEntries(entries), problems };
};
