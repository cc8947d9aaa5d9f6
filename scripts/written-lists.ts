import { countyLists, OFFICES, officesOf, provinceOf } from '../bench/match-quality-province.ts';
import type { MatchItem } from '../matching/item.ts';
import type { RelatedItems } from '../matching/training/labelled.ts';
import { type ListContest, lessonsOf, listContests } from '../matching/training/variation/list-contests.ts';
import type { LocalItem } from '../matching/training/variation/local-list.ts';
import { ROUGH_WORDINGS } from '../matching/training/variation/rough-wordings.ts';
import { SEEN_WORDINGS } from '../matching/training/variation/seen-wordings.ts';

/** With all columns, or as a list of nothing but names. */
export type Detail = 'COLUMNS' | 'NAMES';

/** An item of a written list with what the engine has to choose between. */
export interface WrittenContest {
  readonly local: LocalItem;
  readonly contest: ListContest;
}

const TAUGHT = OFFICES.taught;
const FITTED = OFFICES.fitted;
const SEEDS = { COLUMNS: 1, NAMES: 2 } as const;
const COUNTIES = { [TAUGHT]: 10, [FITTED]: 12 } as const;
const ITEMS = { [TAUGHT]: 150, [FITTED]: 250 } as const;

/** Written with a word the lexicon knows and read without it: what a word is worth that it does not know. */
const SYNONYM = '同义词';
const SYNONYMS = SEEN_WORDINGS.filter(({ kind }) => kind === SYNONYM);

/** Chances are fitted by lists as they are; what is learnt from may be worse spoilt than they are. */
const WORDINGS = {
  [TAUGHT]: [...SEEN_WORDINGS, ...SYNONYMS, ...SYNONYMS, ...ROUGH_WORDINGS, ...ROUGH_WORDINGS],
  [FITTED]: SEEN_WORDINGS,
} as const;

const namesOnly = ({ id, name, region }: MatchItem): MatchItem => ({
  id,
  name,
  ...(region === undefined ? {} : { region }),
});

const contests = (detail: Detail, part: typeof TAUGHT | typeof FITTED): readonly WrittenContest[] => {
  const seed = SEEDS[detail] + 10 * part;
  const province = provinceOf(seed);
  const officeOf = officesOf(province);
  const items = countyLists(province, seed, {
    counties: COUNTIES[part],
    itemsPerCounty: ITEMS[part],
    first: WORDINGS[part],
    further: SEEN_WORDINGS,
    verbatim: 0.2,
    about: (entry) => officeOf(entry) === part,
  }).flat();
  const shown = detail === 'NAMES' ? namesOnly : undefined;
  return listContests(province.catalog, items, shown).map((contest, at) => ({
    contest,
    local: items[at] as LocalItem,
  }));
};

/** Pairs to learn from, of lists with and without columns. */
export const writtenLessons = (): readonly RelatedItems[] =>
  (['COLUMNS', 'NAMES'] as const).flatMap((detail) =>
    contests(detail, TAUGHT).flatMap(({ local, contest }) => {
      const unread = local.kinds.includes(SYNONYM);
      return lessonsOf(contest).map((pair) => ({ ...pair, unread }));
    }),
  );

/** Items of offices no model has learnt from. */
export const writtenContests = (detail: Detail): readonly WrittenContest[] => contests(detail, FITTED);
