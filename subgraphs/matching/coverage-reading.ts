import type { ComparedList } from '../../comparison/compared-item.ts';
import type { AuthorityQueries } from './authority-queries.ts';
import { createKept } from './comparison-kept.ts';
import type { DatedCatalog } from './comparison-queries.ts';
import type { ComparisonReading, Moment } from './comparison-reading.ts';
import { COMPARED_KEYS, standingList } from './coverage-lists.ts';
import { type Measure, measureOf } from './coverage-measure.ts';
import { type StandingLists, standingCodes, unlikeLinks } from './coverage-standings.ts';
import { basedOnOf, earlierVersionsOf } from './read-authority.ts';
import type { StandingQueries } from './standing-queries.ts';

/** The lists of a region at a level. */
export interface CoveredAuthority {
  readonly regionCode: string;
  readonly lists: readonly DatedCatalog[];
}

/** A byte an item of the reference: 16 MB. */
const MOST_BYTES = 16_000_000;
/** What a place costs besides: its key and what holds it. */
const BARE_BYTES = 500;

/** Items of lists read at a time, some 20 MB while they are looked at; others are read while those are compared. */
const READ_AT_ONCE = 20_000;
const AT_ONCE = 3;

/** Lets others in: a reading of many lists takes seconds. */
const otherWork = () => new Promise((done) => setImmediate(done));

/** Authorities put together until their lists hold some many items. */
const inReadings = (authorities: readonly CoveredAuthority[]): readonly (readonly CoveredAuthority[])[] => {
  const readings: CoveredAuthority[][] = [];
  let items = Number.POSITIVE_INFINITY;
  for (const authority of authorities) {
    const own = authority.lists.reduce((sum, { itemCount }) => sum + itemCount, 0);
    if (items + own > READ_AT_ONCE) readings.push([]);
    items = (items + own > READ_AT_ONCE ? 0 : items) + own;
    readings.at(-1)?.push(authority);
  }
  return readings;
};

/**
 * Reads how reference items stand at many authorities, and keeps a byte for each: as long as no release touches the
 * catalog, the lists, their links or guides, it is the same.
 */
export const createCoverageReading = (
  standings: StandingQueries,
  authorities: Pick<AuthorityQueries, 'basedOn'>,
  reading: ComparisonReading,
) => {
  const kept = createKept(MOST_BYTES, BARE_BYTES);
  const keyOf = ({ today }: Moment, catalog: DatedCatalog, { regionCode, lists }: CoveredAuthority) =>
    [today, regionCode, ...[catalog, ...lists].map((one) => `${one.catalogId} ${one.changed}`)].join('\n');

  const measures = new WeakMap<ComparedList, Measure>();
  const measure = async (moment: Moment, catalog: DatedCatalog): Promise<Measure> => {
    const [{ list }, earlier] = await Promise.all([
      reading.reference(moment, catalog),
      reading.earlierVersions(moment, catalog),
    ]);
    await otherWork();
    const found = measures.get(list) ?? measureOf(list, earlierVersionsOf(earlier));
    measures.set(list, found);
    return found;
  };

  /** The codes of some authorities by region, in two statements, and two for the catalog the first time. */
  const readTogether = async (
    moment: Moment,
    catalog: DatedCatalog,
    together: readonly CoveredAuthority[],
  ) => {
    const { release, today } = moment;
    const ids = together.flatMap(({ lists }) => lists.map(({ catalogId }) => catalogId));
    const [beside, rows] = await Promise.all([
      measure(moment, catalog),
      standings.standings(release, catalog.catalogId, ids, COMPARED_KEYS),
    ]);
    await otherWork();
    const rowsOf = Map.groupBy(rows, ({ catalogId }) => catalogId);
    await otherWork();
    const read: StandingLists[] = [];
    for (const { regionCode, lists } of together) {
      const own = lists.map((list) =>
        standingList(list, rowsOf.get(list.catalogId) ?? [], beside.items, today),
      );
      const unlike = new Set(own.flatMap((one) => unlikeLinks(one, beside)));
      read.push({ regionCode, lists: own, unlike });
      await otherWork();
    }
    const unlike = new Set(read.flatMap((one) => [...one.unlike].map(({ leftId }) => leftId)));
    const based = await authorities.basedOn(release, [...unlike]);
    const basedBy = new Map(based.map((row) => [row.itemId, row]));
    const basedOn = (id: string) => {
      const row = basedBy.get(id);
      return row === undefined ? undefined : basedOnOf(row, beside.items);
    };
    const found = new Map<string, Uint8Array>();
    for (const one of read) {
      found.set(one.regionCode, standingCodes(one, beside, basedOn, today));
      await otherWork();
    }
    return found;
  };

  /** How the items of a catalog stand at each authority, in the order they are given. */
  return (moment: Moment, catalog: DatedCatalog, asked: readonly CoveredAuthority[]) => {
    const missing = asked.filter((authority) => !kept.has(keyOf(moment, catalog, authority)));
    const reads = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();
    const before: Promise<unknown>[] = [];
    for (const together of inReadings(missing)) {
      const read = Promise.resolve(before.at(-AT_ONCE)).then(() => readTogether(moment, catalog, together));
      before.push(read);
      for (const { regionCode } of together) reads.set(regionCode, read);
    }
    return Promise.all(
      asked.map((authority) => {
        const { regionCode } = authority;
        const read = async () => {
          const codes = (await reads.get(regionCode))?.get(regionCode);
          if (codes === undefined) throw new Error(`no standings of ${regionCode} were read`);
          return codes;
        };
        return kept.get(keyOf(moment, catalog, authority), read, ({ length }) => length);
      }),
    );
  };
};

export type CoverageReading = ReturnType<typeof createCoverageReading>;
