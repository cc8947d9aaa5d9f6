import { ADOPTION_STATES, type AdoptionState } from '../../comparison/adoption.ts';
import type { ReferenceRow } from '../../comparison/compare-lists.ts';
import type { ComparedItem } from '../../comparison/compared-item.ts';
import { type Connection, connectionOf, type PageArguments, pageOf } from '../connection.ts';
import type { ItemCore } from '../item-row.ts';
import { sidesOf } from './compared-sides.ts';
import { pageInMemory, pageOfLoaded } from './comparison-page.ts';
import type { ComparisonQueries, DatedCatalog } from './comparison-queries.ts';
import type { ComparisonReading, Moment } from './comparison-reading.ts';
import { type ComparisonFilterInput, isItemWanted, isNarrow, rowsThatMeet } from './comparison-rows.ts';
import { type FindingConnection, type FindingsArguments, findingPage } from './findings-list.ts';

export interface CompareArguments {
  readonly left: string;
  readonly right: string;
  readonly filter?: ComparisonFilterInput | null;
}

export interface StateCount {
  readonly state: AdoptionState;
  readonly count: number;
}

/** The type CatalogComparison: nothing of it is worked out before it is asked for. */
export interface CatalogsCompared {
  readonly leftId: string;
  readonly rightId: string;
  readonly referenceId: string;
  readonly listId: string;
  readonly rows: (args: PageArguments) => Promise<Connection<ReferenceRow>>;
  readonly extras: (args: PageArguments) => Promise<Connection<ItemCore | null>>;
  readonly waiting: (args: PageArguments) => Promise<Connection<ItemCore | null>>;
  readonly notCompared: (args: PageArguments) => Promise<Connection<ItemCore | null>>;
  readonly states: () => Promise<readonly StateCount[]>;
  readonly mains: (args: PageArguments) => Promise<Connection<ItemCore | null>>;
  readonly findings: (args: FindingsArguments) => Promise<FindingConnection>;
}

const BY_ROW = {
  shape: ['number', 'string'],
  keysOf: ({ reference }: ReferenceRow) => [reference.ordinal, reference.id],
} as const;

export const BY_ITEM = {
  shape: ['number', 'string'],
  keysOf: ({ ordinal, id }: Pick<ComparedItem, 'ordinal' | 'id'>) => [ordinal, id],
} as const;

const counted = (rows: readonly ReferenceRow[]): readonly StateCount[] =>
  ADOPTION_STATES.map((state) => ({
    state,
    count: rows.filter(({ adoption }) => adoption.state === state).length,
  }));

/** A list beside a reference catalog, in one release on one day. */
export const createCompareCatalogs = (
  queries: ComparisonQueries,
  reading: ComparisonReading,
  loadItem: (id: string) => Promise<ItemCore | null>,
  release: number,
) => {
  const over = (
    moment: Moment,
    reference: DatedCatalog,
    list: DatedCatalog,
    filter: ComparisonFilterInput,
  ) => {
    const authority = { ...moment, regionCode: list.regionCode, level: list.level };
    const whole = () => reading.whole(authority);
    const result = async () => {
      const { lists } = await whole();
      const found = lists.find(
        (one) => one.list.catalogId === list.catalogId && one.catalog.catalogId === reference.catalogId,
      );
      if (found === undefined) throw new Error(`${list.key} was not read beside ${reference.key}`);
      return found.comparison;
    };
    const wanted = async () => rowsThatMeet((await result()).rows, filter);
    // Without a filter a page rests on its own rows: the whole of two long lists need not be read for it.
    const firstRows = async (args: PageArguments): Promise<Connection<ReferenceRow>> => {
      const page = pageOf(args, release, BY_ROW.shape);
      const readRows = async () => {
        const all = await reading.rowItems(moment, list, reference);
        const items = pageInMemory(all, args, release, BY_ITEM);
        return { all, items, rows: await reading.someRows(moment, list, reference, items.nodes) };
      };
      // What the list has a place for is asked of the rows at last; it is what takes longest to read.
      const [{ all, items, rows }] = await Promise.all([readRows(), reading.stated(moment, list)]);
      const { hasNextPage } = items.pageInfo;
      const shown = hasNextPage ? [...rows, rows[0] as ReferenceRow] : rows;
      return connectionOf(shown, page, release, BY_ROW.keysOf, async () => all.length);
    };
    const shown = (items: readonly ComparedItem[], args: PageArguments) => {
      const wanted = items.filter((item) => isItemWanted(item, filter));
      return pageOfLoaded(pageInMemory(wanted, args, release, BY_ITEM), ({ id }) => loadItem(id));
    };
    return {
      rows: async (args: PageArguments) =>
        isNarrow(filter) || reading.hasWhole(authority)
          ? pageInMemory(await wanted(), args, release, BY_ROW)
          : firstRows(args),
      extras: async (args: PageArguments) => shown((await result()).extras, args),
      waiting: async (args: PageArguments) => shown((await result()).waiting, args),
      notCompared: async (args: PageArguments) => shown((await result()).notCompared, args),
      states: async () => counted(await wanted()),
      mains: async (args: PageArguments) => shown((await result()).mains, args),
      findings: async (args: FindingsArguments) => {
        const { findings, authority: read } = await whole();
        const own = findings.filter(({ catalogId }) => catalogId === list.catalogId);
        return findingPage(own, read, args, release);
      },
    };
  };
  return async ({ left, right, filter }: CompareArguments, today: string): Promise<CatalogsCompared> => {
    const { reference, list } = sidesOf({ left, right }, await queries.catalogs(release, [left, right]));
    const ids = { leftId: left, rightId: right, referenceId: reference.catalogId, listId: list.catalogId };
    return { ...ids, ...over({ release, today }, reference, list, filter ?? {}) };
  };
};
