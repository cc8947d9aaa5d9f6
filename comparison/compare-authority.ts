import type { Severity } from '../catalog/problems.ts';
import type { Authority } from './authority.ts';
import {
  besideReference,
  compareLists,
  type ListComparison,
  type ReferenceRow,
  rowsOf,
} from './compare-lists.ts';
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

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const keyOf = ({ rule, catalogId, itemId, otherId, field, department, message }: Finding): string =>
  [rule, catalogId, itemId, otherId, field, department, message].map((part) => part ?? '').join('\n');

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .map((finding) => ({ finding, weight: WEIGHTS[finding.severity], key: keyOf(finding) }))
    .sort((one, other) => one.weight - other.weight || compareText(one.key, other.key))
    .map(({ finding }) => finding);

/** A list below the county whose county has filed lists that it can copy from. */
const isOfCopies = ({ sources }: Authority, { level }: ComparedList): boolean =>
  (level === 'TOWNSHIP' || level === 'VILLAGE') && sources.length > 0;

/** Reference items whose rows are worked out between two steps: some 10 ms. */
const ROWS_A_STEP = 200;

/** Compares a list with a catalog some rows at a time. */
function* comparingLists(
  authority: Authority,
  list: ComparedList,
  catalog: ComparedList,
): Generator<undefined, ListComparison> {
  const rows: ReferenceRow[] = [];
  for (let at = 0; at < catalog.items.length; at += ROWS_A_STEP) {
    rows.push(...rowsOf(authority, list, catalog, catalog.items.slice(at, at + ROWS_A_STEP)));
    yield;
  }
  return compareLists(authority, list, catalog, besideReference, rows);
}

/**
 * Compares all lists of an authority with the reference catalogs, or with some of them, with each other and with what
 * they copy, step by step: who has others to serve lets them in between.
 */
export function* comparingAuthority(
  authority: Authority,
  catalogs: readonly ComparedList[] = authority.references,
): Generator<undefined, AuthorityComparison> {
  const lists: ListResult[] = [];
  for (const list of authority.lists)
    for (const catalog of catalogs)
      lists.push({ list, catalog, comparison: yield* comparingLists(authority, list, catalog) });
  const found: Finding[] = [];
  for (const result of lists)
    for (const rule of isOfCopies(authority, result.list) ? COPY_RULES : LIST_RULES) {
      found.push(...rule.check({ authority, ...result }));
      yield;
    }
  for (const rule of AUTHORITY_RULES) {
    found.push(...rule.check(authority));
    yield;
  }
  return { authority, lists, findings: inOrder(found) };
}

/** The same at one go. */
export function compareAuthority(
  authority: Authority,
  catalogs?: readonly ComparedList[],
): AuthorityComparison {
  const steps = comparingAuthority(authority, catalogs);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
