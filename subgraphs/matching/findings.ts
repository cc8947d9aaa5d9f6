import type { Level } from '../../catalog/levels.ts';
import { regionLevel } from '../../catalog/regions.ts';
import { regionCodeOf } from '../region-range.ts';
import type { ComparisonReading } from './comparison-reading.ts';
import { type FindingConnection, type FindingsArguments, findingPage } from './findings-list.ts';

export interface RegionFindingsArguments extends FindingsArguments {
  readonly region: string;
  readonly level?: Level | null;
}

/** What is amiss in the lists of a region at a level; refuses with BAD_USER_INPUT a region without any. */
export const createFindings =
  (reading: ComparisonReading, release: number) =>
  async (
    { region, level: asked, ...args }: RegionFindingsArguments,
    today: string,
  ): Promise<FindingConnection> => {
    const regionCode = regionCodeOf(region);
    const level = asked ?? regionLevel(regionCode) ?? 'COUNTY';
    const { findings, authority } = await reading.whole({ release, today, regionCode, level });
    return findingPage(findings, authority, args, release);
  };
