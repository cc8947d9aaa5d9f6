import type { LifecycleState } from './enumerations.ts';

/** What a source says of an item's life; dates are YYYY-MM-DD. */
export interface LifecycleFacts {
  /** The stated 事项状态; without one the item counts as in force. */
  readonly state?: LifecycleState | undefined;
  readonly planEffectiveDate?: string | undefined;
  readonly planCancelDate?: string | undefined;
}

/**
 * The life-cycle state on a date (YYYY-MM-DD). Cancellation wins over everything; before the planned effective date
 * an item is SCHEDULED; 挂起 keeps it suspended although it stays on the power list (镇坪县通知). Workflow,
 * publication and change type are other axes and play no part.
 */
export function lifecycleStateAt(
  { state = 'IN_FORCE', planEffectiveDate, planCancelDate }: LifecycleFacts,
  date: string,
): LifecycleState {
  if (state === 'CANCELLED' || (planCancelDate !== undefined && planCancelDate <= date)) return 'CANCELLED';
  if (planEffectiveDate !== undefined && planEffectiveDate > date) return 'SCHEDULED';
  // Said to be scheduled, without a date or with one that has come.
  if (state === 'SCHEDULED') return planEffectiveDate === undefined ? 'SCHEDULED' : 'IN_FORCE';
  return state;
}
