import type { FieldDrift } from '../drift.ts';
import type { Finding } from '../finding.ts';

/** The part of a finding that says in which element two texts differ, and how they read. */
export const textsOf = ({
  field,
  state,
  local,
  now,
}: FieldDrift): Required<Pick<Finding, 'field' | 'drift' | 'actual' | 'expected'>> => ({
  field: field.element,
  drift: state,
  actual: local,
  expected: now,
});
