import type { CursorKeys } from '../catalog/cursor.ts';
import { SETTLED_STATUSES } from '../db/matching.ts';
import type { KeyShape } from '../subgraphs/connection.ts';
import { codeKeyOf } from '../subgraphs/item-loaders.ts';
import { BEST_FIRST } from '../subgraphs/matching/match-queries.ts';
import { regionRangeOf } from '../subgraphs/region-range.ts';
import { typeOfId } from '../subgraphs/type-of-id.ts';
import type { Arguments, Run } from './run.ts';
import { SOURCES, type SourceName } from './sources.ts';
import type { Draft } from './statement.ts';
import { Unfusable } from './unfusable.ts';
import type { World } from './world.ts';

/** Where a relation is written: between a row that is there and rows that are looked for. */
export interface Place {
  readonly draft: Draft;
  /** The alias of the row the field hangs on; empty at the root. */
  readonly owner: string;
  /** The alias of the rows looked for. */
  readonly alias: string;
  readonly argumentsOf: (run: Run) => Arguments;
  readonly world: World;
}

/** What a field leads to from a row. */
export interface Relation {
  /** Where the rows are; a function where the arguments tell. */
  readonly source: SourceName | ((place: Omit<Place, 'alias'>) => SourceName);
  /** The types its objects may have; else that of the source. */
  readonly types?: readonly string[] | ((place: Omit<Place, 'alias'>) => readonly string[]);
  /** The name under which the owner's row bears the id: without one there is no object, and no more is read for the id alone. */
  readonly idIn?: string;
  /** What follows `from table alias`; for a single object with the order that tells which. */
  readonly where: (place: Place) => string;
  readonly list?: List;
}

/** How the rows of a list follow each other. */
export interface List {
  readonly shape: KeyShape;
  /** The expressions a row's place rests on, one for each key. */
  readonly order: (alias: string) => readonly string[];
  /** What is read for the keys, by the names of rows. */
  readonly reads: (alias: string) => Readonly<Record<string, string>>;
  readonly keys: (row: never) => CursorKeys;
}

const ITEMS = ['ReferenceItem', 'CountyItem', 'TownshipItem'];

const SETTLED = SETTLED_STATUSES.map((status) => `'${status}'`).join(', ');

const isCounted = (link: string, review: boolean): string =>
  review ? `${link}.status <> 'REJECTED'` : `${link}.status in (${SETTLED})`;

const byId =
  (id: string, ownerColumn: string) =>
  ({ draft, owner, alias }: Place): string =>
    `where ${alias}.${id} = ${owner}.${ownerColumn} and ${draft.valid(alias)}`;

const bestUp = (
  kind: string,
  review: boolean,
  { draft, owner }: Omit<Place, 'alias'>,
  link: string,
): string =>
  `where ${link}.left_id = ${owner}.item_id and ${link}.kind = '${kind}' and ${draft.valid(link)}
    and ${isCounted(link, review)} order by ${BEST_FIRST.replaceAll('m.', `${link}.`)} limit 1`;

const matchUp = (kind: string): Relation => ({
  source: 'Match',
  where: (place) => bestUp(kind, true, place, place.alias),
});

const referenceMatch = matchUp('REFERENCE');

/** The links of a kind to the owner that the arguments want; see `LinkedFilter`. */
const isWanted = (kind: string, { draft, owner, argumentsOf }: Place, link: string): string => {
  const isGiven = (name: string): boolean => draft.ask((run) => argumentsOf(run)[name] != null);
  const review = draft.ask((run) => argumentsOf(run)['includeReview'] === true);
  const range = (run: Run) => regionRangeOf(argumentsOf(run)['region'] as string | undefined);
  const conditions = [
    `${link}.right_id = ${owner}.item_id and ${link}.kind = '${kind}' and ${draft.valid(link)}`,
    isCounted(link, review),
    ...(isGiven('level')
      ? [`${link}.left_level = ${draft.parameter('text', (run) => argumentsOf(run)['level'])}`]
      : []),
    ...(isGiven('relation')
      ? [`${link}.relation = any(${draft.parameter('text[]', (run) => argumentsOf(run)['relation'])})`]
      : []),
    ...(isGiven('region')
      ? [
          `${link}.left_region_code between ${draft.parameter('text', (run) => range(run)?.from)} and ${draft.parameter('text', (run) => range(run)?.to)}`,
        ]
      : []),
  ];
  return conditions.join(' and ');
};

const linkedItems = (kind: string): Relation => ({
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
  },
});

const localMatches: Relation = {
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

const sourceItem: Relation = {
  source: 'IndexedItem',
  types: ['CountyItem'],
  where: (place) => {
    const { alias, draft } = place;
    return `right join (select ${alias}l.right_id from matching.match ${alias}l ${bestUp('SOURCE', false, place, `${alias}l`)}) ${alias}u
      on ${alias}.item_id = ${alias}u.right_id and ${draft.valid(alias)}`;
  },
};

const guide: Relation = {
  source: 'Guide',
  where: ({ draft, owner, alias }) =>
    `where ${alias}.item_id = ${owner}.item_id and ${draft.valid(alias)} order by ${alias}.precedence, ${alias}.guide_id limit 1`,
};

const region: Relation = { source: 'Region', idIn: 'regionCode', where: byId('region_code', 'region_code') };

const itemRelations: Readonly<Record<string, Relation>> = {
  catalog: { source: 'Catalog', idIn: 'catalogId', where: byId('catalog_id', 'catalog_id') },
  region,
  organisation: {
    source: 'Organisation',
    idIn: 'organisationId',
    where: byId('organisation_id', 'organisation_id'),
  },
  guide,
};

const endOfLink = (name: string, column: string): Relation => ({
  source: 'IndexedItem',
  types: ITEMS,
  idIn: name,
  where: byId('item_id', column),
});

const codeOf = ({ draft, argumentsOf }: Place): string =>
  draft.parameter('text', (run) => codeKeyOf(String(argumentsOf(run)['code'])));

const itemByCode = (source: SourceName): Relation => ({
  source,
  where: (place) =>
    `where ${place.alias}.code_key = ${codeOf(place)} and ${place.draft.valid(place.alias)}
      order by ${place.alias}.catalog_id, ${place.alias}.ordinal limit 1`,
});

const referenceItem: Relation = {
  source: 'ReferenceItem',
  where: (place) => {
    const { draft, alias, argumentsOf } = place;
    const code = codeOf(place);
    const isInCatalog = draft.ask((run) => argumentsOf(run)['catalog'] != null)
      ? `and ${alias}.catalog_id = ${draft.parameter('text', (run) => argumentsOf(run)['catalog'])}`
      : '';
    return `where (${alias}.code_key = ${code} or ${alias}.basic_key = ${code}) ${isInCatalog}
      and ${draft.valid(alias)} order by ${alias}.catalog_id, ${alias}.ordinal limit 1`;
  },
};

const typeOfNode = ({ draft, argumentsOf }: Omit<Place, 'alias'>): string =>
  draft.ask((run) => typeOfId(String(argumentsOf(run)['id']))) ?? '';

const sourceOfNode = (place: Omit<Place, 'alias'>): SourceName => {
  const source = place.world.sourceOf[typeOfNode(place)];
  if (source === undefined) throw new Unfusable('no stored type');
  return source;
};

const node: Relation = {
  source: sourceOfNode,
  types: (place) => [typeOfNode(place)],
  where: (place) => {
    const { draft, alias, argumentsOf } = place;
    const source = sourceOfNode(place);
    const isShown = source === 'Match' ? `and ${isCounted(alias, true)}` : '';
    const id = draft.parameter('text', (run) => argumentsOf(run)['id']);
    return `where ${alias}.${SOURCES[source].id} = ${id} and ${draft.valid(alias)} ${isShown}`;
  },
};

/** What fields lead to from the rows of each type; all other fields are told from the row itself. */
export const RELATIONS: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
  Query: {
    referenceItem,
    countyItem: itemByCode('CountyItem'),
    townshipItem: itemByCode('TownshipItem'),
    node,
  },
  ReferenceItem: { ...itemRelations, localItems: linkedItems('REFERENCE'), localMatches },
  CountyItem: {
    ...itemRelations,
    referenceMatch,
    townshipItems: linkedItems('SOURCE'),
  },
  TownshipItem: {
    ...itemRelations,
    referenceMatch,
    sourceMatch: matchUp('SOURCE'),
    sourceItem,
  },
  Match: { left: endOfLink('leftId', 'left_id'), right: endOfLink('rightId', 'right_id') },
  Organisation: { region },
  Catalog: {
    region,
    items: {
      source: 'IndexedItem',
      types: ITEMS,
      where: ({ draft, owner, alias }) =>
        `where ${alias}.catalog_id = ${owner}.catalog_id and ${draft.valid(alias)}`,
      list: {
        shape: ['number', 'string'],
        order: (alias) => [`${alias}.ordinal`, `${alias}.item_id`],
        reads: (alias) => ({ ordinal: `${alias}.ordinal` }),
        keys: ({ ordinal, id }: { ordinal: number; id: string }) => [ordinal, id],
      },
    },
  },
  Region: {
    parent: { source: 'Region', idIn: 'parentCode', where: byId('region_code', 'parent_code') },
    children: {
      source: 'Region',
      where: ({ draft, owner, alias }) =>
        `where ${alias}.parent_code = ${owner}.region_code and ${draft.valid(alias)}`,
      list: {
        shape: ['string'],
        order: (alias) => [`${alias}.region_code`],
        reads: () => ({}),
        keys: ({ id }: { id: string }) => [id],
      },
    },
  },
};
