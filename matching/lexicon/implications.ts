import type { Implication } from './entries.ts';
import { CULTURE_IMPLICATIONS } from './implications/culture.ts';
import { ECONOMY_IMPLICATIONS } from './implications/economy.ts';
import { LAND_IMPLICATIONS } from './implications/land.ts';
import { NATURE_IMPLICATIONS } from './implications/nature.ts';
import { PEOPLE_IMPLICATIONS } from './implications/people.ts';
import { SPOKEN_IMPLICATIONS } from './implications/spoken.ts';

/** Every word that says what names leave out beside it. */
export const IMPLICATIONS: readonly Implication[] = [
  ...CULTURE_IMPLICATIONS,
  ...ECONOMY_IMPLICATIONS,
  ...LAND_IMPLICATIONS,
  ...NATURE_IMPLICATIONS,
  ...PEOPLE_IMPLICATIONS,
  ...SPOKEN_IMPLICATIONS,
];
