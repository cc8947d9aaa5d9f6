import { type Connection, connectionOf, type KeyShape, type PageArguments, pageOf } from '../connection.ts';
import type { ItemCore } from '../item-row.ts';
import { conditionsOf, type ItemConditions, type ItemFilterInput } from './item-filter.ts';
import type { IndexQueries } from './queries.ts';
import type { Hit, SearchQueries } from './search-queries.ts';
import { readSearch, type SearchText } from './search-text.ts';

export interface ItemsArguments extends PageArguments {
  readonly filter?: ItemFilterInput | null;
}

const LIST_KEYS: KeyShape = ['string', 'number', 'string'];
const SEARCH_KEYS: KeyShape = ['number', 'number', 'string', 'string', 'string'];

const listKeys = (item: ItemCore) => [item.regionCode, item.ordinal, item.id];
const searchKeys = (hit: Hit) => [hit.rank, hit.length, hit.text, hit.regionCode, hit.id];

type Items = (args: ItemsArguments, today: string) => Promise<Connection<ItemCore>>;

/** The items of every level that meet a filter: by region and order in their lists, or by how well a search fits. */
export const createItems = (index: IndexQueries, searches: SearchQueries, release: number): Items => {
  const organisationsOf = async (
    department: string | null | undefined,
  ): Promise<readonly string[] | undefined> => {
    if (department == null || department.trim() === '') return undefined;
    return department.startsWith('or_') ? [department] : index.organisationsNamed(release, department.trim());
  };
  const listed = async (args: PageArguments, today: string, conditions: ItemConditions) => {
    const page = pageOf(args, release, LIST_KEYS);
    const rows = await index.list(release, today, conditions, page);
    return connectionOf(rows, page, release, listKeys, () => index.count(release, today, conditions));
  };
  const found = async (
    args: PageArguments,
    today: string,
    conditions: ItemConditions,
    search: SearchText,
  ) => {
    const page = pageOf(args, release, SEARCH_KEYS);
    const asked = { release, today, search, conditions };
    const hits = await searches.hits(asked, page);
    return connectionOf(hits, page, release, searchKeys, () => searches.count(asked));
  };
  return async ({ filter, ...args }, today) => {
    const search = readSearch(filter?.search);
    const conditions = conditionsOf(filter ?? {}, await organisationsOf(filter?.department));
    return search === undefined ? listed(args, today, conditions) : found(args, today, conditions, search);
  };
};
