import type { Severity } from '../../catalog/problems.ts';
import type { Authority } from '../authority.ts';
import type { ListComparison } from '../compare-lists.ts';
import type { ComparedList } from '../compared-item.ts';
import type { Finding, RuleCode } from '../finding.ts';

/** A list of an authority beside a reference catalog. */
export interface ListBeside {
  readonly authority: Authority;
  readonly list: ComparedList;
  readonly catalog: ComparedList;
  readonly comparison: ListComparison;
}

interface Rule {
  readonly code: RuleCode;
  /** What it asks, a Chinese sentence without its end. */
  readonly title: string;
  /** Notice, standard or programme that asks for it. */
  readonly source: string;
  /** When a finding of it has which severity, in Chinese; 一律 where there is but one. */
  readonly severities: Readonly<Partial<Record<Severity, string>>>;
}

/** A rule that looks at one list beside one reference catalog. */
export interface ListRule extends Rule {
  readonly check: (beside: ListBeside) => readonly Finding[];
}

/** A rule that looks across the lists and levels of an authority. */
export interface AuthorityRule extends Rule {
  readonly check: (authority: Authority) => readonly Finding[];
}
