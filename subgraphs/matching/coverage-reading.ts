import { compareLists } from '../../comparison/compare-lists.ts';
import { listOf } from './authority.ts';
import type { AuthorityQueries } from './authority-queries.ts';
import { createKept } from './comparison-kept.ts';
import { authorityOfPart } from './comparison-part.ts';
import type { ComparisonQueries, DatedCatalog } from './comparison-queries.ts';
import type { ComparisonReading, Moment } from './comparison-reading.ts';
import { codesOf } from './coverage-codes.ts';

/** The lists of a region at a level. */
export interface CoveredAuthority {
  readonly regionCode: string;
  readonly lists: readonly DatedCatalog[];
}

/** A byte an item of the reference: 16 MB. */
const MOST_BYTES = 16_000_000;
/** What a place costs besides: its key and what holds it. */
const BARE_BYTES = 500;

/** Items of lists read at a time: some 40 MB while they are looked at. */
const READ_AT_ONCE = 20_000;

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
  queries: ComparisonQueries,
  authorities: AuthorityQueries,
  reading: ComparisonReading,
) => {
  const kept = createKept(MOST_BYTES, BARE_BYTES);
  const keyOf = ({ today }: Moment, catalog: DatedCatalog, { regionCode, lists }: CoveredAuthority) =>
    [today, regionCode, ...[catalog, ...lists].map((one) => `${one.catalogId} ${one.changed}`)].join('\n');

  /** The codes of some authorities by region, in three statements, and two for the catalog the first time. */
  const readTogether = async (
    moment: Moment,
    catalog: DatedCatalog,
    together: readonly CoveredAuthority[],
  ) => {
    const { release, today } = moment;
    const ids = together.flatMap(({ lists }) => lists.map(({ catalogId }) => catalogId));
    const [{ list: reference }, rows, links] = await Promise.all([
      reading.reference(moment, catalog),
      authorities.items(release, ids),
      queries.linksBetween(release, ids, [catalog.catalogId]),
    ]);
    const [based, earlier] = await Promise.all([
      authorities.basedOn(release, [...new Set(links.map(({ leftId }) => leftId))]),
      reading.earlierVersions(moment, catalog),
    ]);
    const rowsOf = Map.groupBy(rows, ({ catalogId }) => catalogId);
    const listOfItem = new Map(rows.map(({ id, catalogId }) => [id, catalogId]));
    const linksOf = Map.groupBy(links, ({ leftId }) => listOfItem.get(leftId));
    const basedOf = Map.groupBy(based, ({ itemId }) => listOfItem.get(itemId));
    const found = new Map<string, Uint8Array>();
    for (const { regionCode, lists } of together) {
      const own = lists.map((list) => listOf(list, rowsOf.get(list.catalogId) ?? [], today));
      const authority = authorityOfPart({
        today,
        regionCode,
        level: lists[0]?.level ?? 'COUNTY',
        reference,
        lists: own,
        links: lists.flatMap(({ catalogId }) => linksOf.get(catalogId) ?? []),
        based: lists.flatMap(({ catalogId }) => basedOf.get(catalogId) ?? []),
        earlier,
      });
      found.set(
        regionCode,
        codesOf(
          reference,
          own.map((list) => compareLists(authority, list, reference)),
        ),
      );
      // Between two authorities others are let in: a reading of many takes seconds.
      await new Promise((done) => setImmediate(done));
    }
    return found;
  };

  /** How the items of a catalog stand at each authority, in the order they are given. */
  return (moment: Moment, catalog: DatedCatalog, asked: readonly CoveredAuthority[]) => {
    const missing = asked.filter((authority) => !kept.has(keyOf(moment, catalog, authority)));
    const reads = new Map<string, Promise<ReadonlyMap<string, Uint8Array>>>();
    let before: Promise<unknown> = Promise.resolve();
    for (const together of inReadings(missing)) {
      const read = before.then(() => readTogether(moment, catalog, together));
      before = read;
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
