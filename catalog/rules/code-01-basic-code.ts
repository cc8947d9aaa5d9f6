import { readingProblems } from './record-codes.ts';
import type { Rule } from './rule.ts';

/** 基本编码 is nine digits and a sub-item of three digits or 00Y. */
export const CODE_01_BASIC_CODE: Rule = (record) => readingProblems(record, ({ code }) => code === 'CODE_01');
