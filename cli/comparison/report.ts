import type { ListKind } from '../../catalog/enumerations.ts';
import type { Level } from '../../catalog/levels.ts';
import type { LinkRelation } from '../../catalog/link-kinds.ts';
import type { Severity } from '../../catalog/problems.ts';
import type { AdoptionState, NotOfferedReason } from '../../comparison/adoption.ts';
import type { RuleCode } from '../../comparison/finding.ts';
import type { DriftState } from '../../comparison/three-way.ts';

/** What a list is, as a report names it. */
export interface ListHead {
  readonly key: string;
  readonly name: string;
  readonly kind: ListKind;
  readonly level: Level;
  readonly regionCode: string;
  readonly regionName: string;
  readonly items: number;
}

/** An item as a report names it. */
export interface ItemHead {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  /** The implementation code of a local item, the basic code of a reference item, as the source writes it. */
  readonly code: string;
  readonly department: string;
  readonly itemType: string;
  /** Document, sheet, and row or cell it was read from. */
  readonly place: string;
}

export interface LinkHead {
  readonly id: string;
  readonly relation: LinkRelation;
  readonly isSettled: boolean;
  readonly confidence: number;
}

export interface ReportFinding {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly list?: string;
  readonly item?: ItemHead;
  readonly other?: ItemHead;
  readonly link?: LinkHead;
  readonly field?: string;
  readonly drift?: DriftState;
  readonly actual?: string;
  readonly expected?: string;
  readonly wantedKind?: ListKind;
  readonly department?: string;
  readonly message: string;
  readonly action: string;
}

/** A local item that answers for a reference item. */
export interface Answer {
  readonly item: ItemHead;
  /** It stands on another list of the authority: what rests there is owed on none. */
  readonly isElsewhere: boolean;
  readonly link: LinkHead;
  /** The main item it is linked to, where it takes in the reference item with the whole of that. */
  readonly main?: ItemHead;
  /** Elements that differ in substance, and how. */
  readonly differing: readonly { readonly field: string; readonly drift: DriftState }[];
}

/** A reference item and what the list makes of it (应领尽领). */
export interface CoverageItem {
  readonly reference: ItemHead;
  readonly exerciseLevels: string;
  readonly state: AdoptionState;
  readonly reason?: NotOfferedReason;
  readonly by: readonly Answer[];
  /** A local item that may answer for it, while a person has not yet said so. */
  readonly waiting?: ItemHead;
}

/**
 * What becomes of an item of a list: it stands for a reference item as it is, or changed, or for a part of one; it is
 * linked but suspended or not yet in force; cancelled; nothing corresponds to it; a link waits for a person; nobody has
 * held it against the reference.
 */
export const OWN_STATES = [
  'ADOPTED',
  'ADAPTED',
  'PART_OF',
  'RESTING',
  'CANCELLED',
  'EXTRA',
  'WAITING',
  'NOT_COMPARED',
] as const;

export type OwnState = (typeof OWN_STATES)[number];

/** An item of a list and what becomes of it beside a reference catalog. */
export interface ListItem {
  readonly item: ItemHead;
  readonly state: OwnState;
  /** The reference items it stands for, as a whole or in part. */
  readonly by: readonly Answer[];
  /** How many sub-items of a main item it stands for are taken over with that. */
  readonly withMain: number;
  /** The reference items it may stand for, while a person has not yet said so; the likeliest first. */
  readonly waiting: readonly Answer[];
}

export interface Coverage {
  readonly list: ListHead;
  readonly reference: ListHead;
  readonly items: readonly CoverageItem[];
  /** Main items, for which their sub-items answer: not among `items`. */
  readonly mains: number;
  /** The items of the list, each in one state. */
  readonly own: Readonly<Record<OwnState, number>>;
  readonly listItems: readonly ListItem[];
}

/** What a department has to answer for and what is found of it; the lines together are all of the report. */
export interface DepartmentLine {
  /** Keys of the list and of the reference it is beside; none where the findings are of no such list. */
  readonly list: string;
  readonly reference: string;
  /** By what it is for, 民政; as the sources write it where nobody knows that. */
  readonly department: string;
  /** What the list and the reference call it. */
  readonly listDepartments: readonly string[];
  readonly referenceDepartments: readonly string[];
  readonly states: Readonly<Record<AdoptionState, number>>;
  readonly mains: number;
  readonly ownStates: Readonly<Record<OwnState, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
}

/** What the data cannot tell (数据限制), in the order in which it is shown. */
export type LimitCode =
  | 'NOT_MATCHED'
  | 'NO_LEVELS'
  | 'NO_SERVICE'
  | 'WAITING'
  | 'NOT_COMPARED'
  | 'NO_PLACE'
  | 'RARELY_FILLED'
  | 'FEW_FILLED'
  | 'OTHER_CODE_SCHEME'
  | 'NO_TYPE'
  | 'NO_DEPARTMENT';

export interface Limit {
  readonly code: LimitCode;
  /** Keys of the lists it is about. */
  readonly list?: string;
  readonly reference?: string;
  /** How many items, elements or links it is about, and of how many. */
  readonly count: number;
  readonly of: number;
  /** The sentence a reader reads, without its end. */
  readonly text: string;
}

/** An item of a list beside what it is linked to on another list of the same place, or in the county above. */
export interface PairedItem {
  readonly item: ItemHead;
  readonly state: 'PAIRED' | 'WAITING' | 'UNPAIRED';
  readonly by: readonly Answer[];
}

export interface Pairing {
  readonly list: ListHead;
  readonly other: ListHead;
  readonly items: readonly PairedItem[];
}

/** Which findings and items are shown; all where nothing is said. */
export interface ComparisonFilter {
  readonly rules?: readonly RuleCode[];
  readonly severities?: readonly Severity[];
  readonly department?: string;
}

export interface ComparisonReport {
  readonly release: number;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** The day whose states are compared, YYYY-MM-DD. */
  readonly day: string;
  readonly lists: readonly ListHead[];
  readonly references: readonly ListHead[];
  readonly filter: ComparisonFilter;
  readonly limits: readonly Limit[];
  readonly findings: readonly ReportFinding[];
  readonly coverage: readonly Coverage[];
  readonly departments: readonly DepartmentLine[];
  readonly pairings: readonly Pairing[];
}
