import type { Problem } from './problems.ts';
import { CODE_01_BASIC_CODE } from './rules/code-01-basic-code.ts';
import { CODE_02_IMPLEMENTATION_CODE } from './rules/code-02-implementation-code.ts';
import { CODE_03_CODES_NESTED } from './rules/code-03-codes-nested.ts';
import { CODE_04_ORGANISATION_CODE } from './rules/code-04-organisation-code.ts';
import { CODE_05_PROVINCE } from './rules/code-05-province.ts';
import { CODE_06_ITEM_TYPE } from './rules/code-06-item-type.ts';
import { CODE_07_EXERCISE_LEVEL } from './rules/code-07-exercise-level.ts';
import { CODE_11_NOTHING_IN_SILENCE } from './rules/code-11-nothing-in-silence.ts';
import type { CodedRecord, Rule } from './rules/rule.ts';

/**
 * The checks of one record, in the order a reader repairs in: shape of each code first, then agreement between them.
 * CODE_08 is a thing not to do (see CODE_05); CODE_09 and CODE_10 need the whole list and its history.
 */
const RULES: readonly Rule[] = [
  CODE_01_BASIC_CODE,
  CODE_02_IMPLEMENTATION_CODE,
  CODE_11_NOTHING_IN_SILENCE,
  CODE_03_CODES_NESTED,
  CODE_04_ORGANISATION_CODE,
  CODE_05_PROVINCE,
  CODE_06_ITEM_TYPE,
  CODE_07_EXERCISE_LEVEL,
];

/** Every problem of a record's codes, those found while reading them included, without repeats. */
export function codeProblems(record: CodedRecord): readonly Problem[] {
  const found = RULES.flatMap((rule) => rule(record));
  const seen = new Set<string>();
  return found.filter(({ code, message }) => {
    // The credit code stands in the implementation code and in its own column: one fault, one problem.
    const key = `${code} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
