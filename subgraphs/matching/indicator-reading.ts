import type { Level } from '../../catalog/levels.ts';
import { besideReference, compareLists } from '../../comparison/compare-lists.ts';
import { FOUR_SAMES_ELEMENTS } from '../../comparison/indicators/four-sames.ts';
import type { Measured } from '../../comparison/indicators/indicator.ts';
import { INDICATORS, type IndicatorMeasures, measureAuthority } from '../../comparison/indicators.ts';
import type { AuthorityQueries } from './authority-queries.ts';
import { createKept } from './comparison-kept.ts';
import type { ComparisonReading } from './comparison-reading.ts';
import type { PlaceRow } from './indicator-queries.ts';
import { type AuthorityAsked, readAuthority } from './read-authority.ts';

/** An item in a figure, with the level of the lists it was measured in. */
export interface PlacedMeasured extends Measured {
  readonly level: Level;
}

/** What the items of several places are to a figure. */
export interface PlacedMeasures {
  readonly indicator: IndicatorMeasures['indicator'];
  readonly measured: readonly PlacedMeasured[];
}

/** Measures kept, some 100 bytes each. */
const MOST_MEASURES = 600_000;
/** What a place costs besides, in measures: its key, and a list for every figure. */
const BARE_MEASURES = 20;

/** Of all elements the figures compare four: the others of thousands of items would take most of the time. */
const inTheFourSames: typeof besideReference = (authority, list, item, reference) =>
  besideReference(authority, list, item, reference, ({ element }) => FOUR_SAMES_ELEMENTS.includes(element));

/** No figure asks since when a text differs, what other places promise, nor what was never compared: three statements a place are enough. */
const forFigures = (queries: AuthorityQueries): AuthorityQueries => {
  const none = () => Promise.resolve([]) as never;
  return { ...queries, basedOn: none, earlierVersions: none, peers: none, levels: none, unheld: none };
};

/**
 * Reads the lists of places and measures their items; a place is measured once a release and day, by all figures. The
 * reference catalogs are read once for all places.
 */
export const createIndicatorReading = (
  queries: AuthorityQueries,
  { references, turns }: Pick<ComparisonReading, 'references' | 'turns'>,
) => {
  const authorities = forFigures(queries);
  const kept = createKept(MOST_MEASURES, BARE_MEASURES);
  const measure = async (asked: AuthorityAsked): Promise<readonly PlacedMeasures[]> => {
    const { level } = asked;
    const authority = await readAuthority(authorities, asked, references(asked));
    const results = authority.lists.flatMap((list) =>
      authority.references.map((catalog) => ({
        list,
        catalog,
        comparison: compareLists(authority, list, catalog, inTheFourSames),
      })),
    );
    return measureAuthority(authority, results).map(({ indicator, measured }) => ({
      indicator,
      measured: measured.map((one) => ({ ...one, level })),
    }));
  };
  const weightOf = (found: readonly PlacedMeasures[]): number =>
    found.reduce((sum, { measured }) => sum + measured.length, 0);
  /** One place after another: each takes a part of a second to work out. */
  return async (
    places: readonly PlaceRow[],
    { release, today }: Pick<AuthorityAsked, 'release' | 'today'>,
  ): Promise<readonly PlacedMeasures[]> => {
    const found: (readonly PlacedMeasures[])[] = [];
    for (const { regionCode, level } of places) {
      const asked = { release, today, regionCode, level };
      const read = () => turns(() => measure(asked));
      found.push(await kept.get(`${regionCode} ${level} ${release} ${today}`, read, weightOf));
    }
    return INDICATORS.map((indicator, at) => ({
      indicator,
      measured: found.flatMap((place) => place[at]?.measured ?? []),
    }));
  };
};

export type IndicatorReading = ReturnType<typeof createIndicatorReading>;
