import { problem } from '../problems.ts';
import { implementationOf, readingProblems } from './record-codes.ts';
import type { Rule } from './rule.ts';

/** The credit code is well spelt, both its check digits hold, and it is the one of the implementing organisation. */
export const CODE_04_ORGANISATION_CODE: Rule = (record) => {
  const found = readingProblems(record, ({ code }) => code.startsWith('CODE_04'));
  const head = implementationOf(record.implementationCode)?.organisation;
  const stated = record.organisationCode;
  // A short or local organisation code is flagged by itself; comparing it would say the same twice.
  if (!head || stated?.scheme !== 'USCC' || stated.normalized === head) return found;
  const place = { field: 'implementationCode', value: head, other: stated.normalized };
  return [...found, problem('CODE_04_DEPARTMENT', place)];
};
