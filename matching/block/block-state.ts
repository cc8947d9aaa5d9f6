import type { Found } from './candidates.ts';

/** What a run over a block leaves for the next one. */
export interface BlockState {
  /** Version of the matcher and what the run was asked for. */
  readonly version: string;
  readonly references: readonly ReferenceState[];
  readonly items: readonly ItemState[];
}

export interface ReferenceState {
  readonly id: string;
  readonly fingerprint: string;
  readonly keys: readonly string[];
}

/** An item's answer before claims of several items on one reference are settled. */
export interface ItemState {
  readonly id: string;
  readonly fingerprint: string;
  readonly found: Found;
}
