import type { ListKind } from '../catalog/enumerations.ts';
import type { Severity } from '../catalog/problems.ts';
import type { DriftState } from './three-way.ts';

/** The analysts' comparison rules (标准汇编 4.3). */
export const RULE_CODES = [
  ...([
    'CMP_01',
    'CMP_02',
    'CMP_03',
    'CMP_04',
    'CMP_05',
    'CMP_06',
    'CMP_07',
    'CMP_08',
    'CMP_09',
    'CMP_10',
  ] as const),
  ...([
    'CMP_11',
    'CMP_12',
    'CMP_13',
    'CMP_14',
    'CMP_15',
    'CMP_16',
    'CMP_17',
    'CMP_18',
    'CMP_19',
    'CMP_20',
  ] as const),
  ...(['CMP_21', 'CMP_22', 'CMP_23', 'CMP_24', 'CMP_25', 'CMP_26', 'CMP_27', 'CMP_28'] as const),
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

/** One thing that is amiss between lists, with what shows it and what to do about it. */
export interface Finding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** List in which it shows; none where no list of the authority has it. */
  readonly catalogId?: string;
  /** The local item; none where an item is what is missing. */
  readonly itemId?: string;
  /** What it is measured against: a reference item, a county's source item, or the twin on another list. */
  readonly otherId?: string;
  /** Link on which the finding rests. */
  readonly linkId?: string;
  /** Element in which it shows, and how it came to differ. */
  readonly field?: string;
  readonly drift?: DriftState;
  /** What stands there, and what was expected, as the sources write it. */
  readonly actual?: string;
  readonly expected?: string;
  /** Kind of list from which the item is missing. */
  readonly wantedKind?: ListKind;
  /** Department, where it is about a department. */
  readonly department?: string;
  /** What is amiss, in one Chinese sentence. */
  readonly message: string;
  /** What the office can do about it, in one Chinese sentence. */
  readonly action: string;
}
