import type { Problem, ProblemCode, Severity } from '../catalog/problems.ts';

/** Problems that a report holds; those beyond are counted. A list of 150,000 rows may well have a million. */
export const HELD_PROBLEMS = 50_000;

/** Of each code as many are held in any case: what is told last must not be lost behind a common complaint. */
const ALWAYS_HELD = 100;

/** How many problems of each severity a department's rows have. */
export interface DepartmentCount {
  readonly department: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What an import has met so far. */
export interface Tally {
  /** Rows of the source that are or should be items. */
  rows: number;
  accepted: number;
  quarantined: number;
  /** The first of all problems found. */
  readonly problems: Problem[];
  /** How many problems were found in all. */
  found: number;
  readonly byCode: Map<ProblemCode, number>;
  readonly nilReturns: Set<string>;
  /** Whether any table has a column of names, and titles of those that have none. */
  hasNames: boolean;
  readonly titles: string[];
  note(problems: readonly Problem[]): void;
  noteRow(department: string | undefined, problems: readonly Problem[]): void;
  departments(): readonly DepartmentCount[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const PARTS: Readonly<Record<Severity, 'errors' | 'warnings' | 'infos'>> = {
  ERROR: 'errors',
  WARNING: 'warnings',
  INFO: 'infos',
};

/** An empty tally. */
export const startTally = (): Tally => {
  const departments = new Map<string, Mutable<DepartmentCount>>();
  const tally: Tally = {
    rows: 0,
    accepted: 0,
    quarantined: 0,
    problems: [],
    found: 0,
    byCode: new Map(),
    nilReturns: new Set(),
    hasNames: false,
    titles: [],
    note: (problems) => {
      for (const found of problems) {
        tally.found += 1;
        tally.byCode.set(found.code, (tally.byCode.get(found.code) ?? 0) + 1);
        const ofCode = tally.byCode.get(found.code) ?? 0;
        if (tally.problems.length < HELD_PROBLEMS || ofCode <= ALWAYS_HELD) tally.problems.push(found);
        if (found.code === 'NIL_RETURN' && found.value !== undefined) tally.nilReturns.add(found.value);
      }
    },
    noteRow: (department, problems) => {
      const name = department ?? '';
      const count = departments.get(name) ?? { department: name, rows: 0, errors: 0, warnings: 0, infos: 0 };
      departments.set(name, count);
      count.rows += 1;
      for (const { severity } of problems) count[PARTS[severity]] += 1;
    },
    departments: () =>
      [...departments.values()].sort(
        (left, right) =>
          right.errors - left.errors ||
          right.warnings - left.warnings ||
          (left.department < right.department ? -1 : 1),
      ),
  };
  return tally;
};
