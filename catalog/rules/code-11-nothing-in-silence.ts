import { readingProblems } from './record-codes.ts';
import type { Rule } from './rule.ts';

const REPORTED: readonly string[] = ['CODE_NORMALISED', 'CODE_EMPTY', 'CODE_SCHEME_UNKNOWN', 'CODE_SEGMENT'];

/** Whatever reading a code had to overlook or could not place is said: one live exporter cuts codes to length. */
export const CODE_11_NOTHING_IN_SILENCE: Rule = (record) =>
  readingProblems(record, ({ code }) => REPORTED.includes(code));
