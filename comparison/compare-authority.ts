import type { Severity } from '../catalog/problems.ts';
import type { Authority } from './authority.ts';
import { compareLists, type ListComparison } from './compare-lists.ts';
import type { ComparedList } from './compared-item.ts';
import type { Finding } from './finding.ts';
import { AUTHORITY_RULES, COPY_RULES, LIST_RULES } from './rules.ts';

/** A list of an authority beside a reference catalog, with what the rules find. */
export interface ListResult {
  readonly list: ComparedList;
  readonly catalog: ComparedList;
  readonly comparison: ListComparison;
}

export interface AuthorityComparison {
  readonly authority: Authority;
  /** Every own list beside every reference catalog, in the order of their ids. */
  readonly lists: readonly ListResult[];
  /** Errors first; then by rule, list, item and what it is measured against. */
  readonly findings: readonly Finding[];
}

const WEIGHTS: Readonly<Record<Severity, number>> = { ERROR: 0, WARNING: 1, INFO: 2 };

const order = (one: Finding, other: Finding): number =>
  WEIGHTS[one.severity] - WEIGHTS[other.severity] || compareText(keyOf(one), keyOf(other));

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const keyOf = ({ rule, catalogId, itemId, otherId, field, department, message }: Finding): string =>
  [rule, catalogId, itemId, otherId, field, department, message].map((part) => part ?? '').join('\n');

/** A list below the county whose county has filed lists that it can copy from. */
const isOfCopies = ({ sources }: Authority, { level }: ComparedList): boolean =>
  (level === 'TOWNSHIP' || level === 'VILLAGE') && sources.length > 0;

/**
 * Compares all lists of an authority with the reference catalogs, or with some of them, with each other and with what
 * they copy.
 */
export function compareAuthority(
  authority: Authority,
  catalogs: readonly ComparedList[] = authority.references,
): AuthorityComparison {
  const lists = authority.lists.flatMap((list) =>
    catalogs.map((catalog) => ({
      list,
      catalog,
      comparison: compareLists(authority, list, catalog),
    })),
  );
  const beside = lists.flatMap((result) =>
    (isOfCopies(authority, result.list) ? COPY_RULES : LIST_RULES).flatMap((rule) =>
      rule.check({ authority, ...result }),
    ),
  );
  const across = AUTHORITY_RULES.flatMap((rule) => rule.check(authority));
  return { authority, lists, findings: [...beside, ...across].sort(order) };
}
