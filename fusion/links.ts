import { SETTLED_STATUSES } from '../db/matching.ts';
import { bestFirst, MOST_COUNTERPARTS } from '../subgraphs/matching/match-queries.ts';
import { regionRangeOf } from '../subgraphs/region-range.ts';
import { byId, isGiven, type Place, type Relation } from './relation.ts';
import type { Run } from './run.ts';
import { ITEMS } from './sources.ts';

const SETTLED = SETTLED_STATUSES.map((status) => `'${status}'`).join(', ');

/** Whether a link counts: what waits for a person too, where that is asked for; what a person rejected never. */
export const isCounted = (link: string, review: boolean): string =>
  review ? `${link}.status <> 'REJECTED'` : `${link}.status in (${SETTLED})`;

const bestUp = (
  kind: string,
  review: boolean,
  { draft, owner }: Omit<Place, 'alias'>,
  link: string,
): string =>
  `where ${link}.left_id = ${owner}.item_id and ${link}.kind = '${kind}' and ${draft.valid(link)}
    and ${isCounted(link, review)} order by ${bestFirst(link)} limit 1`;

export const matchUp = (kind: string): Relation => ({
  source: 'Match',
  where: (place) => bestUp(kind, true, place, place.alias),
});

/** The links of an item with items of the same region's other lists, whichever side it stands on. */
export const counterparts: Relation = {
  source: 'Match',
  many: true,
  where: ({ draft, owner, alias, argumentsOf }) => {
    const review = draft.ask((run) => argumentsOf(run)['includeReview'] === true);
    return `where (${alias}.left_id = ${owner}.item_id or ${alias}.right_id = ${owner}.item_id)
      and ${alias}.kind = 'COUNTERPART' and ${draft.valid(alias)} and ${isCounted(alias, review)}
      order by ${bestFirst(alias)} limit ${MOST_COUNTERPARTS}`;
  },
};

export const referenceMatch = matchUp('REFERENCE');

/** The links of a kind to the owner that the arguments want; see `LinkedFilter`. */
const isWanted = (kind: string, place: Place, link: string): string => {
  const { draft, owner, argumentsOf } = place;
  const review = draft.ask((run) => argumentsOf(run)['includeReview'] === true);
  const range = (run: Run) => regionRangeOf(argumentsOf(run)['region'] as string | undefined);
  const conditions = [
    `${link}.right_id = ${owner}.item_id and ${link}.kind = '${kind}' and ${draft.valid(link)}`,
    isCounted(link, review),
    ...(isGiven(place, 'level')
      ? [`${link}.left_level = ${draft.parameter('text', (run) => argumentsOf(run)['level'])}`]
      : []),
    ...(isGiven(place, 'relation')
      ? [`${link}.relation = any(${draft.parameter('text[]', (run) => argumentsOf(run)['relation'])})`]
      : []),
    ...(isGiven(place, 'region')
      ? [
          `${link}.left_region_code between ${draft.parameter('text', (run) => range(run)?.from)} and ${draft.parameter('text', (run) => range(run)?.to)}`,
        ]
      : []),
  ];
  return conditions.join(' and ');
};

export const linkedItems = (kind: string): Relation => ({
  source: 'IndexedItem',
  types: ITEMS,
  where: (place) => {
    const { alias, draft } = place;
    return `join matching.match ${alias}l on ${alias}.item_id = ${alias}l.left_id
      where ${draft.valid(alias)} and ${isWanted(kind, place, `${alias}l`)}`;
  },
  list: {
    shape: ['string', 'string'],
    order: (alias) => [`${alias}l.left_region_code`, `${alias}l.left_id`],
    reads: (alias) => ({ regionCode: `${alias}.region_code` }),
    keys: ({ regionCode, id }: { regionCode: string; id: string }) => [regionCode, id],
    counted: (place) =>
      `from matching.match ${place.alias}l where ${isWanted(kind, place, `${place.alias}l`)}`,
  },
});

export const localMatches: Relation = {
  source: 'Match',
  where: (place) => `where ${isWanted('REFERENCE', place, place.alias)}`,
  list: {
    shape: ['string', 'string'],
    order: (alias) => [`${alias}.left_region_code`, `${alias}.left_id`],
    reads: (alias) => ({ leftRegionCode: `${alias}.left_region_code`, leftId: `${alias}.left_id` }),
    keys: ({ leftRegionCode, leftId }: { leftRegionCode: string; leftId: string }) => [
      leftRegionCode,
      leftId,
    ],
  },
};

export const sourceItem: Relation = {
  source: 'IndexedItem',
  types: ['CountyItem'],
  where: (place) => {
    const { alias, draft } = place;
    return `right join (select ${alias}l.right_id from matching.match ${alias}l ${bestUp('SOURCE', false, place, `${alias}l`)}) ${alias}u
      on ${alias}.item_id = ${alias}u.right_id and ${draft.valid(alias)}`;
  },
};

export const endOfLink = (name: string, column: string): Relation => ({
  source: 'IndexedItem',
  types: ITEMS,
  idIn: name,
  where: byId('item_id', column),
});
