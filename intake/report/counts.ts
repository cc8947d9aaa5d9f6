import {
  PROBLEMS,
  type Problem,
  type ProblemCode,
  SEVERITIES,
  type Severity,
} from '../../catalog/problems.ts';
import { sentencesOfRules } from './problem-sentence.ts';

/** How often one rule found something. */
export interface RuleCount {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** The sentence of the rule, its parameters in braces. */
  readonly template: string;
  /** The sentence as it is shown: of the first finding, or without what the findings name. */
  readonly sentence: string;
  readonly source: string;
  readonly count: number;
}

/** How many problems of each severity a department's rows have. */
export interface DepartmentProblems {
  readonly department: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface ProblemCounts {
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** The worst severity first, within it the most frequent. */
  readonly byRule: readonly RuleCount[];
  /** The departments with most errors first; without `departmentOf` there are none. */
  readonly byDepartment: readonly DepartmentProblems[];
  /** Problems of files and whole lists, which have no row. */
  readonly ofFiles: readonly Problem[];
}

/** Where a severity stands among the others, the worst first: 0 for an error. */
export const severityOrder = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** The rules that were broken, from how often each was; `problems` are those of the findings that are at hand. */
export const ruleCounts = (
  counts: Iterable<readonly [ProblemCode, number]>,
  problems: readonly Problem[],
): readonly RuleCount[] => {
  const sentence = sentencesOfRules(problems);
  return [...counts]
    .map(([code, count]) => {
      const { severity, template, source } = PROBLEMS[code];
      return { code, severity, template, sentence: sentence(code, count), source, count };
    })
    .sort(
      (left, right) =>
        severityOrder(left.severity) - severityOrder(right.severity) ||
        right.count - left.count ||
        (left.code < right.code ? -1 : 1),
    );
};

const PARTS = { ERROR: 'errors', WARNING: 'warnings', INFO: 'infos' } as const satisfies Record<
  Severity,
  string
>;

const departmentCounts = (
  problems: readonly Problem[],
  departmentOf: (problem: Problem) => string | undefined,
): readonly DepartmentProblems[] => {
  const counts = new Map<string, { department: string; errors: number; warnings: number; infos: number }>();
  for (const found of problems) {
    const department = departmentOf(found);
    if (department === undefined) continue;
    const count = counts.get(department) ?? { department, errors: 0, warnings: 0, infos: 0 };
    count[PARTS[found.severity]] += 1;
    counts.set(department, count);
  }
  return [...counts.values()].sort(
    (left, right) =>
      right.errors - left.errors ||
      right.warnings - left.warnings ||
      (left.department < right.department ? -1 : 1),
  );
};

/** Counts problems by severity, by rule and by the department of their row. */
export const countProblems = (
  problems: readonly Problem[],
  departmentOf: (problem: Problem) => string | undefined = () => undefined,
): ProblemCounts => {
  const bySeverity: Record<Severity, number> = { ERROR: 0, WARNING: 0, INFO: 0 };
  const byCode = new Map<ProblemCode, number>();
  for (const { code, severity } of problems) {
    bySeverity[severity] += 1;
    byCode.set(code, (byCode.get(code) ?? 0) + 1);
  }
  return {
    bySeverity,
    byRule: ruleCounts(byCode, problems),
    byDepartment: departmentCounts(problems, departmentOf),
    ofFiles: problems.filter(({ row, cell }) => row === undefined && cell === undefined),
  };
};
