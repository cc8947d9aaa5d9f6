import {
  counterparts,
  endOfLink,
  linkedItems,
  localMatches,
  matchUp,
  referenceMatch,
  sourceItem,
} from './links.ts';
import { byId, byRegionCode, type Relation } from './relation.ts';
import { ROOTS } from './roots.ts';
import { ITEMS } from './sources.ts';

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

/** What fields lead to from the rows of each type; all other fields are told from the row itself. */
export const RELATIONS: Readonly<Record<string, Readonly<Record<string, Relation>>>> = {
  Query: ROOTS,
  ReferenceItem: { ...itemRelations, localItems: linkedItems('REFERENCE'), localMatches },
  CountyItem: {
    ...itemRelations,
    counterparts,
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
    parent: { source: 'Region', where: byId('region_code', 'parent_code') },
    children: {
      source: 'Region',
      where: ({ draft, owner, alias }) =>
        `where ${alias}.parent_code = ${owner}.region_code and ${draft.valid(alias)}`,
      list: byRegionCode,
    },
  },
};
