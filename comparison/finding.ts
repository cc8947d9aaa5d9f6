import type { ListKind } from '../catalog/enumerations.ts';
import type { Severity } from '../catalog/problems.ts';
import type { FieldDrift } from './drift.ts';

/** The analysts' comparison rules (标准汇编 4.3), in their order. */
export const COMPARISON_RULES = Array.from(
  { length: 28 },
  (_, at) => `CMP_${String(at + 1).padStart(2, '0')}` as RuleCode,
);

export type RuleCode = `CMP_${number}${number}`;

/** One thing that is amiss between lists, with what shows it and what to do about it. */
export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** List in which it shows; the authority's as a whole where no list is to blame. */
  readonly catalogId?: string;
  /** The local item; none where an item is what is missing. */
  readonly itemId?: string;
  /** What it is measured against: a reference item, a county's source item, or the twin on another list. */
  readonly otherId?: string;
  /** Link on which the finding rests. */
  readonly linkId?: string;
  /** Element in which it shows. */
  readonly field?: string;
  /** What stands there, and what was expected; as the sources write it. */
  readonly actual?: string;
  readonly expected?: string;
  /** List kind that is meant where an item is missing from one. */
  readonly wantedKind?: ListKind;
  /** Department that is meant where a department is what it is about. */
  readonly department?: string;
  readonly drift?: FieldDrift;
  /** What is amiss, in one Chinese sentence with both values. */
  readonly message: string;
  /** What the office can do about it, one Chinese sentence. */
  readonly action: string;
}
