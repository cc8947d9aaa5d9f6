import { readingProblems } from './record-codes.ts';
import type { Rule } from './rule.ts';

/** 实施编码 is a credit code, a level from 1 to 7 and a basic code. */
export const CODE_02_IMPLEMENTATION_CODE: Rule = (record) =>
  readingProblems(record, ({ code }) => code === 'CODE_02');
