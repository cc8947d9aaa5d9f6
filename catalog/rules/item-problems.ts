import { type Problem, problem } from '../problems.ts';
import type { Check, CheckedItem, Finding } from './check.ts';
import { CHECKS, type CheckCode } from './checks.ts';

/** What all checks find in a record, in the order of the checks. */
export function itemProblems(item: CheckedItem): readonly Problem[] {
  const found = (CHECKS as readonly Check<CheckCode>[]).flatMap((check) => check.find(item));
  return found.map(({ code, ...params }: Finding<CheckCode>) => problem(code, params));
}
