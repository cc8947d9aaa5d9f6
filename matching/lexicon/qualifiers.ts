import type { Qualifier } from './entries.ts';
import { AUDIENCES } from './qualifiers/audience.ts';
import { GRADES_AND_CLASSES } from './qualifiers/grade.ts';
import { LEVELS, RANKS_OF_THINGS } from './qualifiers/level.ts';
import { OPPOSITES } from './qualifiers/opposites.ts';
import { SITUATIONS } from './qualifiers/situation.ts';

/** Every limiting word of names, set by set. */
export const QUALIFIERS: readonly Qualifier[] = [
  ...LEVELS,
  ...RANKS_OF_THINGS,
  ...AUDIENCES,
  ...SITUATIONS,
  ...GRADES_AND_CLASSES,
  ...OPPOSITES,
];
