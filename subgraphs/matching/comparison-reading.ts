import type { Level } from '../../catalog/levels.ts';
import { type AuthorityComparison, comparingAuthority } from '../../comparison/compare-authority.ts';
import { compareLists, type ReferenceRow } from '../../comparison/compare-lists.ts';
import type { ComparedList } from '../../comparison/compared-item.ts';
import { mainItemsOf } from '../../comparison/main-items.ts';
import { elementsWithPlace } from '../../comparison/stated-elements.ts';
import { refusal } from '../refusal.ts';
import { listOf } from './authority.ts';
import type { AuthorityQueries, CatalogRow, EarlierVersionRow } from './authority-queries.ts';
import { createKept } from './comparison-kept.ts';
import { authorityOfPart } from './comparison-part.ts';
import type { ComparisonQueries, DatedCatalog, PlacedItem } from './comparison-queries.ts';
import { inSteps } from './comparison-steps.ts';
import { createTurns } from './comparison-turns.ts';
import { type AuthorityAsked, readAuthority } from './read-authority.ts';

/** 2 KB an item are kept: 120 MB at most. */
const MOST_ITEMS = 60_000;

/** Lists of one authority at most; there are four kinds. */
const MOST_LISTS = 50;

/** Who waits for a whole authority waits a second for each of those before. */
const MOST_WAITING = 12;

/** In which release, and on which day. */
export type Moment = Pick<AuthorityAsked, 'release' | 'today'>;

/** A reference catalog with all that its items say. */
export interface KeptReference {
  readonly list: ComparedList;
}

/** A place among the items of a catalog weighs a tenth of an item. */
const PLACE = 0.1;

/** The whole of an authority, and how many runs had ended before it was read. */
interface KeptWhole {
  readonly runs: number;
  readonly compared: AuthorityComparison;
}

/** What a moment's catalog is kept under: as long as no release touches it, it is the same. */
const keyOf = ({ catalogId, changed }: DatedCatalog, { today }: Moment): string =>
  `${catalogId} ${changed} ${today}`;

/** Reads what is compared, and keeps what was read and worked out. One for a process. */
export const createComparisonReading = (
  queries: ComparisonQueries,
  authorities: AuthorityQueries,
  mostItems = MOST_ITEMS,
) => {
  const kept = createKept(mostItems);
  const turns = createTurns(MOST_WAITING);
  const wholeKey = ({ release, today, regionCode, level }: AuthorityAsked) =>
    `whole ${regionCode} ${level} ${release} ${today}`;

  const readReference = async (moment: Moment, catalog: DatedCatalog): Promise<KeptReference> => {
    const list = listOf(catalog, await authorities.items(moment.release, [catalog.catalogId]), moment.today);
    return { list };
  };
  /** A reference catalog, the same for all that are compared with it. */
  const reference = (moment: Moment, catalog: DatedCatalog): Promise<KeptReference> =>
    kept.get(
      `reference ${keyOf(catalog, moment)}`,
      () => readReference(moment, catalog),
      ({ list }) => list.items.length,
    );

  /** The items of a reference catalog in their order, without what they say. */
  const order = (moment: Moment, catalog: DatedCatalog): Promise<readonly PlacedItem[]> =>
    kept.get(
      `order ${keyOf(catalog, moment)}`,
      () => queries.order(moment.release, catalog.catalogId),
      ({ length }) => length * PLACE,
    );

  /** The items of a catalog that have a row beside a list: not the main items, but for those that the list adopts. */
  const rowItems = (
    moment: Moment,
    list: DatedCatalog,
    catalog: DatedCatalog,
  ): Promise<readonly PlacedItem[]> =>
    kept.get(
      `rows ${keyOf(list, moment)} ${keyOf(catalog, moment)}`,
      async () => {
        const items = await order(moment, catalog);
        const { ids: mains } = mainItemsOf({ items });
        const adopted = new Set(await queries.adoptedOf(moment.release, list.catalogId, [...mains]));
        return items.filter(({ id }) => !mains.has(id) || adopted.has(id));
      },
      () => 1,
    );

  /** What the items of a catalog said in earlier editions. */
  const earlierVersions = (moment: Moment, catalog: DatedCatalog): Promise<readonly EarlierVersionRow[]> =>
    kept.get(
      `earlier ${keyOf(catalog, moment)}`,
      async () => {
        const { list } = await reference(moment, catalog);
        return authorities.earlierVersions(
          moment.release,
          list.items.map(({ id }) => id),
        );
      },
      ({ length }) => length,
    );

  /** The elements a list has a place for: told by its items, all of them. */
  const stated = (moment: Moment, list: DatedCatalog): Promise<ReadonlySet<string>> =>
    kept.get(
      `stated ${keyOf(list, moment)}`,
      async () => {
        const { items, counts } = await queries.statedCounts(moment.release, list.catalogId);
        return elementsWithPlace(counts, items);
      },
      () => 1,
    );

  const levelsOf = (moment: Moment, list: DatedCatalog): Promise<readonly Level[]> =>
    kept.get(
      `levels ${keyOf(list, moment)}`,
      () => queries.levelsOf(moment.release, list.catalogId),
      () => 1,
    );

  /** Reference catalogs by their ids, read once for all places. */
  const references = (moment: Moment) => async (catalogs: readonly CatalogRow[]) => {
    const ids = catalogs.map(({ catalogId }) => catalogId);
    const key = `dated ${moment.release} ${ids.join(' ')}`;
    const dated = await kept.get(
      key,
      () => queries.catalogs(moment.release, ids),
      () => 0,
    );
    const read = dated.map(async (one) => [one.catalogId, (await reference(moment, one)).list] as const);
    return new Map(await Promise.all(read));
  };

  /** All lists of a place: what one of them offers or reports counts for the others. Refuses a place with none. */
  const listsAt = async ({ release, regionCode, level }: Omit<AuthorityAsked, 'today'>) => {
    const regions = [{ from: regionCode, to: regionCode }];
    const lists = await queries.lists(release, { level, regions }, MOST_LISTS);
    if (lists.length === 0) throw refusal('BAD_USER_INPUT', 'COMPARED_REGION');
    if (lists.length > MOST_LISTS) throw refusal('BAD_USER_INPUT', 'COMPARED_LISTS');
    return lists;
  };

  const readWhole = async (asked: AuthorityAsked): Promise<KeptWhole> => {
    await listsAt(asked);
    const runs = await queries.runsEnded();
    return turns(async () => ({
      runs,
      compared: await inSteps(comparingAuthority(await readAuthority(authorities, asked, references(asked)))),
    }));
  };
  /**
   * The whole of an authority: all its lists beside all reference catalogs, with every finding. One is worked out at a
   * time; a place without lists is refused before anything is read.
   */
  const whole = async (asked: AuthorityAsked): Promise<AuthorityComparison> => {
    const read = kept.get(
      wholeKey(asked),
      () => readWhole(asked),
      ({ compared: { authority } }) =>
        [...authority.references, ...authority.lists, ...authority.sources].reduce(
          (sum, { items }) => sum + items.length,
          0,
        ),
    );
    const { compared, runs } = await read;
    const isAllCompared = compared.lists.every(({ comparison }) => comparison.notCompared.length === 0);
    if (isAllCompared || runs === (await queries.runsEnded())) return compared;
    // A run that found nothing to change made no release, but what it looked at is compared now.
    kept.drop(wholeKey(asked), read);
    return whole(asked);
  };

  /** Rows of a list for some reference items that have one: no more is read than what they rest on. */
  const someRows = async (
    moment: Moment,
    list: DatedCatalog,
    catalog: DatedCatalog,
    items: readonly PlacedItem[],
  ): Promise<readonly ReferenceRow[]> => {
    const { release, today } = moment;
    const { regionCode, level } = list;
    const mains = mainItemsOf({ items: await order(moment, catalog) });
    // Who has taken up a main item as such has its sub-items with it.
    const looked = new Set([...items, ...items.flatMap(mains.of)].map(({ id }) => id));
    const ids = [...looked];
    const [all, earlier, now] = await Promise.all([
      listsAt({ release, regionCode, level }),
      authorities.earlierVersions(release, ids),
      authorities.itemsNamed(release, ids),
    ]);
    const levels = await Promise.all(all.map((one) => levelsOf(moment, one)));
    const links = await queries.linksTo(release, all, [...new Set(levels.flat())], ids);
    const locals = [...new Set(links.map(({ leftId }) => leftId))];
    const [rows, based] =
      locals.length === 0
        ? [[], []]
        : await Promise.all([authorities.itemsNamed(release, locals), authorities.basedOn(release, locals)]);
    const rowsOf = Map.groupBy(rows, ({ catalogId }) => catalogId);
    const places = await stated(moment, list);
    const lists = all.map((one) => ({
      ...listOf(one, rowsOf.get(one.catalogId) ?? [], today),
      ...(one.catalogId === list.catalogId ? { stated: places } : {}),
    }));
    const own = lists.find(({ catalogId }) => catalogId === list.catalogId);
    if (own === undefined) throw new Error(`${list.key} is not among the lists of ${regionCode}`);
    const part = listOf(catalog, now, today);
    const read = { today, regionCode, level, reference: part, lists, links, based, earlier };
    const wanted = new Set(items.map(({ id }) => id));
    return compareLists(authorityOfPart(read), own, part).rows.filter((row) => wanted.has(row.reference.id));
  };
  return {
    reference,
    references,
    rowItems,
    stated,
    earlierVersions,
    turns,
    whole,
    someRows,
    /** Whether the whole of an authority is at hand, or being worked out. */
    hasWhole: (asked: AuthorityAsked): boolean => kept.has(wholeKey(asked)),
  };
};

export type ComparisonReading = ReturnType<typeof createComparisonReading>;
