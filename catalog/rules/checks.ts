import type { Check } from './check.ts';
import { CONTENT_CHECKS } from './content-checks.ts';
import { HANDLING_CHECKS } from './handling-checks.ts';

/** Every check of a single record, in the order of standards: each in a file of its own, named by its number. */
export const CHECKS = [...HANDLING_CHECKS, ...CONTENT_CHECKS] as const;

type CodeOf<Each> = Each extends Check<infer Code> ? Code : never;

export type CheckCode = CodeOf<(typeof CHECKS)[number]>;
