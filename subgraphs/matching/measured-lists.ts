import type { Level } from '../../catalog/levels.ts';
import { COUNTRY } from '../../catalog/regions.ts';
import { refusal } from '../refusal.ts';
import { regionRangeOf } from '../region-range.ts';
import type { ComparisonQueries, DatedCatalog } from './comparison-queries.ts';

type Placed = Pick<DatedCatalog, 'regionCode'>;

/** Lists of one call at most: 100 counties have some 400. */
const MOST_LISTS = 1_000;
const MOST_REGIONS = 200;

/** The reference catalogs of the country and of its own province are a list's measure. */
export const isMeasureOf = (reference: Placed, { regionCode }: Placed): boolean =>
  reference.regionCode === COUNTRY || reference.regionCode.slice(0, 2) === regionCode.slice(0, 2);

/**
 * The lists of a level in some regions and all below them, each once, that are held against a reference catalog.
 * Refuses with BAD_USER_INPUT too many, and regions of another province.
 */
export const measuredLists = async (
  queries: Pick<ComparisonQueries, 'lists'>,
  release: number,
  reference: Placed,
  { regions, level }: { readonly regions: readonly string[] | null | undefined; readonly level: Level },
): Promise<readonly DatedCatalog[]> => {
  if ((regions?.length ?? 0) > MOST_REGIONS) throw refusal('BAD_USER_INPUT', 'COVERAGE_REGIONS');
  const ranges = (regions ?? [reference.regionCode]).map(
    (region) => regionRangeOf(region) as NonNullable<ReturnType<typeof regionRangeOf>>,
  );
  if (ranges.some(({ from }) => from !== COUNTRY && !isMeasureOf(reference, { regionCode: from })))
    throw refusal('BAD_USER_INPUT', 'COVERAGE_PROVINCE');
  const lists = await queries.lists(release, { level, regions: ranges }, MOST_LISTS);
  if (lists.length > MOST_LISTS) throw refusal('BAD_USER_INPUT', 'COVERAGE_REGIONS');
  return lists.filter((list) => isMeasureOf(reference, list));
};
