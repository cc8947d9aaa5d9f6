import stored from './pair-model.json' with { type: 'json' };
import type { TreeModel } from './trees.ts';

/** The model of pairs, trained by `npm run train` from the labels in the repository; never trained in a run. */
export const PAIR_MODEL: TreeModel = stored;
