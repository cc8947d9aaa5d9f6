import type { Level } from '../../catalog/levels.ts';
import { compareLists } from '../../comparison/compare-lists.ts';
import type { Measured } from '../../comparison/indicators/indicator.ts';
import { INDICATORS, type IndicatorMeasures, measureAuthority } from '../../comparison/indicators.ts';
import type { AuthorityQueries } from './authority-queries.ts';
import { createKept } from './comparison-kept.ts';
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

/** Reads the lists of places and measures their items; a place is measured once a release and day, by all figures. */
export const createIndicatorReading = (authorities: AuthorityQueries) => {
  const kept = createKept(MOST_MEASURES);
  const measuresOf = (asked: AuthorityAsked): Promise<readonly IndicatorMeasures[]> => {
    const { release, today, regionCode, level } = asked;
    const measure = async (): Promise<readonly IndicatorMeasures[]> => {
      const authority = await readAuthority(authorities, asked);
      const results = authority.lists.flatMap((list) =>
        authority.references.map((catalog) => ({
          list,
          catalog,
          comparison: compareLists(authority, list, catalog),
        })),
      );
      return measureAuthority(authority, results);
    };
    return kept.get(`${regionCode} ${level} ${release} ${today}`, measure, (found) =>
      found.reduce((sum, { measured }) => sum + measured.length, 0),
    );
  };
  /** One place after another: each takes a part of a second to work out. */
  return async (
    places: readonly PlaceRow[],
    moment: Pick<AuthorityAsked, 'release' | 'today'>,
  ): Promise<readonly PlacedMeasures[]> => {
    const found: PlacedMeasures[] = INDICATORS.map((indicator) => ({ indicator, measured: [] }));
    for (const place of places) {
      const { regionCode, level } = place;
      const all = await measuresOf({ ...moment, regionCode, level });
      for (const [at, { measured }] of all.entries()) {
        const before = found[at] as PlacedMeasures;
        found[at] = {
          ...before,
          measured: [...before.measured, ...measured.map((one) => ({ ...one, level }))],
        };
      }
    }
    return found;
  };
};

export type IndicatorReading = ReturnType<typeof createIndicatorReading>;
