import { dayInChina } from '../../catalog/day-in-china.ts';
import { LEVELS, type Level } from '../../catalog/levels.ts';
import type { Authority, BasedOn } from '../../comparison/authority.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';
import { linksOf, listOf } from './authority.ts';
import type { AuthorityQueries, BasedOnRow, CatalogRow, EarlierVersionRow } from './authority-queries.ts';

export interface AuthorityAsked {
  readonly release: number;
  /** YYYY-MM-DD */
  readonly today: string;
  readonly regionCode: string;
  readonly level: Level;
}

/** The county above a town or village; a county or city has none. */
const sourceRegion = (regionCode: string, level: Level): string | undefined =>
  level === 'TOWNSHIP' || level === 'VILLAGE' ? `${regionCode.slice(0, 6)}000000` : undefined;

/**
 * Everything comparisons look at of one region at its level, in ten statements whatever the size of its lists. Who has
 * read the reference catalogs before gives them by their ids (`shared`): they are the same for all regions.
 */
export async function readAuthority(
  queries: AuthorityQueries,
  { release, today, regionCode, level }: AuthorityAsked,
  shared?: (references: readonly CatalogRow[]) => Promise<ReadonlyMap<string, ComparedList>>,
): Promise<Authority> {
  const county = sourceRegion(regionCode, level);
  const catalogs = await queries.catalogs(release, [regionCode, ...(county === undefined ? [] : [county])]);
  const wanted = catalogs.filter(
    (one) =>
      one.kind === 'REFERENCE' || one.level === level || (county !== undefined && one.level === 'COUNTY'),
  );
  const known = await shared?.(wanted.filter(({ kind }) => kind === 'REFERENCE'));
  const unread = wanted.map(({ catalogId }) => catalogId).filter((id) => known?.has(id) !== true);
  const rows = await queries.items(release, unread);
  const byCatalog = Map.groupBy(rows, ({ catalogId }) => catalogId);
  const all = wanted.map(
    (catalog) =>
      known?.get(catalog.catalogId) ?? listOf(catalog, byCatalog.get(catalog.catalogId) ?? [], today),
  );
  const items = new Map(all.flatMap((list) => list.items).map((item) => [item.id, item]));
  const lists = all.filter((list) => list.kind !== 'REFERENCE' && list.level === level);
  const own = lists.flatMap((list) => list.items.map(({ id }) => id));
  const references = all.filter(({ kind }) => kind === 'REFERENCE');
  const referenceIds = references.flatMap((list) => list.items.map(({ id }) => id));
  const [links, based, earlier, peers, levels, unheld] = await Promise.all([
    queries.links(release, own),
    queries.basedOn(release, own),
    queries.earlierVersions(release, referenceIds),
    queries.peers(release, today, regionCode, level, referenceIds),
    queries.levels(release, today, regionCode, referenceIds),
    queries.unheld(
      release,
      lists.map(({ catalogId }) => catalogId),
      references.map(({ catalogId }) => catalogId),
    ),
  ]);
  const basedBy = new Map(based.map((row) => [row.itemId, basedOnOf(row, items)]));
  const peersOf = Map.groupBy(peers, ({ referenceId }) => referenceId);
  const unheldBy = new Set(unheld.map(({ itemId, catalogId }) => `${itemId} ${catalogId}`));
  const levelsOf = Map.groupBy(levels, ({ referenceId }) => referenceId);
  return {
    today,
    regionCode,
    level,
    references,
    lists,
    sources: all.filter((list) => county !== undefined && list.level === 'COUNTY'),
    links: linksOf(links),
    item: (id) => items.get(id),
    basedOn: (id) => basedBy.get(id),
    earlierVersions: earlierVersionsOf(earlier),
    peers: (id) => peersOf.get(id) ?? [],
    isHeldAgainst: (itemId, catalogId) => !unheldBy.has(`${itemId} ${catalogId}`),
    levelsOffering: (id) => {
      const found = new Set((levelsOf.get(id) ?? []).map((row) => row.level));
      return LEVELS.filter((one) => found.has(one));
    },
  };
}

/** What a row of the reference says with its guide of that day: what they say now where the row bears nothing. */
export const basedOnOf = (row: BasedOnRow, items: ReadonlyMap<string, ComparedItem>): BasedOn => ({
  referenceId: row.referenceId,
  version: row.version,
  elements:
    row.elements === null
      ? (items.get(row.referenceId)?.elements ?? {})
      : {
          ...row.guideElements,
          ...row.elements,
          name: row.name,
          itemType: row.itemType,
          basicCode: row.basicCode,
        },
  sinceRelease: row.sinceRelease,
  sinceDay: dayInChina(new Date(row.sinceAt)),
});

/** Earlier versions of reference items by the item, each list in the order of the rows. */
export const earlierVersionsOf = (
  rows: readonly EarlierVersionRow[],
): ((referenceId: string) => readonly BasedOn[]) => {
  const versions = Map.groupBy(rows, ({ referenceId }) => referenceId);
  return (referenceId) => (versions.get(referenceId) ?? []).map(earlierVersionOf);
};

const earlierVersionOf = ({ sinceAt, ...row }: EarlierVersionRow): BasedOn => ({
  referenceId: row.referenceId,
  version: row.version,
  elements: {
    ...row.guideElements,
    ...row.elements,
    name: row.name,
    basicCode: row.basicCode,
    itemType: row.itemType,
  },
  sinceRelease: row.sinceRelease,
  sinceDay: dayInChina(new Date(sinceAt)),
});
