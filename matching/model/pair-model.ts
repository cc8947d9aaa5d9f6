import found from './found-model.json' with { type: 'json' };
import stored from './pair-model.json' with { type: 'json' };
import type { TreeModel } from './trees.ts';

/** Weighs two names that someone laid side by side. Trained by a command from the labels, never in a run. */
export const PAIR_MODEL: TreeModel = stored;

/** Weighs what a search found for an item: mostly chance likenesses, which nobody would lay side by side. */
export const FOUND_MODEL: TreeModel = found;
