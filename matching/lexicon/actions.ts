import { KIND_ACTIONS } from './actions/kind.ts';
import { LIFE_CYCLE_ACTIONS } from './actions/life-cycle.ts';
import { ABOUT_ACTIONS, STAGE_ACTIONS } from './actions/stage-and-about.ts';
import type { Action } from './entries.ts';

/** Every act the names of items speak of, group by group. */
export const ACTIONS: readonly Action[] = [
  ...LIFE_CYCLE_ACTIONS,
  ...KIND_ACTIONS,
  ...STAGE_ACTIONS,
  ...ABOUT_ACTIONS,
];
