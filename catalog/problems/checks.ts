import type { ProblemKind } from '../problems.ts';
import type { Check } from '../rules/check.ts';
import { CHECKS, type CheckCode } from '../rules/checks.ts';

/** Problems that the checks of a single record raise; each check's file holds its own sentences. */
export const CHECK_PROBLEMS = Object.assign(
  {},
  ...(CHECKS as readonly Check[]).map((check) => check.problems),
) as Readonly<Record<CheckCode, ProblemKind>>;
