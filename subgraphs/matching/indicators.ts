import { dayInChina } from '../../catalog/day-in-china.ts';
import type { Level } from '../../catalog/levels.ts';
import type { Indicator, IndicatorCode } from '../../comparison/indicators/indicator.ts';
import { figureOf, type IndicatorValue } from '../../comparison/indicators/value.ts';
import { refusal } from '../refusal.ts';
import { regionCodeOf, regionRangeOf } from '../region-range.ts';
import type { IndicatorQueries, PlaceRow, PlacesAsked, ReleaseRow } from './indicator-queries.ts';
import type { IndicatorReading, PlacedMeasured } from './indicator-reading.ts';

export type IndicatorGroup = 'REGION' | 'DEPARTMENT' | 'TYPE';

export interface IndicatorsArguments {
  readonly region: string;
  readonly level?: Level | null;
  readonly groupBy?: IndicatorGroup | null;
  readonly codes?: readonly IndicatorCode[] | null;
}

/** The type IndicatorRow. */
export interface IndicatorRow extends IndicatorValue {
  readonly measured: readonly PlacedMeasured[];
  readonly level: Level;
  readonly regionCode: string;
  readonly department?: string | undefined;
  readonly itemType?: string;
  readonly trend: (releases: readonly number[] | null | undefined) => Promise<readonly IndicatorPoint[]>;
}

/** The type IndicatorPoint. */
export interface IndicatorPoint extends Pick<IndicatorValue, 'value' | 'numerator' | 'denominator'> {
  readonly release: number;
  readonly day: string;
}

/** Places of one call, and points of one trend, at most. */
const MOST_PLACES = 30;
/** The list has no pages: a county has some eighty departments, each with every figure. */
const MOST_ROWS = 500;
const MOST_POINTS = 12;
/** Places in all points of one trend together: each is read and measured for each point. */
const MOST_MEASURED = 60;
const USUAL_POINTS = 6;

interface Asked {
  readonly region: string;
  readonly groupBy: IndicatorGroup | undefined;
  readonly places: PlacesAsked;
}

/** The groups of a figure, each under a key that is the same in every release. */
const groupsOf = (measured: readonly PlacedMeasured[], { groupBy }: Asked) => {
  const groups = Map.groupBy(measured, (one) => {
    const group =
      groupBy === 'REGION' ? one.regionCode : groupBy === 'DEPARTMENT' ? one.department : one.itemType;
    return JSON.stringify([one.level, groupBy === undefined ? '' : (group ?? '')]);
  });
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
};

const namesOf = (measured: readonly PlacedMeasured[], { groupBy, region }: Asked) => {
  const { level, regionCode, department, itemType } = measured[0] as PlacedMeasured;
  const place = { level, regionCode: groupBy === 'REGION' ? regionCode : region };
  if (groupBy === 'DEPARTMENT') return { ...place, department };
  return groupBy === 'TYPE' ? { ...place, itemType } : place;
};

/** Asks for each argument once, arguments being told apart by what they say. */
const onceFor = <Argument, Value>(ask: (argument: Argument) => Promise<Value>) => {
  const asked = new Map<string, Promise<Value>>();
  return (argument: Argument): Promise<Value> => {
    const key = JSON.stringify([argument]);
    const value = asked.get(key) ?? ask(argument);
    asked.set(key, value);
    return value;
  };
};

/** Answers `indicators`: the figures of places, grouped, each with the items it counts and its trend. */
export const createIndicators =
  (queries: IndicatorQueries, reading: IndicatorReading) =>
  (release: number) =>
  async (args: IndicatorsArguments, today: string): Promise<readonly IndicatorRow[]> => {
    const region = regionCodeOf(args.region);
    const level = args.level ?? undefined;
    // Without a level it is the lists of the place itself that are meant.
    const own = { from: region, to: region };
    const range = level === undefined ? own : (regionRangeOf(region) ?? own);
    const asked: Asked = { region, groupBy: args.groupBy ?? undefined, places: { range, level } };
    // All rows of a call have their trends over the same releases.
    const placesIn = onceFor(async (number: number): Promise<readonly PlaceRow[]> => {
      const found = await queries.places(number, asked.places, MOST_PLACES);
      if (found.length > MOST_PLACES) throw refusal('BAD_USER_INPUT', 'INDICATOR_PLACES');
      return found;
    });
    const places = await placesIn(release);
    // The release that is read is judged on the day it is read on; those before it as on their last.
    const dayOf = ({ number, endedAt }: ReleaseRow): string =>
      number === release || endedAt === null ? today : dayInChina(new Date(endedAt));
    const groupsAt = onceFor(async (row: ReleaseRow) => {
      const { number } = row;
      const day = dayOf(row);
      const measures = await reading(await placesIn(number), { release: number, today: day });
      const groups = measures.map(({ indicator, measured }) => ({
        indicator,
        groups: new Map(groupsOf(measured, asked)),
      }));
      return { day, groups };
    });
    const pointOf = async (row: ReleaseRow, indicator: Indicator, key: string): Promise<IndicatorPoint> => {
      const { day, groups } = await groupsAt(row);
      const group = groups.find((one) => one.indicator === indicator)?.groups.get(key) ?? [];
      const { value, numerator, denominator } = figureOf(indicator, group);
      return { release: row.number, day, value, numerator, denominator };
    };
    const trendOf =
      (indicator: Indicator, key: string): IndicatorRow['trend'] =>
      async (releases) => {
        const points: IndicatorPoint[] = [];
        for (const row of await releasesFor(releases ?? undefined))
          points.push(await pointOf(row, indicator, key));
        return points;
      };
    const releasesFor = onceFor(async (releases: readonly number[] | undefined) => {
      const found = await releasesOf(queries, release, places, releases);
      const fitting = await fittingOf(found, async ({ number }) => (await placesIn(number)).length);
      if (releases !== undefined && fitting.length < found.length)
        throw refusal('BAD_USER_INPUT', 'INDICATOR_TREND');
      return fitting;
    });
    const measures = await reading(places, { release, today });
    const rows = measures
      .filter(({ indicator }) => args.codes == null || args.codes.includes(indicator.code))
      .flatMap(({ indicator, measured }) =>
        groupsOf(measured, asked).map(([key, group]) => ({
          ...figureOf(indicator, group),
          ...namesOf(group, asked),
          measured: group,
          trend: trendOf(indicator, key),
        })),
      );
    if (rows.length > MOST_ROWS) throw refusal('BAD_USER_INPUT', 'INDICATOR_ROWS');
    return rows;
  };

/** The newest of some releases, as many as have no more places together than a trend may measure. */
const fittingOf = async (
  releases: readonly ReleaseRow[],
  countOf: (release: ReleaseRow) => Promise<number>,
): Promise<readonly ReleaseRow[]> => {
  let measured = 0;
  for (const [at, row] of releases.toReversed().entries()) {
    measured += await countOf(row);
    if (measured > MOST_MEASURED) return releases.slice(releases.length - at);
  }
  return releases;
};

/** The releases of a trend, the oldest first; refuses with BAD_USER_INPUT what is too many or not yet there. */
const releasesOf = async (
  queries: IndicatorQueries,
  release: number,
  places: readonly PlaceRow[],
  asked: readonly number[] | undefined,
): Promise<readonly ReleaseRow[]> => {
  if (asked === undefined) {
    const keys = places.flatMap((place) => place.keys);
    return (await queries.newest(release, keys, USUAL_POINTS)).toReversed();
  }
  const wanted = [...new Set(asked)];
  if (wanted.length === 0 || wanted.length > MOST_POINTS)
    throw refusal('BAD_USER_INPUT', 'INDICATOR_RELEASES');
  const found = await queries.named(release, wanted);
  if (found.length < wanted.length) throw refusal('BAD_USER_INPUT', 'INDICATOR_RELEASES');
  return found;
};
