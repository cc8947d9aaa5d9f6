import type { Sql } from '../../db/client.ts';
import type { SubgraphContext } from '../context.ts';
import type { ItemCore } from '../item-row.ts';
import { createAuthorityQueries } from './authority-queries.ts';
import type { Claims } from './claims.ts';
import { createCompareCatalogs } from './comparison-lists.ts';
import { createComparisonQueries } from './comparison-queries.ts';
import type { ComparisonReading } from './comparison-reading.ts';
import { type AdoptionsArguments, type CoverageArguments, coverageRows, createCovered } from './coverage.ts';
import { adoptionPage } from './coverage-adoptions.ts';
import { createCoverageReading } from './coverage-reading.ts';
import { createDraftQueries } from './draft-queries.ts';
import { createFindings } from './findings.ts';
import { createImpact, type ImpactArguments } from './impact.ts';
import { createImpactQueries } from './impact-queries.ts';
import { createStandingQueries } from './standing-queries.ts';

/** Prepares all that compares lists, with what it keeps, once; the result makes the loaders of a request. */
export const createComparisons = (sql: Sql, reading: ComparisonReading, claims: Claims) => {
  const queries = createComparisonQueries(sql);
  const authorities = createAuthorityQueries(sql);
  const standings = createCoverageReading(createStandingQueries(sql), authorities, reading);
  const impact = createImpact(
    createDraftQueries(sql, claims),
    createImpactQueries(sql),
    queries,
    authorities,
    reading,
  );
  return (release: number, loadItem: (id: string) => Promise<ItemCore | null>) => {
    const covered = createCovered(queries, reading, standings, release);
    return {
      compareCatalogs: createCompareCatalogs(queries, reading, loadItem, release),
      findings: createFindings(reading, release),
      coverage: async (args: CoverageArguments, today: string) =>
        coverageRows(await covered(args, today), args),
      impact: async (context: SubgraphContext, args: ImpactArguments) =>
        impact(args, { release, today: context.today }, claims.writerOf(context)),
      adoptions: async (args: AdoptionsArguments, today: string) =>
        adoptionPage(await covered(args, today), args),
    };
  };
};
