import type { Level } from '../../catalog/levels.ts';
import { isExercisedAt } from '../../comparison/compare-lists.ts';
import type { ComparedItem, ComparedList } from '../../comparison/compared-item.ts';
import { belongsOn } from '../../comparison/list-membership.ts';
import { mainItemsOf } from '../../comparison/main-items.ts';
import { refusal } from '../refusal.ts';
import { listOf } from './authority.ts';
import type { AuthorityQueries } from './authority-queries.ts';
import { authorityOfPart } from './comparison-part.ts';
import type { ComparisonQueries, DatedCatalog } from './comparison-queries.ts';
import type { ComparisonReading, Moment } from './comparison-reading.ts';
import { type DraftChange, draftChanges, draftedItem } from './impact-draft.ts';
import type { DraftRow, ImpactQueries } from './impact-queries.ts';
import { type TouchedItem, touchedItem } from './impact-touched.ts';
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

/** Standing items that a level is asked for by a catalog. */
const owedBy = (items: readonly ComparedItem[], level: Level): readonly ComparedItem[] => {
  const mains = mainItemsOf({ items }).ids;
  return items.filter(
    (item) => item.state === 'IN_FORCE' && !mains.has(item.id) && isExercisedAt(item, level),
  );
};

/**
 * What publishing the draft of a reference catalog would touch, worked out with the draft's elements in the place of the
 * published ones; nothing is published or stored. Refuses with BAD_USER_INPUT where there is no such draft.
 */
export const createImpact = (
  impacts: ImpactQueries,
  queries: ComparisonQueries,
  authorities: AuthorityQueries,
  reading: ComparisonReading,
) => {
  const publishedItems = async (moment: Moment, catalog: string): Promise<readonly ComparedItem[]> => {
    const [dated] = await queries.catalogs(moment.release, [catalog]);
    return dated === undefined ? [] : (await reading.reference(moment, dated)).list.items;
  };

  const touchedItems = async (
    { release, today }: Moment,
    lists: readonly DatedCatalog[],
    changes: readonly DraftChange[],
    published: readonly ComparedItem[],
  ): Promise<readonly TouchedItem[]> => {
    const changed = new Map(
      changes.flatMap((change) => (change.published ? [[change.published.id, change]] : [])),
    );
    const links = await impacts.links(
      release,
      lists.map(({ catalogId }) => catalogId),
      [...changed.keys()],
      MOST_LINKS,
    );
    if (links.length > MOST_LINKS) throw refusal('BAD_USER_INPUT', 'COVERAGE_REGIONS');
    const ids = [...new Set(links.map(({ leftId }) => leftId))];
    const [rows, based, earlier, guides] = await Promise.all([
      authorities.itemsNamed(release, ids),
      authorities.basedOn(release, ids),
      authorities.earlierVersions(release, [...changed.keys()]),
      impacts.guides(release, ids),
    ]);
    const rowsOf = Map.groupBy(rows, ({ catalogId }) => catalogId);
    const own: ComparedList[] = [];
    for (const list of lists) {
      const found = rowsOf.get(list.catalogId);
      if (found === undefined) continue;
      // What a list has a place for is told by all its items, not by those alone that are touched. One after another:
      // the lists of a whole province would keep others from the database.
      const stated = await reading.stated({ release, today }, list);
      own.push({ ...listOf(list, found, today), stated });
    }
    const reference = { ...(lists[0] as DatedCatalog), items: published, stated: new Set<string>() };
    const part = {
      today,
      regionCode: '',
      level: 'COUNTY',
      reference,
      lists: own,
      links,
      based,
      earlier,
    } as const;
    const authority = authorityOfPart(part);
    const listOfItem = new Map(own.flatMap((list) => list.items.map(({ id }) => [id, list] as const)));
    const guideOf = new Map(guides.toReversed().map(({ itemId, guideId }) => [itemId, guideId]));
    return links.flatMap((link) => {
      const [list, change] = [listOfItem.get(link.leftId), changed.get(link.rightId)];
      if (list === undefined || change === undefined) return [];
      return touchedItem(authority, list, link, change, guideOf.get(link.leftId)) ?? [];
    });
  };

  return async ({ catalog, regions, level: asked }: ImpactArguments, moment: Moment): Promise<Impact> => {
    const level = asked ?? 'COUNTY';
    const draft = await impacts.draft(moment.release, catalog);
    if (draft === undefined) throw refusal('BAD_USER_INPUT', 'DRAFT_CATALOG');
    const [published, rows, lists] = await Promise.all([
      publishedItems(moment, catalog),
      impacts.draftItems(moment.release, catalog),
      measuredLists(queries, moment.release, draft, { regions, level }),
    ]);
    const drafted = rows.map((row) => draftedItem(row, draft, moment.today));
    const changes = draftChanges(published, drafted);
    const touched = lists.length === 0 ? [] : await touchedItems(moment, lists, changes, published);
    const byRegion = Map.groupBy(touched, ({ regionCode }) => regionCode);
    const owedNow = new Set(owedBy(published, level).map(({ id }) => id));
    const owed = owedBy(drafted, level).filter(({ id }) => !owedNow.has(id));
    const found = [...Map.groupBy(lists, ({ regionCode }) => regionCode)].map(([regionCode, own]) => ({
      regionCode,
      items: byRegion.get(regionCode) ?? [],
      newlyOwed: owed.filter((item) => own.some(({ kind }) => belongsOn(kind, item))),
    }));
    const regionsTouched = found.filter(({ items, newlyOwed }) => items.length + newlyOwed.length > 0);
    return { draft, level, changes, regions: regionsTouched };
  };
};
