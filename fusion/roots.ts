import { codeKeyOf } from '../subgraphs/item-loaders.ts';
import { regionCodeOf, regionRangeOf } from '../subgraphs/region-range.ts';
import { typeOfId } from '../subgraphs/type-of-id.ts';
import { isCounted } from './links.ts';
import { byRegionCode, isGiven, type Place, type Relation } from './relation.ts';
import { SOURCES, type SourceName } from './sources.ts';
import { Unfusable } from './unfusable.ts';

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
    const isInCatalog = isGiven(place, 'catalog')
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

/** `and alias.column = …` where the argument is given. */
const isAsGiven = (place: Place, name: string, column: string): string =>
  isGiven(place, name)
    ? `and ${place.alias}.${column} = ${place.draft.parameter('text', (run) => place.argumentsOf(run)[name])}`
    : '';

const regions: Relation = {
  source: 'Region',
  where: (place) => {
    const { draft, alias, argumentsOf } = place;
    const isBelow = isGiven(place, 'parent')
      ? `and ${alias}.parent_code = ${draft.parameter('text', (run) => regionCodeOf(String(argumentsOf(run)['parent'])))}`
      : '';
    return `where ${draft.valid(alias)} ${isBelow} ${isAsGiven(place, 'level', 'level')}`;
  },
  list: byRegionCode,
};

const catalogs: Relation = {
  source: 'Catalog',
  where: (place) => {
    const { draft, alias, argumentsOf } = place;
    const end = (name: 'from' | 'to') =>
      draft.parameter('text', (run) => regionRangeOf(String(argumentsOf(run)['region']))?.[name]);
    const isWithin = isGiven(place, 'region')
      ? `and ${alias}.region_code between ${end('from')} and ${end('to')}`
      : '';
    return `where ${draft.valid(alias)} ${isWithin} ${isAsGiven(place, 'level', 'level')} ${isAsGiven(place, 'kind', 'kind')}`;
  },
  list: {
    shape: ['string', 'string'],
    order: (alias) => [`${alias}.region_code`, `${alias}.catalog_id`],
    reads: (alias) => ({ regionCode: `${alias}.region_code` }),
    keys: ({ regionCode, id }: { regionCode: string; id: string }) => [regionCode, id],
  },
};

/**
 * The root fields that rows tell. Not `items`: a filter may mean half the province or nothing at all, and one plan for
 * both is no plan.
 */
export const ROOTS: Readonly<Record<string, Relation>> = {
  referenceItem,
  countyItem: itemByCode('CountyItem'),
  townshipItem: itemByCode('TownshipItem'),
  node,
  regions,
  catalogs,
};
