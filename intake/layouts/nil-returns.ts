import { type Problem, problem } from '../../catalog/problems.ts';
import { ORGANISATION } from './heading.ts';
import type { FilledRow } from './merged-cells.ts';

interface NilRow {
  readonly row: number;
  readonly office: string;
}

/** Collects the rows by which an office says that it has no items; `officeOf` tells whose row it is. */
export const nilReturns = (sheet: string | undefined, officeOf: (line: FilledRow) => string) => {
  const rows: NilRow[] = [];
  const withItems = new Set<string>();
  let noted: NilRow | undefined;
  const told = (line: FilledRow): NilRow => ({ row: line.row, office: officeOf(line) });
  const problemOf = ({ row, office }: NilRow): Problem => {
    // Sheet1 is nobody's name; a sheet of an office bears its.
    const own = office === '' && sheet !== undefined && ORGANISATION.test(sheet) ? sheet : office;
    const value = own === '' ? undefined : own;
    const title = value === undefined ? '有一行没有写明单位，' : `“${value}”`;
    return problem('NIL_RETURN', { sheet, row, field: 'organisationName', value, title });
  };
  return {
    row: (line: FilledRow): void => {
      rows.push(told(line));
    },
    /** A note that says so counts where neither an item nor such a row does. */
    note: (line: FilledRow): void => {
      noted ??= told(line);
    },
    /** An office of which an item was read, which makes its rows of 无 none. */
    item: (office: string): void => {
      withItems.add(office);
    },
    /** The rows of offices that have items. */
    idle: (): readonly number[] => rows.filter(({ office }) => withItems.has(office)).map(({ row }) => row),
    problems: (items: number): readonly Problem[] => {
      if (rows.length === 0 && items === 0 && noted !== undefined) return [problemOf(noted)];
      return rows.filter(({ office }) => !withItems.has(office)).map(problemOf);
    },
  };
};
