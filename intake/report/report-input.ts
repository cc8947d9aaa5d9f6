import type { Problem, ProblemCode } from '../../catalog/problems.ts';

/** What a report workbook is made of: the answer of an import, as far as the workbook tells it. */
export interface ReportInput {
  readonly list: string;
  readonly rows: number;
  readonly accepted: number;
  readonly problems: readonly Problem[];
  /** Problems counted but not listed. */
  readonly omitted?: number;
  /** How many problems there are of each code, those that are not listed included. */
  readonly counts?: Readonly<Partial<Record<ProblemCode, number>>>;
  readonly departments?: readonly {
    readonly department: string;
    readonly rows: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  }[];
  /** The titles of each table that was read, by which its header row is found again. */
  readonly tables?: readonly {
    readonly document: string;
    readonly sheet?: string;
    readonly columns: readonly string[];
  }[];
}

/** The title of the column that tells a row's problems. Not 问题 alone: that is an element of guides (常见问题). */
export const PROBLEM_COLUMN = '导入问题';

/** The name of the sheet that counts them. */
export const SUMMARY_SHEET = '问题汇总';

/** A source of more rows comes back with those rows alone that have problems. */
export const MARKED_ROWS = 50_000;

/** A workbook of more rows comes back as a new one: the library holds the whole of it, some 40 KB a row; 3,000 rows are 120 MB. */
export const KEPT_ROWS = 3_000;
