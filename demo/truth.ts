/** What a planted line of truth is about. */
export const TRUTH_KINDS = [
  'LINK',
  'GAP',
  'EXTRA',
  'RENAMED',
  'DRIFT',
  'OVERLAP',
  'WRONG_LIST',
  'NOT_ON_POWER_LIST',
  'OUTDATED',
  'STALE_COPY',
  'NO_SOURCE',
  'DANGLING_SOURCE',
  'MALFORMED_CODE',
  'NO_CODE',
  'FORMER_OFFICE',
  'DUPLICATE',
  'NIL_RETURN',
  'NO_RETURN',
  'SUSPENDED',
  'SCHEDULED',
  'CANCELLED',
] as const;

export type TruthKind = (typeof TRUTH_KINDS)[number];

/**
 * One line of truth.jsonl. `list` and `row` (来源主键) say where it is; `other` is a row of the list `otherList`
 * (the same list when absent), `reference` a row of the reference catalog. `field` is a column title.
 */
export interface Truth {
  readonly kind: TruthKind;
  readonly list: string;
  readonly row?: string;
  readonly other?: string;
  readonly otherList?: string;
  readonly relation?: 'EQUIVALENT' | 'NARROWER' | 'BROADER' | 'NONE';
  readonly field?: string;
  readonly reference?: string;
  readonly department?: string;
  readonly was?: string;
  readonly is?: string;
  readonly why: string;
}

/** The line of a truth, line end included. */
export function truthLine(truth: Truth): string {
  return `${JSON.stringify(truth)}\n`;
}
