import { chooseCandidates } from '../../block/candidates.ts';
import { MATCHER } from '../../block/matcher-judging.ts';
import { questionOf, referenceList } from '../../block/reference-list.ts';
import type { MatchItem } from '../../item.ts';
import type { Relation } from '../../judgement.ts';
import type { RelatedItems } from '../labelled.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import type { LocalItem } from './local-list.ts';

/** An item with all that is found for it, the most alike in wording first. */
export type ListContest = readonly RelatedItems[];

/** What the engine has to choose between for each item; `shown` is what it gets to see of items and references. */
export function listContests(
  catalog: readonly CatalogEntry[],
  items: readonly LocalItem[],
  shown: (item: MatchItem) => MatchItem = (item) => item,
): readonly ListContest[] {
  const references = referenceList(
    MATCHER,
    catalog.map(({ item }) => shown(item)),
  );
  const entries = new Map(catalog.map((entry) => [entry.item.id, entry]));
  const entryOf = (id: string): CatalogEntry => entries.get(id) as CatalogEntry;
  return items.map((local) => {
    const left = shown(local.item);
    const { places } = chooseCandidates(references, questionOf(MATCHER, MATCHER.prepareItem(left)));
    return places.map((place) => {
      const candidate = entryOf(references.ids[place] as string);
      return { left, right: shown(candidate.item), relation: relationTo(local, candidate, entryOf) };
    });
  });
}

/** A main item includes its sub-items, those of another name too; siblings are different items. */
const relationTo = (
  { partners }: LocalItem,
  candidate: CatalogEntry,
  entryOf: (id: string) => CatalogEntry,
): Relation | 'DIFFERENT' => {
  const known = partners.get(candidate.item.id);
  if (known !== undefined) return known;
  const own = [...partners.keys()].map(entryOf).find(({ main }) => main === candidate.main);
  if (own === undefined) return 'DIFFERENT';
  if (!candidate.handled) return 'NARROWER';
  return own.handled ? 'DIFFERENT' : 'BROADER';
};

/** References most alike in wording that are looked at beside the partner, and how many of the others are passed over. */
const ALIKE = 3;
const PASSED_OVER = 3;

/** Of all that is found the pairs worth learning from: partners, the most alike of the others, and some of the rest. */
export function lessonsOf(contest: ListContest): readonly RelatedItems[] {
  const partners = contest.filter(({ relation }) => relation === 'EQUIVALENT');
  const others = contest.filter(({ relation }) => relation !== 'EQUIVALENT');
  return [...partners, ...others.filter((_, at) => at < ALIKE || at % PASSED_OVER === 0)];
}
