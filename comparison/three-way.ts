/**
 * How a local element stands to its reference: UNCHANGED says the same in the same words; COSMETIC the same in other
 * words; FOLLOWED the reference moved on and so did the local text; BEHIND it did and the local text did not;
 * LOCAL_EDIT only the local text changed; CONFLICT both did, each its own way.
 */
export const DRIFT_STATES = [
  'UNCHANGED',
  'COSMETIC',
  'FOLLOWED',
  'BEHIND',
  'LOCAL_EDIT',
  'CONFLICT',
] as const;

export type DriftState = (typeof DRIFT_STATES)[number];

/** An element's value: the form it is compared in, and the words as they stand. */
export interface Side {
  readonly form: string;
  readonly words: string;
}

/**
 * The state of a local element, from the reference version it is based on, the reference now, and the local text.
 * Nothing is remembered of the versions between: a cosmetic edition can hide no real change before it (the flaw of
 * stored "needs review" flags).
 */
export function threeWay(base: Side, now: Side, local: Side): DriftState {
  if (local.form !== now.form) {
    if (base.form === now.form) return 'LOCAL_EDIT';
    return base.form === local.form ? 'BEHIND' : 'CONFLICT';
  }
  if (base.form !== now.form) return 'FOLLOWED';
  return local.words === now.words ? 'UNCHANGED' : 'COSMETIC';
}

/** Whether a state is a difference of substance between the local text and the reference now. */
export const isDifferent = (state: DriftState): boolean =>
  state === 'BEHIND' || state === 'LOCAL_EDIT' || state === 'CONFLICT';
