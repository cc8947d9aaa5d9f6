import type { BasicCode } from '../codes/cn.ts';
import type { ParsedCode } from '../codes/parse.ts';
import { type Problem, problemAt } from '../problems.ts';
import type { CodedRecord } from './rule.ts';

const CODE_FIELDS = ['basicCode', 'implementationCode', 'handlingItemCode', 'organisationCode'] as const;

/** The problems reading found in the codes of a record, as far as `wanted`, each with the field it was found in. */
export function readingProblems(
  record: CodedRecord,
  wanted: (found: Problem) => boolean,
): readonly Problem[] {
  return CODE_FIELDS.flatMap((field) =>
    (record[field]?.problems ?? []).filter(wanted).map((found) => problemAt(found, { field })),
  );
}

/** The 12-character basic code inside a code of the national scheme; undefined for other schemes. */
export function basicCodeOf(code: ParsedCode | undefined): BasicCode | undefined {
  return code && 'basic' in code.segments && typeof code.segments.basic === 'object'
    ? code.segments.basic
    : undefined;
}

/** The implementation part (organisation, level, basic code) of a CN-31 or CN-33 code. */
export function implementationOf(code: ParsedCode | undefined) {
  const segments = code?.segments;
  return segments?.kind === 'CN_31' || segments?.kind === 'CN_33' ? segments : undefined;
}

/** The 31 characters of the implementation code inside a CN-31 or CN-33 code. */
export function implementationText(code: ParsedCode | undefined): string | undefined {
  const segments = implementationOf(code);
  return segments && segments.organisation + segments.level + segments.basic.code;
}
