import type { Writer } from '../../catalog/authority/writer.ts';
import type { Level } from '../../catalog/levels.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';
import { refusal } from '../refusal.ts';
import { listOf } from './authority.ts';
import type { AuthorityQueries } from './authority-queries.ts';
import { authorityOfPart } from './comparison-part.ts';
import type { ComparisonQueries, DatedCatalog } from './comparison-queries.ts';
import type { ComparisonReading, Moment } from './comparison-reading.ts';
import type { DraftQueries, DraftRow } from './draft-queries.ts';
import { type DraftChange, draftChanges, draftedItem } from './impact-draft.ts';
import type { ImpactQueries } from './impact-queries.ts';
import { newlyOwed, type TouchedItem, touchedItems } from './impact-touched.ts';
import { type BothCatalogs, concerned, createWorlds } from './impact-worlds.ts';
import { measuredLists } from './measured-lists.ts';

export interface ImpactArguments {
  readonly catalog: string;
  readonly regions?: readonly string[] | null;
  readonly level?: Level | null;
}

/** What a draft would do to one region's lists. */
export interface TouchedRegion {
  readonly regionCode: string;
  readonly items: readonly TouchedItem[];
  /** Items it would be asked for that it is not asked for now. */
  readonly newlyOwed: readonly ComparedItem[];
}

export interface Impact {
  readonly draft: DraftRow;
  readonly level: Level;
  readonly changes: readonly DraftChange[];
  readonly regions: readonly TouchedRegion[];
}

/** Links to what changes, of one call at most. */
const MOST_LINKS = 20_000;

/**
 * What publishing the draft of a reference catalog would touch, worked out with the draft's elements in the place of the
 * published ones; nothing is published or stored. Refuses with BAD_USER_INPUT where there is no draft the writer may see.
 */
export const createImpact = (
  drafts: DraftQueries,
  impacts: ImpactQueries,
  queries: ComparisonQueries,
  authorities: AuthorityQueries,
  reading: ComparisonReading,
) => {
  const publishedItems = async (moment: Moment, catalog: string): Promise<readonly ComparedItem[]> => {
    const [dated] = await queries.catalogs(moment.release, [catalog]);
    return dated === undefined ? [] : (await reading.reference(moment, dated)).list.items;
  };

  /** The lists as far as they rest on the concerned items, in their authorities, and the guides of what does. */
  const authoritiesOf = async (
    { release, today }: Moment,
    lists: readonly DatedCatalog[],
    { published }: BothCatalogs,
  ) => {
    const references = published.map(({ id }) => id);
    const catalogIds = lists.map(({ catalogId }) => catalogId);
    const links = await impacts.links(release, catalogIds, references, MOST_LINKS);
    if (links.length > MOST_LINKS) throw refusal('BAD_USER_INPUT', 'COVERAGE_REGIONS');
    const ids = [...new Set(links.map(({ leftId }) => leftId))];
    const [rows, based, earlier, guides] = await Promise.all([
      authorities.itemsNamed(release, ids),
      authorities.basedOn(release, ids),
      authorities.earlierVersions(release, references),
      impacts.guides(release, ids),
    ]);
    const rowsOf = Map.groupBy(rows, ({ catalogId }) => catalogId);
    const own: ComparedList[] = [];
    for (const list of lists) {
      const found = listOf(list, rowsOf.get(list.catalogId) ?? [], today);
      // What a list has a place for is told by all its items, not by those alone that are touched. One after another:
      // the lists of a whole province would keep others from the database.
      const isLinked = found.items.length > 0;
      own.push(isLinked ? { ...found, stated: await reading.stated({ release, today }, list) } : found);
    }
    const reference = { ...(lists[0] as DatedCatalog), items: published, stated: new Set<string>() };
    const found = [...Map.groupBy(own, ({ regionCode }) => regionCode)].map(([regionCode, those]) => {
      const { level } = those[0] as ComparedList;
      const local = new Set(those.flatMap(({ items }) => items.map(({ id }) => id)));
      return authorityOfPart({
        ...{ today, regionCode, level, reference, lists: those, earlier },
        links: links.filter(({ leftId }) => local.has(leftId)),
        based: based.filter(({ itemId }) => local.has(itemId)),
      });
    });
    const guideOf = new Map(guides.toReversed().map(({ itemId, guideId }) => [itemId, guideId]));
    return { found, guideOf };
  };

  return async (
    { catalog, regions, level: asked }: ImpactArguments,
    moment: Moment,
    writer: Writer | undefined,
  ): Promise<Impact> => {
    const level = asked ?? 'COUNTY';
    const found = await drafts.read(writer, moment.release, catalog);
    if (found === undefined) throw refusal('BAD_USER_INPUT', 'DRAFT_CATALOG');
    const { draft, rows } = found;
    const [published, lists] = await Promise.all([
      publishedItems(moment, catalog),
      measuredLists(queries, moment.release, draft, { regions, level }),
    ]);
    const drafted = rows.map((row) => draftedItem(row, draft, moment.today));
    const changes = draftChanges(published, drafted);
    if (lists.length === 0) return { draft, level, changes, regions: [] };
    const changed = new Map(
      changes.flatMap((change) => (change.published ? [[change.published.id, change]] : [])),
    );
    const looked = concerned({ published, drafted }, changes);
    const worldsOf = createWorlds({ published, drafted }, looked, level);
    const { found: authorities, guideOf } = await authoritiesOf(moment, lists, looked);
    const touched = authorities.map((authority): TouchedRegion => {
      const both = worldsOf(authority);
      const items = both.flatMap(({ list, rows: all }) =>
        all.flatMap((row) => {
          const change = changed.get(row.referenceId);
          return change === undefined ? [] : touchedItems(list, row, change, guideOf);
        }),
      );
      return { regionCode: authority.regionCode, items, newlyOwed: newlyOwed(both) };
    });
    const those = touched.filter((one) => one.items.length + one.newlyOwed.length > 0);
    return { draft, level, changes, regions: those };
  };
};
