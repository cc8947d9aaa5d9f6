import type { Severity } from '../../catalog/problems.ts';
import type { Authority } from '../../comparison/authority.ts';
import type { Finding, RuleCode } from '../../comparison/finding.ts';
import type { Connection, PageArguments } from '../connection.ts';
import { pageInMemory } from './comparison-page.ts';
import { type FindingFilterInput, findingsThatMeet } from './findings-filter.ts';

export interface FindingsArguments extends PageArguments {
  readonly filter?: FindingFilterInput | null;
}

/** A finding at its place among all of the authority's. */
export type PlacedFinding = Finding & { readonly place: number };

export interface FindingCount {
  readonly rule: RuleCode;
  readonly severity: Severity;
  readonly count: number;
}

/** The type FindingConnection: a page, and how many findings of each rule there are behind all pages. */
export type FindingConnection = Connection<PlacedFinding> & {
  readonly byRule: () => readonly FindingCount[];
};

const ORDER = {
  shape: ['number'],
  keysOf: ({ place }: PlacedFinding) => [place],
} as const;

const counted = (findings: readonly Finding[]): readonly FindingCount[] =>
  [...Map.groupBy(findings, ({ rule, severity }) => `${rule} ${severity}`).values()].map((group) => {
    const { rule, severity } = group[0] as Finding;
    return { rule, severity, count: group.length };
  });

/** A page of the findings that a filter leaves. */
export const findingPage = (
  findings: readonly Finding[],
  authority: Pick<Authority, 'item'>,
  { filter, ...args }: FindingsArguments,
  release: number,
): FindingConnection => {
  const placed = findings.map((finding, place) => ({ ...finding, place }));
  const left = findingsThatMeet(placed, filter ?? {}, authority) as readonly PlacedFinding[];
  return { ...pageInMemory(left, args, release, ORDER), byRule: () => counted(left) };
};
