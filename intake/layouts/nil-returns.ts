import { type Problem, problem } from '../../catalog/problems.ts';
import type { FilledRow } from './merged-cells.ts';

/** Collects the rows by which an office says that it has no items; `officeOf` tells whose row it is. */
export const nilReturns = (sheet: string | undefined, officeOf: (line: FilledRow) => string) => {
  const rows: Problem[] = [];
  let noted: Problem | undefined;
  const told = (line: FilledRow): Problem => {
    const value = officeOf(line) || sheet;
    return problem('NIL_RETURN', { sheet, row: line.row, field: 'organisationName', value });
  };
  return {
    row: (line: FilledRow): void => {
      rows.push(told(line));
    },
    /** A note that says so counts where neither an item nor such a row does. */
    note: (line: FilledRow): void => {
      noted ??= told(line);
    },
    problems: (items: number): readonly Problem[] =>
      rows.length === 0 && items === 0 && noted !== undefined ? [noted] : rows,
  };
};
